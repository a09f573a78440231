"""The specification as tables: a condition, a patient, and what is true; read as strictly as a rule file.

A table is one topic. Its sets share a condition (or a criterion) and what is on record; a row adds to the record
and says the truth. ``declares`` holds what a rule file would declare: groups, windows, questions, definitions.
A truth table is written by letters: one for each question, the last is the answer.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from core.source_text.fields import Fields, fields_of
from core.source_text.problem import NOWHERE, Problem
from core.source_text.reading import read_text
from core.source_text.tree import Entry, Mapping, PlacesOnLine, Scalar, Tree

FOLDER = Path(__file__).parent / "tables"
TRUTHS: MappingOf[str, str] = {"T": "true", "F": "false", "U": "unknown"}
_ANSWERS: MappingOf[str, str] = {"T": "yes", "F": "no"}
NOTHING = Mapping((), NOWHERE, is_flow=True)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a row says must come out. None: not looked at. ``refused``: the code of the problem it must make."""

    truth: str
    causes: tuple[str, ...]
    asks: tuple[str, ...] | None
    assumed: tuple[str, ...] | None
    evidence: tuple[str, ...] | None
    refused: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a set. ``added`` is what it adds to the record of its set, ``patient`` the whole record."""

    name: str
    says: str
    cases: tuple[str, ...]
    condition: Tree | None
    criterion: Mapping | None
    declares: Mapping
    added: Mapping
    patient: Mapping
    on: date
    decision: date
    anchors: tuple[tuple[str, date], ...]
    expected: Expectation
    letters: str = ""


@dataclass(frozen=True, slots=True)
class RowSet:
    """Rows that share a condition and a record."""

    name: str
    says: str
    cases: tuple[str, ...]
    condition: Tree | None
    criterion: Mapping | None
    patient: Mapping
    questions: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One topic."""

    name: str
    title: str
    about: str
    declares: Mapping
    on: date
    sets: tuple[RowSet, ...]


@cache
def tables() -> tuple[Table, ...]:
    """Return all tables in the order of their files; a file with a problem is an error at once."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yaml")))


def rows() -> tuple[Row, ...]:
    """Return every row of every table."""
    return tuple(row for table in tables() for each in table.sets for row in each.rows)


def merged(under: Mapping, over: Mapping) -> Mapping:
    """Return the keys of both; where both have one, the upper one counts, ``none`` takes it away."""
    entries = {entry.key.text: entry for entry in (*under, *over)}
    kept = tuple(entry for entry in entries.values() if not _is_none(entry.value))
    return Mapping(kept, NOWHERE, is_flow=False)


def _is_none(tree: Tree) -> bool:
    return isinstance(tree, Scalar) and tree.text == "none"


def scalar(text: str) -> Scalar:
    """Return a text as if it had been read."""
    return Scalar(text, NOWHERE, is_quoted=False, places=PlacesOnLine(1, 1, len(text) + 1))


def mapping(entries: MappingOf[str, Tree]) -> Mapping:
    """Return keys and values as if they had been read."""
    return Mapping(tuple(Entry(scalar(key), value) for key, value in entries.items()), NOWHERE, is_flow=False)


def raise_for(problems: list[Problem] | tuple[Problem, ...], file: str) -> None:
    """Fail with the first problem, at its place."""
    for problem in problems:
        message = f"{file}:{problem.span.line}:{problem.span.column}: {problem.message} ({problem.hint})"
        raise AssertionError(message)


def _read(path: Path) -> Table:
    tree, problems = read_text(path.read_bytes(), path.name)
    raise_for(problems, path.name)
    found: list[Problem] = []
    fields = None if tree is None else fields_of(tree, path.name, found)
    assert fields is not None
    declares = fields.mapping("declares") or NOTHING
    on = date.fromisoformat(fields.required_text("on") or "")
    title, about = fields.required_text("title") or "", fields.required_text("about") or ""
    reader = _SetReader(path.stem, declares, on)
    sets = tuple(reader.read(each) for each in fields.each("sets"))
    fields.finish()
    raise_for(found, path.name)
    return Table(path.stem, title, about, declares, on, sets)


@dataclass(frozen=True, slots=True)
class _SetReader:
    """Reads the sets of one table."""

    table: str
    declares: Mapping
    on: date

    def read(self, fields: Fields) -> RowSet:
        name = fields.required_text("id") or ""
        cases = _texts(fields, "case") or ()
        says = fields.required_text("says") or ""
        condition, criterion = fields.tree("condition"), fields.mapping("criterion")
        patient = fields.mapping("patient") or NOTHING
        questions = _texts(fields, "questions") or ()
        shared = _Shared(f"{self.table}/{name}", cases, condition, criterion, patient, self.declares, self.on)
        rows = [_row(each, shared, number) for number, each in enumerate(fields.each("rows"), start=1)]
        rows += [_letters(each.text, questions, shared) for each in fields.texts("letters")]
        fields.finish()
        return RowSet(name, says, cases, condition, criterion, patient, questions, tuple(rows))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the rows of one set have in common."""

    name: str
    cases: tuple[str, ...]
    condition: Tree | None
    criterion: Mapping | None
    patient: Mapping
    declares: Mapping
    on: date


