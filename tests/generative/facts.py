"""What would answer a gap: charts in which what is asked for is known for certain, as one of the ways it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import cast

from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import Answer, Completeness, Course, DoseSegment, Episode, Finding, SiteStatement
from core.chart.values import Coded, Fact, Landmark, Measured, Recorded, Scored, TestResult, Value
from core.chart.words import NAMED_OUTCOMES
from core.criteria.nodes import Condition, Failed, Had, Has, Received, Repeated, Shift, Shows, walk
from core.criteria.scope import LIST_FRESHNESS
from core.criteria.values import Lasting, OnDay, SinceStart, Stretch, Term, Window, Within
from core.engine.explaining.windows import Readings, lasting_period, look_back_periods, result_periods
from core.engine.judgement.outcome import About, Gap
from core.engine.judgement.situation import Situation
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth
from tests.generative.chance import EVALUATION_ON, Chance
from tests.generative.invented_catalogue import CATALOGUE, FIELDS

NUMBERS = ("0", "0.001", "1", "5", "9", "10", "15", "20", "25", "60", "100", "100000")


class Facts:
    """Everything a condition can ask to be told in one situation, and ways to tell it."""

    def __init__(self, node: Condition, situation: Situation, chance: Chance) -> None:
        self._node = node
        self._situation = situation
        self._chance = chance
        self._days = days_asked(node, situation)
        self._is_told_in_words = chance.chance(0.5)
        self._unit = chance.random.randrange(6)  # one way of writing for all results: several have to be comparable

    def given(self, gaps: Iterable[Gap]) -> Situation:
        """Return the situation with what the gaps ask for known for certain, in one of the ways it can be."""
        found = self._situation.chart
        for gap in sorted(gaps, key=lambda each: (each.about.value, each.subject)):
            found = self._told(found, gap)
        return replace(self._situation, chart=found)

    def _told(self, of: Chart, gap: Gap) -> Chart:
        if gap.about is About.ANSWER:
            return self._answered(of, gap.subject)
        found = of
        for name in self._names(gap):
            found = self._about(found, name)
        return _whole(found) if gap.about is About.LIST else found

    def _names(self, gap: Gap) -> list[str]:
        """Return the concepts and drugs a gap speaks of; a text that nobody marked is all it may be."""
        scope = self._situation.scope
        found: list[str] = []
        for name in gap.subject.split(", "):
            inner = name.split(".")[0]
            if inner == "treatments":
                found += sorted(CATALOGUE.drugs)
            elif inner in CATALOGUE.drugs or inner in CATALOGUE.classes:
                found.append(inner)
            elif inner in CATALOGUE.concepts:
                found += [inner, *(member for member in scope.members(inner) if member != inner)]
            elif inner in FIELDS:
                found += _records(self._node)
            else:
                found += sorted(scope.drugs((inner,)) | scope.concepts((inner,)))
        return found or [each.ref for each in self._situation.chart.episodes if each.text == gap.subject]

    # --- answers

    def _answered(self, of: Chart, name: str) -> Chart:
        scope, today = self._situation.scope, PartialDate.on(self._situation.measured.decision_on)
        if name in scope.questions:
            truth = self._chance.one((Truth.TRUE, Truth.FALSE))
            answers = (
                *(each for each in of.answers if each.question != name),
                Answer("given", name, truth, "Dr", today),
            )
            return replace(of, answers=answers)
        value = self._chance.one(scope.site[name].one_of)
        said = (*(each for each in of.site if each.fact != name), SiteStatement("said", name, value, today))
        return replace(of, site=said)

    # --- findings, episodes, courses

    def _about(self, of: Chart, name: str) -> Chart:
        if name in CATALOGUE.drugs or name in CATALOGUE.classes:
            return self._treated(of, name)
        concept = CATALOGUE.concepts.get(name)
        if concept is None:  # a free text, by its ref
            return replace(of, episodes=tuple(each for each in of.episodes if each.ref != name))
        if concept.kind is Kind.AGE:
            years = self._chance.random.randint(1, 80)
            return replace(of, birth=PartialDate.on(EVALUATION_ON - timedelta(days=366 * years)))
        if concept.kind in (Kind.CONDITION, Kind.EVENT):
            return self._happened(of, concept)
        return self._found(of, concept)

    def _found(self, of: Chart, concept: Concept) -> Chart:
        """Return the chart with one to three certain results of known days, all others of the concept left out."""
        kept = tuple(each for each in of.findings if each.concept != concept.id)
        if concept.role == "weight" and all(each.name != concept.id for each in terms(self._node)):
            return replace(of, findings=(*kept, *_weighed(of)))
        count = self._chance.one((1, 1, 2, 3, 4))
        made = tuple(self._result(concept, f"{concept.id}/given{at}") for at in range(count))
        return (
            _whole(replace(of, findings=(*kept, *made)))
            if self._chance.chance(0.3)
            else replace(of, findings=(*kept, *made))
        )

    def _result(self, concept: Concept, ref: str) -> Finding:
        day = self._chance.one(self._days)
        limit = Quantity(Interval.exactly(Decimal(10)), concept.units[0].name, "10") if concept.units else None
        return Finding(
            ref, concept.id, self._value(concept), PartialDate.on(day), self._qualifiers(concept), limit, limit
        )

    def _qualifiers(self, concept: Concept) -> frozenset[str]:
        asked = [term.qualifiers for term in terms(self._node) if term.name == concept.id]
        found = asked[0] if asked else ()
        return frozenset(found) - {"score"}

    def _value(self, concept: Concept) -> Value:
        make = _VALUES.get(concept.kind)
        return Measured(self._number(concept)) if make is None else make(self, concept)

    def fact(self, _concept: Concept) -> Value:
        """Return a yes or no."""
        return Fact(self._chance.chance(0.5))

    def coded(self, concept: Concept) -> Value:
        """Return one code, with a number beside it."""
        codes = frozenset({self._chance.one([code.id for code in concept.codes])})
        return Coded(codes, Interval.exactly(Decimal(self._chance.one(NUMBERS))))

    def titre(self, _concept: Concept) -> Value:
        """Return a titre."""
        denominator = Decimal(self._chance.one(("40", "80", "160", "640")))
        return Measured(Quantity(Interval.exactly(denominator), "titre", "given"))

    def tested(self, concept: Concept) -> Value:
        """Return a word, or a number to be held against the laboratory's limit."""
        if not concept.units or self._is_told_in_words:
            return TestResult(self._chance.one(("positive", "negative")))
        return TestResult("", self._number(concept))

    def landmark(self, _concept: Concept) -> Value:
        """Return a day."""
        return Landmark(PartialDate.on(self._chance.one((*self._days, date(2000, 1, 1)))))

    def recorded(self, _concept: Concept) -> Value:
        """Return a record with every field."""
        return Recorded(self._fields())

    def scored(self, concept: Concept) -> Value:
        """Return a score with every item, its total and every grade."""
        items = {item.id: self._chance.one((Truth.TRUE, Truth.FALSE)) for item in concept.items}
        grades = {domain.id: self._chance.one(("A", "B", "C")) for domain in concept.domains}
        total = sum((item.weight for item in concept.items if items[item.id] is Truth.TRUE), Decimal(0))
        chosen = total if concept.items else Decimal(self._chance.one(NUMBERS))
        return Scored(Interval.exactly(chosen), items, grades)

    def _number(self, concept: Concept) -> Quantity:
        unit = concept.units[self._unit % len(concept.units)].name if concept.units else ""
        return Quantity(Interval.exactly(Decimal(self._chance.one(NUMBERS))), unit, "given")

    def _fields(self) -> Mapping[str, Value]:
        return {name: self._value(field) for name, field in FIELDS.items()}

    def _happened(self, of: Chart, concept: Concept) -> Chart:
        """Return the chart with a certain episode, a short or a long one, or with none and complete lists."""
        about = CATALOGUE.concepts_of(concept.id) | {
            name for name in CATALOGUE.concepts if concept.id in CATALOGUE.concepts_of(name)
        }
        kept = replace(
            of,
            findings=tuple(each for each in of.findings if each.concept not in about),
            episodes=tuple(each for each in of.episodes if each.concept not in about),
        )
        if self._chance.chance(0.4):
            return _whole(kept)
        day = self._chance.one(self._days)
        exact = sorted(name for name in CATALOGUE.concepts_of(concept.id) if not CATALOGUE.kinds_of(name))
        made = tuple(
            Episode(
                f"{concept.id}/given{at}",
                self._chance.one(exact),
                PartialDate.on(day - timedelta(days=at)),
                PartialDate.on(day),
                fields=self._fields(),
            )
            for at in range(2)
        )
        return _whole(replace(kept, episodes=(*kept.episodes, *made)))

    def _treated(self, of: Chart, name: str) -> Chart:
        """Return the chart with certain courses of a drug, told in full, or with none and a complete list."""
        drugs = CATALOGUE.drugs_of(name)
        own = [each for each in of.courses if each.drug == name]
        kept = replace(
            of, courses=tuple(each for each in of.courses if not CATALOGUE.may_be(each.drug, each.may_be) & drugs)
        )
        exact = sorted(each for each in drugs if not CATALOGUE.drugs[each].is_any) or ["dummy"]
        if self._chance.chance(0.4) and not own:
            return _whole(kept)
        made = tuple(
            self._course(self._chance.one(exact), f"{name}/given{at}") for at in range(self._chance.one((1, 2)))
        )
        return _whole(replace(kept, courses=(*kept.courses, *made)))

    def _course(self, drug: str, ref: str) -> Course:
        chance = self._chance
        first, last = sorted((chance.one(self._days), chance.one(self._days)))
        start = PartialDate.on(first - timedelta(days=chance.one((0, 0, 30, 500))))
        is_ongoing = chance.chance(0.5)
        end = None if is_ongoing else PartialDate.on(last)
        amount = Quantity(Interval.exactly(Decimal(chance.one(("0.01", "5", "8", "20", "1000")))), "mg", "given")
        return Course(
            ref,
            drug,
            start,
            end,
            is_ongoing,
            chance.one(("oral", "intravenous", "pulse")),
            (DoseSegment(amount, Fraction(1), start, end, "given"),),
            chance.one(NAMED_OUTCOMES),
            chance.one(("intolerance", "inefficacy", "planned", "wish")),
            chance.one((Truth.TRUE, Truth.FALSE)),
            chance.one((Truth.TRUE, Truth.FALSE)),
            chance.one((1, 2, 3)),
        )


