"""The blocks of the letter, in their order; one that would be empty is not printed."""

from __future__ import annotations

from collections.abc import Iterator

from core.chart.entries import Course
from core.documents.blocks import Block, Column, Heading, KeyValues, Lines, Paragraph, Table
from core.documents.referral_letter.options import Consent, LetterOptions, LetterPart
from core.documents.referral_letter.statements import TO_FILL, statement_blocks
from core.documents.referral_letter.telling import LetterTelling
from core.language.languages import in_language
from core.rule_files.compiling import CompiledRuleFile
from core.wording.conclusions import in_the_way
from core.wording.headline import headline_line
from core.wording.usual_exclusions import usual_facts, usual_line

_ACTIVITY = ("activity", "damage_function", "muscle_skin")
_ORGANS = ("kidney", "heart_lung", "chemistry", "blood", "antibodies", "infections", "pregnancy")
_HASH_SHOWN = 12


def letter_blocks(telling: LetterTelling, compiled: CompiledRuleFile | None, options: LetterOptions) -> Iterator[Block]:
    """Yield what was ticked."""
    if LetterPart.ACTIVITY in options.parts:
        yield from _findings(telling, "letter-heading-activity", _ACTIVITY)
    if LetterPart.ORGANS in options.parts:
        yield from _findings(telling, "letter-heading-organs", _ORGANS)
    if LetterPart.TREATMENTS in options.parts:
        yield from _treatments(telling)
    if LetterPart.RESULT in options.parts and compiled is not None:
        yield from _result(telling, compiled)
    for statement in options.statements:
        yield from statement_blocks(statement, telling)
    if LetterPart.CONSENT in options.parts:
        yield from _consent(telling, options.consent)


def _findings(telling: LetterTelling, heading: str, sections: tuple[str, ...]) -> Iterator[Block]:
    rows = tuple(
        (in_language(concept.label, telling.phrases.language), *telling.value_words(finding))
        for concept, finding in telling.latest(sections)
    )
    if rows:
        yield Heading(telling.say(heading))
        columns = (
            Column(telling.say("letter-column-what"), 3),
            Column(telling.say("letter-column-value"), 4),
            Column(telling.say("letter-column-day"), 1.6),
        )
        yield Table(columns, rows, telling.say(heading))


def _treatments(telling: LetterTelling) -> Iterator[Block]:
    """Every course is in the table, so that every one that a criterion counted is."""
    if not telling.chart.courses:
        return
    columns = tuple(
        Column(telling.say(f"letter-column-{name}"), width)
        for name, width in (("drug", 3), ("from", 1.6), ("to", 1.6), ("dose", 3), ("outcome", 2.4))
    )
    rows = tuple(
        (telling.drug(course), *_span(telling, course), _doses(telling, course), telling.outcome(course))
        for course in telling.chart.courses
    )
    yield Heading(telling.say("letter-heading-treatments"))
    yield Table(columns, rows, telling.say("letter-heading-treatments"))


def _span(telling: LetterTelling, course: Course) -> tuple[str, str]:
    first = telling.say("letter-day-unknown") if course.start is None else telling.day(course.start.text)
    if course.end is not None:
        return first, telling.day(course.end.text)
    return first, telling.say("letter-ongoing" if course.is_ongoing else "letter-day-unknown")


def _doses(telling: LetterTelling, course: Course) -> Lines:
    """Doses are those of the patient's own record, as they were typed."""
    return Lines(
        tuple(
            telling.say("letter-dose", dose=segment.text, day=telling.day(segment.start.text))
            for segment in course.doses
        )
        or (telling.say("letter-dose-not-recorded"),)
    )


def _result(telling: LetterTelling, compiled: CompiledRuleFile) -> Iterator[Block]:
    screening = telling.screening
    if screening is None:
        return
    best, rule_file = screening.best, screening.rule_file
    scope = compiled.scopes[best.id]
    yield Heading(telling.say("letter-heading-result", day=telling.shown_day(screening.evaluation_on)))
    line = headline_line(screening, scope, telling.phrases)
    way = "; ".join(in_the_way(best, rule_file, scope, telling.phrases, is_day_shown=False))
    yield Paragraph(f"{in_language(rule_file.title, telling.phrases.language)}: {line}. {way[:1].upper()}{way[1:]}.")
    facts = usual_facts(screening, scope, telling.phrases)
    usual = usual_line((each for each in facts if telling.may_tell(each)), telling.phrases)
    if usual:
        yield Paragraph(f"{usual[:1].upper()}{usual[1:]}.")
    yield Paragraph(
        telling.say("letter-basis", id=rule_file.id, version=rule_file.version, hash=rule_file.hash[:_HASH_SHOWN])
    )


def _consent(telling: LetterTelling, consent: Consent) -> Iterator[Block]:
    """Who agreed; of a minor each guardian and the assent. What is not known is a line to fill in."""
    yield Heading(telling.say("letter-heading-consent"))
    pairs = [("letter-consent-participant", consent.participant)]
    if telling.is_minor:
        guardians = (*consent.guardians, "", "")[: max(len(consent.guardians), 2)]
        pairs = [("letter-consent-guardian", each) for each in guardians]
        pairs.append(("letter-consent-assent", consent.assent))
    pairs += [
        ("letter-consent-language", consent.language),
        ("letter-consent-date", consent.on),
        ("letter-consent-informed-by", consent.informed_by),
    ]
    yield KeyValues(tuple((telling.say(phrase), value or TO_FILL) for phrase, value in pairs))
    if telling.is_minor:
        yield Paragraph(telling.say("letter-consent-majority"))
