"""What of a record may be reported: events, infections and diagnoses that may have begun after an infusion, what the
toxicity log graded, pregnancies. Whether it is reported is decided by whoever reports, never here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import Episode, Finding
from core.chart.values import Coded, Fact, Measured, TestResult, Value
from core.follow_up.strip import StripRow
from core.follow_up.toxicity import strip_of
from core.values.partial_date import PartialDate

GRADE, SEVERITY, HOSPITAL = "grade", "severity", "needed_hospital"
"""Fields of an event that speak of how grave it was."""
_GRAVE = frozenset({GRADE, SEVERITY})
_MALIGNANCY, _LOSS = "malignancy", "pregnancy_loss"
PREGNANT, TEST = "pregnant", "pregnancy_test"
"""Roles of the findings by which a pregnancy is known."""
_POSITIVE = "positive"
_TOXICITY = "toxicity/"


class Matter(Enum):
    """What a report is about."""

    EVENT = "event"
    MALIGNANCY = "malignancy"
    PREGNANCY = "pregnancy"


@dataclass(frozen=True, slots=True)
class Reportable:
    """One thing that may be reported. ``id`` is the ref of its entry, of graded days ``toxicity/ROW``.

    ``concept`` "" is told by ``text`` alone. ``end`` None and not ``is_ongoing``: nobody knows how it went on.
    ``grades`` is the highest grade as a range. ``refs`` are all the entries it rests on.
    """

    id: str
    matter: Matter
    concept: str
    text: str = ""
    onset: PartialDate | None = None
    end: PartialDate | None = None
    is_ongoing: bool = False
    is_suspected: bool = False
    grades: tuple[int, int] | None = None
    severity: str = ""
    needed_hospital: bool | None = None
    refs: tuple[str, ...] = ()

    @property
    def grade(self) -> int | None:
        """The one grade, None where none or several are possible."""
        return None if self.grades is None or self.grades[0] != self.grades[1] else self.grades[0]


def reportables(chart: Chart, catalogue: Catalogue, on: date, matter: Matter = Matter.EVENT) -> tuple[Reportable, ...]:
    """Return what of a record may be reported under a heading on a day, the newest first, undated ones last.

    Under ``EVENT`` stands everything: a malignancy or a pregnancy can go into every report.
    """
    found = _Finding(chart.as_of(on), catalogue, on).every()
    wanted = (each for each in found if matter in (Matter.EVENT, each.matter))
    return tuple(sorted(wanted, key=_age))


def _age(each: Reportable) -> tuple[bool, int, str]:
    return each.onset is None, 0 if each.onset is None else -each.onset.first.toordinal(), each.id


@dataclass(frozen=True)
class _Finding:
    chart: Chart
    catalogue: Catalogue
    on: date

    def every(self) -> Iterator[Reportable]:
        episodes = tuple(self._episodes())
        yield from episodes
        yield from self._graded_days({each.concept for each in episodes})
        yield from self._pregnancies()

    @property
    def _day0(self) -> date | None:
        """The first infusion: what began before it is history."""
        return min((each.on for each in self.chart.infusions if each.on <= self.on), default=None)

    def _may_be_after(self, moment: PartialDate | None) -> bool:
        return moment is None or self._day0 is None or moment.last >= self._day0

    # --- diagnoses and events

    def _episodes(self) -> Iterator[Reportable]:
        malignant = self.catalogue.concepts_of(_MALIGNANCY)
        for each in self.chart.episodes:
            if each.ref not in self._recorded or not self._may_be_after(each.onset):
                continue
            concept = self.catalogue.concept(each.concept)
            if not self._is_adverse(each, concept):
                continue
            matter = Matter.MALIGNANCY if each.concept in malignant else Matter.EVENT
            yield _of_episode(each, Matter.PREGNANCY if each.concept == _LOSS else matter)

    @property
    def _recorded(self) -> frozenset[str]:
        return frozenset(each.ref for each in self.chart.recorded)

    def _is_adverse(self, each: Episode, concept: Concept | None) -> bool:
        """True for what harms: an event that can be graded, one in own words, a diagnosis that may have come later.

        What is given (a transfusion) and what is done (surgery) is a treatment; a diagnosis without a day is history.
        """
        if concept is None:
            return each.ref.startswith("events/") or self._is_new(each)
        if concept.kind is Kind.EVENT:
            return not _GRAVE.isdisjoint(concept.fields) or concept.id == _LOSS
        return self._is_new(each)

    def _is_new(self, each: Episode) -> bool:
        return each.onset is not None and self._day0 is not None and each.onset.last >= self._day0

    # --- the toxicity log

    def _graded_days(self, told: Iterable[str]) -> Iterator[Reportable]:
        """Yield the graded rows of the log of the last infusion, but those that an event of the record tells."""
        infusion = self.chart.infused_by(self.on)
        if infusion is None:
            return
        known = frozenset(told)
        for row in strip_of(self.chart, self.catalogue, infusion.on, self.on).rows:
            if row.kind.is_of_findings and row.kind.event not in known:
                yield from _of_row(row, infusion.on)

    # --- pregnancies

    def _pregnancies(self) -> Iterator[Reportable]:
        for role in (PREGNANT, TEST):
            concept = self.catalogue.by_role.get(role)
            for each in () if concept is None else self.chart.of(concept.id):
                if each.ref in self._recorded and _is_positive(each) and self._may_be_after(each.on):
                    yield Reportable(each.ref, Matter.PREGNANCY, each.concept, onset=each.on, refs=(each.ref,))


def _is_positive(finding: Finding) -> bool:
    match finding.value:
        case Fact(is_so=is_so):
            return is_so
        case TestResult(word=word):
            return word == _POSITIVE
        case _:
            return False


def _of_episode(each: Episode, matter: Matter) -> Reportable:
    grade, severity, hospital = (each.fields.get(name) for name in (GRADE, SEVERITY, HOSPITAL))
    return Reportable(
        each.ref,
        matter,
        each.concept if each.mark is None else "",
        each.text,
        each.onset,
        each.end,
        each.is_ongoing,
        each.is_suspected,
        _grades(grade),
        next(iter(severity.codes)) if isinstance(severity, Coded) and len(severity.codes) == 1 else "",
        hospital.is_so if isinstance(hospital, Fact) else None,
        (each.ref,),
    )


def _grades(value: Value | None) -> tuple[int, int] | None:
    amount = value.quantity.amount if isinstance(value, Measured) else None
    if amount is None or amount.low is None or amount.high is None:
        return None
    return int(amount.low), int(amount.high)


def _of_row(row: StripRow, day0: date) -> Iterator[Reportable]:
    """Yield what a row of the log shows: from the first to the last day with a grade that is certainly above 0."""
    known = [each for each in row.cells if each.graded is not None and each.graded.low is not None and each.day >= 0]
    certain = [each for each in known if each.graded is not None and each.graded.low]
    if not certain or row.in_all.highest is None:
        return
    last = certain[-1].day
    is_over = any(each.day > last and each.graded is not None and each.graded.high == 0 for each in known)
    refs = tuple(dict.fromkeys(ref for each in certain for ref in each.refs))
    yield Reportable(
        _TOXICITY + row.kind.id,
        Matter.EVENT,
        row.kind.event,
        onset=_day(day0, certain[0].day),
        end=_day(day0, last) if is_over else None,
        grades=row.in_all.highest,
        refs=refs,
    )


def _day(day0: date, day: int) -> PartialDate:
    return PartialDate.on(date.fromordinal(day0.toordinal() + day))