_VALUES: Mapping[Kind, Callable[[Facts, Concept], Value]] = {
    Kind.YES_NO: Facts.fact,
    Kind.CODE: Facts.coded,
    Kind.CODES: Facts.coded,
    Kind.CLASSIFICATION: Facts.coded,
    Kind.TITRE: Facts.titre,
    Kind.TEST: Facts.tested,
    Kind.DATE: Facts.landmark,
    Kind.RECORD: Facts.recorded,
    Kind.SCORE: Facts.scored,
}


def _weighed(of: Chart) -> tuple[Finding, ...]:
    """Return a weight for every day of a life: none is older than a child's weight stands."""
    value = Measured(Quantity(Interval.exactly(Decimal(50)), "kg", "50 kg"))
    birth = date(1990, 1, 1) if of.birth is None else of.birth.first
    count = (EVALUATION_ON - birth).days // 150 + 1
    days = [birth, *(EVALUATION_ON - timedelta(days=150 * at) for at in range(count))]
    return tuple(Finding(f"weight/given{at}", "weight", value, PartialDate.on(day)) for at, day in enumerate(days))


def _whole(of: Chart) -> Chart:
    """Return the chart with every list complete since ever, and a birth date."""
    complete = tuple(Completeness(f"whole/{name}", name, date(1900, 1, 1), EVALUATION_ON) for name in LIST_FRESHNESS)
    birth = of.birth or PartialDate.on(date(1990, 1, 1))
    return replace(of, complete=(*of.complete, *complete), birth=birth)


