"""A letter after the infusion: who it is for, what it tells, and what it is told of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.documents.blocks import Block
from core.documents.monitoring_plan.marking import Marking
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.typed import TypedField
from core.follow_up.following import Followed, FollowedVisit, Following, State
from core.follow_up.outcome.outcome import Outcome
from core.follow_up.schedule import Judge
from core.follow_up.strip import Strip
from core.follow_up.trends import Trend
from core.values.duration import Duration, TimeUnit
from core.wording.followed import FollowedWords
from core.wording.outcome import OutcomeWords
from core.wording.plan_words import Wording
from core.wording.toxicity import ToxicityWords
from core.wording.trends import TrendWords

LAST_YEAR = 15


@dataclass(frozen=True)
class AfterInfusion:
    """What the follow-up of one patient knows on a day; ``judge`` tells whether a condition holds then."""

    following: Following
    strip: Strip
    trends: tuple[Trend, ...]
    outcome: Outcome
    judge: Judge

    @property
    def on(self) -> date:
        """The day it is told of."""
        return self.following.on

    @cached_property
    def contacts(self) -> tuple[tuple[date, FollowedVisit], ...]:
        """The visits of which something was done, each with the first day on which it was, in their order."""
        days = ((_first_day(each), each) for each in self.following.visits)
        return tuple(sorted(((day, each) for day, each in days if day is not None), key=lambda pair: pair[0]))

    @property
    def last_but_one(self) -> date:
        """The last day of the visit before the newest one, day 0 where there were not two; what followed is news.

        What was found from the opening of the newest visit on belongs to it, on whatever day.
        """
        day0 = self.following.plan.day0
        newest = max(self.contacts, key=lambda pair: (pair[1].visit.on, pair[0]), default=None)
        if newest is None:
            return day0
        begins = min(newest[0], newest[1].visit.earliest)
        return max((day for day, _ in self.contacts if day0 < day < begins), default=day0)

    @property
    def year(self) -> int:
        """The year after the infusion whose visit came last, or is the first to come."""
        passed = [year for year in range(1, LAST_YEAR + 1) if self.opens(year) <= self.on]
        return passed[-1] if passed else 1

    def opens(self, year: int) -> date:
        """Return from when the visit of a year can be done; its anniversary where the plan has none."""
        named = (each for each in self.following.visits if f"year {year}" in each.visit.names)
        found = next(named, None)
        return self.anniversary(year) if found is None else found.visit.earliest

    def anniversary(self, year: int) -> date:
        """Return the day so many years after the infusion."""
        return Duration(year, TimeUnit.YEAR).after(self.following.plan.day0)


def _first_day(visit: FollowedVisit) -> date | None:
    days = (each.done_on for each in visit.items if each.state is State.DONE)
    return min((day for day in days if day is not None), default=None)


@dataclass(frozen=True)
class Telling:
    """One such letter being written: what came after ``since`` is news; ``year`` is that of the yearly letter."""

    writing: Writing
    found: AfterInfusion
    since: date
    year: int
    telephone: str = ""

    @property
    def letter(self) -> LetterTelling:
        """What letters say of a chart."""
        return self.writing.telling

    @property
    def following(self) -> Following:
        """What became of the plan."""
        return self.found.following

    @property
    def on(self) -> date:
        """The day it is told of."""
        return self.found.on

    @cached_property
    def words(self) -> FollowedWords:
        """The plan and what became of it in words."""
        return FollowedWords(self.following, self.letter.phrases, self.letter.scope.catalogue)

    @cached_property
    def toxicity(self) -> ToxicityWords:
        """The toxicity log in words."""
        return ToxicityWords(self.found.strip, self.letter.chart, self.letter.scope.catalogue, self.letter.phrases)

    @cached_property
    def outcome(self) -> OutcomeWords:
        """How it went in words."""
        letter = self.letter
        return OutcomeWords(self.found.outcome, letter.chart, letter.scope.catalogue, letter.phrases)

    @cached_property
    def trends(self) -> TrendWords:
        """Trends in words."""
        return TrendWords(self.following.plan.day0, self.letter.scope.catalogue, self.letter.phrases)

    @cached_property
    def marking(self) -> Marking:
        """The footnotes of this letter."""
        return Marking(Wording(self.letter.phrases))

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of these letters by its name without ``after-``."""
        return self.letter.say(f"after-{phrase}", **arguments)

    def day(self, day: date) -> str:
        """Return a day in words."""
        return self.letter.shown_day(day)

    def is_new(self, day: date | None) -> bool:
        """True for a day after ``since``, up to the day of the letter."""
        return day is not None and self.since < day <= self.on

    def open_items(self, items: Iterable[Followed]) -> tuple[Followed, ...]:
        """Return the things of the plan that may be told: what is confidential only where all it finds was ticked."""
        return tuple(each for each in items if self.may_tell(each))

    def may_tell(self, item: Followed) -> bool:
        """True for a thing of the plan that may stand in the letter."""
        activity = item.slot.item.activity
        if not activity.is_confidential:
            return True
        ticked = self.letter.confidential
        return bool(activity.yields) and all(each in ticked for each in activity.yields)


@dataclass(frozen=True, slots=True)
class FollowUpLetter:
    """One kind. Its phrases are ``after-ID`` (what it is called), ``-subject``, ``-purpose``, ``-greeting``
    and ``-recipient-to-fill``. ``typed`` is what the record has no field for.
    """

    id: str
    order: int
    write: Callable[[Telling], Iterator[Block]]
    typed: tuple[TypedField, ...] = ()

    @property
    def phrase(self) -> str:
        """What it is called."""
        return f"after-{self.id}"
