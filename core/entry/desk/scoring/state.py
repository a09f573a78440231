"""The whole panel of a score in words: what it comes to while inputs are open, its parts, what stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.catalogue.concept import Kind
from core.entry.desk.scoring.asking import Scoring, day_of
from core.entry.desk.scoring.deciding import DECIDING, deciding
from core.entry.desk.scoring.lines import Line, lines
from core.entry.desk.scoring.words import NO
from core.entry.desk.showing import problem_words
from core.entry.typed import Refused
from core.entry.typed.dates import shown_date
from core.entry.typed.showing import brief_text, value_text
from core.language.languages import in_language
from core.language.numbers import with_decimal_sign
from core.scores.answering import Answer, Told
from core.scores.definition import Kind as Asked
from core.scores.recording import NOT_EXAMINED, word_of


@dataclass(frozen=True, slots=True)
class ScoreState:
    """The panel. ``value`` and ``rest`` are what it comes to, while inputs are open ``16``, ``to 24``.

    ``record`` is what the button says, ``rest_is`` what the one says that answers all that is left ("" where none
    does), ``on_record`` how many values on record can be taken.
    """

    title: str
    version: str
    lines: tuple[Line, ...]
    value: str
    rest: str
    open_words: str
    last: str
    parts: tuple[tuple[str, str], ...]
    warning: str
    day: str
    record: str
    can_record: bool
    can_copy: bool
    rest_is: str
    on_record: int

    @property
    def spoken(self) -> str:
        """What it comes to, as one sentence."""
        return ", ".join(part for part in (" ".join(filter(None, (self.value, self.rest))), self.open_words) if part)


def score_state(scoring: Scoring) -> ScoreState:
    """Return the panel as the desk stands."""
    words, definition = scoring.words, scoring.definition
    value, rest = words.conclusion(scoring.answer)
    return ScoreState(
        title=in_language(definition.label, words.language),
        version=words.phrases.say("score-version", version=definition.version, count=len(definition.asked)),
        lines=tuple(lines(scoring)),
        value=value,
        rest=rest,
        open_words=_open_words(scoring),
        last=_last_words(scoring),
        parts=tuple(_parts(scoring)),
        warning=_warning(scoring),
        day=shown_date(scoring.day, words.language) if scoring.day else "",
        record=words.phrases.say("score-record", told=_comes_to(scoring)) if value else "",
        can_record=scoring.draft is not None and scoring.draft.is_understood,
        can_copy=scoring.last is not None and bool(scoring.last[1].given),
        rest_is=_rest(scoring),
        on_record=len(scoring.offered),
    )


def _comes_to(scoring: Scoring) -> str:
    """Return what it comes to in one: ``12``, ``16 to 24``, ``open``."""
    value, rest = scoring.words.conclusion(scoring.answer)
    return value if value == scoring.words.open else " ".join(filter(None, (value, rest)))


def _rest(scoring: Scoring) -> str:
    left = scoring.answers.rest
    if not left:
        return ""
    is_yes_no = any(each.kind is Asked.YES_NO for each in left)
    answer = scoring.words.word(NO) if is_yes_no else "0"
    return scoring.words.phrases.say("score-rest", answer=answer, count=len(left))


def _open_words(scoring: Scoring) -> str:
    say, every = scoring.words.phrases.say, len(scoring.definition.asked)
    left = len(scoring.answers.open)
    not_examined = sum(word == NOT_EXAMINED for word in scoring.answers.given.values())
    told = [say("score-open-count", count=left, all=every)] if left else []
    told += [say("score-not-examined-count", count=not_examined, all=every)] if not_examined else []
    return " · ".join(told)


def _parts(scoring: Scoring) -> Iterator[tuple[str, str]]:
    """Yield the outputs that are told beside the first; those of a mapping one by one."""
    answer, words, definition = scoring.answer, scoring.words, scoring.definition
    for name in definition.parts if answer is not None else ():
        told = None if answer is None else answer.output.get(name)
        label = in_language(definition.words.get(name, {}), words.language)
        if isinstance(told, Mapping):
            yield from ((words.word(key), words.told(each) or words.open) for key, each in told.items())
        elif name == DECIDING:
            names = [words.label(definition.inputs[each]) for each in deciding(scoring)]
            yield label, ", ".join(names) or words.phrases.say("score-nothing-yet")
        elif told is not None:
            yield label, words.told(told)
        elif answer is not None:
            yield label, words.between(answer, name)


# --- since last time


def _last_words(scoring: Scoring) -> str:
    """Return what it was last time, the day, and by how much it is another now."""
    if scoring.last is None:
        return ""
    words, (kept, answers) = scoring.words, scoring.last
    content = kept.statement.plain
    text = brief_text(content, scoring.concept, words.language)
    if answers.given and isinstance(content, dict) and "value" not in content:
        text = " ".join(filter(None, words.conclusion(scoring.answer_of(answers.given))))
    day = shown_date(day_of(kept), words.language)
    told = words.phrases.say("score-last", value=text, day=day)
    change = _change(scoring)
    return f"{told} · {words.phrases.say('score-change', change=change)}" if change else told


def _change(scoring: Scoring) -> str:
    """Return by how much a total is another than last time, as far as both are known."""
    finding, answer = scoring.definition.finding, scoring.answer
    content = None if scoring.last is None else scoring.last[0].statement.plain
    written = content.get("value") if isinstance(content, dict) else None
    if finding is None or answer is None or scoring.concept.kind is not Kind.SCORE or not isinstance(written, str):
        return ""
    told = answer.output.get(finding.value)
    ends: tuple[Told, Told] = (told, told) if told is not None else answer.ranges.get(finding.value, (None, None))
    try:
        low, high = (_signed(Decimal(word_of(each)) - Decimal(written), scoring) for each in ends)
    except ArithmeticError:
        return ""
    return low if low == high else scoring.words.phrases.say("score-range", low=low, high=high)


def _signed(number: Decimal, scoring: Scoring) -> str:
    sign = "\N{MINUS SIGN}" if number < 0 else "+" if number > 0 else ""
    return sign + with_decimal_sign(f"{abs(number):f}", scoring.words.language)


# --- what stands against it


def _warning(scoring: Scoring) -> str:
    """Return what is wrong, or that another value is on record of the day."""
    draft, words = scoring.draft, scoring.words
    if draft is None:
        return ""
    if isinstance(draft.typed, Refused):
        return problem_words(draft.typed, words.phrases)
    stands = None if draft.statement is None else scoring.desk.of_same_day(scoring.concept.id, draft.statement)
    content = None if stands is None else stands.statement.plain
    written = content.get("value") if isinstance(content, dict) else None
    if not isinstance(written, str) or scoring.answer is None or _fits(written, scoring.answer, scoring):
        return ""
    shown = value_text(written, scoring.concept, words.language)
    return words.phrases.say("score-conflict", typed=shown, told=_comes_to(scoring))


def _fits(written: str, answer: Answer, scoring: Scoring) -> bool:
    """True where what is on record of the day can be what the answers give."""
    finding, values = scoring.definition.finding, scoring.values_of(answer)
    if values or finding is None:
        return not values or written in values
    low, high = answer.ranges.get(finding.value, (None, None))
    try:
        number = Decimal(written)
    except ArithmeticError:
        return True
    return not isinstance(low, (int, float)) or not isinstance(high, (int, float)) or low <= number <= high
