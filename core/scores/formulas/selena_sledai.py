"""SELENA-SLEDAI and its flare index. Petri M et al. N Engl J Med 2005;353:2550-8; Petri M. Lupus 1999;8:685-91."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from core.scores.given import Given, Json, Outputs, Result

PROTEIN = Fraction(1, 2)
"""g in 24 hours, exceeded."""
JOINTS_2K, JOINTS_SELENA = 2, 3
FARR = 25
RISE, SEVERE_TOTAL = 3, 12
PGA_RISE, PGA_SEVERE = Fraction(1), Fraction(5, 2)

Points = tuple[Fraction, tuple[Fraction, Fraction]]
"""What a finding scores in SLEDAI-2K, and the least and the most it scores in SELENA."""


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """``present_2k`` says which findings are meant; the findings themselves decide."""
    return {key: value for key, value in written.items() if key != "present_2k"}


def compute(given: Given) -> Outputs:
    """Return the total of the items, the points of told findings by both definitions, and the flare."""
    scored = list(_findings(given))
    outputs: Outputs = {"total": given.total(), "flare": None}
    if scored:
        least, most = (sum((each[end] for _, each in scored), Fraction(0)) for end in (0, 1))
        outputs["sledai_2k_points"] = sum((points for points, _ in scored), Fraction(0))
        outputs["selena_points"] = least if least == most else None
        if least != most:
            outputs |= {"selena_points_min": least, "selena_points_max": most}
    outputs["flare"] = _flare(given, given.total())
    return outputs


def _findings(given: Given) -> Iterator[Points]:
    yield from _proteinuria(given)
    for name, item, is_2k in (("scleritis", "visual_disturbance", False), ("vertigo", "cranial_nerve", False)):
        if given.has(name):
            weight = given.definition.inputs[item].weight
            yield (weight if is_2k else Fraction(0)), _both(weight if given.flag(name) else Fraction(0))
    joints = given.maybe("swollen_tender_joints")
    if joints is not None:
        weight = given.definition.inputs["arthritis"].weight
        yield (
            (weight if joints >= JOINTS_2K else Fraction(0)),
            _both(weight if joints >= JOINTS_SELENA else Fraction(0)),
        )
    for pain, finding, item in (
        ("pleuritic_pain", "pleural_finding", "pleurisy"),
        ("pericardial_pain", "pericardial_finding", "pericarditis"),
    ):
        if given.has(pain) and given.has(finding):
            weight = given.definition.inputs[item].weight
            told = (given.flag(pain), given.flag(finding))
            yield weight * all(told), _both(weight * any(told))
    farr = given.maybe("farr_pct")
    if farr is not None:
        weight = given.definition.inputs["dna_binding"].weight
        yield weight * (farr > FARR), _both(weight * (farr > FARR))


def _proteinuria(given: Given) -> Iterator[Points]:
    now, before = given.maybe("proteinuria_g_24h"), given.maybe("previous_g_24h")
    if now is None:
        return
    weight = given.definition.inputs["proteinuria"].weight
    if now <= PROTEIN:
        yield Fraction(0), _both(Fraction(0))
    elif before is None:
        yield weight, (Fraction(0), weight)
    else:
        yield weight, _both(weight * (before <= PROTEIN or now - before > PROTEIN))


def _both(points: Fraction) -> tuple[Fraction, Fraction]:
    return points, points


def _flare(given: Given, total: Fraction) -> Result:
    """Return the flare of the index where everything it asks was told."""
    before, now, earlier = given.maybe("previous_total"), given.maybe("pga"), given.maybe("pga_previous")
    severe: list[bool | None] = [
        None if before is None else total > SEVERE_TOTAL and total > before,
        None if now is None else now > PGA_SEVERE,
        given.flag("severe_features") if given.has("severe_features") else None,
    ]
    mild: list[bool | None] = [
        None if before is None else total - before >= RISE,
        None if now is None or earlier is None else now - earlier >= PGA_RISE,
        given.flag("mild_moderate_features") if given.has("mild_moderate_features") else None,
    ]
    if any(severe):
        return "severe"
    if None in severe:
        return None
    if any(mild):
        return "mild_moderate"
    return None if None in mild else "none"
