"""An examination field by field.

The panel that shows it holds nothing: each answer is a new text of the field, which is the draft like any other. A
score is asked in a panel of its own (``core/entry/desk/scoring``).
"""

from __future__ import annotations

from dataclasses import dataclass

from core.catalogue.concept import Concept, Kind
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field
from core.entry.typed.dates import shown_date
from core.entry.typed.segments import part_ids, part_label, read_segments
from core.entry.typed.showing import brief_text
from core.entry.typed.words import word_shown, words_for
from core.language.languages import in_language
from core.scores.shipped import asked_for
from core.vocabulary.asking import shown
from core.vocabulary.vocabulary import Matter


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that one key gives: ``text`` is what is written, ``label`` what it means."""

    key: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part. ``answer`` is its text, "" while it is not answered; no ``choices`` where it is typed."""

    id: str
    label: str
    answer: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PartsState:
    """All parts of a field; ``open_count`` are not answered.

    ``last`` is the value and the day of the one on record, where that is of another day than what is entered now.
    """

    label: str
    parts: tuple[Part, ...]
    open_count: int
    last: tuple[str, str] | None = None


def has_panel(concept: Concept) -> bool:
    """True for what is entered part by part: an examination by its fields, a score by its inputs."""
    return _is_examination(concept) or asked_for(concept.id) is not None


def _is_examination(concept: Concept) -> bool:
    return concept.kind is Kind.RECORD and bool(concept.fields)


def parts_of(desk: Desk, where: Field) -> PartsState | None:
    """Return an examination field by field; None for what is none."""
    concept = desk.catalogue.concept(where.section)
    if concept is None or not _is_examination(concept):
        return None
    answers = read_segments(_text(desk, where)).answers(concept)
    parts = tuple(
        Part(
            part,
            part_label(concept, part, desk.language),
            answers.get(part, ""),
            _choices(concept, part, desk.language),
        )
        for part in part_ids(concept)
    )
    open_count = sum(not part.answer for part in parts)
    return PartsState(in_language(concept.label, desk.language), parts, open_count, _last(desk, where, concept))


def answered(desk: Desk, where: Field, part: str, answer: str) -> str:
    """Return the text of a field with one part answered, "" to take its answer away."""
    concept = desk.catalogue.concept(where.section)
    if concept is None:
        return desk.text(where)
    return read_segments(_text(desk, where)).with_answer(concept, part, answer, desk.language).text


def _text(desk: Desk, where: Field) -> str:
    """Return the text that is answered on: what was found another day is not found again today."""
    return desk.text(where) if desk.draft(where) is not None or _is_of_today(desk, where) else ""


def _is_of_today(desk: Desk, where: Field) -> bool:
    stands = desk.standing(where)
    content = None if stands is None else stands.statement.plain
    return isinstance(content, dict) and content.get("date", "") == desk.entry_on


def _last(desk: Desk, where: Field, concept: Concept) -> tuple[str, str] | None:
    stands = desk.standing(where)
    content = None if stands is None else stands.statement.plain
    if not isinstance(content, dict) or _is_of_today(desk, where):
        return None
    day = content.get("date")
    return brief_text(content, concept, desk.language), shown_date(day, desk.language) if isinstance(day, str) else ""


def _choices(concept: Concept, part: str, language: str) -> tuple[Choice, ...]:
    """A field of an examination is typed; where it can only be yes or no, a key says it."""
    keys = shown(Matter.TYPED, "keys", language)
    yes, no = (word_shown(word, language) for word in ("yes", "no"))
    both = (Choice(keys["yes"], yes, yes), Choice(keys["no"], no, no))
    return both if words_for(concept.fields[part], language) == (yes, no) else ()
