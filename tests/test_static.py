"""Static files: the public sheets hold in browsers from 2020 on."""

import re
from pathlib import Path

import pytest
from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
PUBLIC_SHEETS = ("site.css", "teks.css")
# Younger than the browsers of early 2020, and a page falls apart where it is not known. What merely sharpens
# (aspect-ratio, text-wrap, :focus-visible beside :focus) is not listed.
TOO_YOUNG = {
    "cascade layer": r"@layer\b",
    "container query": r"@container\b",
    "scope": r"@scope\b",
    "custom property rule": r"@property\b",
    ":has()": r":has\(",
    ":is() or :where()": r":(?:is|where)\(",
    "gap of a flex box": r"(?<![-\w])(?:row-|column-)?gap\s*:",
    "inset": r"(?<![-\w])inset(?:-\w+)*\s*:",
    "logical shorthand": r"(?:margin|padding)-(?:inline|block)\s*:",
    "colour function": r"\b(?:color-mix|oklch|oklab|lch|lab|light-dark)\(",
    "dynamic viewport unit": r"\d(?:d|s|l)v[hw]\b",
    "range in a media query": r"@media[^{]*[<>]",
}
# Where nested braces are of old: conditions and movements around whole rules.
AROUND_RULES = re.compile(r"@(?:media|supports|keyframes)[^{]*\{")


def rules(css):
    """The sheet without comments and without what stands behind @supports: that has its own fallback."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return re.sub(r"@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)


def found_in(css):
    css = rules(css)
    flat = AROUND_RULES.sub("", css)
    found = {name for name, pattern in TOO_YOUNG.items() if re.search(pattern, css)}
    return found | ({"nesting"} if is_nested(flat) else set())


def is_nested(flat):
    """Whether a rule opens inside a rule; `flat` has lost the openings of conditions, so braces may close twice."""
    depth = 0
    for brace in re.findall(r"[{}]", flat):
        depth = max(0, depth + (1 if brace == "{" else -1))
        if depth > 1:
            return True
    return False


@pytest.mark.parametrize("name", PUBLIC_SHEETS)
def test_sheet_holds_in_browsers_from_2020(name):
    assert found_in((STATIC / "css" / name).read_text()) == set()


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("@layer base { a { color: red } }", {"cascade layer", "nesting"}),
        (".a { .b { color: red } }", {"nesting"}),
        (".a:has(.b) { color: red }", {":has()"}),
        (".a { display: flex; gap: 1rem }", {"gap of a flex box"}),
        (".a { display: grid; grid-gap: 1rem }", set()),
        ("@media (width >= 40em) { a { color: red } }", {"range in a media query"}),
        ("@media (min-width: 40em) { a { color: red } b { color: red } }", set()),
        ("@supports (gap: 1rem) { .a { gap: 1rem } }", set()),
        ("@keyframes turn { from { top: 0 } to { top: 1px } }", set()),
        ("/* :has( */ a { height: 100vh }", set()),
        ("a { height: 100dvh; inset: 0 }", {"dynamic viewport unit", "inset"}),
    ],
)
def test_lint_sees_what_is_too_young(css, found):
    assert found_in(css) == found
