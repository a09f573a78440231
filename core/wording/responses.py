"""Instruments in words: what they say of a visit, and each part with its values, its limit and what leaves it open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.engine.judgement.outcome import About, Gap
from core.language.languages import in_language
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.responses.contact import Used
from core.responses.response import Part, Response
from core.scores.definition import Definition
from core.scores.shipped import definition_of, shipped_scores
from core.values.truth import Truth
from core.wording.causes import cause_sentence
from core.wording.entries import told
from core.wording.measures import typeset_unit
from core.wording.telling import Telling

_SIGNS = {Truth.TRUE: "✓", Truth.FALSE: "✕", Truth.UNKNOWN: "?"}
_MET, _BETTER, _EVENT = ("met", "not-met"), ("better", "not-better"), ("no-event", "an-event")
_STEP_ONE = "step1_event"
_CUT = Decimal("0.0001")
_PERCENT = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class PartWords:
    """One part: its name with the limit, met or not, its values with their days, what leaves it open."""

    name: str
    truth: Truth
    word: str
    values: str
    why: str

    @property
    def sign(self) -> str:
        """The shape beside the word."""
        return _SIGNS[self.truth]

    @property
    def text(self) -> str:
        """The whole in one line."""
        line = f"{self.sign} {self.name}: {self.word}"
        return " · ".join(part for part in (line, self.values, self.why) if part)


@dataclass(frozen=True)
class ResponseWords:
    """Says responses from one chart in one language."""

    chart: Chart
    catalogue: Catalogue
    phrases: Phrases

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the outcome by its name without ``went-``."""
        return self.phrases.say(f"went-{phrase}", **arguments)

    @property
    def _telling(self) -> Telling:
        return Telling(Scope(self.catalogue), self.phrases)

    def name(self, score: str) -> str:
        """Return the short name of an instrument."""
        phrase = f"went-name-{score}"
        if self.phrases.can_say(phrase):
            return self.phrases.say(phrase)
        return in_language(definition_of(score).label, self.phrases.language)

    def result(self, response: Response) -> str:
        """Return what an instrument says of a visit: met or not, the number or its range with its category."""
        if not response.is_told:
            return self.say("nothing-recorded")
        if response.low is None or response.high is None:
            words = {Truth.TRUE: "met", Truth.FALSE: "not-met", Truth.UNKNOWN: "not-known"}[response.truth]
            found = self.say(words)
        else:
            found = self._number(response)
        if response.recorded is not None:
            found = self.say("as-recorded", what=found)
        return self.say("differs", what=found) if response.differs else found

    def _number(self, response: Response) -> str:
        ends = dict.fromkeys(self.number(each) for each in (response.low, response.high) if each is not None)
        number = self.say("range", low=next(iter(ends)), high=list(ends)[-1]) if len(ends) > 1 else next(iter(ends))
        if response.words:
            words = [self._word(response.definition, each) for each in response.words]
            category = words[0] if len(words) == 1 else self.say("range", low=words[0], high=words[-1])
            return self.say("number-category", number=number, category=category)
        state = {Truth.TRUE: "improved", Truth.FALSE: "not-improved", Truth.UNKNOWN: "improved-open"}[response.truth]
        return self.say("number-category", number=number, category=self.say(state))

    def number(self, number: float) -> str:
        """Return a number; what is finer than four digits is cut, so that nothing reaches a limit by being written."""
        cut = Decimal(repr(number)).quantize(_CUT, ROUND_FLOOR).normalize() + 0
        return format_number(Decimal(f"{cut:f}"), self.phrases.language)

    def _word(self, definition: Definition, word: str) -> str:
        known = definition.words.get(word)
        return word if known is None else in_language(known, self.phrases.language)

    def open(self, response: Response) -> str:
        """Return what leaves a response open, "" for one that is not."""
        return self.causes(response.gaps)

    def causes(self, gaps: Iterable[Gap]) -> str:
        """Return causes in words, each once."""
        return "; ".join(dict.fromkeys(map(self.cause, gaps)))

    def cause(self, gap: Gap) -> str:
        """Return one cause in words; of a question of an instrument, that it is answered in its panel."""
        score, _, asked = gap.subject.partition(".")
        if gap.about is About.ANSWER and score in shipped_scores():
            found = definition_of(score).inputs.get(asked)
            what = asked if found is None else in_language(found.label, self.phrases.language)
            return self.say("to-answer", what=what, score=self.name(score))
        return cause_sentence(gap, Scope(self.catalogue), self.phrases)

    # --- parts

    def parts(self, response: Response) -> tuple[PartWords, ...]:
        """Return every part in words."""
        return tuple(self.part(response, each) for each in response.parts)

    def part(self, response: Response, part: Part) -> PartWords:
        """Return one part in words."""
        word = self._part_word(response, part)
        return PartWords(self._part_name(response, part), part.truth, word, self._values(part), self.causes(part.gaps))

    def _part_name(self, response: Response, part: Part) -> str:
        """Return what the instrument calls a part, with its limit where it has one."""
        definition = response.definition
        asked = definition.inputs.get(part.id)
        label = definition.words.get(part.id) or (None if asked is None else asked.label)
        return self.say(f"measure-{part.id}") if label is None else in_language(label, self.phrases.language)

    def _part_word(self, response: Response, part: Part) -> str:
        if part.points is not None and part.change is not None:
            change = Decimal(repr(part.change)).quantize(_PERCENT, ROUND_FLOOR).normalize() + 0
            shown = format_number(Decimal(f"{change:f}"), self.phrases.language)
            return self.say("points", points=self.number(part.points), change=shown)
        yes, no = _MET if response.is_state else _EVENT if part.id == _STEP_ONE else _BETTER
        return self.say({Truth.TRUE: yes, Truth.FALSE: no, Truth.UNKNOWN: "not-known"}[part.truth])

    def _values(self, part: Part) -> str:
        now = ", ".join(self.value(each) for each in part.now)
        before = ", ".join(self.value(each) for each in part.before)
        said = ", ".join(self._said(word) for _, word in part.said)
        values = self.say("before-now", before=before, now=now or self.say("nothing-recorded")) if before else now
        answered = self.say("answered", what=said) if said else ""
        return "; ".join(each for each in (values, answered) if each)

    def _said(self, word: str) -> str:
        return self.say(word) if word in ("yes", "no") else word

    def value(self, used: Used) -> str:
        """Return a value as it was recorded with its day; a dose as the courses add up."""
        if used.finding is not None:
            found = told(used.finding, "", self._telling)
            return f"{found.label} {found.value} ({found.date})" if found.value else found.text
        day = self._telling.day(used.on)
        unit = typeset_unit("mg/day", self.phrases)
        low, high = used.amount.low, used.amount.high
        if low is not None and low == high:
            return f"{self.number(float(low))} {unit} ({day})"
        if low:
            return f"≥ {self.number(float(low))} {unit} ({day})"
        return f"{self.say('not-known')} ({day})"

    def lines(self, response: Response) -> Iterator[str]:
        """Yield an instrument with its parts for a terminal."""
        yield f"{_SIGNS[response.truth]} {self.name(response.score)}: {self.result(response)}"
        yield from (f"  {each.text}" for each in self.parts(response))

    def marks(self, scores: Iterable[str]) -> Iterator[str]:
        """Yield the doubts of instruments, as they are shown with every result."""
        for score in scores:
            definition = definition_of(score)
            doubts = [in_language(each.about, self.phrases.language) for each in definition.marks]
            if doubts:
                letters = ", ".join(dict.fromkeys(each.letter for each in definition.marks))
                yield self.say("note-marks", score=self.name(score), letters=letters, about="; ".join(doubts))
