"""Resources that record nothing: each in one line, with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from core.entry.paste.fhir.bundle import TOO_DEEP
from core.entry.paste.fhir.parts import Resource, called, codes_of, day_at, object_of, objects_of, text_of
from core.entry.paste.sheet import Remark

_DAYS = (
    "effectiveDateTime", "effectiveInstant", "onsetDateTime", "performedDateTime", "occurrenceDateTime", "authoredOn",
    "recordedDate", "issued",
)  # fmt: skip
_WHAT = ("code", "medicationCodeableConcept", "vaccineCode", "type")

STATUS, KIND, SEVERAL, MODIFIED, DEEP, NO_VALUE, NOT_DONE, NOTHING_KNOWN, NO_NAME, MANY = (
    f"paste-skip-{word}"
    for word in (
        "status",
        "kind",
        "several",
        "modified",
        "deep",
        "no-value",
        "not-done",
        "nothing-known",
        "no-name",
        "many",
    )
)
"""Phrases for why a resource is no line that records."""
_KINDS: Mapping[str, str] = {
    kind: f"paste-skip-{word}"
    for kind, word in (("Patient", "patient"), ("Medication", "medication"), ("DiagnosticReport", "report"))
}
"""What is read with other resources and records nothing itself."""


def skipped_whole(resource: Resource) -> str:
    """Return why nothing of a resource may be read, "" where it may: what modifies its meaning is not understood."""
    if TOO_DEEP in resource:
        return DEEP
    is_modified = bool(objects_of(resource, "modifierExtension")) or bool(text_of(resource, "implicitRules"))
    return MODIFIED if is_modified else ""


def of_several(number: int, resource: Resource) -> Remark:
    """Return a resource of a text that is of several patients."""
    is_theirs = resource.get("resourceType") == "Observation"
    return Remark(number, told(resource, "Patient × 2" if is_theirs else ""), why=SEVERAL)


def of_other(number: int, resource: Resource, why: str = "", code: str = "") -> Remark:
    """Return a resource that is not read, or not for a reason."""
    reason = why or _KINDS.get(text_of(resource, "resourceType"), KIND)
    return Remark(number, told(resource, code=code), why=reason)


def told(resource: Resource, end: str = "", code: str = "") -> str:
    """Return a resource in one line: what it is, of what, how it stands, when, and what it concludes."""
    absent = object_of(resource, "dataAbsentReason")
    parts = (
        text_of(resource, "resourceType") or code,
        next((name for key in _WHAT if (name := called(object_of(resource, key)))), ""),
        text_of(resource, "status") or _state(resource),
        text_of(absent, "text") or next(iter(codes_of({"is": absent}, "is")), ""),
        day_at(resource, *_DAYS) or day_at(object_of(resource, "effectivePeriod"), "start"),
        text_of(resource, "conclusion"),
        end,
    )
    return " · ".join(part for part in parts if part)


def _state(resource: Resource) -> str:
    found = (*codes_of(resource, "clinicalStatus"), *codes_of(resource, "verificationStatus"))
    return " ".join(found)
