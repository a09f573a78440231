"""What became of the plan, in words: the same on the screen and on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.entries import CellDose, Infusion
from core.criteria.scope import Scope
from core.follow_up.epochs import PlanChange
from core.follow_up.following import Followed, FollowedVisit, Following, Reason, State
from core.follow_up.schedule import PRODUCTS, VECTORS, Activity, Named
from core.follow_up.slots import Kind
from core.language.languages import in_language
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.values.truth import Truth
from core.wording.entries import told
from core.wording.names import name_of
from core.wording.plan_words import Wording
from core.wording.telling import Telling

SIGNS = {
    State.OVERDUE: "!", State.DUE: "◷", State.LATER: "○", State.DONE: "✓", State.NOT_DONE: "–", State.MISSED: "×",
    State.NO_LONGER: "∅", State.WAITING: "…", State.HOLDS: "=", State.OVER: "·",
}  # fmt: skip
"""The shape that stands beside each word."""
TONES = {
    State.OVERDUE: "bad", State.DUE: "open", State.DONE: "good", State.MISSED: "bad", State.NOT_DONE: "open",
    State.HOLDS: "good",
}  # fmt: skip
"""The tone of each; what has none is neutral."""
_MOST_NAMED = 6
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class ItemWords:
    """One thing of the plan: what it is, when, how it stands, and what that rests on."""

    label: str
    when: str
    state: State
    word: str
    why: str = ""
    is_confidential: bool = False

    @property
    def text(self) -> str:
        """The whole in one line."""
        return " · ".join(part for part in (self.label, self.when, self.word, self.why) if part)


@dataclass(frozen=True, slots=True)
class VisitWords:
    """One visit: its group word and by how much, its name, what is done there, its days."""

    name: str
    state: State
    word: str
    beside: str
    what: str
    days: str

    @property
    def text(self) -> str:
        """The whole in one line."""
        return " · ".join(part for part in (self.name, self.word, self.beside, self.days, self.what) if part)


@dataclass(frozen=True)
class FollowedWords:
    """Says what became of one patient's plan in one language."""

    following: Following
    phrases: Phrases
    catalogue: Catalogue

    @property
    def _plan(self) -> Wording:
        return Wording(self.phrases)

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the follow-up by its name without ``followed-``."""
        return self.phrases.say(f"followed-{phrase}", **arguments)

    # --- the head

    @property
    def head(self) -> str:
        """What was given, when, and the day it is."""
        infusion, given = self.following.plan.infusion, self.following.plan.given
        parts = (
            "" if infusion is None else infusion.product_name,
            self.phrases.say(f"plan-product-{given.product}") if given.product in PRODUCTS else "",
            self.phrases.say(f"plan-vector-{given.vector}") if given.vector in VECTORS else given.vector,
            self.say("infused", day=self._plan.day(self.following.plan.day0)),
            self.say("day", count=self.following.day),
        )
        return " · ".join(part for part in parts if part)

    @property
    def basis(self) -> str:
        """The schedules with their versions, and the region."""
        plan = self.following.plan
        region = plan.given.region if plan.given.region in ("EU", "US", "other") else "unknown"
        named = ((in_language(each.subject or each.title, self.phrases.language), each) for each in plan.schedules)
        schedules = "; ".join(f"{name} {each.version}" for name, each in named)
        return f"{schedules} · {self.phrases.say(f'plan-region-{region}')}"

    @property
    def counted(self) -> str:
        """How many visits are done, overdue and to come."""
        found = self.following
        done, ended = len(found.of(State.DONE, State.NOT_DONE)), len(found.of(State.NO_LONGER))
        coming = len(found.of(State.DUE, State.LATER))
        words = (
            self.say("count-done", count=done),
            self.say("count-overdue", count=len(found.overdue)),
            self.say("count-missed", count=len(found.of(State.MISSED))),
            self.say("count-coming", count=coming),
            self.say("count-no-longer", count=ended) if ended else "",
        )
        return " · ".join(part for part in words if part)

    # --- visits

    def name(self, visit: FollowedVisit) -> str:
        """Return what a visit is called."""
        return self._plan.visit(visit.visit)

    def visit(self, visit: FollowedVisit) -> VisitWords:
        """Return one visit in words."""
        on, days = self.following.on, visit.visit
        beside = self._plan.day(days.on)
        if visit.state is State.OVERDUE:
            beside = self.say("days-past", count=visit.days_past(on))
        word = "this-week" if visit in self.following.this_week else visit.state.value.replace("_", "-")
        window = self._plan.span(days.earliest, days.latest)
        due = window if days.earliest == days.latest else self.say("window", window=window)
        return VisitWords(self.name(visit), visit.state, self.say(word), beside, self._what(visit), due)

    def _what(self, visit: FollowedVisit) -> str:
        """Name what of a visit stands as the visit does: what is overdue, what is to be done."""
        open_ones = visit.standing(visit.state) or visit.items
        labels = [self.label(each) for each in open_ones]
        rest = len(labels) - _MOST_NAMED
        named = ", ".join(labels[:_MOST_NAMED])
        return self.say("and-more", named=named, count=rest) if rest > 0 else named

    # --- things

    def label(self, each: Followed) -> str:
        """Return what a thing of the plan is called."""
        return in_language(each.slot.item.label, self.phrases.language)

    def item(self, each: Followed) -> ItemWords:
        """Return one thing of the plan in words."""
        return ItemWords(
            self.label(each),
            self._when(each),
            each.state,
            self._word(each),
            self._why(each),
            each.slot.item.activity.is_confidential,
        )

    def conditions(self, each: Followed) -> tuple[str, ...]:
        """Return what has to be found out before a thing is due."""
        return self._plan.conditions(each.slot.item)

    def _when(self, each: Followed) -> str:
        slot, plan = each.slot, self._plan
        if slot.kind is Kind.VISIT and slot.visit is not None:
            return plan.visit(slot.visit)
        if slot.kind is Kind.AWAITED:
            waits = next((one for one in self.following.plan.awaited if one.item is slot.item), None)
            return "" if waits is None else plan.when(waits)
        if slot.kind is Kind.BEFORE:
            before = next((one for one in self.following.plan.preparation if one.item is slot.item), None)
            relation = "" if before is None else plan.when(before)
            return relation or ("" if slot.last is None else plan.span(slot.first or slot.last, slot.last))
        if slot.kind is Kind.STRETCH and slot.pace is not None and slot.first is not None:
            return f"{plan.span(slot.first, slot.last)}, {plan.pace(slot.pace, slot.condition)}"
        return "" if slot.first is None else plan.span(slot.first, slot.last)

    def _word(self, each: Followed) -> str:
        if each.said is not None and each.state is State.NOT_DONE:
            return self.say(each.said.outcome.replace("_", "-"))
        return self.say(each.state.value.replace("_", "-"))

    def _why(self, each: Followed) -> str:
        """Return what the standing rests on."""
        return "; ".join(part for part in self._reasons(each) if part)

    def _reasons(self, each: Followed) -> Iterator[str]:
        if each.said is not None:
            day = "" if each.said.on is None else self._telling.moment(each.said.on).words
            yield self.say("on-day", day=day) if each.state is State.DONE and day else ""
            yield each.said.why
            yield each.said.note
        elif each.refs:
            yield self.say("by-values", values=", ".join(self.entries(each.refs)))
        if each.outside_window:
            side = "late" if each.outside_window > 0 else "early"
            yield self.say(f"days-{side}", count=abs(each.outside_window))
        if each.lacking:
            names = ", ".join(name_of(name, Scope(self.catalogue), self.phrases) for name in each.lacking)
            yield self.say("lacking", names=names)
        if each.expected:
            yield self.say("covered", covered=each.covered, expected=each.expected)
        if each.reason is not None:
            yield self.reason(each.reason)
        if each.said is None and not each.refs:
            yield from self._plan.conditions(each.slot.item)

    def reason(self, reason: Reason) -> str:
        """Return the condition that changed the plan, with what says so."""
        words = self._because(reason.condition, is_true=reason.is_true)
        told_by = ", ".join(self.entries(reason.refs))
        return f"{words} ({told_by})" if told_by else words

    def _because(self, condition: Named | None, *, is_true: bool) -> str:
        if condition is None:
            return self.say("because-died")
        words = in_language(condition.words, self.phrases.language)
        return self.say("because" if is_true else "because-not", condition=words)

    def entries(self, refs: Iterable[str]) -> tuple[str, ...]:
        """Return entries of the record in words."""
        chart = self.following.plan.chart
        return tuple(told(chart.by_ref[ref], "", self._telling).text for ref in refs if ref in chart.by_ref)

    @property
    def _telling(self) -> Telling:
        return Telling(Scope(self.catalogue), self.phrases)

    # --- what changed

    def change(self, change: PlanChange) -> str:
        """Return one change of the plan in a line: since when, why, what is asked from then on and what no longer."""
        told_by = ", ".join(self.entries(change.refs)) or self.say("by-age")
        parts = [
            self.say("since", day=self._plan.day(change.since)),
            f"{self._because(change.condition, is_true=change.is_true)} ({told_by})",
        ]
        if change.more:
            parts.append(self.say("asked", names=self._named(change.more)))
        if change.less:
            parts.append(self.say("asked-no-longer", names=self._named(change.less)))
        return " · ".join(parts)

    def _named(self, activities: Iterable[Activity]) -> str:
        return ", ".join(in_language(each.label, self.phrases.language) for each in activities)

    @property
    def known(self) -> tuple[str, ...]:
        """What the record says of the conditions that have a name."""
        words = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "not-recorded"}
        return tuple(
            f"{in_language(each.condition.name, self.phrases.language)}: {self.say(words[each.truth])}"
            for each in self.following.plan.known
        )


def cells_words(cells: CellDose, language: str) -> str:
    """Return how many cells were given."""
    per = "/kg" if cells.is_per_kg else ""
    return f"{format_number(cells.number, language)} × 10{str(cells.power).translate(_RAISED)}{per}"


def infusion_words(infusion: Infusion, phrases: Phrases) -> str:
    """Return an infusion in one line."""
    parts = (
        infusion.product_name,
        phrases.say(f"plan-product-{infusion.product}") if infusion.product in PRODUCTS else "",
        "" if infusion.cells is None else cells_words(infusion.cells, phrases.language),
        infusion.centre,
    )
    return " · ".join(part for part in parts if part)


def day_words(day: date | None, phrases: Phrases) -> str:
    """Return a day, "" for none."""
    return "" if day is None else Wording(phrases).day(day)
