"""Total Improvement Score 2016. Aggarwal R et al. (adults) and Rider LG et al. (juveniles), Ann Rheum Dis 2017;76."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError
from core.scores.numbers import exact
from core.source_text.suggestion import nearest

Bands = tuple[tuple[int, str], ...]
POINTS: Mapping[str, Bands] = {
    "physician": ((5, "7.5"), (15, "15"), (25, "17.5"), (40, "20")),
    "patient": ((5, "2.5"), (15, "5"), (25, "7.5"), (40, "10")),
    "mmt": ((2, "10"), (10, "20"), (20, "27.5"), (30, "32.5")),
    "haq": ((5, "5"), (15, "7.5"), (25, "7.5"), (40, "10")),
    "enzyme": ((5, "2.5"), (15, "5"), (25, "7.5"), (40, "7.5")),
    "extramuscular": ((5, "7.5"), (15, "12.5"), (25, "15"), (40, "20")),
}
"""Points of a change above each number of percent."""
THRESHOLDS: Mapping[str, tuple[tuple[int, str], ...]] = {
    "adult": ((60, "major"), (40, "moderate"), (20, "minimal")),
    "jdm": ((70, "major"), (45, "moderate"), (30, "minimal")),
}
LOWER_IS_BETTER: Mapping[str, tuple[str, int]] = {
    "physician": ("physician", 10),
    "patient": ("patient", 10),
    "parent": ("patient", 10),
    "haq": ("haq", 3),
    "chaq": ("haq", 3),
    "extramuscular": ("extramuscular", 10),
    "das": ("extramuscular", 20),
}
HIGHER_IS_BETTER: Mapping[str, tuple[str, int]] = {
    "mmt8_of_80": ("mmt", 80),
    "mmt8_of_150": ("mmt", 150),
    "cmas": ("mmt", 52),
}
ENZYMES: Mapping[str, int] = {"ck_xuln": 15, "aldolase_xuln": 6, "ldh_xuln": 3, "ast_xuln": 3, "alt_xuln": 3}
"""Ranges in multiples of the upper limit (memory); the enzyme most abnormal at the baseline counts."""
_PAIR = 2


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take changes in percent under ``change_pct``, or values before and after under ``raw``."""
    rest: dict[str, Json] = {key: value for key, value in written.items() if key not in ("change_pct", "raw")}
    changes, raw = written.get("change_pct"), written.get("raw")
    if isinstance(changes, dict):
        rest |= changes
    if isinstance(raw, dict):
        rest |= _changes(raw)
    return rest


def compute(given: Given) -> Outputs:
    """Return the score, its category, and the points and change of each measure."""
    points = {name: _points(given.number(name), bands) for name, bands in POINTS.items()}
    tis = sum(points.values(), Fraction(0))
    steps = THRESHOLDS[given.word("population")]
    return {
        "tis": tis,
        "category": next((name for least, name in steps if tis >= least), "none"),
        "change_pct": {name: given.number(name) for name in POINTS},
        "points": {**points},
    }


def _points(change: Fraction, bands: Bands) -> Fraction:
    return next((Fraction(points) for above, points in reversed(bands) if change > above), Fraction(0))


def _changes(raw: Mapping[str, Json]) -> dict[str, Json]:
    """Return the changes in percent of each range. Raises RefusedError for what is no measure or no pair."""
    found: dict[str, Json] = {}
    worst = Fraction(-1)
    for name, told in raw.items():
        before, after = _pair(name, told)
        key = name.lower()
        if key in ENZYMES:
            if before > worst:
                worst = before
                found["enzyme"] = _percent(before - after, ENZYMES[key])
        elif name in LOWER_IS_BETTER:
            measure, highest = LOWER_IS_BETTER[name]
            _check(name, highest, before, after)
            found[measure] = _percent(before - after, highest)
        elif name in HIGHER_IS_BETTER:
            measure, highest = HIGHER_IS_BETTER[name]
            _check(name, highest, before, after)
            found[measure] = _percent(after - before, highest)
        else:
            raise _unknown(name)
    return found


def _pair(name: str, told: Json) -> tuple[Fraction, Fraction]:
    numbers = [exact(each) for each in told] if isinstance(told, list) else []
    known = [each for each in numbers if each is not None]
    if len(numbers) != _PAIR or len(known) != _PAIR or min(known) < 0:
        raise RefusedError(Refusal(f"raw.{name}", "no pair of numbers", "write [before, after]"))
    return known[0], known[1]


def _check(name: str, highest: int, *numbers: Fraction) -> None:
    if max(numbers) > highest:
        message = said("'{key}' cannot be {number}", key=name, number=str(float(max(numbers))))
        hint = said("from {low} to {high} {unit}", low="0", high=str(highest), unit="")
        raise RefusedError(Refusal(f"raw.{name}", message, hint))


def _percent(improvement: Fraction, highest: int) -> Fraction:
    return 100 * improvement / highest


def _unknown(name: str) -> RefusedError:
    known = (*LOWER_IS_BETTER, *HIGHER_IS_BETTER, "ck_xULN", "aldolase_xULN", "ldh_xULN", "ast_xULN", "alt_xULN")
    near = nearest(name, known)
    hint = said("did you mean '{near}'?", near=near) if near else said("it asks for: {names}", names=", ".join(known))
    return RefusedError(
        Refusal(f"raw.{name}", said("'{score}' does not ask for '{key}'", score="tis_2016", key=name), hint)
    )
