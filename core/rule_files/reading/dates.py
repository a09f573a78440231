"""The dates of a rule file's head: each a day, a month or a year that exists, or ``unknown``."""

from __future__ import annotations

from collections.abc import Iterator

from core.language.said import said
from core.rule_files.rule_file import WrittenDate
from core.source_text.fields import Fields
from core.source_text.problem import Problem, Severity
from core.source_text.tree import Mapping, Scalar, Sequence, Tree
from core.values.partial_date import parse_partial_date

_PARTS = ("recruitment", "effective", "reviewed", "translated", "sources", "changelog", "site")
_KEYS = frozenset({"seen", "from", "until", "on", "next_due", "date", "read"})
_UNKNOWN = "unknown"


def read_dates(fields: Fields) -> tuple[WrittenDate, ...]:
    """Return the dates of the head; one that does not exist is warned of, since nothing is judged by it."""
    found: list[WrittenDate] = []
    for part in _PARTS:
        for key, scalar in _dates_in(fields.written.get(part), part):
            value = parse_partial_date(scalar.text)
            if value is not None:
                found.append(WrittenDate(key, value, scalar.span))
            elif scalar.text != _UNKNOWN:
                message = said("'{text}' is no date", text=scalar.text)
                hint = "write a day that exists (2026-11-30), a month (2026-11), a year, or unknown"
                fields.problems.append(Problem(fields.file, scalar.span, "date", message, hint, Severity.WARNING))
    return tuple(found)


def _dates_in(tree: Tree | None, path: str) -> Iterator[tuple[str, Scalar]]:
    if isinstance(tree, Sequence):
        for item in tree:
            yield from _dates_in(item, path)
    elif isinstance(tree, Mapping):
        for entry in tree:
            if isinstance(entry.value, Scalar) and entry.key.text in _KEYS:
                yield f"{path}.{entry.key.text}", entry.value
            else:
                yield from _dates_in(entry.value, f"{path}")
