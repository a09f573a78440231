"""What is said beside one input: its definition, what is on record of it, what its answer would decide, after whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.chart.values import Landmark, Measured, Scored, TestResult
from core.entry.desk.scoring.asking import Scoring
from core.entry.desk.scoring.deciding import would_decide
from core.entry.desk.scoring.lines import Choice, choices
from core.entry.scoring.evidence import Evidence
from core.entry.typed.dates import shown_date
from core.entry.typed.showing import value_text
from core.language.languages import in_language
from core.language.numbers import with_decimal_sign
from core.scores.definition import Input
from core.scores.recording import NOT_EXAMINED


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """What is on record of an input: of what, the value, its day and what it fits or why it is not taken."""

    name: str
    value: str
    about: str


@dataclass(frozen=True, slots=True)
class InputDetails:
    """``answer`` is what can be taken from the record, in words, ``could`` what each answer would come to.

    ``keys`` says which key gives which answer, where that is not plain.
    """

    title: str
    weight: str
    definition: str
    evidence: tuple[EvidenceLine, ...]
    answer: str
    could: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]
    sources: tuple[str, ...]


def input_details(scoring: Scoring, name: str) -> InputDetails:
    """Return what is said beside an input."""
    asked, words = scoring.definition.inputs[name], scoring.words
    own = [each for each in choices(scoring, asked) if each.word != NOT_EXAMINED]
    return InputDetails(
        title=words.label(asked),
        weight=words.points(asked),
        definition=in_language(asked.help, words.language),
        evidence=tuple(_line(scoring, each, asked) for each in scoring.on_day.of(scoring.definition, asked)),
        answer=words.answer(asked, scoring.offered.get(name, "")),
        could=tuple(would_decide(scoring, asked, tuple(each.word for each in own))),
        keys=tuple(_key(each) for each in own if asked.options),
        sources=(*scoring.definition.sources, *_marks(scoring)),
    )


def _key(choice: Choice) -> str:
    """Return a key with the answer it gives; a grade is called by its key already."""
    key = choice.key.upper()
    return choice.label if choice.label.startswith(key) else f"{key}: {choice.label}"


def _marks(scoring: Scoring) -> Iterator[str]:
    """Yield the doubts about a score: of the whole by its letter, then of parts."""
    definition, words = scoring.definition, scoring.words
    if definition.status in "MC":
        yield f"{definition.status}: {words.phrases.say(f'score-letter-{definition.status}')}"
    yield from (f"{each.letter}: {in_language(each.about, words.language)}" for each in definition.marks)


def _line(scoring: Scoring, evidence: Evidence, asked: Input) -> EvidenceLine:
    words, finding = scoring.words, evidence.finding
    say = words.phrases.say
    name = in_language(evidence.concept.label, words.language)
    if finding is None:
        return EvidenceLine(name, say("score-not-recorded"), "")
    day = shown_date(finding.on.text, words.language) if finding.on is not None else ""
    fits = say("score-fits", answer=words.answer(asked, evidence.answer)) if evidence.answer else ""
    why = "" if evidence.why_not is None else say(f"score-not-taken-{evidence.why_not.value}")
    return EvidenceLine(name, _value(evidence, words.language), " · ".join(filter(None, (day, fits, why))))


def _value(evidence: Evidence, language: str) -> str:
    match None if evidence.finding is None else evidence.finding.value:
        case Measured(quantity):
            return value_text(quantity.text, evidence.concept, language)
        case TestResult(word, quantity):
            return value_text(word if quantity is None else quantity.text, evidence.concept, language)
        case Scored(total) if total is not None and total.is_exact:
            return with_decimal_sign(f"{total.low:f}", language)
        case Landmark(on):
            return shown_date(on.text, language)
        case _:
            return ""
