"""What may be set in mkdocs.yml, and how a mistake in it is reported."""

from __future__ import annotations

import pytest
from record_relief.source.settings import exit_address

OWN = "https://recordrelief.org/"


@pytest.mark.parametrize("address", ["https://www.weather.gov/", "https://news.example.com/a?b=c"])
def test_an_https_address_of_another_site_is_taken(address: str) -> None:
    assert exit_address(address, OWN) == address


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "an empty value is not a web address"),
        (["https://example.org/"], "a list is not a web address"),
        ('https://example.org/">', '"https://example.org/">" is not a web address'),
        ("http://example.org/", '"http://example.org/" is not an https address'),
        ("example.org", '"example.org" is not an https address'),
        ("https://", '"https://" is not an https address'),
        ("https://localhost/", '"https://localhost/" is not an https address'),
        ("https://me:secret@example.org/", "is not an https address"),
        ("javascript:alert(1)", "is not an https address"),
        ("https://RecordRelief.org/about/", "leads back to this site"),
    ],
)
def test_anything_else_is_met_with_what_is_allowed(value: object, message: str) -> None:
    with pytest.raises(ValueError, match="write the address of another site") as error:
        exit_address(value, OWN)
    assert message in str(error.value)
