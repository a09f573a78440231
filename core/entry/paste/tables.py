"""Prints as tables: tabs, semicolons, bars or aligned columns, with titles or days above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache

from core.entry.paste.heads import days_in, speaks_of_a_day, specimen_after, specimen_in
from core.entry.paste.lines import Calls, from_pieces, read_line
from core.entry.paste.pieces import Kind, is_day, pieces_of
from core.entry.paste.sheet import Printed, Remark
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter


class Role(Enum):
    """What a column holds."""

    NAME = "name"
    VALUE = "value"
    UNIT = "unit"
    LIMITS = "limits"
    LOWER = "lower"
    UPPER = "upper"
    FLAG = "flag"
    DAY = "day"
    SPECIMEN = "specimen"
    OTHER = "other"  # an earlier value, a comment: nothing of the result


_GAP = re.compile(r"\s{2,}|\t+")
_FEWEST_TITLES = 2
_MOST_WORDS = 4
_CLEARLY = 3
"""So many letters nearer to one column than to any other."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a table: what it holds, of which day its values are, where its title stands."""

    role: Role
    day: str = ""
    start: int = 0
    end: int = 0


@dataclass
class _Reading:
    """What is known while the lines are read from above."""

    calls: Calls
    sign: str
    columns: tuple[_Column, ...] = ()
    specimen: str = ""
    rows: list[Printed | Remark] = field(default_factory=list[Printed | Remark])


def read_table(lines: Sequence[str], calls: Calls) -> tuple[Printed | Remark, ...]:
    """Return what each line prints, in their order; empty lines are none."""
    reading = _Reading(calls, _sign_between(lines))
    for number, raw in enumerate(lines, start=1):
        if raw.strip():
            _read(number, raw, reading)
    return tuple(reading.rows)


def _sign_between(lines: Sequence[str]) -> str:
    """Return the sign between the cells of a print, "" where they stand apart by blanks alone."""
    filled = [line for line in lines if line.strip()]
    for sign in ("\t", ";", "|"):
        if sum(line.count(sign) >= _FEWEST_TITLES - 1 for line in filled) * 2 > len(filled):
            return sign
    return ""


def _read(number: int, raw: str, reading: _Reading) -> None:
    cells = raw.split(reading.sign) if reading.sign else _GAP.split(raw.strip())
    columns = _titles(raw, reading.sign)
    if columns:
        reading.columns = columns
        reading.rows.append(Remark(number, raw, is_heading=any(each.day for each in columns), is_titles=True))
        return
    found = tuple(_results(number, raw, cells, reading))
    if found:
        reading.rows += found
        return
    reading.specimen = specimen_after(raw, reading.specimen) if _is_title(cells) else reading.specimen
    reading.rows.append(Remark(number, raw, is_heading=speaks_of_a_day(raw)))


def _is_title(cells: Sequence[str]) -> bool:
    """True for a line of one cell without a sentence: it names the lines below."""
    told = [cell for cell in cells if cell.strip()]
    return len(told) == 1 and len(told[0].split()) <= _MOST_WORDS and not re.search(r"[.!?]\s|:\s*\S", told[0])


# --- titles


def _titles(raw: str, sign: str) -> tuple[_Column, ...]:
    """Return the columns that a line names, none where it is no line of titles."""
    spans = list(_spans(raw, sign))
    columns = tuple(_column(text, start) for start, text in spans)
    days = [each for each in columns if each.day]
    named = [each for each in columns if each.role is not Role.OTHER or _is_other(raw[each.start : each.end])]
    if len(days) >= _FEWEST_TITLES:
        return columns
    has_both = any(each.role is Role.VALUE for each in columns) or bool(days)
    if len(named) >= _FEWEST_TITLES and has_both and len(named) * 2 > len(columns) and not _has_value(spans):
        return columns
    return ()


def _has_value(spans: Sequence[tuple[int, str]]) -> bool:
    return any(
        pieces and pieces[0].kind is Kind.VALUE and not is_day(text)
        for _, text in spans
        if (pieces := pieces_of(text)) and any(sign.isdecimal() for sign in text)
    )


def _spans(raw: str, sign: str) -> Iterator[tuple[int, str]]:
    """Yield the cells of a line with where they stand, in a table with signs the empty ones too."""
    at = 0
    for part in raw.split(sign) if sign else re.split(r"(\s{2,})", raw):
        if sign or part.strip():
            yield at + len(part) - len(part.lstrip()), part.strip()
        at += len(part) + len(sign)


def _column(title: str, start: int) -> _Column:
    plain = title.strip().strip(":*")
    if is_day(plain):
        return _Column(Role.VALUE, plain, start, start + len(title))
    day = days_in(plain)
    role = next((role for role, known in _roles() if known.fullmatch(plain)), Role.OTHER)
    if (
        role is Role.OTHER
        and len(day) == 1
        and re.match(pattern(Matter.PASTED, "value_of_a_day"), plain, re.IGNORECASE)
    ):
        return _Column(Role.VALUE, day[0], start, start + len(title))
    return _Column(role, "", start, start + len(title))


