"""The inputs of a score line by line: how each is answered, what it counts, what it was, whether it decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.entry.desk.scoring.asking import Scoring
from core.entry.desk.scoring.deciding import deciding
from core.entry.desk.scoring.words import NO, YES
from core.entry.scoring.answers import NUMBERS, is_level
from core.language.languages import in_language
from core.language.numbers import with_decimal_sign
from core.scores.definition import Family, Input, Kind
from core.scores.recording import NOT_EXAMINED

NOT_EXAMINED_KEY = "-"
_SUMMED = (Family.ACTIVITY, Family.DAMAGE)


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that a key gives: ``word`` stands on record, ``label`` is what it is called, ``short`` in a row."""

    key: str
    word: str
    label: str
    short: str


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One input. ``answer`` is its word, "" while it is not answered, ``told`` what is shown of it.

    No ``choices`` but "not examined" where a number is typed. ``change`` says what it was last time, ``tone`` whether
    that was better or worse; ``mark`` and, in words, ``beside`` whether it decides, or could.
    """

    id: str
    label: str
    weight: str
    choices: tuple[Choice, ...]
    answer: str
    told: str
    unit: str = ""
    change: str = ""
    tone: str = ""
    mark: str = ""
    beside: str = ""
    is_typed: bool = False
    spoken: str = ""

    @property
    def is_there(self) -> bool:
        """True for an answer that says that something is there."""
        return self.answer not in ("", NO, "0", NOT_EXAMINED)


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group, and what its inputs come to."""

    label: str
    told: str = ""


Line = AskedRow | Heading


def lines(scoring: Scoring) -> Iterator[Line]:
    """Yield every input under its heading; those without one come first."""
    definition = scoring.definition
    decisive = frozenset(deciding(scoring)) if definition.family is Family.CLASSIFICATION else frozenset[str]()
    yield from (_row(scoring, each, decisive) for each in definition.asked if not definition.heading(each))
    for group, labels in definition.groups.items():
        inputs = [each for each in definition.asked if definition.heading(each) == group]
        if inputs:
            yield Heading(in_language(labels, scoring.words.language), _subtotal(scoring, inputs))
            yield from (_row(scoring, each, decisive) for each in inputs)


def choices(scoring: Scoring, asked: Input) -> tuple[Choice, ...]:
    """Return the answers of an input that a key gives; every input can be not examined."""
    words = scoring.words
    not_examined = _choice(scoring, NOT_EXAMINED_KEY, NOT_EXAMINED)
    if asked.kind is Kind.YES_NO:
        return (Choice("1", YES, words.answer(asked, YES), words.answer(asked, YES)),
                Choice("0", NO, words.answer(asked, NO), words.answer(asked, NO)), not_examined)  # fmt: skip
    if asked.kind is Kind.CHOICE:
        named = [(option.lower() if len(option) == 1 else str(at), option)
                 for at, option in enumerate(asked.options, start=1)]  # fmt: skip
        return (*(_choice(scoring, key, option) for key, option in named), not_examined)
    if is_level(asked):
        levels = [str(at) for at in range(int(asked.highest) + 1)]
        return (*(Choice(level, level, level, level) for level in levels), not_examined)
    return (not_examined,)


def _choice(scoring: Scoring, key: str, word: str) -> Choice:
    return Choice(key, word, scoring.words.word(word), scoring.words.shortly(word))


def _row(scoring: Scoring, asked: Input, decisive: frozenset[str]) -> AskedRow:
    words, say = scoring.words, scoring.words.phrases.say
    word = scoring.answers.given.get(asked.id, "")
    told = words.answer(asked, word)
    change, tone = _change(scoring, asked, word)
    mark = _mark(scoring, asked, word, decisive)
    beside = say(f"score-mark-{mark}") if mark else ""
    spoken = (words.label(asked), words.points(asked), told or say("score-not-answered"), change, beside)
    return AskedRow(
        asked.id,
        words.label(asked),
        words.weight(asked),
        choices(scoring, asked),
        word,
        told,
        asked.unit,
        change,
        tone,
        mark,
        beside,
        is_typed=asked.kind in NUMBERS and not is_level(asked),
        spoken=", ".join(filter(None, spoken)),
    )


def _mark(scoring: Scoring, asked: Input, word: str, decisive: frozenset[str]) -> str:
    """Return whether an input of a classification decides, or could while it is open."""
    if scoring.definition.family is not Family.CLASSIFICATION:
        return ""
    if word not in ("", NOT_EXAMINED):
        return "decides" if asked.id in decisive else ""
    return "open" if scoring.is_open else ""


def _change(scoring: Scoring, asked: Input, word: str) -> tuple[str, str]:
    """Return what an input was last time where it is another now, and whether that is better or worse."""
    before = "" if scoring.last is None else scoring.last[1].given.get(asked.id, "")
    if not before or before == word:
        return "", ""
    words, say = scoring.words, scoring.words.phrases.say
    is_yes_no = asked.kind is Kind.YES_NO
    was = say("score-was", answer=words.answer(asked, before) if is_yes_no else words.shortly(before))
    if not word or NOT_EXAMINED in (word, before) or not is_yes_no:
        return was, ""
    return (f"▲ {say('score-new')}", "bad") if word == YES else (f"▼ {was}", "neutral")


def _subtotal(scoring: Scoring, inputs: list[Input]) -> str:
    """Return what a group adds by now, where the score is a sum, and how much of it was not examined."""
    given, words = scoring.answers.given, scoring.words
    not_examined = sum(given.get(each.id) == NOT_EXAMINED for each in inputs)
    left = words.phrases.say("score-some-not-examined", count=not_examined) if not_examined else ""
    if scoring.definition.family not in _SUMMED or not all(each.is_item for each in inputs):
        return left
    points = sum((_points(each, given.get(each.id, "")) for each in inputs), Decimal(0))
    return " · ".join(part for part in (with_decimal_sign(f"{points:f}", words.language), left) if part)


def _points(asked: Input, word: str) -> Decimal:
    level = Decimal(1) if word == YES else Decimal(word) if word.isdecimal() else Decimal(0)
    return level * Decimal(asked.weight.numerator) / Decimal(asked.weight.denominator)
