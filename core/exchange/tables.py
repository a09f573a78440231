"""Tables for spreadsheets: commas, quotes, a mark of the encoding, and no cell that a spreadsheet would reckon with."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

MARK = "\ufeff"
"""Tells spreadsheets that the text is UTF-8."""
_RECKONED = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, also in its wide form (OWASP, CSV Injection)."""


def table_text(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as a text: a row of names, then the rows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([harmless(each) for each in row] for row in (head, *rows))
    return MARK + text.getvalue()


def harmless(cell: str) -> str:
    """Return a cell that is read as text: what begins as a formula does gets an apostrophe, a number stays one."""
    begins = cell.lstrip(" ")
    return f"'{cell}" if begins.startswith(_RECKONED) and not _is_number(cell) else cell


def _is_number(cell: str) -> bool:
    unsigned = cell.removeprefix("-")
    return unsigned.replace(".", "", 1).isdecimal() and unsigned.isascii()
