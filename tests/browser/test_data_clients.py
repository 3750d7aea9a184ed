"""What somebody else's program makes of the data, over HTTP."""

from __future__ import annotations

import json
from collections import Counter
from urllib.request import urlopen

import pandas
from record_relief.source.model import StatesFile


def test_pandas_reads_the_laws(site_url: str, data: StatesFile) -> None:
    laws = pandas.read_csv(f"{site_url}/api/v2/laws.csv", keep_default_na=False)
    expected = [law for place in data.jurisdictions for law in place.relief]
    assert len(laws) == len(expected)
    assert laws.groupby("proof.standard").size().to_dict() == Counter(
        law.proof.standard for law in expected
    )
    both = laws[laws["trafficking"] == "sex;labor"]
    assert len(both) == sum(law.trafficking == ["sex", "labor"] for law in expected)
    assert set(laws["jurisdiction"]) == {p.code for p in data.jurisdictions if p.relief}


def test_pandas_reads_a_place(site_url: str, data: StatesFile) -> None:
    with urlopen(f"{site_url}/api/v2/jurisdictions/ny.json") as answer:
        place = json.load(answer)["jurisdiction"]
    (expected,) = [item for item in data.jurisdictions if item.code == "NY"]
    table = pandas.json_normalize(place["relief"])
    assert list(table["citation"]) == [law.citation for law in expected.relief]
    assert list(table["timing.deadline"]) == [law.timing.deadline for law in expected.relief]
    history = pandas.DataFrame(place["history"])
    assert list(history["what"]) == [event.what for event in expected.history]
