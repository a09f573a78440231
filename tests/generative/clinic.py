"""Invented patients for the files that ship: values around the limits those files write, and what is irregular.

They are drawn from what plans read, so that nearly every condition is true of some, false of others and unknown of the
rest. What one column cannot hold comes too: two results of a day, dates and numbers known in part, other units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from core.catalogue.catalogue import RESULT_WORDS, Catalogue
from core.catalogue.concept import Kind
from core.chart.chart import Chart
from core.chart.entries import Answer, Completeness, Course, Episode, Finding, Never
from core.chart.values import Absence, Coded, Fact, Landmark, Measured, Scored, TestResult, Value
from core.engine.columns.column import (
    Answered,
    BesideLimit,
    Column,
    LandmarkDay,
    LastDay,
    Newest,
    ToldOf,
)
from core.engine.columns.planning import Plan
from core.engine.columns.steps import Compared, Step, parts_of
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth

POINTS = ("enrolment", "leukapheresis", "lymphodepletion", "infusion")
_LISTS = ("treatments", "events", "diagnoses", "results")


@dataclass(frozen=True)
class Clinic:
    """What patients are drawn from."""

    catalogue: Catalogue
    on: date
    limits: tuple[tuple[Newest, str, tuple[Decimal, ...]], ...]
    multiples: tuple[Newest, ...]
    words: tuple[Newest, ...]
    landmarks: tuple[str, ...]
    questions: tuple[str, ...]
    conditions: tuple[str, ...]
    drugs: tuple[str, ...]

    def patient(self, seed: int) -> Chart:
        """Return the patient of a seed."""
        return _Drawn(self, Random(seed)).chart(seed)


def clinic_of(plans: Iterable[Plan], catalogue: Catalogue, on: date) -> Clinic:
    """Return the clinic of all that some plans read."""
    given = tuple(plans)
    columns: dict[Column, None] = dict.fromkeys(column for plan in given for column in plan.plain)
    limits: dict[tuple[Newest, str], set[Decimal]] = {}
    for step in (step for plan in given for step in _steps(plan.step)):
        if isinstance(step, Compared):
            limits.setdefault((step.number.of, step.number.unit), set()).add(Decimal(step.limit) / 2 / 10**6)
    looked = [each for each in columns if isinstance(each, LastDay)]
    return Clinic(
        catalogue,
        on,
        tuple((of, unit, tuple(sorted(numbers))) for (of, unit), numbers in limits.items()),
        tuple(each.of for each in columns if isinstance(each, BesideLimit)),
        tuple(each.of for each in columns if isinstance(each, ToldOf)),
        tuple(dict.fromkeys(each.landmark for each in columns if isinstance(each, LandmarkDay))),
        tuple(each.question for each in columns if isinstance(each, Answered)),
        tuple(sorted({name for each in looked for name in each.conditions})),
        tuple(sorted({name for each in looked for name in each.drugs})),
    )


def _steps(step: Step) -> Iterator[Step]:
    yield step
    for part in parts_of(step):
        yield from _steps(part)


class _Drawn:
    def __init__(self, clinic: Clinic, random: Random) -> None:
        self.clinic = clinic
        self.random = random
        self._count = 0

    def chart(self, seed: int) -> Chart:
        one_in = self.random.choice((1, 2, 4))
        return Chart(
            f"clinic-{seed}",
            is_synthetic=True,
            birth=None if self._may(0.03) else self._moment(self._day(80 * 365), 0.05),
            findings=tuple(self._findings(one_in)),
            episodes=tuple(self._episode(name) for name in self._some(self.clinic.conditions, 6)),
            courses=tuple(self._course(name) for name in self._some(self.clinic.drugs, 6)),
            complete=tuple(self._complete(which) for which in _LISTS if self._may(0.7)),
            never=tuple(
                Never(self._ref(), name, self._day(40))
                for name in (*self._some(self.clinic.conditions, 8), *self._some(self.clinic.drugs, 8))
            ),
            answers=tuple(
                Answer(self._ref(), each, self.random.choice(list(Truth)), "Dr", self._maybe())
                for each in self.clinic.questions
                if self._may(0.7)
            ),
            planned=self._planned(),
        )

    def _findings(self, one_in: int) -> Iterator[Finding]:
        for of, unit, numbers in self.clinic.limits:
            for _ in range(self._times(one_in)):
                yield self._measured(of, unit, self.random.choice(numbers))
        for of in self.clinic.multiples:
            for _ in range(self._times(one_in)):
                yield self._measured(
                    of, self._unit(of), Decimal(40), own=Decimal(self.random.choice(("13.3", "20", "40")))
                )
        for of in self.clinic.words:
            for _ in range(self._times(one_in)):
                yield self._finding(of, self._word(of))
        for name in self.clinic.landmarks:
            if self._may(0.7):
                yield self._finding(Newest(name), Landmark(self._moment(self._day(9000), 0.2)))
        for name in self._some(self.clinic.conditions, 2):
            yield self._finding(Newest(name), Fact(is_so=self._may(0.5)))

    def _measured(self, of: Newest, unit: str, limit: Decimal, own: Decimal | None = None) -> Finding:
        number = limit * Decimal(self.random.choice(("0.5", "0.999", "1", "1", "1.001", "1.5", "3")))
        unit = self._unit(of) if self._may(0.05) else unit
        amount = Interval(None, number) if self._may(0.04) else Interval.exactly(number)
        concept = self.clinic.catalogue.concepts[of.concept]
        quantity = Quantity(amount, unit, f"{number} {unit}")
        value: Value = Measured(quantity)
        if concept.kind is Kind.SCORE:
            value = Scored(amount)
        elif concept.kind is Kind.TEST:
            value = TestResult("", quantity)
        elif concept.kind is Kind.CLASSIFICATION:
            value = Coded(frozenset(), amount)
        upper = None if own is None else Quantity(Interval.exactly(own), unit, f"{own} {unit}")
        return self._finding(of, value, upper)

    def _finding(self, of: Newest, value: Value, upper: Quantity | None = None) -> Finding:
        on = None if self._may(0.02) else self._moment(self._day(self.random.choice((10, 40, 400))), 0.05)
        said = self.random.choice(list(Absence)) if self._may(0.04) else value
        return Finding(self._ref(), of.concept, said, on, self._qualifiers(of), upper, upper)

    def _qualifiers(self, of: Newest) -> frozenset[str]:
        """Those asked for, without the one that asks for the number of a classification; seldom none."""
        return frozenset() if self._may(0.05) else frozenset(of.qualifiers) - {"score"}

    def _word(self, of: Newest) -> Value:
        concept = self.clinic.catalogue.concepts[of.concept]
        if concept.kind is Kind.YES_NO:
            return Fact(is_so=self._may(0.5))
        if concept.kind is Kind.TEST:
            return TestResult(self.random.choice((*RESULT_WORDS, "negative", "negative")))
        codes = [code.id for code in concept.codes]
        return Coded(frozenset(self.random.sample(codes, 2 if len(codes) > 1 and self._may(0.05) else 1)))

    def _unit(self, of: Newest) -> str:
        units = self.clinic.catalogue.concepts[of.concept].units
        return self.random.choice(units).name if units else ""

    def _episode(self, name: str) -> Episode:
        onset = self._day(3000)
        end = None if self._may(0.5) else onset + timedelta(days=self.random.choice((0, 10, 200)))
        where = "diagnoses" if self._may(0.7) else "events"
        return Episode(
            f"{where}/{self._ref()}",
            name,
            None if self._may(0.05) else self._moment(onset, 0.15),
            None if end is None else self._moment(min(end, self.clinic.on), 0.1),
            is_ongoing=end is None and self._may(0.7),
            is_suspected=self._may(0.1),
        )

    def _course(self, name: str) -> Course:
        start = self._day(self.random.choice((40, 400, 2000)))
        end = None if self._may(0.4) else start + timedelta(days=self.random.choice((0, 27, 90, 400)))
        begun = None if self._may(0.05) else self._moment(start, 0.1)
        is_ongoing = end is None and self._may(0.8)
        ended = None if end is None else self._moment(end, 0.05)
        if begun is not None and ended is not None and ended.last < begun.last:
            ended = begun
        return Course(self._ref(), name, begun, ended, is_ongoing)

    def _complete(self, which: str) -> Completeness:
        return Completeness(self._ref(), which, self._day(90 * 365 if self._may(0.7) else 300), self._day(30))

    def _planned(self) -> Mapping[str, PartialDate]:
        if not self._may(0.15):
            return {}
        day = self.clinic.on + timedelta(days=self.random.choice((-20, 3, 20, 60)))
        return {self.random.choice(POINTS): PartialDate.on(day)}

    def _some(self, names: tuple[str, ...], most: int) -> list[str]:
        return self.random.sample(names, min(len(names), self.random.randint(0, most)))

    def _times(self, one_in: int) -> int:
        return 0 if self.random.randrange(one_in) else self.random.choice((1, 1, 1, 1, 2))

    def _may(self, share: float) -> bool:
        return self.random.random() < share

    def _day(self, back: int) -> date:
        return self.clinic.on - timedelta(days=self.random.randint(0, back))

    def _moment(self, day: date, in_part: float) -> PartialDate:
        if not self._may(in_part):
            return PartialDate.on(day)
        first = day.replace(day=1)
        return PartialDate(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1), f"{day:%Y-%m}")

    def _maybe(self) -> PartialDate | None:
        return None if self._may(0.1) else PartialDate.on(self._day(400))

    def _ref(self) -> str:
        self._count += 1
        return f"e/{self._count}"
