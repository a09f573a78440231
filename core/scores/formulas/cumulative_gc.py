"""Cumulative glucocorticoid dose: arithmetic on the equivalents of ``core/scores/glucocorticoids``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, OpenInputError, Outputs, Refusal, RefusedError
from core.scores.glucocorticoids import EQUIVALENTS, PREDNISONE
from core.scores.numbers import exact

MOST_DAYS = 40_000
"""Of a life."""
KEYS_OF_INTERVALS = ("drug", "mg", "days", "start", "end")
KEYS_OF_PULSES = ("drug", "mg", "n")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A daily dose of prednisone over days; ``start`` where the days are told."""

    mg: Fraction
    days: int
    start: date | None


def compute(given: Given) -> Outputs:
    """Return the total, its mean over the window, and on how many days it lay above two limits."""
    if not given.has("intervals") and not given.has("pulses"):
        raise OpenInputError("intervals")
    stretches = list(_stretches(given))
    pulses = sum(_pulses(given), Fraction(0))
    total = sum((each.mg * each.days for each in stretches), Fraction(0)) + pulses
    doses = _daily(stretches)
    days = given.maybe("window_days") or Fraction(len(doses))
    weight = given.maybe("weight")
    return {
        "total_mg": total,
        "mean_mg_day": total / days if days else None,
        "mg_per_kg": None if weight is None else total / weight,
        "days_above_7_5": Fraction(sum(dose > given.limit("low") for dose in doses)),
        "days_above_20": Fraction(sum(dose > given.limit("high") for dose in doses)),
    }


def _daily(stretches: list[_Stretch]) -> list[Fraction]:
    """Return the dose of each day: stretches with days add where they overlap, the others follow one another."""
    doses: dict[int, Fraction] = {}
    loose: list[Fraction] = []
    for each in stretches:
        if each.start is None:
            loose += [each.mg] * each.days
            continue
        first = each.start.toordinal()
        for day in range(first, first + each.days):
            doses[day] = doses.get(day, Fraction(0)) + each.mg
    return [*doses.values(), *loose]


def _stretches(given: Given) -> Iterator[_Stretch]:
    for where, told in _entries(given, "intervals", KEYS_OF_INTERVALS):
        start = _day(where, told, "start")
        end = _day(where, told, "end")
        days = exact(told.get("days"))
        if start is not None and end is not None:
            days = Fraction((end - start).days)
        if days is None or days.denominator != 1 or not 0 <= days <= MOST_DAYS:
            raise RefusedError(Refusal(where, "the days are not told", "write days, or start and end"))
        yield _Stretch(_prednisone(where, told), int(days), start)


def _pulses(given: Given) -> Iterator[Fraction]:
    for where, told in _entries(given, "pulses", KEYS_OF_PULSES):
        number = exact(told.get("n", None))
        if number is None or number.denominator != 1 or number < 0:
            raise RefusedError(
                Refusal(where, said("'{value}' is no whole number", value=str(told.get("n"))), "write n")
            )
        yield _prednisone(where, told) * number


def _entries(given: Given, name: str, keys: tuple[str, ...]) -> Iterator[tuple[str, Mapping[str, Json]]]:
    listed = given.structure(name) if given.has(name) else []
    for at, told in enumerate(listed):
        where = f"{name}[{at}]"
        if not isinstance(told, dict) or not set(told) <= set(keys):
            raise RefusedError(Refusal(where, said("it asks for: {names}", names=", ".join(keys))))
        yield where, told


def _prednisone(where: str, told: Mapping[str, Json]) -> Fraction:
    drug, dose = told.get("drug", "prednisone"), exact(told.get("mg"))
    if not isinstance(drug, str) or drug not in EQUIVALENTS:
        raise RefusedError(Refusal(where, said("write one of: {names}", names=", ".join(EQUIVALENTS))))
    if dose is None or dose < 0:
        raise RefusedError(Refusal(where, said("'{value}' is no number", value=str(told.get("mg"))), "write mg"))
    return dose * PREDNISONE / EQUIVALENTS[drug]


def _day(where: str, told: Mapping[str, Json], key: str) -> date | None:
    if told.get(key) is None:
        return None
    try:
        return date.fromisoformat(str(told[key]))
    except ValueError as error:
        message = said("'{value}' is no day", value=str(told[key]))
        raise RefusedError(Refusal(f"{where}.{key}", message, "write 2026-11-22")) from error
