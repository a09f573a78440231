"""ASTCT grade of the cytokine release syndrome. Lee DW et al. Biol Blood Marrow Transplant 2019;25:625-38."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError

OXYGEN: Mapping[str, int] = {
    "none": 1,
    "blow_by": 2,
    "low_flow": 2,
    "high_flow": 3,
    "face_mask": 3,
    "non_rebreather": 3,
    "venturi": 3,
    "cpap": 4,
    "bipap": 4,
    "ventilation": 4,
}
"""The grade of the hypoxia arm."""
HYPOTENSION: Mapping[str, int] = {"none": 1, "fluids_only": 2, "yes": 2}
LOW_FLOW = 6
"""L/min by nasal cannula that are still low flow."""
DEATH, SEVERAL, ONE = 5, 4, 3
OTHER_WORDS: Mapping[str, str] = {
    "room_air": "none",
    "no": "none",
    "intubation": "ventilation",
    "intubated": "ventilation",
    "mechanical_ventilation": "ventilation",
    "mask": "face_mask",
    "simple_face_mask": "face_mask",
    "nonrebreather": "non_rebreather",
    "venturi_mask": "venturi",
    "non_rebreather_mask": "non_rebreather",
    "high_flow_nasal_cannula": "high_flow",
    "hfnc": "high_flow",
    "low_flow_nasal_cannula": "low_flow",
    "positive_pressure": "cpap",
}
_FLOW = re.compile(r"(\d+(?:\.\d+)?)_?l/min")


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Take oxygen in the words of a chart (nasal cannula 6 L/min); what needs no vasopressor has none."""
    told = dict(written)
    oxygen = told.get("oxygen")
    if isinstance(oxygen, str):
        told["oxygen"] = _oxygen(oxygen)
    if oxygen is False:
        told["oxygen"] = "none"
    if told.get("hypotension") in ("none", "no", "fluids_only", False):
        for name, nothing in (("vasopressors", Decimal(0)), ("vasopressin", False)):
            if told.get(name) in (None, "unanswered"):
                told[name] = nothing
        told["hypotension"] = "fluids_only" if told["hypotension"] == "fluids_only" else "none"
    return told


def compute(given: Given) -> Outputs:
    """Return the grade of a complete input; 0 where the syndrome is not there."""
    if given.flag("death"):
        return {"grade": Fraction(DEATH)}
    arms = max(OXYGEN[given.word("oxygen")], _hypotension(given))
    has_fever = given.number("temp") >= given.limit("fever")
    was_treated = given.flag("post_tocilizumab") or given.flag("post_steroid") or given.flag("antipyretic")
    if has_fever and not given.flag("fever_other_cause"):
        return {"grade": Fraction(arms)}
    return {"grade": Fraction(arms if was_treated and arms > 1 else 0)}


def _hypotension(given: Given) -> int:
    count = int(given.number("vasopressors"))
    if count > 1:
        return SEVERAL
    return ONE if count == 1 or given.flag("vasopressin") else HYPOTENSION[given.word("hypotension")]


def _oxygen(text: str) -> str:
    plain = text.strip().lower().replace("-", "_").replace(" ", "_")
    flow = _FLOW.search(plain)
    if flow is not None and ("cannula" in plain or "prongs" in plain):
        return "low_flow" if Fraction(flow[1]) <= LOW_FLOW else "high_flow"
    if plain == "nasal_cannula":
        message = said("'{value}' does not say the flow", value=text)
        raise RefusedError(Refusal("oxygen", message, "write nasal cannula 4 L/min, low_flow or high_flow"))
    return OTHER_WORDS.get(plain, plain)
