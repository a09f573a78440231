"""One score of one patient being asked: what it stands on, and the text of its draft after something was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Draft, Field, Kept
from core.entry.desk.scoring.words import ScoreWords
from core.entry.scoring.answers import Answers, answers_of_content, answers_of_text
from core.entry.scoring.evidence import OnDay
from core.language.phrases import Phrases
from core.scores.answering import Answer
from core.scores.definition import Definition
from core.scores.given import RefusedError
from core.scores.recording import answer_of, stated
from core.scores.shipped import asked_for
from core.values.partial_date import parse_partial_date


@dataclass(frozen=True)
class Scoring:
    """Made anew for each desk. ``where`` is the field whose score it is."""

    desk: Desk
    where: Field
    concept: Concept
    definition: Definition
    words: ScoreWords

    # --- what it stands on

    @property
    def draft(self) -> Draft | None:
        """What was answered and is not on record."""
        return self.desk.draft(self.where.panel)

    @cached_property
    def answers(self) -> Answers:
        """What is answered: the draft's answers, else those on record of the day that is entered."""
        if self.draft is not None:
            return answers_of_text(self.definition, self.draft.text)
        entered = self.desk.entry_on
        found = [each for each in self.desk.all_of(self.concept.id) if entered and day_of(each) == entered]
        of_today = answers_of_content(self.concept, found[-1].statement.plain) if found else None
        return replace(of_today or Answers(self.definition), day="")

    @property
    def day(self) -> str:
        """The day of the examination, as the record has it; "" where none is known."""
        return self.answers.day or self.desk.entry_on

    @cached_property
    def answer(self) -> Answer | None:
        """What the score says; None where an answer cannot be used."""
        return self.answer_of(self.answers.given)

    @property
    def is_open(self) -> bool:
        """True while open inputs leave the value open."""
        return self.answer is None or not self.values_of(self.answer)

    @cached_property
    def last(self) -> tuple[Kept, Answers] | None:
        """The latest finding before the day of the examination, with its answers."""
        before = [each for each in self.desk.all_of(self.concept.id) if _is_before(each, self.day)]
        latest = max(before, key=_age, default=None)
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

    def answer_of(self, given: Mapping[str, str]) -> Answer | None:
        """Return what the score says of answers; None where one cannot be used."""
        try:
            return answer_of(self.definition, given)
        except RefusedError:
            return None

    def values_of(self, answer: Answer) -> tuple[str, ...]:
        """Return what an answer puts on record; nothing while it is open."""
        return stated(self.definition, answer).values

    # --- the text of the draft after something was done

    def answered(self, name: str, word: str) -> str:
        """Return the text with one input answered, "" to take its answer away."""
        return self.answers.answering(name, word).text

    def typed(self, name: str, text: str) -> str:
        """Return the text with a number typed."""
        return self.answers.typing(name, text).text

    def rest_is_no(self) -> str:
        """Return the text with no for every item that is not answered."""
        return self.answers.rest_is_no().text

    def copied(self) -> str:
        """Return the text with the answers of last time where nothing is answered yet."""
        return (self.answers if self.last is None else self.answers.taking(self.last[1].given)).text

    def taken(self, name: str = "") -> str:
        """Return the text with what is on record, of one input or of all that are not answered."""
        return self.answers.taking({key: word for key, word in self.offered.items() if name in ("", key)}).text

    def of_day(self, day: str) -> str:
        """Return the text of another day of examination, as the record has days."""
        return replace(self.answers, day=day).text


def asks_score(catalogue: Catalogue, where: Field) -> bool:
    """True for a field whose score is asked in a panel; an examination is entered field by field."""
    concept = catalogue.concept(where.section)
    return concept is not None and not concept.fields and asked_for(concept.id) is not None


def scoring_of(desk: Desk, where: Field, phrases: Phrases) -> Scoring | None:
    """Return the score of a field being asked; None for one that has none."""
    concept = desk.catalogue.concept(where.section)
    definition = None if concept is None else asked_for(concept.id)
    if concept is None or definition is None:
        return None
    return Scoring(desk, where, concept, definition, ScoreWords(definition, concept, phrases))


def day_of(kept: Kept) -> str:
    """Return the day of a finding as the record has it, "" for none."""
    content = kept.statement.plain
    day = content.get("date", "") if isinstance(content, dict) else ""
    return day if isinstance(day, str) else ""


def _age(kept: Kept) -> tuple[date, int]:
    moment = parse_partial_date(day_of(kept))
    return (date.min if moment is None else moment.last), kept.id


def _is_before(kept: Kept, day: str) -> bool:
    own, other = parse_partial_date(day_of(kept)), parse_partial_date(day) if day else None
    return own is not None and (other is None or own.last < other.first)