@cache
def _roles() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    """What titles of columns look like, in every language."""
    return tuple((role, re.compile(pattern(Matter.PASTED, f"title_{role.value}"), re.IGNORECASE)) for role in Role)


def _is_other(title: str) -> bool:
    known = next(titles for role, titles in _roles() if role is Role.OTHER)
    return known.fullmatch(title.strip().strip(":*")) is not None


# --- results


def _results(number: int, raw: str, cells: Sequence[str], reading: _Reading) -> Iterator[Printed]:
    columns = reading.columns
    if columns and reading.sign and len(cells) >= _FEWEST_TITLES:
        found = list(_by_titles(number, raw, cells, reading))
    elif sum(bool(each.day) for each in columns) > 1:
        found = list(_by_place(number, raw, reading))
    else:
        one = read_line(number, raw, cells, reading.calls)
        found = [] if one is None else [_of_its_day(one, columns)]
    for part, each in enumerate(found):
        yield replace(each, part=part, specimen=each.specimen or specimen_in(each.name) or reading.specimen)


def _of_its_day(printed: Printed, columns: Sequence[_Column]) -> Printed:
    """A single column with a day above it is of that day; a second number of a line may be an earlier value."""
    days = [each.day for each in columns if each.day]
    return replace(printed, day=printed.day or days[0]) if len(days) == 1 else printed


def _by_titles(number: int, raw: str, cells: Sequence[str], reading: _Reading) -> Iterator[Printed]:
    """Yield what the cells under their titles say; the first column without a title is that of the names."""
    told = dict(zip(range(len(reading.columns)), cells, strict=False))
    roles = {at: column.role for at, column in enumerate(reading.columns)}
    names = [at for at, role in roles.items() if role is Role.NAME]
    first = names[0] if names else next((at for at, role in roles.items() if role is Role.OTHER), 0)
    name = told.get(first, "").strip().strip(":")

    def under(role: Role) -> str:
        return next((told[at].strip() for at, each in roles.items() if each is role and told.get(at, "").strip()), "")

    limits = under(Role.LIMITS)
    if not limits and under(Role.LOWER) and under(Role.UPPER):
        limits = f"{under(Role.LOWER)} - {under(Role.UPPER)}"
    elif not limits and (under(Role.LOWER) or under(Role.UPPER)):
        limits = f"> {under(Role.LOWER)}" if under(Role.LOWER) else f"< {under(Role.UPPER)}"
    blank = Printed(number, raw, name, "", under(Role.UNIT), limits, under(Role.FLAG), under(Role.DAY))
    blank = replace(blank, specimen=specimen_in(under(Role.SPECIMEN)))
    for at, column in enumerate(reading.columns):
        if column.role is Role.VALUE and told.get(at, "").strip() and name:
            is_named = reading.calls(name)
            cell = f"{told[at].strip()} {blank.unit}".strip()
            found = from_pieces(
                replace(blank, day=column.day or blank.day, rest=cell), pieces_of(told[at].strip()), is_named=True
            )
            if found is not None and (found.value or is_named):
                yield found


def _by_place(number: int, raw: str, reading: _Reading) -> Iterator[Printed]:
    """Yield the values of aligned columns of several days: each belongs to the day that stands nearest above it."""
    one = read_line(number, raw, _GAP.split(raw.strip()), reading.calls)
    if one is None:
        return
    start = raw.find(one.name) + len(one.name)
    start += len(raw[start:]) - len(raw[start:].lstrip(".:*"))
    pieces = [replace(each, start=each.start + start, end=each.end + start) for each in pieces_of(raw[start:])]
    values = [each for each in pieces if each.kind is Kind.VALUE]
    rest = [each for each in pieces if each.kind is not Kind.VALUE]
    above = {each: _nearest(each.start, each.end, reading.columns) for each in values}
    limits = [each for each, column in above.items() if each.is_bound and column is not None and not column.day]
    values = [each for each in values if each not in limits]
    placed = [above[each] for each in values]
    if any(each is None or not each.day for each in placed) or len(set(placed)) != len(placed):
        unplaced = tuple(each.text for each in values) or one.others
        yield replace(one, value=values[0].text if values else "", others=unplaced)
        return
    for value, column in zip(values, placed, strict=True):
        found = from_pieces(
            Printed(number, raw, one.name, day="" if column is None else column.day),
            (value, *rest, *limits),
            is_named=True,
        )
        if found is not None:
            yield found


def _nearest(start: int, end: int, columns: Sequence[_Column]) -> _Column | None:
    """Return the column above, None where none stands clearly nearer than the others."""
    over = [each for each in columns if start < each.end and each.start < end]
    if over:
        return over[0] if len(over) == 1 else None
    middle = (start + end) / 2
    by_distance = sorted(columns, key=lambda each: abs((each.start + each.end) / 2 - middle))
    first, second = (abs((each.start + each.end) / 2 - middle) for each in by_distance[:2])
    return by_distance[0] if second - first > _CLEARLY else None
