"""Fields of criteria over every shipped file: an edit changes its own bytes, and the file reads as it should."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import pytest

from core.discovery import rules_path, yaml_files
from core.errors import KriterionError
from core.rule_files.drafting.form import FormField, Sort, form_of, with_field
from core.rule_files.reading.whole import Reading, read_rule_file
from core.source_text.problem import Span
from core.source_text.reading import read_text
from core.source_text.tree import Scalar
from core.source_text.walking import scalars
from tests.drawn import drawn
from tests.sample_screenings import catalogue

FILES = (*yaml_files(rules_path("protocols")), *yaml_files(rules_path("programmes")))
EDITS, PART = 1000, 150
LEAST_FIELDS = 1000


@dataclass(frozen=True)
class Edit:
    """One random edit: of the file, the criterion and the field by their number, with a seed for the new text."""

    file: Path
    seed: int


@cache
def read(path: Path) -> tuple[bytes, Reading]:
    content = path.read_bytes()
    return content, read_rule_file(content, str(path), catalogue())


@cache
def fields_of(path: Path, criterion: int) -> tuple[FormField, ...]:
    _, reading = read(path)
    assert reading.written is not None
    assert reading.tree is not None
    criteria = tuple(reading.written.all_criteria)
    lines = form_of(reading.tree, criteria[criterion], reading.written)
    return tuple(field for line in lines for field in line.fields)


def edits() -> Iterator[Edit]:
    for seed in range(EDITS):
        yield Edit(FILES[seed % len(FILES)], seed)


def another(field: FormField, random: Random) -> str:
    """Another text for a field, as somebody would write it."""
    if field.choices and random.random() < 0.9:
        return random.choice(field.choices)
    match field.sort:
        case Sort.NUMBER:
            return field.text + "5" if ":" in field.text else str(random.choice((0, 3, 7.25, 120, 1000)))
        case Sort.MEMBERS:
            names = field.text.split(", ")
            random.shuffle(names)
            return ", ".join(random.choice((names[:1], names, [*names, "rituximab"])))
        case _:
            return random.choice(("rituximab", "lupus_nephritis", "week"))


@pytest.mark.parametrize(
    "edit", drawn(tuple(edits()), PART, "form edits"), ids=lambda edit: f"{edit.file.stem}-{edit.seed}"
)
def test_an_edit_changes_its_span_and_reads_back(edit: Edit) -> None:
    content, reading = read(edit.file)
    assert reading.written is not None
    random = Random(edit.seed)
    count = len(tuple(reading.written.all_criteria))
    order = random.sample(range(count), count)
    fields = next((found for at in order if (found := fields_of(edit.file, at))), ())
    field = random.choice(fields)
    text = another(field, random)
    changed = with_field(content, field, text)
    lines, now = content.decode().split("\n"), changed.decode().split("\n")
    line = lines[field.span.line - 1]
    start, end = field.span.column - 1, field.span.end - 1
    assert [*lines[: field.span.line - 1], f"{line[:start]}{text}{line[end:]}", *lines[field.span.line :]] == now
    texts = [each.text for each in every_text(content)]
    again = [each.text for each in every_text(changed)]
    if field.is_listed:
        assert len(again) - len(texts) == text.count(",") - field.text.count(",")
    else:
        old, new = f"{field.head}{field.text}{field.tail}", f"{field.head}{text}{field.tail}"
        assert sum(one != other for one, other in zip(texts, again, strict=True)) <= 1
        assert old in texts
        assert new in again
    back = FormField(field.sort, text, _moved(field, text), field.head, field.tail, field.choices, field.is_listed)
    assert with_field(changed, back, field.text) == content, "undone it is the same file"


def _moved(field: FormField, text: str) -> Span:
    return Span(field.span.line, field.span.column, field.span.column + len(text))


def every_text(content: bytes) -> Iterator[Scalar]:
    tree, _ = read_text(content, "")
    assert tree is not None
    yield from scalars(tree)


def test_most_criteria_have_fields() -> None:
    """Walked over some files: what no field can hold is the exception."""
    path = rules_path("protocols", "example-sle-cart-01.yaml")
    _, reading = read(path)
    assert reading.written is not None
    every = [fields_of(path, at) for at in range(len(tuple(reading.written.all_criteria)))]
    assert sum(map(bool, every)) >= len(every) * 0.7
    assert {field.sort for fields in every for field in fields} == set(Sort)


@pytest.mark.parametrize("text", ["8 # gone", "8\nrequire: age", "8: 9", "\u202e8", "8\u0000"])
def test_what_would_read_otherwise_is_refused(text: str) -> None:
    path = rules_path("protocols", "example-sle-cart-01.yaml")
    content, reading = read(path)
    assert reading.written is not None
    field = next(
        field
        for at in range(len(tuple(reading.written.all_criteria)))
        for field in fields_of(path, at)
        if field.sort is Sort.NUMBER
    )
    with pytest.raises(KriterionError):
        with_field(content, field, text)
