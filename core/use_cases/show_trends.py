"""Show trends with events: values and doses of one patient from shortly before the infusion to a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Course
from core.criteria.scope import Scope
from core.engine.explaining.doses import Taken, total_on
from core.engine.judgement.situation import Days, Situation
from core.follow_up.growth import growth_curves
from core.follow_up.marks import trend_marks
from core.follow_up.trends import BEFORE_DAYS, GLUCOCORTICOID, Step, Trend, Trending


def show_trends(chart: Chart, catalogue: Catalogue, day0: date, on: date) -> tuple[Trend, ...]:
    """Return the pictures that have a value, as drawing lists, with what was given and happened marked."""
    seen = chart.as_of(on)
    marks = trend_marks(seen, catalogue, day0, on)
    trending = Trending(seen, catalogue, day0, on, marks, tuple(_steps(seen, catalogue, day0, on)))
    growth = (trending.picture(curves) for curves in growth_curves(seen, catalogue, day0, on))
    return (*trending.trends(), *(each for each in growth if not each.is_empty))


def _steps(chart: Chart, catalogue: Catalogue, day0: date, on: date) -> Iterator[Step]:
    """Yield the dose as the courses add up, from change to change; days of which nobody knows it are left out."""
    concept = catalogue.concept(GLUCOCORTICOID)
    if concept is None:
        return
    drugs = frozenset(catalogue.drugs_of(concept.dose_of))
    courses = [each for each in chart.courses if each.drug in drugs or each.drug == concept.dose_of]
    earliest, scope = day0 - timedelta(days=BEFORE_DAYS), Scope(catalogue)
    changes = {earliest, *(day for each in courses for day in _changes(each) if earliest < day <= on)}
    days = sorted(changes)
    for at, day in enumerate(days) if courses else ():
        last = days[at + 1] - timedelta(days=1) if at + 1 < len(days) else on
        as_courses_add_up = Situation(chart, scope, on, Days(day), Days(day), is_absence_assumed=True)
        taken = total_on(concept, (), day, as_courses_add_up)
        if not _dose(taken):  # that nothing was taken has to be known: a list with a gap is no zero
            taken = total_on(concept, (), day, replace(as_courses_add_up, is_absence_assumed=False))
        amount = _dose(taken)
        if amount is not None:
            yield Step((day - day0).days, (last - day0).days, amount, taken.refs)


def _dose(taken: Taken) -> Decimal | None:
    """Return the dose where it is known exactly."""
    amount = None if taken.rate is None or taken.gaps or taken.rate.basis else taken.rate.amount
    return amount.low if amount is not None and amount.is_exact else None


def _changes(course: Course) -> Iterator[date]:
    """Yield the days on which what a course gives may change."""
    starts = [course.start, *(each.start for each in course.doses)]
    ends = [course.end, *(each.end for each in course.doses)]
    yield from (end for each in starts if each is not None for end in (each.first, each.last))
    yield from (end + timedelta(days=1) for each in ends if each is not None for end in (each.first, each.last))
