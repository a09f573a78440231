"""A workbook of a spreadsheet (XLSX) as tables of text, as it would be saved by hand: one sheet after another.

Nothing is reckoned: a formula stays what it is, and is no value. A workbook is a zip with XML in it, so what it unfolds
to is measured before anything is read, nothing is written to disk, and no declaration of a document type is followed.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from core.entry.paste.taking_apart import BETWEEN_SHEETS
from core.errors import WorldError

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet.worksheet import Worksheet

MOST_UNFOLDED = 64 * 1024 * 1024
MOST_PARTS, MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 500, 20_000, 600, 2_000
_ZIP = b"PK\x03\x04"
_SHOWS_PERCENT = "%"
_DECLARED = (b"<!doctype", b"<!entity")
_CHUNK = 64 * 1024


def is_workbook(content: bytes) -> bool:
    """True for what begins as a zip does."""
    return content.startswith(_ZIP)


def workbook_text(content: bytes, path: str) -> str:
    """Return the tables of a workbook, cells apart by tabs; WorldError where it is none, or more than is read."""
    _check(content, path)
    from openpyxl import load_workbook  # with it come pictures (PIL), which nobody needs who opens no workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out (pictures, drop-down lists) are no cells
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
            tables = ["\n".join(_rows(sheet, path)) for sheet in book.worksheets if sheet.sheet_state == "visible"]
            book.close()
            if not book.worksheets:
                raise WorldError("import-bad-workbook", path=path)
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError) as error:
        raise WorldError("import-bad-workbook", path=path) from error
    except (zipfile.BadZipFile, EOFError, OverflowError, NotImplementedError, OSError, zlib.error) as error:
        raise WorldError("import-bad-workbook", path=path) from error
    return BETWEEN_SHEETS.join(each for each in tables if each.strip())


def _check(content: bytes, path: str) -> None:
    """Refuse what unfolds to more than is read, or declares a document type; names of parts lead nowhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS:
                raise WorldError("import-large-workbook", path=path)
            unfolded = 0
            for part in parts:
                with archive.open(part) as opened:
                    head = opened.read(_CHUNK)
                    unfolded += len(head)
                    if any(each in head.lower().replace(b"\0", b"") for each in _DECLARED):
                        raise WorldError("import-bad-workbook", path=path)
                    while unfolded <= MOST_UNFOLDED and (more := opened.read(_CHUNK)):
                        unfolded += len(more)
                if unfolded > MOST_UNFOLDED:
                    raise WorldError("import-large-workbook", path=path)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise WorldError("import-bad-workbook", path=path) from error
    except zlib.error as error:
        raise WorldError("import-bad-workbook", path=path) from error


def _rows(sheet: Worksheet, path: str) -> Iterator[str]:
    """Yield the rows with something in them; a sheet that says it is larger than it is ends where it ends."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise WorldError("import-large-workbook", path=path)
        yield "\t".join(cells)


def _text(cell: Cell | MergedCell | ReadOnlyCell | EmptyCell) -> str:
    """Return a cell as it would be read aloud: a day as a day, a share as it is shown, a number with its own digits."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        is_share = _SHOWS_PERCENT in str(cell.number_format or "")
        return f"{_plain(number * 100)} %" if is_share else _plain(number)
    return " ".join(str(value).split())[:MOST_LETTERS]


def _plain(number: Decimal) -> str:
    """Return a number in digits, without what a computer added: 88.0 is 88."""
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return str(number)
    whole = number.normalize()
    return f"{whole:f}"


_MOST_DIGITS = 30