def _row(fields: Fields, shared: _Shared, number: int) -> Row:
    added = fields.mapping("patient") or NOTHING
    on = _day(fields, "on") or shared.on
    anchors = fields.fields("anchors")
    days = (
        () if anchors is None else tuple((entry.key.text, _day(anchors, entry.key.text)) for entry in anchors.written)
    )
    row = Row(
        name=f"{shared.name}/{number}",
        says=fields.required_text("says") or "",
        cases=(*shared.cases, *(_texts(fields, "case") or ())),
        condition=fields.tree("condition") or shared.condition,
        criterion=fields.mapping("criterion") or shared.criterion,
        declares=merged(shared.declares, fields.mapping("declares") or NOTHING),
        added=added,
        patient=merged(shared.patient, added),
        on=on,
        decision=_day(fields, "decision") or on,
        anchors=tuple((name, day) for name, day in days if day is not None),
        expected=_expectation(fields),
    )
    fields.finish()
    return row


def _expectation(fields: Fields) -> Expectation:
    refused = fields.text("refused") or ""
    truth = "" if refused else fields.required_choice("truth", TRUTHS.values()) or ""
    return Expectation(
        truth=truth,
        causes=_texts(fields, "causes") or (),
        asks=_texts(fields, "asks"),
        assumed=_texts(fields, "assumed"),
        evidence=_texts(fields, "evidence"),
        refused=refused,
    )


def _letters(text: str, questions: tuple[str, ...], shared: _Shared) -> Row:
    *given, result = text.split()
    assert len(given) == len(questions), f"{shared.name}: '{text}' does not answer {', '.join(questions)}"
    answers = {name: scalar(_ANSWERS[letter]) for name, letter in zip(questions, given, strict=True) if letter != "U"}
    patient = mapping({"answers": mapping(dict(answers))})
    causes = ("needs judgement",) if result == "U" else ()
    expected = Expectation(TRUTHS[result], causes, None, None, None, "")
    return Row(
        name=f"{shared.name}/{''.join(given)}",
        says=", ".join(f"{name} {TRUTHS[letter]}" for name, letter in zip(questions, given, strict=True)),
        cases=shared.cases,
        condition=shared.condition,
        criterion=shared.criterion,
        declares=shared.declares,
        added=patient,
        patient=merged(shared.patient, patient),
        on=shared.on,
        decision=shared.on,
        anchors=(),
        expected=expected,
        letters=text,
    )


def _texts(fields: Fields, key: str) -> tuple[str, ...] | None:
    found = fields.texts(key)
    return tuple(each.text for each in found) if fields.written.get(key) is not None else None


def _day(fields: Fields, key: str) -> date | None:
    text = fields.text(key)
    return None if text is None else date.fromisoformat(text)
