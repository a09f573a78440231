"""Which drugs are taken no more, and since when: the glucocorticoid, and everything against the disease.

No public source that was read defines "drug-free" by a list of drugs; the list is ours and is shown so. Antimalarials
and immunoglobulins (they replace IgG as well) are told beside it and do not count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.chart.entries import Course
from core.criteria.scope import Scope
from core.engine.explaining.lists import cover
from core.engine.explaining.meant import covers
from core.engine.explaining.spans import days_of_course
from core.engine.explaining.windows import Period, always
from core.engine.judgement.outcome import Gap
from core.engine.judgement.situation import Days, Situation
from core.responses.contact import Used
from core.responses.visited import Visited
from core.values.truth import Truth, all_of

GLUCOCORTICOIDS = ("glucocorticoids",)
AGAINST_DISEASE = (
    "glucocorticoids", "immunosuppressants", "targeted_synthetics", "biologics", "proteasome_inhibitors",
    "immunomodulators",
)  # fmt: skip
BESIDE = ("antimalarials", "immunoglobulins")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Free:
    """Whether none of some drugs is taken on a day.

    ``since`` is the first day certainly without any, ``perhaps_since`` the first that may be one, where an end is known
    to the month alone; both None where none was taken since the infusion, or (with ``gaps``) where nobody knows.
    ``refs`` are the courses that go on, else those that ended; ``beside`` courses of drugs that do not count.
    """

    truth: Truth
    since: date | None = None
    perhaps_since: date | None = None
    refs: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    beside: tuple[str, ...] = ()

    def days(self, on: date) -> int | None:
        """Return for how many days at least, None where it is not known or nothing was taken."""
        return (on - self.since).days if self.since is not None else None


@dataclass(frozen=True, slots=True)
class Steroid:
    """The glucocorticoid after an infusion: its dose on day 0 and on the day told of, and whether it was stopped."""

    at_infusion: Used
    gaps_at_infusion: tuple[Gap, ...]
    now: Used
    gaps_now: tuple[Gap, ...]
    stopped: Free


def steroid_of(visited: Visited, day0: date, on: date) -> Steroid:
    """Return the taper as the courses on record add up."""
    first, first_gaps = visited.doses.glucocorticoid(day0)
    now, now_gaps = visited.doses.glucocorticoid(on)
    return Steroid(first, first_gaps, now, now_gaps, free_of(visited, GLUCOCORTICOIDS, day0, on))


def drug_free(visited: Visited, day0: date, on: date) -> Free:
    """Return whether nothing against the disease is taken on a day, and since when."""
    return free_of(visited, AGAINST_DISEASE, day0, on, beside=BESIDE)


def free_of(visited: Visited, classes: tuple[str, ...], day0: date, on: date, beside: tuple[str, ...] = ()) -> Free:
    """Return whether no drug of some classes is taken on a day, and since when after an infusion."""
    taking = visited.doses.taking(classes, on)
    also = visited.doses.taking(beside, on).refs if beside else ()
    if taking.truth is not Truth.FALSE:
        return Free(~taking.truth, refs=taking.refs, gaps=taking.gaps, beside=also)
    situation = Situation(visited.chart, Scope(visited.catalogue), visited.evaluation_on, Days(on), Days(on))
    drugs = situation.scope.drugs(classes)
    perhaps, certain, refs = date.min, date.min, list[str]()
    for course in visited.chart.courses:
        ends = _ends(course, situation) if covers(course, drugs, situation) is not Truth.FALSE else None
        if ends is not None and day0 <= ends[1] <= on:
            perhaps, certain = max(perhaps, ends[0]), max(certain, ends[1])
            refs.append(course.ref)
    if not refs:
        first = day0
        covered = cover(classes, drugs, always(Period(first, on)), situation)
        return Free(Truth.TRUE, refs=covered.evidence, gaps=covered.gaps, beside=also)
    first = certain + _DAY
    covered = cover(classes, drugs, always(Period(min(first, on), on)), situation)
    ended = tuple(refs)
    if not covered.is_whole:
        return Free(Truth.TRUE, refs=ended, gaps=covered.gaps, beside=also)
    return Free(Truth.TRUE, first, max(perhaps, day0) + _DAY, ended, (), also)


def _ends(course: Course, situation: Situation) -> tuple[date, date] | None:
    """Return the first and the last day that can be the last one of a course; None where its end is not known."""
    days = days_of_course(course, situation)
    if days.sure_end is None or days.possible_end is None:
        return None
    return days.sure_end, days.possible_end


def remission_free(remission: Truth, free: Free) -> Truth:
    """Answer whether a remission is one without drugs."""
    return all_of((remission, free.truth))
