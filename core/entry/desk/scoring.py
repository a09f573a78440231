"""A score being asked, as a panel shows it: made of the desk, nothing of it kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.sections import section_of
from core.chart.values import Landmark, Measured, Scored, TestResult
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept
from core.entry.desk.showing import problem_words
from core.entry.scoring.answers import NO, NUMBERS, YES, Answers, answers_of_content, answers_of_text, is_level
from core.entry.scoring.evidence import Evidence, OnDay
from core.entry.typed import Refused
from core.entry.typed.dates import shown_date
from core.entry.typed.showing import brief_text, value_text
from core.entry.typed.words import word_shown
from core.language.languages import in_language
from core.language.numbers import with_decimal_sign
from core.language.phrases import Phrases
from core.scores import definition as scores
from core.scores.answering import Answer, Told
from core.scores.definition import Definition, Family, Input
from core.scores.given import RefusedError
from core.scores.recording import NOT_EXAMINED, answer_of, stated, word_of
from core.scores.shipped import asked_for
from core.values.partial_date import parse_partial_date

_SUMMED = (Family.ACTIVITY, Family.DAMAGE)
DECIDING = "deciding"
"""The output that names the inputs which decide."""
NOT_EXAMINED_KEY = "-"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that a key gives: ``word`` is what stands on record, ``label`` what it is called."""

    key: str
    word: str
    label: str


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One input. ``answer`` is its word, "" while it is not answered, ``told`` what is shown of it.

    No ``choices`` but "not examined" where a number is typed. ``change`` says what it was last time, ``tone`` whether
    that was better or worse; ``mark`` whether it decides, or could.
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


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group, and what its inputs come to."""

    label: str
    told: str = ""


Line = AskedRow | Heading


@dataclass(frozen=True, slots=True)
class ScoreState:
    """The whole panel in words. ``value`` and ``rest`` are the conclusion while open inputs remain: ``16``, ``to 24``."""

    title: str
    version: str
    lines: tuple[Line, ...]
    value: str
    rest: str
    open_words: str
    last: tuple[str, str] | None
    change: str
    parts: tuple[tuple[str, str], ...]
    warning: str
    day: str
    record: str
    can_record: bool
    can_copy: bool
    rest_count: int
    on_record: int

    @property
    def spoken(self) -> str:
        """What it comes to, as one sentence."""
        return " ".join(part for part in (self.value, self.rest, self.open_words) if part)


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """What is on record of an input: of what, the value, its day and what it fits or why it is not taken."""

    name: str
    value: str
    about: str


@dataclass(frozen=True, slots=True)
class InputDetails:
    """What is said beside the input with the focus."""

    title: str
    weight: str
    definition: str
    evidence: tuple[EvidenceLine, ...]
    answer: str
    could: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    marks: tuple[str, ...]


def asks_score(catalogue: Catalogue, where: Field) -> bool:
    """True for a field whose score is asked in a panel; an examination is entered field by field."""
    concept = catalogue.concept(where.section)
    return concept is not None and not concept.fields and asked_for(concept.id) is not None


@dataclass(frozen=True)
class Scoring:
    """One score of one patient being asked; made anew for each desk."""

    desk: Desk
    where: Field
    phrases: Phrases
    concept: Concept
    definition: Definition

    # --- what it stands on

    @cached_property
    def answers(self) -> Answers:
        """What is answered: the draft's answers, else those on record of the day that is entered."""
        draft = self.desk.draft(self.where.panel)
        if draft is not None:
            return answers_of_text(self.definition, draft.text)
        of_today = self._of_day(self.desk.entry_on)
        return replace(of_today or Answers(self.definition), day="")

    @property
    def day(self) -> str:
        """The day of the examination, as the record has it; "" where none is known."""
        return self.answers.day or self.desk.entry_on

    @cached_property
    def answer(self) -> Answer | None:
        """What the score says; None where an answer cannot be used."""
        return self._answer_of(self.answers.given)

    @cached_property
    def last(self) -> tuple[Kept, Answers] | None:
        """The latest finding before the day of the examination, with its answers."""
        before = [each for each in self.desk.all_of(self.concept.id) if _day_of(each) and _is_before(each, self.day)]
        latest = max(before, key=_last_day, default=None)
        if latest is None:
            return None
        return latest, answers_of_content(self.concept, latest.statement.plain) or Answers(self.definition)

    @cached_property
    def on_day(self) -> OnDay:
        """What was on record on the day of the examination."""
        moment = parse_partial_date(self.day) if self.day else None
        day = self.desk.evaluation_on if moment is None else moment.last
        return OnDay(self.desk.recorded.chart, self.desk.catalogue, day)

    @cached_property
    def offered(self) -> Mapping[str, str]:
        """What is on record and answers something that is not answered yet."""
        known = self.on_day.answers(self.definition)
        return {name: word for name, word in known.items() if name not in self.answers.given}

    def _of_day(self, day: str) -> Answers | None:
        found = [each for each in self.desk.all_of(self.concept.id) if day and _day_of(each) == day]
        return answers_of_content(self.concept, found[-1].statement.plain) if found else None

    def _answer_of(self, given: Mapping[str, str]) -> Answer | None:
        try:
            return answer_of(self.definition, given)
        except RefusedError:
            return None

    # --- texts of the draft after something was done

    def answered(self, name: str, word: str) -> str:
        """Return the text with one input answered, "" to take its answer away."""
        return self._text(self.answers.answering(name, word))

    def typed(self, name: str, text: str) -> str:
        """Return the text with a number typed."""
        return self._text(self.answers.typing(name, text))

    def rest_is_no(self) -> str:
        """Return the text with no for every item that is not answered."""
        return self._text(self.answers.rest_is_no())

    def copied(self) -> str:
        """Return the text with the answers of last time where nothing is answered yet."""
        return self._text(self.answers if self.last is None else self.answers.taking(self.last[1].given))

    def taken(self, name: str = "") -> str:
        """Return the text with what is on record, of one input or of all that are not answered."""
        offered = self.offered if not name else {key: word for key, word in self.offered.items() if key == name}
        return self._text(self.answers.taking(offered))

    def of_day(self, day: str) -> str:
        """Return the text of another day of examination, as the record has days."""
        return self._text(replace(self.answers, day=day))

    def _text(self, answers: Answers) -> str:
        return answers.text

    # --- what is shown

    @cached_property
    def state(self) -> ScoreState:
        """The panel in words."""
        say, answer = self.phrases.say, self.answer
        value, rest = ("", "") if answer is None else self._conclusion(answer)
        warning = self._warning()
        draft = self.desk.draft(self.where.panel)
        return ScoreState(
            title=in_language(self.definition.label, self.language),
            version=say("score-version", version=self.definition.version),
            lines=tuple(self._lines()),
            value=value,
            rest=rest,
            open_words=self._open_words(),
            last=self._last_words(),
            change="" if answer is None else self._change(answer),
            parts=() if answer is None else tuple(self._parts(answer)),
            warning=warning,
            day=shown_date(self.day, self.language) if self.day else "",
            record=say("score-record-open") if self._is_open else say("score-record"),
            can_record=draft is not None and draft.is_understood,
            can_copy=self.last is not None and bool(self.last[1].given),
            rest_count=len(self.answers.rest_is_no().given) - len(self.answers.given),
            on_record=len(self.offered),
        )

    @property
    def language(self) -> str:
        """The language of the words."""
        return self.phrases.language

    @property
    def _is_open(self) -> bool:
        return self.answer is None or not stated(self.definition, self.answer).values

    def _lines(self) -> Iterator[Line]:
        groups = (*self.definition.groups, "")
        asked = {group: [each for each in self.definition.asked if self.definition.heading(each) == group]
                 for group in groups}  # fmt: skip
        first = asked.pop("")
        yield from (self._row(each) for each in first)
        for group, inputs in asked.items():
            if inputs:
                yield Heading(in_language(self.definition.groups[group], self.language), self._subtotal(inputs))
                yield from (self._row(each) for each in inputs)

    def _subtotal(self, inputs: list[Input]) -> str:
        given = self.answers.given
        not_examined = sum(given.get(each.id) == NOT_EXAMINED for each in inputs)
        left = self.phrases.say("score-some-not-examined", count=not_examined) if not_examined else ""
        if self.definition.family not in _SUMMED or not all(each.is_item for each in inputs):
            return left
        points = sum((_points(each, given.get(each.id, "")) for each in inputs), Decimal(0))
        return " · ".join(part for part in (self._number(f"{points:f}"), left) if part)

    def _row(self, asked: Input) -> AskedRow:
        word = self.answers.given.get(asked.id, "")
        choices, label = self._choices(asked), in_language(asked.label, self.language)
        told = self._told(asked, word)
        change, tone = self._change_of(asked, word)
        mark = self._mark(asked, word)
        weight = self._weight(asked)
        say = self.phrases.say
        beside = say(f"score-mark-{mark}") if mark else ""
        spoken = (
            label,
            self._points_words(asked),
            told or say("score-not-answered"),
            change,
            beside,
        )
        is_typed = asked.kind in NUMBERS and not is_level(asked)
        return AskedRow(asked.id, label, weight, choices, word, told, asked.unit, change, tone, mark, beside, is_typed,
                        ", ".join(filter(None, spoken)))  # fmt: skip

    def _weight(self, asked: Input) -> str:
        """Return what a yes, or each level, adds; "" where that goes without saying."""
        is_plain = asked.weight == 1 and asked.kind is not scores.Kind.YES_NO
        return self._number(word_of(_told(asked))) if asked.is_item and asked.weight and not is_plain else ""

    def _points_words(self, asked: Input) -> str:
        weight = self._weight(asked)
        return self.phrases.say("score-points", count=int(weight) if weight.isdecimal() else weight) if weight else ""

    def _choices(self, asked: Input) -> tuple[Choice, ...]:
        language = self.language
        not_examined = Choice(NOT_EXAMINED_KEY, NOT_EXAMINED, word_shown(NOT_EXAMINED, language))
        if asked.kind is scores.Kind.YES_NO:
            yes, no = (word_shown(word, language) for word in (YES, NO))
            return (Choice("1", YES, yes), Choice("0", NO, no), not_examined)
        if asked.kind is scores.Kind.CHOICE:
            keys = [option.lower() if len(option) == 1 else str(at) for at, option in enumerate(asked.options, start=1)]
            options = zip(keys, asked.options, strict=True)
            return (*(Choice(key, option, self._word(option)) for key, option in options), not_examined)
        if is_level(asked):
            return (*(Choice(str(at), str(at), str(at)) for at in range(int(asked.highest) + 1)), not_examined)
        return (not_examined,)

    def _told(self, asked: Input, word: str) -> str:
        if not word:
            return ""
        if word in (YES, NO, NOT_EXAMINED):
            return word_shown(word, self.language)
        return self._word(word) if asked.kind is scores.Kind.CHOICE else self._number(word)

    def _word(self, word: str) -> str:
        """Return a word of the score, or of its concept, in the language."""
        known = self.definition.words.get(word)
        if known is not None:
            return in_language(known, self.language)
        if word in (YES, NO):
            return word_shown(word, self.language)
        code = None if self.concept.kind not in (Kind.CLASSIFICATION, Kind.SCORE) else self.concept.code(word)
        return self._number(word) if code is None else in_language(code.label, self.language)

    def _number(self, text: str) -> str:
        return with_decimal_sign(text, self.language)

    # --- the conclusion

    def _conclusion(self, answer: Answer) -> tuple[str, str]:
        finding = self.definition.finding
        if finding is None:
            return "", ""
        told = answer.output.get(finding.value)
        if told is not None:
            return self._shown(told), ""
        low, high = answer.ranges.get(finding.value, (None, None))
        if low is not None and high is not None:
            return self._shown(low), self.phrases.say("score-to", high=self._shown(high))
        possible = [self._shown(each) for each in answer.possible.get(finding.value, ())]
        return self.phrases.say("score-open"), " / ".join(possible)

    def _shown(self, told: Told) -> str:
        return self._word(word_of(told))

    def _parts(self, answer: Answer) -> Iterator[tuple[str, str]]:
        for name in self.definition.parts:
            told = answer.output.get(name)
            label = in_language(self.definition.words.get(name, {}), self.language)
            if isinstance(told, Mapping):
                yield from ((self._word(key), self._shown(each) or self._open_word) for key, each in told.items())
            elif name == DECIDING:
                names = [in_language(self.definition.inputs[each].label, self.language) for each in self._deciding]
                yield label, ", ".join(names) or self.phrases.say("score-nothing-yet")
            elif told is None:
                yield label, self._range(answer, name)
            else:
                yield label, self._shown(told)

    @property
    def _open_word(self) -> str:
        return self.phrases.say("score-open")

    def _range(self, answer: Answer, name: str) -> str:
        low, high = answer.ranges.get(name, (None, None))
        if low is not None and high is not None:
            return self.phrases.say("score-range", low=self._shown(low), high=self._shown(high))
        return " / ".join(self._shown(each) for each in answer.possible.get(name, ())) or self._open_word

    @cached_property
    def _deciding(self) -> tuple[str, ...]:
        """The inputs that count by now: with everything open taken to be no."""
        lowest = {each.id: NO for each in self.answers.open if each.kind is scores.Kind.YES_NO}
        left = {name: NO for name, word in self.answers.given.items()
                if word == NOT_EXAMINED and self.definition.inputs[name].kind is scores.Kind.YES_NO}  # fmt: skip
        answer = self._answer_of({**self.answers.given, **left, **lowest})
        told = None if answer is None else answer.output.get(DECIDING)
        if isinstance(told, (list, tuple)):
            return tuple(word_of(each) for each in told)
        return () if self._is_open or DECIDING in self.definition.outputs else tuple(self._turning())

    def _turning(self) -> Iterator[str]:
        """Yield the inputs whose other answer alone would give another value; only where everything is answered."""
        if self.definition.family is not Family.CLASSIFICATION or self.answers.open or self.answer is None:
            return
        value = stated(self.definition, self.answer).values
        for name, word in self.answers.given.items():
            other = {YES: NO, NO: YES}.get(word)
            turned = None if other is None else self._answer_of({**self.answers.given, name: other})
            if turned is not None and stated(self.definition, turned).values != value:
                yield name

    def _mark(self, asked: Input, word: str) -> str:
        if self.definition.family is not Family.CLASSIFICATION:
            return ""
        if word not in ("", NOT_EXAMINED):
            return "decides" if asked.id in self._deciding else ""
        return "open" if self._is_open else ""

    def _open_words(self) -> str:
        say, count = self.phrases.say, len(self.answers.open)
        not_examined = sum(word == NOT_EXAMINED for word in self.answers.given.values())
        every = len(self.definition.asked)
        told = [say("score-open-count", count=count, all=every)] if count else []
        told += [say("score-not-examined-count", count=not_examined, all=every)] if not_examined else []
        return " · ".join(told)

    # --- since last time

    def _last_words(self) -> tuple[str, str] | None:
        if self.last is None:
            return None
        content = self.last[0].statement.plain
        day = _day_of(self.last[0])
        text = brief_text(content, self.concept, self.language)
        if self.last[1].given and isinstance(content, dict) and "value" not in content:
            answer = self._answer_of(self.last[1].given)
            text = "" if answer is None else " ".join(filter(None, self._conclusion(answer)))
        return text, shown_date(day, self.language) if day else ""

    def _change(self, answer: Answer) -> str:
        """Return by how much a total is another than last time, as far as both are known."""
        finding = self.definition.finding
        content = None if self.last is None else self.last[0].statement.plain
        written = content.get("value") if isinstance(content, dict) else None
        if finding is None or not isinstance(written, str) or self.concept.kind is not Kind.SCORE:
            return ""
        told = answer.output.get(finding.value)
        low, high = (told, told) if told is not None else answer.ranges.get(finding.value, (None, None))
        try:
            before = Decimal(written)
            ends = [self._signed(Decimal(word_of(each)) - before) for each in (low, high)]
        except ArithmeticError:
            return ""
        return ends[0] if ends[0] == ends[1] else self.phrases.say("score-range", low=ends[0], high=ends[1])

    def _signed(self, number: Decimal) -> str:
        sign = "\N{MINUS SIGN}" if number < 0 else "+" if number > 0 else ""
        return sign + self._number(f"{abs(number):f}")

    def _change_of(self, asked: Input, word: str) -> tuple[str, str]:
        before = "" if self.last is None else self.last[1].given.get(asked.id, "")
        if not before or before == word:
            return "", ""
        was = self.phrases.say("score-was", answer=self._told(asked, before))
        if not word or NOT_EXAMINED in (word, before) or asked.kind is not scores.Kind.YES_NO:
            return was, ""
        return (f"▲ {self.phrases.say('score-new')}", "bad") if word == YES else (f"▼ {was}", "neutral")

    # --- what stands against it

    def _warning(self) -> str:
        """Return what is wrong, or that another value is on record of the day."""
        draft = self.desk.draft(self.where.panel)
        if draft is None:
            return ""
        if isinstance(draft.typed, Refused):
            return problem_words(draft.typed, self.phrases)
        stands = None if draft.statement is None else self.desk.of_same_day(self.concept.id, draft.statement)
        content = None if stands is None else stands.statement.plain
        written = content.get("value") if isinstance(content, dict) else None
        if not isinstance(written, str) or self.answer is None or self._fits(written, self.answer):
            return ""
        told = " ".join(filter(None, self._conclusion(self.answer)))
        return self.phrases.say("score-conflict", typed=value_text(written, self.concept, self.language), told=told)

    def _fits(self, written: str, answer: Answer) -> bool:
        """True where what is on record of the day can be what the answers give."""
        finding = self.definition.finding
        values = stated(self.definition, answer).values
        if values or finding is None:
            return written in values or finding is None
        low, high = answer.ranges.get(finding.value, (None, None))
        try:
            return (
                not isinstance(low, (int, float))
                or not isinstance(high, (int, float))
                or (low <= Decimal(written) <= high)
            )
        except ArithmeticError:
            return True

    # --- the input with the focus

    def details(self, name: str) -> InputDetails:
        """Return what is said beside an input."""
        asked = self.definition.inputs[name]
        return InputDetails(
            title=in_language(asked.label, self.language),
            weight=self._points_words(asked),
            definition=in_language(asked.help, self.language),
            evidence=tuple(self._evidence(each, asked) for each in self.on_day.of(self.definition, asked)),
            answer=self.offered.get(name, ""),
            could=tuple(self._could(asked)),
            sources=self.definition.sources,
            marks=tuple(self._marks()),
        )

    def _marks(self) -> Iterator[str]:
        letter = self.definition.status
        if letter in "MC":
            yield f"{letter}: {self.phrases.say(f'score-letter-{letter}')}"
        yield from (f"{each.letter}: {in_language(each.about, self.language)}" for each in self.definition.marks)

    def _evidence(self, evidence: Evidence, asked: Input) -> EvidenceLine:
        say = self.phrases.say
        name = in_language(evidence.concept.label, self.language)
        finding = evidence.finding
        if finding is None:
            return EvidenceLine(name, say("score-not-recorded"), "")
        day = shown_date(finding.on.text, self.language) if finding.on is not None else ""
        fits = say("score-fits", answer=self._told(asked, evidence.answer)) if evidence.answer else ""
        why = "" if evidence.why_not is None else say(f"score-not-taken-{evidence.why_not.value}")
        return EvidenceLine(name, _words_of(evidence, self.language), " · ".join(filter(None, (day, fits, why))))

    def _could(self, asked: Input) -> Iterator[tuple[str, str]]:
        """Yield what each answer to an open input would come to, where the value is open."""
        word = self.answers.given.get(asked.id, "")
        if self.definition.family is not Family.CLASSIFICATION or not self._is_open or word not in ("", NOT_EXAMINED):
            return
        for choice in self._choices(asked)[:-1]:
            answer = self._answer_of({**self.answers.given, asked.id: choice.word})
            if answer is not None:
                value, rest = self._conclusion(answer)
                yield choice.label, value if not rest or not stated(self.definition, answer).values else value


