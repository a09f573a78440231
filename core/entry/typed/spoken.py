"""Outcomes, reasons for stopping, that a course goes on, as they are said: ``spoken.yaml`` of each language.

A word that can be two of them is asked about; one that belongs into another column leads there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from core.catalogue.spelling import folded
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.discovery import resource_path
from core.entry.patient_file import plain_of
from core.entry.statement import Plain
from core.source_text.reading import read_text

_FILE = "spoken.yaml"
ENDS = ("ongoing", "unknown")
"""What can stand for an end besides a day."""

_COLUMNS: Mapping[tuple[str, ...], str] = {OUTCOMES: "outcomes", REASONS_FOR_STOPPING: "reasons", ENDS: "ends"}
"""The part of the file that speaks of a column, by the words that the column can hold."""


@cache
def spoken_in(words: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Return what each spoken word (folded) can be in the column that holds these words, in every language."""
    column = _COLUMNS.get(words)
    return {} if column is None else {folded(said): can_be for said, can_be in _spoken(column)}


def is_reason_for_stopping(text: str) -> bool:
    """True for what is said of why a course was stopped and not of what came of it."""
    said = folded(text)
    is_reason = said in spoken_in(REASONS_FOR_STOPPING) or said in map(folded, REASONS_FOR_STOPPING)
    return is_reason and said not in spoken_in(OUTCOMES)


def _spoken(column: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for path in sorted(resource_path("phrases").glob(f"*/{_FILE}")):
        tree, _ = read_text(path.read_bytes(), path.name)
        whole = {} if tree is None else _mapping(plain_of(tree))
        for word, said in _mapping(whole.get(column, "")).items():
            yield from ((each, (word,)) for each in _texts(said))
        several = _mapping(whole.get("several", "")).get(column, "")
        for entry in several if isinstance(several, list) else ():
            asked = _mapping(entry)
            yield from ((each, _texts(asked.get("can_be", ""))) for each in _texts(asked.get("said", "")))


def _mapping(content: Plain) -> dict[str, Plain]:
    return content if isinstance(content, dict) else {}


def _texts(content: Plain) -> tuple[str, ...]:
    return tuple(each for each in content if isinstance(each, str)) if isinstance(content, list) else ()
