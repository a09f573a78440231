"""How sure a condition is: by its status, and in Germany by the mark beside its code of the ICD-10-GM."""

from __future__ import annotations

from collections.abc import Mapping

from core.chart.words import CERTAINTIES
from core.entry.paste.fhir.parts import Resource, codes_of, object_of, objects_of, text_of

CONFIRMED, SUSPECTED, RULED_OUT = CERTAINTIES
WITHDRAWN = "withdrawn"
"""What was entered in error says nothing of the patient."""
CONTRADICTING = "contradicting"

_STATUS: Mapping[str, str] = {
    "confirmed": CONFIRMED,
    "unconfirmed": SUSPECTED,
    "provisional": SUSPECTED,
    "differential": SUSPECTED,
    "refuted": RULED_OUT,
    "entered-in-error": WITHDRAWN,
}
"""HL7, condition-ver-status and allergyintolerance-verification."""

_MARKS: Mapping[str, str] = {"G": CONFIRMED, "Z": CONFIRMED, "V": SUSPECTED, "A": RULED_OUT}
"""KBV, S_ICD_DIAGNOSESICHERHEIT: made certain, state after it, suspected, ruled out."""
_STATE_AFTER = "Z"
_MARKED = "icd-10-gm-diagnosesicherheit"


def certainty_of(resource: Resource) -> str:
    """Return how sure it is, CONTRADICTING where it says two things, "" where it says nothing or what is not known."""
    written = codes_of(resource, "verificationStatus")
    found = {_STATUS.get(code, "") for code in written} | {_MARKS.get(mark, "") for mark in _marks(resource)}
    if WITHDRAWN in found:
        return WITHDRAWN
    return CONTRADICTING if len(found) > 1 else next(iter(found), CONFIRMED)


def is_over(resource: Resource) -> bool:
    """True for a state after a condition."""
    return _STATE_AFTER in _marks(resource)


def _marks(resource: Resource) -> frozenset[str]:
    found = (
        text_of(object_of(mark, "valueCoding"), "code") or text_of(mark, "valueCode")
        for coding in objects_of(object_of(resource, "code"), "coding")
        for mark in objects_of(coding, "extension")
        if text_of(mark, "url").rstrip("/").endswith(_MARKED)
    )
    return frozenset(code for code in found if code)