def scoring_of(desk: Desk, where: Field, phrases: Phrases) -> Scoring | None:
    """Return the score of a field being asked; None for one that has none."""
    concept = None if section_of(where.section).is_row else desk.catalogue.concept(where.section)
    definition = None if concept is None else asked_for(concept.id)
    return None if concept is None or definition is None else Scoring(desk, where, phrases, concept, definition)


def _points(asked: Input, word: str) -> Decimal:
    level = {YES: Decimal(1), NO: Decimal(0)}.get(word)
    if level is None:
        level = Decimal(word) if word.isdecimal() else Decimal(0)
    return level * Decimal(asked.weight.numerator) / Decimal(asked.weight.denominator)


def _told(asked: Input) -> Told:
    weight = asked.weight
    return weight.numerator if weight.denominator == 1 else float(weight)


def _day_of(kept: Kept) -> str:
    content = kept.statement.plain
    day = content.get("date", "") if isinstance(content, dict) else ""
    return day if isinstance(day, str) else ""


def _last_day(kept: Kept) -> tuple[date, int]:
    moment = parse_partial_date(_day_of(kept))
    return (date.min if moment is None else moment.last), kept.id


def _is_before(kept: Kept, day: str) -> bool:
    own, other = parse_partial_date(_day_of(kept)), parse_partial_date(day) if day else None
    return own is not None and (other is None or own.last < other.first)


def _words_of(evidence: Evidence, language: str) -> str:
    value = None if evidence.finding is None else evidence.finding.value
    match value:
        case Measured(quantity):
            return value_text(quantity.text, evidence.concept, language)
        case TestResult(word, quantity):
            return value_text(quantity.text if quantity is not None else word, evidence.concept, language)
        case Scored(total) if total is not None and total.is_exact:
            return with_decimal_sign(f"{total.low:f}", language)
        case Landmark(on):
            return shown_date(on.text, language)
        case _:
            return ""
