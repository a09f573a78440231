"""A pasted text taken apart: which print it is, and what each of its lines prints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.entry.paste.fhir import is_fhir, read_fhir
from core.entry.paste.heads import head_of
from core.entry.paste.ldt import is_ldt, read_ldt
from core.entry.paste.lines import Calls
from core.entry.paste.sheet import Printed, Remark, Sheet
from core.entry.paste.tables import read_table

_FEWEST = 3
"""So many numbers must agree before they say which sign stands before decimals."""

_CERTAIN = re.compile(r"\d+([.,])\d+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def take_apart(text: str, calls: Calls) -> Sheet:
    """Return the lines of a pasted text, each as a result or as none; ``calls`` knows the names of the catalogue."""
    if is_fhir(text):
        rows, head = read_fhir(text, calls)
        return Sheet(rows, head, ".")
    lines = text.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if is_ldt(lines):
        rows, head = read_ldt(lines)
    else:
        rows = read_table(lines, calls)
        head = head_of([each.raw for each in rows if isinstance(each, Remark) and not each.is_titles])
    return Sheet(rows, head, _decimal(rows))


def _decimal(rows: Iterable[Printed | Remark]) -> str:
    """Return the sign before decimals where every number that shows it shows the same, and several do."""
    written = [
        part
        for each in rows
        if isinstance(each, Printed)
        for part in re.findall(r"[\d.,]+", f"{each.value} {each.limits}")
    ]
    signs = [found[1] for part in written if not _THOUSANDS.fullmatch(part) and (found := _CERTAIN.fullmatch(part))]
    return signs[0] if len(signs) >= _FEWEST and len(set(signs)) == 1 else ""
