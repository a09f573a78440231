"""Marks of free texts as they are typed: what a text counts as is signed by whoever says so, on the day of saying."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.chart.sections import section_of
from core.chart.words import OTHER
from core.entry.statement import Plain
from core.entry.typed.outcome import Doubt, Phrase, Typing, Understood

COUNTS_AS, TEXT = "counts_as", "text"
_BY, _ON = "by", "marked_on"
SIGNED = (COUNTS_AS, _BY, _ON)
"""A mark: what the text counts as, who says so, and the day of saying."""


@dataclass(frozen=True, slots=True)
class FreeText:
    """The words of a row that the catalogue does not know, and what they count as (of nothing: nobody has said)."""

    text: str
    counts_as: tuple[str, ...]
    by: str
    on: str


def free_naming(section: str) -> str:
    """Return the cell that names what a row is, of a list that holds free texts; "" of any other section."""
    declared = section_of(section)
    return declared.naming.name if declared.is_free and declared.naming is not None else ""


def free_text(section: str, content: Plain) -> FreeText | None:
    """Return the free text that a content writes, None where it names something of the catalogue."""
    naming = section_of(section).naming
    if not free_naming(section) or naming is None or not isinstance(content, dict):
        return None
    if not any(content.get(key) == OTHER for key in (naming.written, *naming.also)):
        return None
    return FreeText(_word(content, TEXT), _names(content), _word(content, _BY), _word(content, _ON))


def signed(section: str, content: dict[str, Plain], stands: Plain, typing: Typing) -> Understood:
    """Return the content of a row with the signature of its mark.

    A mark that stands keeps its signature. A new one is signed with the author and today. Other words are another
    text: what somebody signed of the words before does not count for them, and that is said.
    """
    now, before = free_text(section, content), free_text(section, stands)
    if now is None or not now.counts_as:
        is_left = before is not None and bool(before.counts_as)
        return Understood(_without(content, SIGNED if is_left else (_ON,)) if now else content)
    if before is None or before.counts_as != now.counts_as:
        day = typing.today or typing.evaluation_on
        return Understood({**content, _BY: typing.author, _ON: day.isoformat()})
    if before.text == now.text:
        return Understood(content)
    doubt = Doubt(Phrase("entry-mark-of-other-words", {"text": before.text}))
    return Understood(_without(content, SIGNED), doubts=(doubt,))


def _without(content: dict[str, Plain], names: tuple[str, ...]) -> dict[str, Plain]:
    return {name: value for name, value in content.items() if name not in names}


def _names(content: Mapping[str, Plain]) -> tuple[str, ...]:
    """One name alone says the same as a list of it."""
    written = content.get(COUNTS_AS, [])
    return tuple(name for name in (written if isinstance(written, list) else [written]) if isinstance(name, str))


def _word(content: Mapping[str, Plain], name: str) -> str:
    value = content.get(name, "")
    return value if isinstance(value, str) else ""
