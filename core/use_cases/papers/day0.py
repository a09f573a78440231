"""Day 0 of a plan: the infusion on record wins; another day is asked back until somebody says that it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.chart.chart import Chart
from core.entry.typed import Typing, Understood, read_typed_date
from core.errors import WorldError
from core.use_cases.plan_follow_up import PlanRequest
from core.values.partial_date import parse_partial_date

_POINT = "infusion"


@dataclass(frozen=True, slots=True)
class PlanWish:
    """What is wished of a plan: days as they were typed in ``language`` ("": as on record), told from ``on``.

    ``is_other_day``: another day than the infusion on record is meant.
    """

    on: date
    language: str
    day0: str = ""
    leukapheresis: str = ""
    is_other_day: bool = False
    product: str = ""
    vector: str = ""
    region: str = ""
    is_family_copy: bool = False


def asked_for(chart: Chart, wish: PlanWish | None) -> PlanRequest:
    """Return what is asked of the plan; WorldError where there is no day 0, or two."""
    if wish is None:
        raise WorldError("documents-needs-day0")
    return PlanRequest(
        day0=day0_of(chart, typed_day(wish.day0, chart, wish), is_other_day=wish.is_other_day),
        on=wish.on,
        product=wish.product,
        vector=wish.vector,
        region=wish.region,
        leukapheresis=typed_day(wish.leukapheresis, chart, wish),
        is_family_copy=wish.is_family_copy,
    )


def day0_of(chart: Chart, typed: date | None, *, is_other_day: bool) -> date:
    """Return the infusion on record, else the day typed, else the planned one.

    WorldError where nobody knows a day, and where another one was typed than is on record and nobody said it is meant.
    """
    recorded = None if chart.infusion is None else chart.infusion.on
    if recorded is not None:
        if typed is None or typed == recorded:
            return recorded
        if not is_other_day:
            raise WorldError("documents-other-day0")
        return typed
    planned = chart.planned.get(_POINT)
    if typed is None and planned is not None and planned.is_exact:
        typed = planned.first
    if typed is None:
        raise WorldError("documents-needs-day0")
    return typed


def typed_day(text: str, chart: Chart, wish: PlanWish) -> date | None:
    """Return the day that was typed, None for none; WorldError where it is no day."""
    if not text.strip():
        return None
    read = read_typed_date(text.strip(), Typing(wish.language, wish.on, chart.birth))
    moment = parse_partial_date(str(read.content)) if isinstance(read, Understood) else None
    if moment is None or not moment.is_exact:
        raise WorldError("form-bad-date", text=text.strip())
    return moment.first
