"""What inputs, answers and outputs of a score are called in a language."""

from __future__ import annotations

from dataclasses import dataclass

from core.catalogue.concept import Concept
from core.entry.typed.words import word_shown
from core.language.languages import in_language
from core.language.numbers import with_decimal_sign
from core.language.phrases import Phrases
from core.scores.answering import Answer, Told
from core.scores.definition import Definition, Input, Kind
from core.scores.recording import NOT_EXAMINED, word_of

YES, NO = "yes", "no"
_LETTER = 2
"""A word of so many letters is the name of a grade, which everybody knows by its letter."""


@dataclass(frozen=True, slots=True)
class ScoreWords:
    """The words of one score."""

    definition: Definition
    concept: Concept
    phrases: Phrases

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.phrases.language

    def label(self, asked: Input) -> str:
        """Return what an input is called."""
        return in_language(asked.label, self.language)

    def word(self, word: str) -> str:
        """Return a word of the score or of its concept; a number with the sign of the language."""
        known = self.definition.words.get(word)
        if known is not None:
            return in_language(known, self.language)
        if word in (YES, NO, NOT_EXAMINED):
            return word_shown(word, self.language)
        code = self.concept.code(word) if self.concept.codes else None
        return with_decimal_sign(word, self.language) if code is None else in_language(code.label, self.language)

    def answer(self, asked: Input, word: str) -> str:
        """Return an answer as it is shown beside its input."""
        if word in ("", YES, NO, NOT_EXAMINED):
            return word and word_shown(word, self.language)
        return self.word(word) if asked.kind is Kind.CHOICE else with_decimal_sign(word, self.language)

    def shortly(self, word: str) -> str:
        """Return a grade by its letter, anything longer in words."""
        return word if len(word) <= _LETTER and word != NO else self.word(word)

    def told(self, told: Told) -> str:
        """Return one result of a score; "" for one that is open."""
        return self.word(word_of(told))

    def weight(self, asked: Input) -> str:
        """Return what a yes, or each level, adds; "" where that goes without saying."""
        if not asked.is_item or not asked.weight or (asked.weight == 1 and asked.kind is not Kind.YES_NO):
            return ""
        exact = asked.weight.numerator if asked.weight.denominator == 1 else float(asked.weight)
        return with_decimal_sign(word_of(exact), self.language)

    def points(self, asked: Input) -> str:
        """Return the weight as a sentence has it."""
        weight = self.weight(asked)
        return self.phrases.say("score-points", count=int(weight) if weight.isdecimal() else weight) if weight else ""

    def conclusion(self, answer: Answer | None) -> tuple[str, str]:
        """Return what a score comes to and, while it is open, between what: ``16``, ``to 24``."""
        finding = self.definition.finding
        if finding is None or answer is None:
            return "", ""
        told = answer.output.get(finding.value)
        if told is not None:
            return self.told(told), ""
        low, high = answer.ranges.get(finding.value, (None, None))
        if low is not None and high is not None:
            return self.told(low), self.phrases.say("score-to", high=self.told(high))
        return self.open, " / ".join(self.told(each) for each in answer.possible.get(finding.value, ()))

    def between(self, answer: Answer, name: str) -> str:
        """Return between what an open output lies, or which words it can be."""
        low, high = answer.ranges.get(name, (None, None))
        if low is not None and high is not None:
            return self.phrases.say("score-range", low=self.told(low), high=self.told(high))
        return " / ".join(self.told(each) for each in answer.possible.get(name, ())) or self.open

    @property
    def open(self) -> str:
        """The word for what is open."""
        return self.phrases.say("score-open")
