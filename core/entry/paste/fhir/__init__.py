"""What systems hand over as FHIR R4: a bundle, one resource, or one resource a line (HL7, hl7.org/fhir/R4).

Only what a resource says for certain becomes a result, a diagnosis, an event or a course, in the way a print has it,
and is read on as any print is: its code where the catalogue has it, else its name; the calendar day as written, never
shifted to another zone. Everything else stays as a line of its own with the reason, so that nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from core.entry.paste.fhir.allergies import of_allergy
from core.entry.paste.fhir.bundle import Handed, handed, is_fhir
from core.entry.paste.fhir.conditions import of_condition
from core.entry.paste.fhir.happenings import of_immunization, of_procedure
from core.entry.paste.fhir.medications import Given, of_administrations, of_request, of_statement
from core.entry.paste.fhir.observations import of_observation
from core.entry.paste.fhir.parts import Resource, display_of, text_of
from core.entry.paste.fhir.skipped import MANY, of_other, of_several, skipped_whole
from core.entry.paste.lines import Calls
from core.entry.paste.sheet import Head, Remark, Row

__all__ = ["is_fhir", "read_fhir"]

MOST_RESOURCES = 2_000
"""So many entries of one text are read; the others are told of in one line."""
_ADMINISTRATION = "MedicationAdministration"


def read_fhir(text: str, calls: Calls) -> tuple[tuple[Row, ...], Head]:
    """Return what each resource says, and whose they are; of several patients no line is a result."""
    found = handed(text)
    rows: list[Row] = []
    given: list[Given] = []
    for number, each in enumerate(found.resources[:MOST_RESOURCES], start=1):
        if each.get("resourceType") == _ADMINISTRATION and not found.is_of_several and not skipped_whole(each):
            given.append(Given(number, each))
        else:
            rows += _rows(number, each, found, calls)
    more = len(found.resources) - MOST_RESOURCES
    if more > 0:
        rows.append(Remark(MOST_RESOURCES + 1, f"{more} ×", why=MANY))
    rows = sorted((*rows, *of_administrations(given, found)), key=lambda row: row.line)
    born = text_of(found.patients[0], "birthDate") if len(found.patients) == 1 else ""
    named = {display_of(each, "performer") for each in found.resources} - {""}
    return tuple(rows), Head("", named.pop() if len(named) == 1 else "", born)


def _rows(number: int, each: Resource, found: Handed, calls: Calls) -> Sequence[Row]:
    if found.is_of_several:
        return [of_several(number, each)]
    reason = skipped_whole(each)
    if reason:
        return [of_other(number, each, reason)]
    kind = text_of(each, "resourceType")
    if kind == "Observation":
        return of_observation(number, each, calls, found.report_of(each))
    return [_READERS.get(kind, _other)(number, each, found)]


def _other(number: int, each: Resource, _: Handed) -> Row:
    return of_other(number, each)


_READERS: Mapping[str, Callable[[int, Resource, Handed], Row]] = {
    "Condition": lambda number, each, _: of_condition(number, each),
    "MedicationStatement": of_statement,
    "MedicationRequest": of_request,
    "Procedure": lambda number, each, _: of_procedure(number, each),
    "Immunization": lambda number, each, _: of_immunization(number, each),
    "AllergyIntolerance": lambda number, each, _: of_allergy(number, each),
}
"""What is read of each kind; every other kind is listed."""
