"""A printed line without columns that are told: its name in front, and behind it what the pieces are by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from core.entry.paste.pieces import Kind, Piece, pieces_of
from core.entry.paste.sheet import Printed

Calls = Callable[[str], bool]
"""True for a text that is the name of something the catalogue knows."""

_LEADER = re.compile(r"[.\u2026_]{2,}")
_WITH_A_LIMIT = 2
"""A bound and a limit behind it: ``< 0,6 mg/l < 5,0``."""

_NAME_END = " \t:;|.=*"


def read_line(line: int, raw: str, cells: Sequence[str], calls: Calls) -> Printed | None:
    """Return the result that a line prints, None where it prints none. ``cells`` are its parts that stand apart."""
    told = [cell.strip() for cell in cells if cell.strip()]
    if not told:
        return None
    whole = _LEADER.sub("  ", "  ".join(told))
    name, rest = _parted(whole, told, calls)
    if not name or not any(sign.isalpha() for sign in name):
        return None
    return from_pieces(Printed(line, raw, name, rest=rest), pieces_of(rest), is_named=calls(name))


def _parted(whole: str, cells: Sequence[str], calls: Calls) -> tuple[str, str]:
    """Return the name and what stands behind it: the longest that is one, else the first cell, else what stands before
    the first value.
    """
    ends = [found.start() for found in re.finditer(r"\s+|:|$", whole) if found.start()]
    for end in sorted(set(ends), reverse=True):
        rest = whole[end:].lstrip(_NAME_END)
        if calls(whole[:end].strip(_NAME_END)) and (not rest or _begins_with_a_result(rest)):
            return whole[:end].strip(_NAME_END), rest
    if len(cells) > 1:
        return cells[0].strip(_NAME_END), "  ".join(cells[1:])
    colon = re.match(r"([^:\d][^:]*):\s+(.*)", whole)
    if colon is not None:
        return colon[1].strip(), colon[2]
    first = next((each for each in pieces_of(whole) if each.kind is Kind.VALUE and each.start), None)
    return (whole, "") if first is None else (whole[: first.start].strip(_NAME_END), whole[first.start :])


def _begins_with_a_result(rest: str) -> bool:
    """A value, or a flag or range and then a value: anything else belongs to the name (urine, ratio, antibody)."""
    for piece in pieces_of(rest):
        if piece.kind is Kind.VALUE:
            return True
        if piece.kind not in (Kind.FLAG, Kind.RANGE, Kind.DAY):
            return False
    return False


def from_pieces(printed: Printed, pieces: Sequence[Piece], *, is_named: bool) -> Printed | None:
    """Return a result with its pieces in their places; None where nothing of it speaks for a result."""
    of = {kind: [each for each in pieces if each.kind is kind] for kind in Kind}
    value, others, spare = _value(of[Kind.VALUE])
    units = _units(pieces)
    if not value and not is_named:
        return None
    if not is_named and not (units or of[Kind.RANGE] or of[Kind.FLAG] or spare):
        return None  # a house number, a telephone
    ranges = [each.text for each in (*of[Kind.RANGE], *spare)]
    words = [each.text for each in of[Kind.VALUE] if not any(sign.isdecimal() for sign in each.text)]
    flags = [each.text for each in of[Kind.FLAG]] + ([] if words == [value] else words)
    return Printed(
        printed.line,
        printed.raw,
        printed.name,
        value,
        printed.unit or units,
        printed.limits or (ranges[0] if ranges else ""),
        printed.flag or " ".join(flags),
        printed.day or (of[Kind.DAY][0].text.strip("()") if of[Kind.DAY] else ""),
        printed.specimen,
        printed.part,
        (*others, *(each for each in ranges[1:] if others)),
        printed.rest,
    )


def _value(values: Sequence[Piece]) -> tuple[str, tuple[str, ...], tuple[Piece, ...]]:
    """Return the value, what else could be it, and bounds that are limits (CRP 12,3 mg/l < 5,0)."""
    numbers = [each for each in values if any(sign.isdecimal() for sign in each.text)]
    if not numbers:
        return (values[0].text, tuple(each.text for each in values[1:]), ()) if values else ("", (), ())
    plain = [each for each in numbers if not each.is_bound]
    bounds = [each for each in numbers if each.is_bound]
    if len(plain) == 1 and all(each.start > plain[0].start for each in bounds) and len(bounds) <= 1:
        return plain[0].text, (), tuple(bounds)
    if not plain and len(bounds) <= _WITH_A_LIMIT:
        return bounds[0].text, (), tuple(bounds[1:])
    return numbers[0].text, tuple(each.text for each in numbers[1:]), ()


def _units(pieces: Sequence[Piece]) -> str:
    """Return the unit: pieces of it that stand one behind another."""
    found: list[Piece] = []
    for piece in pieces:
        if piece.kind is Kind.UNIT:
            found.append(piece)
        elif found:
            break
    return " ".join(each.text for each in found)
