"""CTCAE v5.0 (NCI, 2017): laboratory results; of v6 neutrophils alone."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, OpenInputError, Outputs, Refusal, RefusedError
from core.scores.numbers import exact
from core.scores.units import QUANTITIES, plain

FALLING: Mapping[str, tuple[str, ...]] = {
    "neutrophils": ("1.5", "1.0", "0.5"),
    "platelets": ("75", "50", "25"),
    "lymphocytes": ("0.8", "0.5", "0.2"),
    "wbc": ("3.0", "2.0", "1.0"),
    "cd4": ("0.5", "0.2", "0.05"),
    "hemoglobin": ("10", "8"),
    "albumin": ("30", "20"),
}
"""Lower ends of grade 1, 2 and 3; the upper end of grade 1 is the laboratory's lower limit."""
NEUTROPHILS_V6 = ("1.5", "1.0", "0.5", "0.1")
"""Below each: grade 1, 2, 3, 4."""
RISING: Mapping[str, tuple[str, ...]] = {
    "alt": ("1", "3", "5", "20"),
    "ast": ("1", "3", "5", "20"),
    "bilirubin": ("1", "1.5", "3", "10"),
    "creatinine": ("1", "1.5", "3", "6"),
    "cpk": ("1", "2.5", "5", "10"),
}
"""Multiples of the upper limit above which a grade begins."""
OF_BASELINE: Mapping[str, tuple[str, ...]] = {
    "alt": ("1.5", "3", "5", "20"),
    "ast": ("1.5", "3", "5", "20"),
    "bilirubin": ("1", "1.5", "3", "10"),
}
"""Multiples of an abnormal baseline; 1.5 itself is grade 1 for transaminases."""
CREATININE_OF_BASELINE = (("1.5", 2), ("3", 3))
FIBRINOGEN = ("0.75", "0.5", "0.25")
FIBRINOGEN_LOWEST = 50
"""mg/dL below which it is grade 4 whatever the limit."""
POTASSIUM, SODIUM = ("3.0", "2.5"), ("130", "125", "120")
UNITS: Mapping[str, tuple[str, str]] = {
    "neutrophils": ("blood_cells", "10^9/L"),
    "platelets": ("blood_cells", "10^9/L"),
    "lymphocytes": ("blood_cells", "10^9/L"),
    "wbc": ("blood_cells", "10^9/L"),
    "cd4": ("blood_cells", "10^9/L"),
    "hemoglobin": ("haemoglobin", "g/dL"),
    "albumin": ("albumin", "g/L"),
    "fibrinogen": ("fibrinogen", "mg/dL"),
    "hypokalemia": ("electrolyte", "mmol/L"),
    "hyponatremia": ("electrolyte", "mmol/L"),
}
"""The unit that the table is in, where multiples do not make it indifferent."""
NAMES: Mapping[str, str] = {
    "haemoglobin": "hemoglobin",
    "hb": "hemoglobin",
    "ck": "cpk",
    "potassium": "hypokalemia",
    "hypokalaemia": "hypokalemia",
    "sodium": "hyponatremia",
    "hyponatraemia": "hyponatremia",
    "anc": "neutrophils",
    "alt_ast": "alt",
    "leukocytes": "wbc",
}
MEASURES = ("value", "LLN", "lln", "ULN", "uln", "baseline")
FEVER, LONG_FEVER, NEUTROPENIA = Fraction("38.3"), 38, 1
DEATH, LIFE, SEVERE, MODERATE = 5, 4, 3, 2

