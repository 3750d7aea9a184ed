"""Find colours that are written out in a file of any kind, and measure the contrast of two."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from PIL import ImageColor

NAMES = frozenset(ImageColor.colormap)
# The colours that Typst names: https://typst.app/docs/reference/visualize/color/#predefined-colors
TYPST = frozenset(
    re.findall(
        r"\w+",
        "black gray silver white navy blue aqua teal eastern purple fuchsia maroon red orange "
        "yellow olive green lime",
    )
)
_HEX = re.compile(r"(?<![\w&/])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])", re.IGNORECASE)
# A function of CSS, Typst or python-docx with a number or text in it; a name in it is a variable.
_FUNCTION = re.compile(
    r"""\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|luma|cmyk|hsv|linear-rgb|RGBColor)"""
    r"""\(\s*["'\d.][^)]*\)""",
    re.IGNORECASE,
)
_LINK = re.compile(r"""(?:href=["']|\]\()#[\w-]+""")
_WORD = re.compile(r"(?<![\w.-])[a-z]+(?![\w(-])", re.IGNORECASE)
_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_CSS_COMMENT, _TYPST_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"//.*")
_CSS_VALUE = re.compile(r":([^;{}]*)(?=[;}])")
_MARKUP_STYLE = re.compile(r"""<style[^>]*>(.*?)</style>|\sstyle=["']([^"']*)["']""", re.DOTALL)
_PAINT = re.compile(
    r"""(?:fill|stroke|colou?r|background)["']?\s*[=:]\s*["']?\s*([a-z]+)(?![\w(.-])""",
    re.IGNORECASE,
)


def colours(text: str, kind: str) -> list[str]:
    """Return every colour that a file of this ending (`css`, `typ`, ...) writes out."""
    plain = _LINK.sub("", text)
    found = [*_HEX.findall(plain), *_FUNCTION.findall(plain)]
    return found + [word for word in _named(text, kind) if word.lower() in _names(kind)]


def _names(kind: str) -> frozenset[str]:
    return TYPST if kind == "typ" else NAMES


def _named(text: str, kind: str) -> Iterator[str]:
    """Yield the words that stand where a name of a colour would be one."""
    if kind == "css":
        for value in _CSS_VALUE.findall(_TEXT.sub("", _CSS_COMMENT.sub("", text)) + "}"):
            yield from _WORD.findall(value)
    elif kind == "typ":
        yield from _WORD.findall(_TEXT.sub("", _TYPST_COMMENT.sub("", text)))
    elif kind == "py":
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    else:
        for block, attribute in _MARKUP_STYLE.findall(text):
            yield from _named(block or attribute, "css")
        yield from _PAINT.findall(text)


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""

    def luminance(colour: str) -> float:
        channels = [channel / 255 for channel in ImageColor.getrgb(colour)[:3]]
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
