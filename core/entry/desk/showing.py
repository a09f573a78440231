"""What a field shows, in words of a language: made of the desk, nothing of it kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.catalogue.concept import Concept
from core.chart.birth import AGE
from core.chart.reading.moments import BEFORE_BIRTH
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, FieldState, OfferedText, cells_of
from core.entry.statement import Plain, Statement
from core.entry.typed import Doubt, Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.entry.typed.ages import born_words
from core.entry.typed.amounts import other_unit
from core.entry.typed.cells import read_cell
from core.entry.typed.dates import shown_date
from core.entry.typed.marks import COUNTS_AS, free_text
from core.entry.typed.showing import beside_text, brief_text, unit_of
from core.language.phrases import Phrases
from core.language.translating import translated
from core.values.partial_date import parse_partial_date


def field_state(desk: Desk, where: Field, phrases: Phrases, too_old_for: int = 0) -> FieldState:
    """Return one field as it stands; ``too_old_for`` so many rule files want a newer value."""
    draft = desk.draft(where)
    stands = desk.standing(where)
    concept = _measured(desk, where)
    if draft is None:
        return FieldState("") if stands is None else _recorded(stands.statement, desk, where, phrases, too_old_for)
    return FieldState(
        draft.text,
        unit=""
        if concept is None or not isinstance(draft.typed, Understood)
        else unit_of(draft.typed.content, concept),
        note=" · ".join(_beside(draft.typed, phrases)),
        warning=" ".join(_warnings(draft.typed, phrases)),
        offers=tuple(offered_texts(draft.typed)),
        is_draft=True,
        standing=phrases.say("entry-draft"),
        is_waiting=not draft.is_understood,
        is_recorded=stands is not None,
    )


def say(phrase: Phrase, phrases: Phrases) -> str:
    """Return a phrase in words; what a reader of files said of the text is said in the language too."""
    sentences = {name: translated(each, phrases.language) for name, each in phrase.sentences.items()}
    return phrases.say(phrase.id, **phrase.arguments, **sentences)


def problem_words(typed: Typed, phrases: Phrases) -> str:
    """Return what is wrong with a text, "" where nothing is."""
    return " ".join(_warnings(typed, phrases))


def warning_on_record(desk: Desk, where: Field, phrases: Phrases) -> str:
    """Return that what is on record lies before the birth date, which was corrected since; "" where it does not."""
    stands = desk.standing(where)
    problems = () if stands is None else desk.recorded.problems.get(stands.id, ())
    return phrases.say("entry-before-birth") if any(each.code == BEFORE_BIRTH for each in problems) else ""


def mark_state(desk: Desk, where: Field, phrases: Phrases) -> FieldState:
    """Return what stands beside a free text: what it counts as and who signed that, or that nobody did yet."""
    draft, stands = desk.draft(where), desk.standing(where)
    statement = draft.statement if draft is not None else None if stands is None else stands.statement
    free = None if statement is None else free_text(where.section, statement.plain)
    text = cells_of(desk.text(where)).get(COUNTS_AS, "")
    if free is None or not free.counts_as:
        note = phrases.say("entry-not-marked")
    else:
        note = phrases.say("entry-marked", by=free.by, date=shown_date(free.on, desk.language))
    if draft is None:
        return FieldState(text, note, is_recorded=bool(text))
    typed = read_cell(where.section, COUNTS_AS, text, desk.catalogue, desk.typing)
    warnings = _warnings(typed, phrases) or _warnings(draft.typed, phrases)
    return FieldState(
        text,
        note,
        warning=" ".join(warnings),
        offers=tuple(offered_texts(typed)),
        is_draft=True,
        standing=phrases.say("entry-draft"),
        is_waiting=not draft.is_understood,
        is_recorded=stands is not None,
    )


def _recorded(statement: Statement, desk: Desk, where: Field, phrases: Phrases, too_old_for: int) -> FieldState:
    content, text = statement.plain, desk.text(where)
    concept = _measured(desk, where)
    if where.section == AGE:
        notes = [say(phrase, phrases) for phrase in born_words(content, desk.language)]
    else:
        notes = [_age_note(statement, desk, phrases)]
    brief = text
    if concept is not None:
        brief = brief_text(content, concept, desk.language)
        value = content.get("value") if isinstance(content, dict) else None
        typing = Typing(desk.language, desk.evaluation_on)
        other = other_unit(value, concept, typing) if isinstance(value, str) else None
        notes += [] if other is None else [say(other, phrases)]
        notes += beside_text(content, concept, desk.language)
    if too_old_for:
        notes.append(phrases.say("entry-too-old", count=too_old_for))
    return FieldState(
        text,
        " · ".join(note for note in notes if note),
        "" if concept is None else unit_of(content, concept),
        warning=warning_on_record(desk, where, phrases),
        is_recorded=True,
        brief=brief,
        is_stale=too_old_for > 0,
        day=_shown_day(statement, desk),
    )


def _measured(desk: Desk, where: Field) -> Concept | None:
    """The concept whose findings a field takes; an age is none: it is said of the person."""
    return None if where.section == AGE else desk.catalogue.concept(where.section)


def _shown_day(statement: Statement, desk: Desk) -> str:
    written = _written_day(statement.plain)
    return shown_date(written, desk.language) if parse_partial_date(written) is not None else ""


def _age_note(statement: Statement, desk: Desk, phrases: Phrases) -> str:
    """How old what is on record is on the date of evaluation, where its day is known."""
    moment = parse_partial_date(_written_day(statement.plain))
    return "" if moment is None or not moment.is_exact else _age(moment.last, desk.evaluation_on, phrases)


def _age(day: date, evaluation_on: date, phrases: Phrases) -> str:
    if day > evaluation_on:
        return phrases.say("entry-after-evaluation")
    return phrases.say("entry-age-days", days=(evaluation_on - day).days)


def _written_day(content: Plain) -> str:
    day = content.get("date", "") if isinstance(content, dict) else ""
    return day if isinstance(day, str) else ""


def _beside(typed: Typed, phrases: Phrases) -> Iterable[str]:
    return [say(phrase, phrases) for phrase in typed.beside] if isinstance(typed, Understood) else []


def _doubts(typed: Typed) -> tuple[Doubt, ...]:
    return typed.doubts if isinstance(typed, Understood) else ()


def _warnings(typed: Typed, phrases: Phrases) -> list[str]:
    match typed:
        case Refused(reason=reason) | TwoReadings(reason=reason):
            return [say(reason, phrases)]
        case Understood(doubts=doubts):
            return [say(doubt.reason, phrases) for doubt in doubts]
        case Empty():
            return []


def offered_texts(typed: Typed) -> list[OfferedText]:
    """Return what a text may have been meant to be."""
    found: list[Offer] = [offer for doubt in _doubts(typed) for offer in doubt.offers]
    if isinstance(typed, Refused | TwoReadings):
        found += typed.offers
    return [OfferedText(offer.text, offer.text) for offer in found]
