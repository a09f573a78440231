"""EULAR/ACR 2017. Lundberg IE et al. Ann Rheum Dis 2017;76:1955-64, doi 10.1136/annrheumdis-2017-211468."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError, Result
from core.scores.numbers import exact

WEIGHTS: Mapping[str, tuple[str, str]] = {
    "age_18_to_39": ("1.3", "1.5"),
    "age_ge_40": ("2.1", "2.2"),
    "prox_upper_weakness": ("0.7", "0.7"),
    "prox_lower_weakness": ("0.8", "0.5"),
    "neck_flexors_weaker_than_extensors": ("1.9", "1.6"),
    "leg_proximal_weaker_than_distal": ("0.9", "1.2"),
    "heliotrope": ("3.1", "3.2"),
    "gottron_papules": ("2.1", "2.7"),
    "gottron_sign": ("3.3", "3.7"),
    "dysphagia_or_esophageal_dysmotility": ("0.7", "0.6"),
    "anti_jo1": ("3.9", "3.8"),
    "enzyme_elevation": ("1.3", "1.4"),
    "bx_endomysial_infiltrate_not_invading": ("0", "1.7"),
    "bx_perimysial_or_perivascular_infiltrate": ("0", "1.2"),
    "bx_perifascicular_atrophy": ("0", "1.9"),
    "bx_rimmed_vacuoles": ("0", "3.1"),
}
"""Points without and with biopsy."""
INTERCEPTS = (5.33, 6.49)
CLASSES = (("definite", "7.5", "8.7"), ("probable", "5.5", "6.7"), ("possible", "5.3", "6.5"))
"""Each class with its least score without and with biopsy."""
ADULT, FORTY = 18, 40
AGES: Mapping[str, tuple[int, int, int]] = {"age_18_to_39": (ADULT, FORTY, 20), "age_ge_40": (FORTY, 200, 45)}
"""The items of age: from, below, and an age that stands for it where none was told."""
RASH = ("heliotrope", "gottron_papules", "gottron_sign")
WEAKNESS = ("prox_upper_weakness", "prox_lower_weakness", "neck_flexors_weaker_than_extensors")


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Age is told as the age at onset or as an item; both must agree. A finished list without either is a child's."""
    listed = written.get("present")
    if not isinstance(listed, list):
        return written
    told = [name for name in AGES if name in listed]
    rest: dict[str, Json] = {**written, "present": [each for each in listed if each not in AGES]}
    if written.get("onset_age") is None:
        unanswered = written.get("unanswered")
        left = unanswered if isinstance(unanswered, list) else []
        if any(each in (*AGES, "onset_age") for each in left):
            return {**rest, "unanswered": [each for each in left if each not in (*AGES, "onset_age")]}
        return {**rest, "onset_age": Decimal(AGES[told[0]][2] if told else ADULT - 8)}
    age = exact(written.get("onset_age"))
    if age is not None and any(not AGES[name][0] <= age < AGES[name][1] for name in told):
        raise RefusedError(Refusal("onset_age", said("'{name}' says another age", name=told[0]), "write one of both"))
    return rest


def compute(given: Given) -> Outputs:
    """Return score, probability, class and subclass."""
    at = int(given.flag("biopsy"))
    score = sum(
        (Fraction(WEIGHTS[each.id][at]) for each in given.definition.items if _counts(given, each.id)), _age(given, at)
    )
    found = next((name for name, *ends in CLASSES if score >= Fraction(ends[at])), "not_iim")
    return {
        "score": score,
        "p": 1 / (1 + math.exp(INTERCEPTS[at] - float(score))),
        "class": found,
        "subclass": None if found == "not_iim" else _subclass(given),
    }


def _counts(given: Given, name: str) -> bool:
    return name in WEIGHTS and given.flag(name)


def _age(given: Given, at: int) -> Fraction:
    age = given.number("onset_age")
    return sum((Fraction(WEIGHTS[name][at]) for name, (low, high, _) in AGES.items() if low <= age < high), Fraction(0))


def _subclass(given: Given) -> Result:
    has_rash = any(given.flag(name) for name in RASH)
    if given.number("onset_age") < ADULT:
        return "JDM" if has_rash else "juvenile myositis other than JDM"
    if has_rash:
        return "DM" if any(given.flag(name) for name in WEAKNESS) else "ADM"
    is_body = given.flag("finger_flexor_weakness") and given.flag("treatment_not_improved")
    return "IBM" if is_body or given.flag("bx_rimmed_vacuoles") else "PM"
