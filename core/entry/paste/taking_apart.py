"""A pasted text taken apart: which print it is, and what each of its lines prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.entry.paste.fhir import is_fhir, read_fhir
from core.entry.paste.heads import head_of
from core.entry.paste.ldt import is_ldt, read_ldt
from core.entry.paste.lines import Calls
from core.entry.paste.records import Whose, read_records
from core.entry.paste.sheet import Head, Printed, Remark, Row, Sheet
from core.entry.paste.tables import read_table

BETWEEN_SHEETS = "\f"
"""What stands between two tables of one workbook."""
_FEWEST = 3
"""So many numbers must agree before they say which sign stands before decimals."""

_CERTAIN = re.compile(r"\d+([.,])\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def take_apart(text: str, calls: Calls, whose: Whose) -> Sheet:
    """Return the lines of a pasted text, each as a result or as none; ``calls`` knows the names of the catalogue.

    Of a table of several patients the rows of ``whose`` are read.
    """
    if is_fhir(text):
        rows, head = read_fhir(text, calls)
        return Sheet(rows, head, ".")
    sheets = text.split(BETWEEN_SHEETS)
    if len(sheets) > 1:
        return _joined([take_apart(each, calls, whose) for each in sheets])
    found = read_records(text.replace("\r\n", "\n").replace("\r", "\n"), calls, whose)
    if found is not None:
        return Sheet(*found, _decimal(found[0]))
    lines = text.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if is_ldt(lines):
        rows, head = read_ldt(lines)
    else:
        rows = read_table(lines, calls)
        head = head_of([each.raw for each in rows if isinstance(each, Remark) and not each.is_titles])
    return Sheet(rows, head, _decimal(rows))


def _joined(sheets: Sequence[Sheet]) -> Sheet:
    """Return the tables of a workbook as one print: its lines go on from sheet to sheet."""
    rows: list[Row] = []
    for sheet in sheets:
        last = max((each.line for each in rows), default=0)
        rows += [replace(each, line=each.line + last) for each in sheet.rows]
    born, days, signs = ({part for each in sheets if (part := said(each))} for said in (_born, _day, _sign))
    return Sheet(tuple(rows), Head(_only(days), born=_only(born)), _only(signs))


def _born(sheet: Sheet) -> str:
    return sheet.head.born


def _day(sheet: Sheet) -> str:
    return sheet.head.day


def _sign(sheet: Sheet) -> str:
    return sheet.decimal


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""


def _decimal(rows: Iterable[Row]) -> str:
    """Return the sign before decimals where every number that shows it shows the same, and several do."""
    written = [
        part
        for each in rows
        if isinstance(each, Printed)
        for part in re.findall(r"[\d.,]+", f"{each.value} {each.limits}")
    ]
    signs = [found[1] for part in written if not _THOUSANDS.fullmatch(part) and (found := _CERTAIN.fullmatch(part))]
    return signs[0] if len(signs) >= _FEWEST and len(set(signs)) == 1 else ""
