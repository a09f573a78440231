"""The body weight for doses per kg: the newest on or before the day, as old as it may be at that age."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from core.chart.entries import Finding
from core.chart.values import Absence, Measured
from core.criteria.scope import Scope
from core.engine.compiled.comparing import Ruler
from core.engine.compiled.judged import NO_GAPS, NO_REFS, Gaps, Refs, one_gap
from core.engine.compiled.windows import ONE_DAY
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval

WEIGHT_ROLE = "weight"
KILOGRAM = "kg"
ADULT = Duration(18, TimeUnit.YEAR)
CHILD_STANDS = Duration(6, TimeUnit.MONTH)
ADULT_STANDS = Duration(12, TimeUnit.MONTH)


class Weight(NamedTuple):
    """The weight in kg, or the gaps that leave it unknown."""

    kilograms: Interval | None
    gaps: Gaps
    evidence: Refs


WeightOn = Callable[[Situation, date], Weight]


class Scale(NamedTuple):
    """The weight of a day, and the days on which it can change."""

    on: WeightOn
    turning_days: Callable[[Situation], Iterable[date]]


def compile_weight(scope: Scope) -> Scale:
    """Make the look at the weight of a day."""
    concept = scope.catalogue.by_role.get(WEIGHT_ROLE)
    name = WEIGHT_ROLE if concept is None else concept.id
    ruler = Ruler(concept)
    missing = Weight(None, one_gap(Cause.MISSING, name), NO_REFS)
    stale, no_unit, imprecise = (one_gap(cause, name) for cause in (Cause.STALE, Cause.UNIT, Cause.IMPRECISE))

    def on(situation: Situation, day: date) -> Weight:
        found = _newest_by(situation.chart.of(name), day)
        if found is None or found.on is None or not isinstance(found.value, Measured):
            return missing
        refs = frozenset((found.ref,))
        stands = ADULT_STANDS if _is_adult(situation, day) else CHILD_STANDS
        if found.on.first < stands.before(day):
            return Weight(None, stale, refs)
        factors = ruler.factors(found.value.quantity.unit, KILOGRAM)
        if factors is None:
            return Weight(None, no_unit, refs)
        amount = found.value.quantity.amount.scaled(factors[0] / factors[1])
        return Weight(amount, NO_GAPS if amount.is_exact else imprecise, refs)

    def turning_days(situation: Situation) -> Iterable[date]:
        birth = situation.chart.birth
        if birth is not None:
            yield from (ADULT.after(birth.first), ADULT.after(birth.last))
        for finding in situation.chart.of(name):
            if finding.on is not None:
                yield finding.on.last
                yield CHILD_STANDS.after(finding.on.first) + ONE_DAY
                yield ADULT_STANDS.after(finding.on.first) + ONE_DAY

    return Scale(on, turning_days)


def _newest_by(findings: Iterable[Finding], day: date) -> Finding | None:
    """Return the newest weight certainly taken on or before a day; of one day the first recorded."""
    found: Finding | None = None
    for finding in findings:
        if isinstance(finding.value, Absence) or finding.on is None or finding.on.last > day:
            continue
        if found is None or found.on is None or finding.on.last > found.on.last:
            found = finding
    return found


def _is_adult(situation: Situation, day: date) -> bool:
    birth = situation.chart.birth
    return birth is not None and ADULT.after(birth.last) <= day
