"""The words a treatment course may be described with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.vocabulary.asking import meanings, one_meaning
from core.vocabulary.vocabulary import Matter

ANSWERS = "answers"
"""The section of answers to the questions of rule files."""
TREATMENTS = "treatments"
"""The list in which courses of drugs stand: counts and doses turn on whether it is complete."""

FOLLOW_UP = "follow_up"
"""The list of what became of the things of the plan after the infusion."""

OUTCOMES = (
    "remission",
    "response",
    "partial_response",
    "no_response",
    "lost_response",
    "relapse",
    "failed",
    "not_assessable",
)
"""What came of a course. ``failed`` is not split further: too little response, one that was lost, or a relapse."""

FAILED = "failed"
NAMED_OUTCOMES = tuple(word for word in OUTCOMES if word != FAILED)
"""What a rule file can ask for: it names the ways in which a course can fail."""

FAILED_SPELLINGS = ("refractory", "progression")
"""What records and letters also call a course that failed."""

FAILURES = frozenset({"no_response", "partial_response", "lost_response", "relapse"})
"""What an outcome that is not split further can have been."""

REASONS_FOR_STOPPING = ("intolerance", "inefficacy", "planned", "wish", "infection", "pregnancy", "supply", "other")
"""Why a course was ended; apart from its outcome."""

PURPOSES = ("maintenance", "with_cells", "bridging", "toxicity", "prophylaxis")
"""What a course is given for beside the disease: afterwards to keep the response, together with cells, between
leukapheresis and lymphodepletion, against toxicity of cells, against infection."""

SEVERITIES = ("mild", "moderate", "severe", "life_threatening")
"""How bad a diagnosis is."""

CERTAINTIES = ("confirmed", "suspected", "ruled_out")
"""How sure a diagnosis is; one that is written without is confirmed."""

OTHER = "other"
"""A diagnosis or event the catalogue does not know, told in a free text."""

NOTHING_LISTED = "nothing_listed"
"""What a free text counts as that is none of the catalogue's diagnoses and events."""

UNKNOWN_PRODUCT = "investigational_product"
"""The drug of a course whose substance is not known: what a blinded trial gave."""

PLACEBO = "placebo"
"""What stands among the drugs of a blinded trial for no drug at all."""

LEVELS = ("raised", "low", "normal")
"""What is said of a measurement whose number is not at hand; against the laboratory's limits."""


@cache
def levels() -> Mapping[str, str]:
    """Return what each spelling of a level means, in every language."""
    return one_meaning(meanings(Matter.TYPED, "levels"))


DOSE_UNITS: Mapping[str, str] = {
    **{name: name for name in ("mg", "g", "ug", "U", "IU", "mL")},
    **dict.fromkeys(("µg", "mcg"), "ug"),
}
"""What a dose is counted in, by every spelling."""

DOSE_BASES: Mapping[str, str] = {"": "", "kg": "kg", "m2": "m2", "m²": "m2"}
"""What a dose is counted per besides time: nothing, body weight, body surface; by every spelling."""
