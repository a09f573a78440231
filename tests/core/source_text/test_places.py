"""Every character of every text knows where it stands in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.source_text.problem import Span
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar
from core.source_text.walking import scalars

# text, its value's text, and the place of each of its characters and of its end
PLACES: tuple[tuple[str, str, list[tuple[int, int]]], ...] = (
    ("a: bc", "bc", [(1, 4), (1, 5), (1, 6)]),
    ("a: 'b''c'", "b'c", [(1, 5), (1, 6), (1, 8), (1, 9)]),
    ('a: "b\\tc"', "b\tc", [(1, 5), (1, 6), (1, 8), (1, 9)]),
    ('a: "\\u00e9x"', "éx", [(1, 5), (1, 11), (1, 12)]),
    ("a: 😀b", "😀b", [(1, 4), (1, 5), (1, 6)]),
    ("a: b\n  c", "b c", [(1, 4), (1, 5), (2, 3), (2, 4)]),
    ("a: b\n\n  c", "b\nc", [(1, 4), (1, 5), (3, 3), (3, 4)]),
    ("a: b\r\n  c\r\n", "b c", [(1, 4), (1, 5), (2, 3), (2, 4)]),
    ('a: "b\n  c"', "b c", [(1, 5), (1, 6), (2, 3), (2, 4)]),
    ('a: "b\\\n  c"', "bc", [(1, 5), (2, 3), (2, 4)]),
    ("a: 'b\n  c'", "b c", [(1, 5), (1, 6), (2, 3), (2, 4)]),
    ("a: >-\n  b\n  c\n", "b c", [(2, 3), (2, 4), (3, 3), (3, 4)]),
    ("a: |\n  b\n  c\n", "b\nc\n", [(2, 3), (2, 4), (3, 3), (3, 4), (3, 4)]),
    ("a: |-\n  b\n   c", "b\n c", [(2, 3), (2, 4), (3, 3), (3, 4), (3, 5)]),
    ("a: >\n  b\n\n  c\n\n", "b\nc\n", [(2, 3), (3, 1), (4, 3), (4, 4), (4, 4)]),
    ("a: >-\n  b\n    c\n  d\n", "b\n  c\nd", [(2, 3), (2, 4), (3, 3), (3, 4), (3, 5), (3, 6), (4, 3), (4, 4)]),
)


def value_of(text: str) -> Scalar:
    """Return the text at the one key of a mapping."""
    tree, _ = read_text(text.encode(), "test.yaml")
    assert isinstance(tree, Mapping)
    value = tree.entries[0].value
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(("text", "value", "places"), PLACES)
def test_places_by_hand(text: str, value: str, places: list[tuple[int, int]]) -> None:
    """Bare, quoted, folded and literal texts, with escapes, over one and several lines."""
    scalar = value_of(text)
    assert scalar.text == value
    assert list(scalar.places) == places


def test_span_of_a_word_in_a_folded_sentence() -> None:
    """A problem in the second line of a folded sentence is shown in that line."""
    scalar = value_of("require: >-\n  received rituximab\n  within 26 weaks before leukapheresis\n")
    start = scalar.text.index("weaks")
    assert scalar.span_of(start, start + len("weaks")) == Span(3, 13, 18)


def test_span_of_quoted_text_takes_in_the_quotation_marks() -> None:
    """The whole text is marked with its quotation marks, a part of it without."""
    scalar = value_of('a: "bcd"')
    assert scalar.span == Span(1, 4, 9)
    assert scalar.span_of(1, 2) == Span(1, 6, 7)


ONE_SIGN_EACH = "ab '\"#:?&*!%@~|{}[]é😀"
LAYOUT = ("\n", "\n  ", "\n\n", "\r\n  ", "\\\n  ")
SIGNS = st.sampled_from(
    [*ONE_SIGN_EACH, *LAYOUT, "b ", "x y", "''", " #", ": ", "- ", ", ", "\\n", '\\"', "\\x41", "\\u00e9"]
)
HEADS = st.sampled_from(
    [
        "k: ",
        "k: |\n  ",
        "k: >\n  ",
        "k: >-\n  ",
        "k: |+\n  ",
        "k: '",
        'k: "',
        "- ",
        "- - ",
        "k: >-\n\n  ",
        "[a, ",
        "{a: ",
    ]
)
TAILS = st.sampled_from(["", "\n", "'\n", '"\n', "\nz: 1\n", "]", "}"])


@given(HEADS, st.lists(SIGNS, max_size=10), TAILS)
def test_any_text_has_its_places(head: str, middle: list[str], tail: str) -> None:
    """Nothing is raised; places never differ from libyaml's text; each character stands where its place says."""
    text = head + "".join(middle) + tail
    tree, problems = read_text(text.encode(), "test.yaml")
    assert "unclear-text" not in {each.code for each in problems}
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.span.line <= len(lines)
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 1
        assert problem.span.end >= problem.span.column
    if tree is None or problems:
        return
    for scalar in scalars(tree):
        assert len(scalar.places) == len(scalar.text) + 1
        for sign, (line, column) in zip(scalar.text, scalar.places, strict=False):
            written = (lines[line - 1] + "\n")[column - 1 : column]
            assert written in {sign, "\\"} or (sign in " \n" and written in " \n\r")


WORDS = st.from_regex(r"[abXYzäß][abXYz09_ä>=%./()-]{0,10}", fullmatch=True)
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@given(
    st.dictionaries(st.from_regex(r"[a-z_]{1,8}x", fullmatch=True), SENTENCES, min_size=1, max_size=6),
    st.integers(0, 6),
)
def test_bare_text_stands_at_its_place(entries: dict[str, str], indent: int) -> None:
    """For bare text on one line the file holds exactly the text at its places."""
    margin = " " * indent
    text = "top:\n" + "".join(f"{margin} {key}: {value}\n" for key, value in entries.items())
    tree, problems = read_text(text.encode(), "test.yaml")
    assert problems == ()
    assert tree is not None
    lines = text.split("\n")
    assert [each.text for each in scalars(tree)][1::2] == list(entries)
    for scalar in scalars(tree):
        line, first = scalar.places[0]
        assert lines[line - 1][first - 1 : scalar.places[-1][1] - 1] == scalar.text
