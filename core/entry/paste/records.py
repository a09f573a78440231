"""Tables whose rows are records: one row a patient, a visit or a value, with names of columns above them.

A column is named by what it holds (a patient's number, a day, a measurement with its unit) in any language. Of several
patients only the rows of the one at hand are read: found by number, or by name and birth date, never by likeness.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from core.entry.paste.lines import Calls
from core.entry.paste.pieces import is_day
from core.entry.paste.sheet import Head, Printed, Remark, Row
from core.entry.typed.words import results
from core.values.partial_date import parse_partial_date
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

MOST_LINES = 2_000
"""So many cells of one person are read; the others are told of in one line."""
_SIGNS = ("\t", ";", "|", ",")
_FEWEST_MEASURED = 2
_UNIT = re.compile(r"^(?P<name>.*\S)\s*(?:\[(?P<square>[^\[\]]*)\]|\((?P<round>[^()]*)\))\s*$")
_FORMULA = re.compile(r"^=\s*\S")


class Column(Enum):
    """What a column holds."""

    NUMBER = "person_number"
    NAME = "person_name"
    LAST = "person_last"
    FIRST = "person_first"
    BORN = "person_born"
    DAY = "visit_day"
    MEASURED = "measured"
    TEST = "title_name"
    VALUE = "title_value"
    UNIT = "title_unit"
    LIMITS = "title_limits"
    LOWER = "title_lower"
    UPPER = "title_upper"
    FLAG = "title_flag"
    OTHER = "other"


_OF_PERSON = (Column.NUMBER, Column.NAME, Column.LAST, Column.FIRST, Column.BORN)
_IN_ORDER = (
    Column.NUMBER, Column.LAST, Column.FIRST, Column.BORN, Column.DAY, Column.TEST, Column.VALUE, Column.UNIT,
    Column.LIMITS, Column.LOWER, Column.UPPER, Column.FLAG,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Whose:
    """The patient at hand: number, name and birth date as on record, "" where they are not."""

    number: str = ""
    name: str = ""
    born: str = ""


@dataclass(frozen=True, slots=True)
class _Title:
    column: Column
    name: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table: what its columns hold, and its rows with the lines they stand on."""

    titles: tuple[_Title, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def at(self, *columns: Column) -> tuple[int, ...]:
        return tuple(at for at, each in enumerate(self.titles) if each.column in columns)

    def cell(self, row: Sequence[str], column: Column) -> str:
        """Return the first filled cell of a kind."""
        return next((row[at] for at in self.at(column) if at < len(row) and row[at]), "")


def read_records(text: str, calls: Calls, whose: Whose) -> tuple[tuple[Row, ...], Head] | None:
    """Return what the rows of the patient at hand say, None where the text is no table of records."""
    table = _table(text, calls)
    if table is None:
        return None
    persons = dict.fromkeys(_person(table, row) for _, row in table.rows)
    if set(persons) <= {Whose()}:
        return tuple(_limited(_read(table, table.rows))), Head()
    own = [(line, row) for line, row in table.rows if _is(_person(table, row), whose)]
    others = len(table.rows) - len(own)
    said = [
        Remark(1, f"{len(persons)} × {_named(table)}", is_titles=True, why="paste-whose" if own else "paste-nobody")
    ]
    if others:
        said.append(Remark(1, f"{others} ×", why="paste-other-rows"))
    born = {_person(table, row).born for _, row in own} - {""}
    return (*said, *_limited(_read(table, own))), Head(born=born.pop() if len(born) == 1 else "")


# --- what the columns hold


def _table(text: str, calls: Calls) -> _Table | None:
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    sign = next((each for each in _SIGNS if each in lines[first]), "") if lines else ""
    if not sign:
        return None
    try:
        rows = list(csv.reader(lines[first:], delimiter=sign, strict=False))
    except csv.Error:
        return None
    titles = tuple(_title(" ".join(cell.split()), calls) for cell in rows[0])
    is_of_measured = sum(each.column is Column.MEASURED for each in titles) >= _FEWEST_MEASURED
    held = {each.column for each in titles}
    is_of_values = {Column.TEST, Column.VALUE} <= held
    if is_of_values == is_of_measured or not (is_of_measured or held & set(_OF_PERSON)):
        return None
    numbered = enumerate(rows[1:], start=first + 2)
    told = tuple((at, tuple(" ".join(cell.split()) for cell in row)) for at, row in numbered)
    return _Table(titles, tuple((at, row) for at, row in told if any(row)))


def _title(written: str, calls: Calls) -> _Title:
    """Return what a column holds by its title: a measurement where the catalogue calls one so."""
    found = _UNIT.match(written)
    name, unit = (written, "") if found is None else (found["name"], found["square"] or found["round"] or "")
    spoken = name.replace("_", " ").strip()
    if calls(written) or calls(spoken) or calls(name):
        return _Title(
            Column.MEASURED, next(each for each in (written, name, spoken) if calls(each)), _if(unit, written, calls)
        )
    column = next((each for each in (*_IN_ORDER, Column.NAME) if _known(each).fullmatch(spoken)), Column.OTHER)
    if column is Column.OTHER and _day().fullmatch(spoken):
        column = Column.DAY
    return _Title(column, name, unit)


def _if(unit: str, written: str, calls: Calls) -> str:
    """Brackets that belong to the name (GOT (AST)) hold no unit."""
    return "" if calls(written) else unit


@cache
def _known(column: Column) -> re.Pattern[str]:
    return re.compile(pattern(Matter.PASTED, column.value), re.IGNORECASE)


@cache
def _day() -> re.Pattern[str]:
    return re.compile(pattern(Matter.PASTED, "title_day"), re.IGNORECASE)


@cache
def _not_given() -> re.Pattern[str]:
    return re.compile(pattern(Matter.PASTED, "not_given"), re.IGNORECASE)


# --- whose a row is


def _person(table: _Table, row: Sequence[str]) -> Whose:
    name = table.cell(row, Column.NAME) if Column.TEST not in {each.column for each in table.titles} else ""
    parts = (table.cell(row, Column.FIRST), table.cell(row, Column.LAST))
    return Whose(
        table.cell(row, Column.NUMBER), name or " ".join(part for part in parts if part), table.cell(row, Column.BORN)
    )


def _is(person: Whose, whose: Whose) -> bool:
    """True for the patient at hand: of one number, else of one name and one birth date; nothing contradicts."""
    if person.number and whose.number:
        return _plain(person.number) == _plain(whose.number)
    return bool(person.name and whose.name and person.born and whose.born) and (
        _words(person.name) == _words(whose.name) and _one_day(person.born, whose.born)
    )


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


def _one_day(written: str, born: str) -> bool:
    """True for one day, the German way too; a birth date known in part is no proof."""
    day_first = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", written)
    plain = written[:10] if day_first is None else f"{day_first[3]}-{day_first[2]:0>2}-{day_first[1]:0>2}"
    day = parse_partial_date(plain)
    return day is not None and day.is_exact and day.text == born


def _named(table: _Table) -> str:
    return ", ".join(each.name for each in table.titles if each.column in _OF_PERSON)


# --- what a row says


def _read(table: _Table, rows: Sequence[tuple[int, Sequence[str]]]) -> Iterator[Row]:
    for line, row in rows:
        day = table.cell(row, Column.DAY)
        if table.at(Column.VALUE):
            yield _one_value(table, line, row, day)
        else:
            yield from _cells(table, line, row, day)


def _cells(table: _Table, line: int, row: Sequence[str], day: str) -> Iterator[Row]:
    """Yield each filled cell under the name of a measurement, or of what could be one."""
    for part, (title, cell) in enumerate(zip(table.titles, row, strict=False)):
        if not cell or title.column not in (Column.MEASURED, Column.OTHER):
            continue
        raw = " · ".join(each for each in (day, title.name, cell, title.unit) if each)
        if title.column is Column.MEASURED or _is_a_result(cell):
            yield _printed(Printed(line, raw, title.name, unit=title.unit, day=day, part=part), cell)
        else:
            yield Remark(line, raw, why="paste-column-unknown")
    if len(row) > len(table.titles):
        yield Remark(line, " · ".join(row[len(table.titles) :]), why="paste-no-column")


def _one_value(table: _Table, line: int, row: Sequence[str], day: str) -> Row:
    name, value = table.cell(row, Column.TEST), table.cell(row, Column.VALUE)
    raw = " · ".join(each for each in row if each)
    if not name or not value:
        return Remark(line, raw, why="paste-skip-no-value")
    unit, limits, flag = (table.cell(row, each) for each in (Column.UNIT, Column.LIMITS, Column.FLAG))
    lower, upper = table.cell(row, Column.LOWER), table.cell(row, Column.UPPER)
    if not limits and (lower or upper):
        limits = f"{lower} - {upper}" if lower and upper else f"> {lower}" if lower else f"< {upper}"
    return _printed(Printed(line, raw, name, unit=unit, limits=limits, flag=flag, day=day), value)


def _printed(row: Printed, cell: str) -> Row:
    """Return a result with its value; what is not given is an absence, what can mean two things is asked about."""
    if _FORMULA.match(cell):
        return Remark(row.line, row.raw, why="import-formula")
    value, others = _absent(cell)
    unit = "" if value is not None else row.unit
    said = cell if value is None else value
    return Printed(
        row.line, row.raw, row.name, said, unit, row.limits, row.flag, row.day, part=row.part, others=others, rest=said
    )


def _absent(cell: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the absence that a cell says, and what it may mean besides; None where it says a value."""
    if _not_given().fullmatch(cell) is None:
        return None, ()
    if _AMBIGUOUS.fullmatch(cell) is not None:
        return "not done", ("not done", "not detected")
    if cell == _DASH:
        return "not done", ("not done", "negative")
    return ("not done" if _not_made().fullmatch(cell) else "unknown"), ()


_AMBIGUOUS, _DASH = re.compile(r"n\.?d\.?", re.IGNORECASE), "-"
"""What is not done, or not detected; what is not done, or negative: nobody can tell but who wrote it."""


@cache
def _not_made() -> re.Pattern[str]:
    return re.compile(pattern(Matter.PASTED, "not_made"), re.IGNORECASE)


def _is_a_result(cell: str) -> bool:
    """True for a cell that could be a value: it begins with a number, or is the word of a result."""
    is_number = re.match(r"[<>≤≥]?=?\s*\d", cell) is not None and not is_day(cell)
    return is_number or cell.casefold() in results()


def _limited(rows: Iterator[Row]) -> Iterator[Row]:
    last = 0
    for count, row in enumerate(rows):
        if count < MOST_LINES:
            last = row.line
            yield row
        elif count == MOST_LINES:
            yield Remark(last + 1, "…", why="paste-skip-many")
