"""The keys of a mapping are read by kind; what is wrong is noted at its place and nothing is raised."""

from __future__ import annotations

from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping

TEXT = """\
id: x-1
title:
  en: A title
items: [a, b]
single: a
open: yes
shut: no
json: true
quoted: "yes"
rows:
  - id: one
  - two
nothing: null
"""


def reader(text: str = TEXT) -> tuple[Fields, list[Problem]]:
    """Return a reader of ``text`` and its list of problems, without those of the YAML itself."""
    tree, _ = read_text(text.encode(), "f.yaml")
    assert isinstance(tree, Mapping)
    problems: list[Problem] = []
    return Fields(tree, "f.yaml", problems), problems


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    """Return code, line and column of each problem."""
    return [(each.code, each.span.line, each.span.column) for each in problems]


def test_each_kind() -> None:
    """What stands there is given with its kind; what does not is None."""
    fields, problems = reader()
    assert fields.text("id") == "x-1"
    title, items = fields.mapping("title"), fields.sequence("items")
    assert title is not None
    assert items is not None
    assert [entry.key.text for entry in title] == ["en"]
    assert [each.text for each in fields.texts("items")] == ["a", "b"]
    assert [each.text for each in fields.texts("single")] == ["a"]
    assert (fields.yes_no("open"), fields.yes_no("shut"), fields.yes_no("json")) == (True, False, True)
    assert fields.choice("single", ["a", "b"]) == "a"
    inner = fields.fields("title")
    assert inner is not None
    assert inner.text("en") == "A title"
    assert problems == []


def test_what_is_not_written() -> None:
    """A key that may be left out is no problem."""
    fields, problems = reader()
    assert fields.text("z") is None
    assert fields.scalar("z") is None
    assert fields.mapping("z") is None
    assert fields.sequence("z") is None
    assert fields.texts("z") == ()
    assert fields.yes_no("z") is None
    assert fields.choice("z", ["a"]) is None
    assert fields.fields("z") is None
    assert fields.each("z") == ()
    assert problems == []


def test_required_keys_are_missed_at_the_mapping() -> None:
    """Every required form names the missing key once."""
    fields, problems = reader()
    assert fields.required_text("z1") is None
    assert fields.required_scalar("z2") is None
    assert fields.required_mapping("z3") is None
    assert fields.required_sequence("z4") is None
    assert fields.required_texts("z5") == ()
    assert fields.required_yes_no("z6") is None
    assert fields.required_choice("z7", ["a"]) is None
    assert fields.required_tree("z8") is None
    assert places(problems) == [("missing-key", 1, 1)] * 8
    assert "'z1'" in problems[0].message


def test_required_keys_that_are_there() -> None:
    """The required forms give the same as the others."""
    fields, problems = reader()
    assert fields.required_text("id") == "x-1"
    assert fields.required_yes_no("open") is True
    assert fields.required_choice("single", ["a"]) == "a"
    assert fields.required_mapping("title") == fields.mapping("title")
    assert fields.required_sequence("items") == fields.required_tree("items") == fields.tree("items")
    assert fields.required_texts("items") == fields.texts("items")
    assert fields.required_scalar("id") == fields.scalar("id")
    assert problems == []


def test_wrong_kinds_at_their_place() -> None:
    """A list where a text was wanted is named where it stands."""
    fields, problems = reader()
    assert fields.text("items") is None
    assert fields.mapping("id") is None
    assert fields.sequence("title") is None
    assert fields.texts("title") == ()
    assert fields.yes_no("quoted") is None
    assert [each.text("id") for each in fields.each("rows")] == ["one"]
    assert places(problems) == [
        ("kind", 4, 8),
        ("kind", 1, 5),
        ("kind", 3, 3),
        ("kind", 3, 3),
        ("kind", 9, 9),
        ("kind", 12, 5),
    ]


def test_a_value_the_reading_refused_is_not_named_twice() -> None:
    """An empty value is already a problem of the YAML."""
    fields, problems = reader()
    assert fields.required_text("nothing") is None
    assert fields.required_sequence("nothing") is None
    assert problems == []


def test_unknown_keys_with_the_nearest_known_one() -> None:
    """Keys that were asked for are known without a list."""
    fields, problems = reader("id: a\nexclud_if: b\nqqqqqqq: c\n")
    fields.text("id")
    fields.text("exclude_if")
    fields.finish(["require"])
    assert places(problems) == [("unknown-key", 2, 1), ("unknown-key", 3, 1)]
    assert problems[0].hint == "did you mean 'exclude_if'?"
    assert problems[1].hint == "known keys: exclude_if, id, require"


def test_a_choice_names_what_is_possible() -> None:
    """Near words are suggested, else all are listed."""
    fields, problems = reader("state: activ\nkind: zzz\n")
    assert fields.choice("state", ["draft", "active"]) is None
    assert fields.choice("kind", ["protocol", "score"]) is None
    assert [each.hint for each in problems] == ["did you mean 'active'?", "write one of: protocol, score"]
    assert places(problems) == [("unknown-value", 1, 8), ("unknown-value", 2, 7)]


def test_the_whole_file_must_be_a_mapping() -> None:
    """A file that is a list or a text has one problem and no fields."""
    for text in ("- a\n", "only text\n"):
        tree, _ = read_text(text.encode(), "f.yaml")
        assert tree is not None
        problems: list[Problem] = []
        assert fields_of(tree, "f.yaml", problems) is None
        assert [each.code for each in problems] == ["kind"]


def test_span_of_a_key() -> None:
    """The place of a value, or of the mapping where it is missing."""
    fields, _ = reader()
    assert (fields.span_of("single").line, fields.span_of("z").line) == (5, 1)
