"""The text of a file of results, however it is encoded."""

from __future__ import annotations

from pathlib import Path

from core.errors import WorldError
from core.regular_files import NotRegularError, TooLargeError, read_named

MOST_RESULTS_BYTES = 16 * 1024 * 1024
"""A year of a clinic's results of one patient is a tenth of it."""
_ENCODINGS = ("utf-8-sig", "cp1252")
"""LDT and tables of older systems are Windows' own; those bytes are rarely UTF-8 by accident."""


def results_text(path: Path) -> str:
    """Return the text of a file; WorldError where it is none, is too large, or holds no text."""
    try:
        content = read_named(path, MOST_RESULTS_BYTES)
    except (NotRegularError, TooLargeError) as error:
        raise WorldError("import-unreadable", path=str(path), reason=str(error.strerror)) from error
    except OSError as error:
        raise WorldError("import-unreadable", path=str(path), reason=str(error.strerror or error)) from error
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise WorldError("import-no-text", path=str(path))
