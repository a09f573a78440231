"""A field part by part: the items of a score, its graded domains, the fields of an examination.

The panel that shows them holds nothing: each answer is a new text of the field, which is the draft like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from core.catalogue.concept import Concept, Kind
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field
from core.entry.typed.dates import shown_date
from core.entry.typed.numbers import read_number_text
from core.entry.typed.scores import added_up, has_parts, read_score_parts
from core.entry.typed.segments import OTHERS, Segments, part_ids, part_label, read_segments
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
    weight: str
    answer: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PartsState:
    """All parts of a field. ``open_count`` are not answered; the rest can be answered at once with ``rest``.

    ``last`` is the value and the day of the one on record, where that is of another day than what is entered now.
    """

    label: str
    total: str
    parts: tuple[Part, ...]
    open_count: int
    rest: Choice | None
    last: tuple[str, str] | None = None


def has_panel(concept: Concept) -> bool:
    """True for what is entered part by part."""
    is_examination = concept.kind is Kind.RECORD and bool(concept.fields)
    return has_parts(concept) or is_examination or asked_for(concept.id) is not None


def parts_of(desk: Desk, where: Field) -> PartsState | None:
    """Return a field part by part; None for one that has none."""
    concept = desk.catalogue.concept(where.section)
    if concept is None or not has_panel(concept):
        return None
    segments = read_segments(_text(desk, where))
    answers = segments.answers(concept)
    others = answers.get(OTHERS, "")
    choices = _choices(concept, desk.language)
    weights = {item.id: str(item.weight) for item in concept.items}
    parts = tuple(
        Part(
            part,
            part_label(concept, part, desk.language),
            weights.get(part, ""),
            _shown(answers.get(part, others), choices),
            choices or _field_choices(concept, part, desk.language),
        )
        for part in part_ids(concept)
    )
    open_count = sum(not part.answer for part in parts)
    rest = choices[1] if concept.items else None
    label, last = in_language(concept.label, desk.language), _last(desk, where, concept)
    return PartsState(label, segments.head, parts, open_count, rest, last)


def answered(desk: Desk, where: Field, part: str, answer: str) -> str:
    """Return the text of a field with one part answered, "" to take its answer away.

    A total stays while the items allow it; once every item is answered it is their sum.
    """
    concept = desk.catalogue.concept(where.section)
    if concept is None:
        return desk.text(where)
    segments = read_segments(_text(desk, where))
    is_open = not answer and OTHERS in segments.answers(concept) and part != OTHERS
    segments = segments.with_answer(concept, part, "?" if is_open else answer, desk.language)
    return _summed(segments, concept, desk.language).text


def rest_answered(desk: Desk, where: Field, answer: str) -> str:
    """Return the text of a field with every part that is not answered answered alike."""
    concept, state = desk.catalogue.concept(where.section), parts_of(desk, where)
    if concept is None or state is None:
        return desk.text(where)
    segments = read_segments(_text(desk, where))
    for part in state.parts:
        if not part.answer:
            segments = segments.with_answer(concept, part.id, "", desk.language)
    return _summed(segments.with_answer(concept, OTHERS, answer, desk.language), concept, desk.language).text


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
    shown = shown_date(day, desk.language) if isinstance(day, str) else ""
    return brief_text(content, concept, desk.language), shown


def _summed(segments: Segments, concept: Concept, language: str) -> Segments:
    if not concept.items:
        return segments
    items = read_score_parts(segments, concept, language)
    if not isinstance(items, dict):
        return segments
    summed = added_up(items, concept)
    if summed.is_whole:
        return replace(segments, head=str(summed.least))
    total = _number(segments.head)
    return segments if total is not None and summed.least <= total <= summed.most else replace(segments, head="")


def _number(text: str) -> Decimal | None:
    read = read_number_text(text) if text else None
    try:
        return None if read is None else Decimal(read.text)
    except InvalidOperation:
        return None


def _choices(concept: Concept, language: str) -> tuple[Choice, ...]:
    if concept.items:
        return _yes_no(language)
    if concept.domains:
        return tuple(Choice(code.id.lower(), code.id, in_language(code.label, language)) for code in concept.codes)
    return ()


def _yes_no(language: str) -> tuple[Choice, Choice]:
    keys = shown(Matter.TYPED, "keys", language)
    yes, no = (word_shown(word, language) for word in ("yes", "no"))
    return Choice(keys["yes"], yes, yes), Choice(keys["no"], no, no)


def _field_choices(concept: Concept, part: str, language: str) -> tuple[Choice, ...]:
    """A field of an examination is typed; where it can only be yes or no, a key says it."""
    words = words_for(concept.fields[part], language)
    yes_no = _yes_no(language)
    return yes_no if words == tuple(each.text for each in yes_no) else ()


def _shown(answer: str, choices: tuple[Choice, ...]) -> str:
    """An answer in the words of its choices; a question mark answers nothing."""
    if answer == "?":
        return ""
    return next((each.text for each in choices if answer.casefold() in (each.text.casefold(), each.key)), answer)