Range = tuple[int, int]


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take a baseline in words or as a number, other names of a test, and one unit beside all numbers."""
    told = dict(written)
    key = "test" if "test" in told else "term"
    name = told.get(key)
    if isinstance(name, str):
        told[key] = name = NAMES.get(name.lower(), name)
    if told.get("baseline") in ("normal", "abnormal"):
        told["baseline_state"] = told.pop("baseline")
    version = told.get("version")
    if isinstance(version, str):
        told["version"] = version.lower().removeprefix("v").removesuffix(".0")
    unit = told.pop("unit", None)
    if isinstance(unit, str) and isinstance(name, str):
        factor = _factor(name, unit)
        told |= {each: number * factor for each in MEASURES if (number := exact(told.get(each))) is not None}
    return told


def compute(given: Given) -> Outputs:
    """Return the grade, or between which it lies, with the version."""
    low, high = _graded(given)
    outputs: Outputs = {"grade": Fraction(low) if low == high else None, "version": given.word("version")}
    if low != high:
        outputs |= {"grade_min": Fraction(low), "grade_max": Fraction(high)}
    return outputs


def _graded(given: Given) -> Range:
    test = given.word("test")
    if given.word("version") != "5" and test != "neutrophils":
        raise RefusedError(Refusal("version", "of CTCAE v6 only neutrophils are known here", "use version 5"))
    if given.flag("death"):
        return DEATH, DEATH
    if given.flag("life_threatening"):
        return LIFE, LIFE
    if test == "febrile_neutropenia":
        return _febrile(given)
    if test == "infection":
        return _infection(given)
    if test in FALLING:
        return _falling(given, test)
    if test in RISING:
        return _rising(given, test)
    return {"fibrinogen": _fibrinogen, "hypokalemia": _potassium, "hyponatremia": _sodium}[test](given)


def _falling(given: Given, test: str) -> Range:
    value = given.number("value")
    if given.word("version") == "6":
        grade = sum(value < Fraction(end) for end in NEUTROPHILS_V6)
        return grade, grade
    below = sum(value < Fraction(end) for end in FALLING[test])
    if test == "hemoglobin" and given.flag("transfusion"):
        return SEVERE, SEVERE
    if below:
        return below + 1, below + 1
    return _by_lower_limit(given, value)


def _exactly(grade: int) -> Range:
    return grade, grade


def _by_lower_limit(given: Given, value: Fraction) -> Range:
    lower = given.maybe("LLN")
    if lower is None:
        return 0, 1
    return _exactly(int(value < lower))


def _rising(given: Given, test: str) -> Range:
    value, upper, baseline = given.number("value"), given.maybe("ULN"), given.maybe("baseline")
    state = given.word("baseline_state") if given.has("baseline_state") else None
    if state is None and baseline is not None and upper is not None and test in OF_BASELINE:
        state = "abnormal" if baseline > upper else "normal"
    if state == "abnormal" and test in OF_BASELINE:
        return _exactly(_of_baseline(test, value / given.number("baseline")))
    if test == "creatinine":
        return _creatinine(value, upper, baseline)
    return _exactly(sum(value / given.number("ULN") > Fraction(end) for end in RISING[test]))


def _of_baseline(test: str, multiple: Fraction) -> int:
    first, *others = (Fraction(end) for end in OF_BASELINE[test])
    is_first = multiple >= first if first > 1 else multiple > first
    return int(is_first) + sum(multiple > end for end in others)


def _creatinine(value: Fraction, upper: Fraction | None, baseline: Fraction | None) -> Range:
    """Return the higher grade by limit and by baseline; without the limit a higher one is possible."""
    if upper is None and baseline is None:
        raise OpenInputError("ULN")
    by_limit = 0 if upper is None else sum(value / upper > Fraction(end) for end in RISING["creatinine"])
    by_baseline = 0
    if baseline is not None:
        by_baseline = max(
            (grade for end, grade in CREATININE_OF_BASELINE if value / baseline > Fraction(end)), default=0
        )
    least = max(by_limit, by_baseline)
    if upper is None:
        return least, LIFE
    return least, least if baseline is not None else max(least, SEVERE)


def _fibrinogen(given: Given) -> Range:
    value, lower = given.number("value"), given.maybe("LLN")
    if value < FIBRINOGEN_LOWEST:
        return LIFE, LIFE
    if lower is None:
        return 0, LIFE
    multiple = value / lower
    return _exactly(int(multiple < 1) + sum(multiple < Fraction(end) for end in FIBRINOGEN))


def _potassium(given: Given) -> Range:
    value = given.number("value")
    low, lowest = (Fraction(end) for end in POTASSIUM)
    if value < low:
        return _exactly(LIFE if value < lowest else SEVERE)
    least, most = _by_lower_limit(given, value)
    symptoms = given.flag("symptoms") if given.has("symptoms") else None
    if most == 0 or symptoms is False:
        return least, most
    return (MODERATE * least if symptoms else least), MODERATE


def _sodium(given: Given) -> Range:
    value = given.number("value")
    first, second, third = (Fraction(end) for end in SODIUM)
    if value >= first:
        return _by_lower_limit(given, value)
    if value < second:
        return _exactly(LIFE if value < third else SEVERE)
    if not given.has("symptoms"):
        return MODERATE, SEVERE
    return _exactly(SEVERE if given.flag("symptoms") else MODERATE)


def _febrile(given: Given) -> Range:
    """Return grade 3 for neutrophils below 1.0 with a single 38.3 exceeded, or 38.0 for an hour."""
    if given.number("value") >= NEUTROPENIA:
        return 0, 0
    if given.number("temp") > FEVER:
        return SEVERE, SEVERE
    if given.number("temp") < LONG_FEVER:
        return 0, 0
    return _exactly(SEVERE if given.flag("over_an_hour") else 0)


def _infection(given: Given) -> Range:
    return _exactly({"none": 1, "local": 2, "oral": 2, "iv": 3, "intervention": 3}[given.word("therapy")])


def _factor(test: str, unit: str) -> Fraction:
    """Return the factor of a unit; of multiples every unit is as good, as long as all numbers are in it."""
    if test not in UNITS:
        return Fraction(1)
    quantity, own = UNITS[test]
    for known, factor in QUANTITIES[quantity].items():
        if plain(known) == plain(unit):
            return factor / QUANTITIES[quantity][own]
    message = said("'{key}' is not told in '{unit}'", key=test, unit=unit)
    raise RefusedError(Refusal("unit", message, said("known units: {names}", names=", ".join(QUANTITIES[quantity]))))