def _records(node: Condition) -> list[str]:
    """Return the records and events whose fields a condition asks for."""
    found: list[str] = []
    for each in walk(node):
        if isinstance(each, Shows):
            found.append(each.record)
        elif isinstance(each, Has | Had):
            found += each.which.names
    return found


def terms(node: Condition) -> list[Term]:
    """Return the terms a condition names."""
    found: list[Term] = []
    for each in walk(node):
        subject = getattr(each, "subject", getattr(each, "term", None))
        if isinstance(subject, Term):
            found.append(subject)
    return found


def days_asked(node: Condition, situation: Situation) -> tuple[date, ...]:
    """Return days that the windows and periods of a condition hold: their ends, days between, the decision day."""
    decisions = (situation.days.decision_on, situation.measured.decision_on)
    found = {day - timedelta(days=before) for day in decisions for before in range(4)}
    for each in walk(node):
        for first, last in _stretches(each, situation):
            found |= {first, last, first + (last - first) / 2, first + (last - first) / 3}
        if isinstance(each, Shift) and each.over is not None:
            found |= {each.over.before(day) + timedelta(days=more) for day in found for more in (0, 1, 2)}
    today = situation.evaluation_on
    return tuple(sorted({min(day, today) for day in found}))


def can_be_told(node: Condition, situation: Situation) -> bool:
    """True if every window holds a day up to today, or as many as results of different days have to lie in it."""
    return all(_has_room(each, situation) for each in walk(node))


def _has_room(node: Condition, situation: Situation) -> bool:
    window = cast("Window | None", getattr(node, "window", None))
    if window is None:
        return True
    needed = node.needed if isinstance(node, Repeated) else 1
    if isinstance(window, OnDay) and needed > 1:
        return False
    found = result_periods(window, None, situation, is_timed=True)
    if isinstance(node, Had | Received | Failed):
        found = look_back_periods(window, situation)
    if found.gap is not None and needed > 1:
        return False
    periods = [look(frozenset()) for look in found.looks]
    return all(
        each.first is None or (min(each.last, situation.evaluation_on) - each.first).days + 1 >= needed
        for each in periods
    )


def _stretches(node: Condition, situation: Situation) -> Iterator[tuple[date, date]]:
    for readings in _readings(node, situation):
        for look in readings.looks:
            period = look(frozenset())
            first = period.first or period.last - timedelta(days=400)
            if first <= period.last:
                yield first, period.last


def _readings(node: Condition, situation: Situation) -> list[Readings]:
    window = cast("Window | None", getattr(node, "window", None) or getattr(node, "looking_back", None))
    lasting = cast("Lasting | None", getattr(node, "lasting", None))
    found = [lasting_period(lasting, situation)]
    if isinstance(window, Within | Stretch | OnDay | SinceStart):
        found.append(look_back_periods(window, situation))
        found += [result_periods(window, None, situation, is_timed=is_timed) for is_timed in (True, False)]
    return found
