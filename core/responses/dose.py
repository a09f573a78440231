"""The glucocorticoid dose of a day, and which drugs were taken on it: what the courses on record say.

What was not taken is known only where the list of treatments is complete; what was taken, of every course.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.engine.explaining.doses import total_on
from core.engine.explaining.lists import cover
from core.engine.explaining.meant import covers
from core.engine.explaining.spans import days_of_course
from core.engine.explaining.windows import Period, always
from core.engine.judgement.outcome import Gap
from core.engine.judgement.situation import Days, Situation
from core.responses.contact import Used
from core.values.truth import Truth, all_of

GLUCOCORTICOID_DOSE = "glucocorticoid_dose"


@dataclass(frozen=True, slots=True)
class Taking:
    """Whether any of some drugs was taken on a day: by which courses, or what leaves it open."""

    truth: Truth
    refs: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class Doses:
    """Reads the courses of one chart as of a day."""

    chart: Chart
    catalogue: Catalogue
    evaluation_on: date

    def glucocorticoid(self, day: date) -> tuple[Used, tuple[Gap, ...]]:
        """Return the prednisone equivalent of a day in mg, and what leaves it open."""
        concept = self.catalogue.concepts[GLUCOCORTICOID_DOSE]
        taken = total_on(concept, (), day, self._situation(day))
        if taken.rate is None:  # a sum over courses always has a rate
            raise AssertionError(taken)
        return Used(concept.id, day, taken.rate.amount, taken.refs), taken.gaps

    def taking(self, names: Iterable[str], day: date) -> Taking:
        """Answer whether a drug of some classes was taken on a day."""
        classes = tuple(names)
        situation = self._situation(day)
        drugs = situation.scope.drugs(classes)
        refs: list[str] = []
        perhaps: list[str] = []
        for course in self.chart.courses:
            truth = all_of((covers(course, drugs, situation), days_of_course(course, situation).on(day)))
            if truth is not Truth.FALSE:
                (refs if truth is Truth.TRUE else perhaps).append(course.ref)
        if refs:
            return Taking(Truth.TRUE, tuple(refs))
        covered = cover(classes, drugs, always(Period(day, day)), situation)
        if perhaps or not covered.is_whole:
            return Taking(Truth.UNKNOWN, tuple(perhaps), covered.gaps)
        return Taking(Truth.FALSE, covered.evidence)

    def _situation(self, day: date) -> Situation:
        return Situation(self.chart, Scope(self.catalogue), self.evaluation_on, Days(day), Days(day))
