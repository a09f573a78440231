"""The text of a file of results, however it is encoded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.entry.paste.redcap import is_dictionary, with_dictionary
from core.errors import WorldError
from core.exchange.workbook import is_workbook, workbook_text
from core.regular_files import NotRegularError, TooLargeError, read_named

MOST_RESULTS_BYTES = 16 * 1024 * 1024
"""A year of a clinic's results of one patient is a tenth of it."""
_ENCODINGS = ("utf-8-sig", "cp1252")
"""LDT and tables of older systems are Windows' own; those bytes are rarely UTF-8 by accident."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What was opened: the text, and the name of its file."""

    text: str
    path: Path

    @property
    def source(self) -> str:
        """The name of the file."""
        return self.path.name


def opened(paths: Sequence[Path]) -> tuple[Opened, ...]:
    """Return the files that were chosen; a data dictionary of REDCap among them tells what the others mean.

    WorldError where one is unreadable, or nothing but dictionaries was chosen.
    """
    texts = [(path, results_text(path)) for path in paths]
    dictionaries = [text for _, text in texts if is_dictionary(text)]
    rest = [(path, text) for path, text in texts if not is_dictionary(text)]
    if not rest or len(dictionaries) > 1:
        raise WorldError("import-which-dictionary", path=str(paths[0]) if paths else "")
    return tuple(Opened(with_dictionary(text, dictionaries[0]) if dictionaries else text, path) for path, text in rest)


def results_text(path: Path) -> str:
    """Return the text of a file; WorldError where it is none, is too large, or holds no text."""
    try:
        content = read_named(path, MOST_RESULTS_BYTES)
    except (NotRegularError, TooLargeError) as error:
        raise WorldError("import-unreadable", path=str(path), reason=str(error.strerror)) from error
    except OSError as error:
        raise WorldError("import-unreadable", path=str(path), reason=str(error.strerror or error)) from error
    if is_workbook(content):
        return workbook_text(content, str(path))
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise WorldError("import-no-text", path=str(path))
