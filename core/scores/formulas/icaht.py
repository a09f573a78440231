"""ICAHT and T-ICAHT. Rejeski K et al. Blood 2023;142:865-77, doi 10.1182/blood.2023020578."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from core.language.said import said
from core.scores.given import Given, Json, OpenInputError, Outputs, Refusal, RefusedError, Result
from core.scores.numbers import exact

SEVERE_DAYS = ((1, 1), (7, 2), (14, 3), (31, 4))
PROFOUND_DAYS = ((7, 3), (14, 4))
"""Least days of neutrophils up to 500, and up to 100, with their grade."""
LATE = ((100, 4), (500, 3), (1000, 2), (1500, 1))
"""Highest neutrophils of each late grade."""
PLATELETS_50, PLATELETS_20 = ((1, 1), (7, 2)), ((1, 3), (14, 4))
LATE_PLATELETS = ((50, 2), (100, 1))
LATE_DAYS_20 = ((0, 3), (14, 4))
TWENTY = 20
EARLY_LAST, LATE_LAST = 30, 100
FROM_THE_START = 3
"""An episode that begins by this day and lasts as long as anything is known is one that never ended."""
BRIDGED, INTERPOLATED = 2, 7
"""Days above the limit that do not end an episode; missing days that are interpolated."""
WORST = 4
TWO = 2

Counts = Mapping[int, Fraction]
Range = tuple[int, int]


def compute(given: Given) -> Outputs:
    """Return the early and late grades of neutrophils and platelets, as far as they were told."""
    outputs: Outputs = {"early": None, "late": None, "t_early": None, "t_late": None}
    found: dict[str, Range] = {}
    if given.has("daily_min_anc_per_uL"):
        counts = _counts(given, "daily_min_anc_per_uL")
        found["early"] = _early_of(given, counts)
        late = sorted(count for day, count in counts.items() if EARLY_LAST < day <= LATE_LAST)
        if len(late) >= TWO:
            outputs["late"] = _late(given, late)
    elif given.has("days_anc_le_500") or given.has("days_anc_le_100"):
        found["early"] = _from_days(given, ("days_anc_le_500", SEVERE_DAYS), ("days_anc_le_100", PROFOUND_DAYS))
    if given.has("late_lowest_two"):
        outputs["late"] = _late(given, _two(given.structure("late_lowest_two")))
    found |= _of_platelets(given)
    for name, (low, high) in found.items():
        outputs[name] = Fraction(low) if low == high else None
        if low != high:
            outputs |= {f"{name}_min": Fraction(low), f"{name}_max": Fraction(high)}
    if not found and outputs["late"] is None and not given.has("daily_min_anc_per_uL"):
        raise OpenInputError("days_anc_le_500")
    return outputs


def _grade(days: Fraction, steps: Sequence[tuple[int, int]]) -> int:
    return next((grade for least, grade in reversed(steps) if days >= least), 0)


def _from_days(given: Given, *told: tuple[str, Sequence[tuple[int, int]]]) -> Range:
    """Return the grade from numbers of days; one that was not told can add up to grade 4.

    The deeper days are among the others, so that there are at most as many.
    """
    (shallow, shallow_steps), (deep, deep_steps) = told
    many, few = given.maybe(shallow), given.maybe(deep)
    if many is not None and few is not None and few > many:
        message = said("'{key}' cannot be {number}", key=deep, number=str(few))
        raise RefusedError(Refusal(deep, message, said("at most as many as {name}", name=shallow)))
    least = max(
        _grade(many if many is not None else few or Fraction(0), shallow_steps), _grade(few or Fraction(0), deep_steps)
    )
    highest = Fraction(EARLY_LAST + 1)
    most_many = highest if many is None else many
    most = max(_grade(most_many, shallow_steps), _grade(most_many if few is None else few, deep_steps))
    return least, most


def _late(given: Given, counts: Sequence[Fraction]) -> Result:
    """Return the late grade by the lowest count, where a second one is low as well."""
    lowest, second = sorted(counts)[:TWO]
    if second > given.limit("late"):
        return Fraction(0)
    return Fraction(next((grade for most, grade in LATE if lowest <= most), 0))


def _late_platelets(given: Given) -> Range:
    lowest = given.number("late_plt_lowest")
    if lowest >= TWENTY:
        grade = next((grade for below, grade in LATE_PLATELETS if lowest < below), 0)
        return grade, grade
    days = given.maybe("late_days_plt_lt_20")
    if days is None:
        return LATE_DAYS_20[0][1], WORST
    grade = _grade(days, LATE_DAYS_20)
    return grade, grade


def _two(told: list[Json] | dict[str, Json]) -> list[Fraction]:
    numbers = [number for each in told if (number := exact(each)) is not None] if isinstance(told, list) else []
    if len(numbers) != TWO or len(told) != TWO or min(numbers) < 0:
        raise RefusedError(
            Refusal("late_lowest_two", said("wanted: {number} counts", number=str(TWO)), "write [1400, 1450]")
        )
    return numbers


def _counts(given: Given, name: str) -> Counts:
    """Return the lowest count of each day; a list begins at day 0, and its empty places were not measured."""
    told = given.structure(name)
    pairs = told.items() if isinstance(told, dict) else ((str(day), each) for day, each in enumerate(told))
    found: dict[int, Fraction] = {}
    for day, count in pairs:
        if count is None:
            continue
        number = exact(count)
        if number is None or number < 0 or not day.removeprefix("-").isdecimal():
            where = f"{name}.{day}"
            raise RefusedError(Refusal(where, "no day with its count", 'write {"0": 1200, "1": 400}'))
        found[int(day)] = number
    return found


def _early_of(given: Given, counts: Counts) -> Range:
    """Return the early grade of daily counts: days that nobody knows are once above the limit, once below."""
    end = given.maybe("follow_up_last_day")
    last = EARLY_LAST if end is None else min(int(end), EARLY_LAST)
    daily = _interpolated({day: count for day, count in counts.items() if 0 <= day <= LATE_LAST}, last)
    return (_grade_of(given, daily, is_low=False, last=last), _grade_of(given, daily, is_low=True, last=last))


def _grade_of(given: Given, daily: Sequence[Fraction | None], *, is_low: bool, last: int) -> int:
    severe = _longest([is_low if each is None else each <= given.limit("severe") for each in daily])
    profound = _longest([is_low if each is None else each <= given.limit("profound") for each in daily])
    never_ended = severe is not None and severe[0] <= FROM_THE_START and severe[1] == last
    if never_ended:
        return WORST
    return max(_grade(_length(severe), SEVERE_DAYS), _grade(_length(profound), PROFOUND_DAYS))


def severe_episode(counts: Counts, limit: Fraction, last: int) -> tuple[int, int] | None:
    """Return the first and last day, up to a last one, of the longest time that counts were at most a limit.

    Days that nobody measured and that are not interpolated count as above it: what is told has been seen.
    """
    daily = _interpolated({day: count for day, count in counts.items() if 0 <= day <= LATE_LAST}, last)
    return _longest([each is not None and each <= limit for each in daily])


def _of_platelets(given: Given) -> dict[str, Range]:
    """Return the grades of platelets: of daily counts, else of numbers of days, as far as they were told."""
    found: dict[str, Range] = {}
    if given.has("daily_min_plt_per_nL"):
        found |= _platelets_of(given, _counts(given, "daily_min_plt_per_nL"))
    elif given.has("days_plt_lt_50") or given.has("days_plt_lt_20"):
        found["t_early"] = _from_days(given, ("days_plt_lt_50", PLATELETS_50), ("days_plt_lt_20", PLATELETS_20))
    if given.has("late_plt_lowest"):
        found["t_late"] = _late_platelets(given)
    return found


def _platelets_of(given: Given, counts: Counts) -> dict[str, Range]:
    """Return the grades of daily platelets; few missing days lie on a line as those of neutrophils, others are open."""
    daily = _interpolated({day: count for day, count in counts.items() if 0 <= day <= LATE_LAST}, LATE_LAST)
    early, late = daily[: EARLY_LAST + 1], daily[EARLY_LAST + 1 :]
    shallow, deep = _days_below(early, given.limit("platelets")), _days_below(early, given.limit("deep_platelets"))
    low, high = ((_grade(shallow[end], PLATELETS_50), _grade(deep[end], PLATELETS_20)) for end in (0, 1))
    found = {"t_early": (max(low), max(high))}
    measured = [count for day, count in counts.items() if EARLY_LAST < day <= LATE_LAST]
    if measured and min(measured) < TWENTY:
        days = _days_below(late, given.limit("deep_platelets"))
        found["t_late"] = (_grade(days[0], LATE_DAYS_20), _grade(days[1], LATE_DAYS_20))
    elif measured:
        grade = next((grade for below, grade in LATE_PLATELETS if min(measured) < below), 0)
        found["t_late"] = (grade, grade)
    return found


def _days_below(daily: Sequence[Fraction | None], limit: Fraction) -> tuple[Fraction, Fraction]:
    """Return how many days were below a limit: those that are known, and with those that nobody knows."""
    known = sum(each is not None and each < limit for each in daily)
    return Fraction(known), Fraction(known + sum(each is None for each in daily))


def _length(episode: tuple[int, int] | None) -> Fraction:
    return Fraction(0 if episode is None else episode[1] - episode[0] + 1)


def _longest(days: Sequence[bool]) -> tuple[int, int] | None:
    """Return the first and last day of the longest episode; short recoveries do not end one."""
    episodes: list[tuple[int, int]] = []
    for day, is_in in enumerate(days):
        if not is_in:
            continue
        if episodes and day - episodes[-1][1] - 1 <= BRIDGED:
            episodes[-1] = (episodes[-1][0], day)
        else:
            episodes.append((day, day))
    return max(episodes, key=lambda each: (each[1] - each[0], -each[0]), default=None)


def _interpolated(counts: Counts, last: int) -> list[Fraction | None]:
    """Return the count of each day up to the last; between two counts missing days lie on a line, if they are few."""
    known = sorted(counts)
    daily: list[Fraction | None] = [counts.get(day) for day in range(last + 1)]
    for before, after in pairwise(known):
        if after - before - 1 > INTERPOLATED:
            continue
        for day in range(before + 1, min(after, last + 1)):
            share = Fraction(day - before, after - before)
            daily[day] = counts[before] + share * (counts[after] - counts[before])
    return daily
