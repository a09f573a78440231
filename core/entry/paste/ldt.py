"""Results as laboratories send them to practices: LDT, lines of a length, a field of four digits, and its content.

Fields: QMS Qualitätsring Medizinische Software and the KBV, data set descriptions LDT 2 and LDT 3 (8410 test, 8411 its
name, 8420 value, 8421 unit, 8422 indicator of the limit, 8430 specimen, 8432 day of collection, 8460 to 8462 normal
values, 8480 text, 3103 birth date, 8301 day of receipt, 8302 of the report, 8320 laboratory).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.entry.paste.heads import specimen_in
from core.entry.paste.sheet import Head, Printed, Remark

_TEST, _NAME, _VALUE, _UNIT, _FLAG, _SPECIMEN, _DAY, _NORMAL, _LOWER, _UPPER, _TEXT = (
    "8410", "8411", "8420", "8421", "8422", "8430", "8432", "8460", "8461", "8462", "8480",
)  # fmt: skip
_BORN, _RECEIVED, _LABORATORY, _RECORD = "3103", "8301", "8320", "8000"
_OF_A_RESULT = frozenset((_TEST, _NAME, _VALUE, _UNIT, _FLAG, _SPECIMEN, _DAY, _NORMAL, _LOWER, _UPPER, _TEXT,
    "8428", "8429", "8431", "8433", "8470", "8237", "8418", "8403", "8406", "8409", "8490"))  # fmt: skip
_KNOWN = _OF_A_RESULT | {_BORN, _RECEIVED, _LABORATORY, _RECORD, "8100", "8302", "3101", "3102", "3110", "8310", "8311",
    "8401", "8405", "8407", "8609", "9212", "0201", "0203", "0101", "9106", "8202"}  # fmt: skip
"""Fields that a line can begin with; every other one counts where the length in front of it is right."""


def is_ldt(lines: Sequence[str]) -> bool:
    """True for a text of which the lines are fields, and one of them a test."""
    filled = [line for line in lines if line.strip()]
    fields = [found for line in filled if (found := _field(line)) is not None]
    return len(fields) * 10 >= len(filled) * 9 and any(name == _TEST for name, _ in fields)


def read_ldt(lines: Sequence[str]) -> tuple[tuple[Printed | Remark, ...], Head]:
    """Return the results of a text, and what it says of all of them."""
    numbered = [(number, raw) for number, raw in enumerate(lines, start=1) if raw.strip()]
    head: dict[str, str] = {}
    rows: list[Printed | Remark] = []
    for group in _groups(numbered):
        told = [found for _, raw in group if (found := _field(raw)) is not None]
        fields: dict[str, str] = dict(told[::-1])  # of a field that comes twice the first counts
        first, raw = group[0][0], " · ".join(each.strip() for _, each in group)
        if _TEST in fields:
            rows.append(_result(first, raw, fields))
        else:
            head.update({name: text for name, text in fields.items() if name not in head})
            rows.append(Remark(first, raw, is_heading=_RECEIVED in fields))
    born, day, laboratory = (head.get(name, "") for name in (_BORN, _RECEIVED, _LABORATORY))
    return tuple(rows), Head(_day(day), laboratory, _day(born))


def _groups(numbered: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Yield the lines of one test together, every other line alone."""
    group: list[tuple[int, str]] = []
    for number, raw in numbered:
        found = _field(raw)
        name = "" if found is None else found[0]
        if group and (name == _TEST or name not in _OF_A_RESULT):
            yield group
            group = []
        if name == _TEST or group:
            group.append((number, raw))
        else:
            yield [(number, raw)]
    if group:
        yield group


def _field(raw: str) -> tuple[str, str] | None:
    """Return the field of a line and its content, with its length in front (which must be right) or without."""
    line = raw.rstrip("\r\n").strip()
    framed = re.match(r"\d{3}(\d{4})(.*)", line)
    if framed is not None and framed[1] in _KNOWN:
        return framed[1], framed[2].strip()
    bare = re.match(r"(\d{4})\s*(.*)", line)
    if bare is not None and bare[1] in _KNOWN:
        return bare[1], bare[2].strip()
    other = re.match(r"\d{3}(\d{4})(.*)", line)
    has_its_length = other is not None and int(line[:3]) in (len(line) + 2, len(line.encode("cp1252", "replace")) + 2)
    return (other[1], other[2].strip()) if other is not None and has_its_length else None


def _result(line: int, raw: str, fields: Mapping[str, str]) -> Printed:
    limits = fields.get(_NORMAL, "")
    lower, upper = fields.get(_LOWER, ""), fields.get(_UPPER, "")
    if lower and upper:
        limits = f"{lower} - {upper}"
    elif lower or upper:
        limits = f"> {lower}" if lower else f"< {upper}"
    return Printed(
        line,
        raw,
        fields.get(_NAME) or fields[_TEST],
        fields.get(_VALUE) or fields.get(_TEXT, ""),
        fields.get(_UNIT, ""),
        limits,
        fields.get(_FLAG, ""),
        _day(fields.get(_DAY, "")),
        specimen_in(fields.get(_SPECIMEN, "")) or specimen_in(fields.get(_NAME, "")),
    )


def _day(text: str) -> str:
    """``TTMMJJJJ`` (LDT 2) or ``JJJJMMTT`` (LDT 3) as a day of the file; what can be both is read as LDT 2 has it."""
    if not re.fullmatch(r"\d{8}", text):
        return text
    if re.match(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])", text) and not re.match(
        r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)", text
    ):
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return f"{text[4:]}-{text[2:4]}-{text[:2]}"
