"""Procedures and vaccinations that took place: an event with its day."""

from __future__ import annotations

from core.entry.paste.fhir.conditions import UNKNOWN
from core.entry.paste.fhir.parts import (
    Resource,
    called,
    codings_of,
    day_at,
    names_of,
    object_of,
    objects_of,
    text_of,
    unread,
)
from core.entry.paste.fhir.skipped import NO_NAME, NOT_DONE, STATUS, of_other, told
from core.entry.paste.sheet import Matter, Remark, Stated

_DONE, _NOT_DONE = "completed", "not-done"
_PROCEDURE = ("status", "code", "performedDateTime", "performedPeriod", "note")
_IMMUNIZATION = ("status", "vaccineCode", "occurrenceDateTime", "note", "doseQuantity", "route", "site",
                 "protocolApplied", "isSubpotent", "statusReason")  # fmt: skip


def of_procedure(number: int, procedure: Resource) -> Stated | Remark:
    """Return a procedure that is completed as the event it is."""
    period = object_of(procedure, "performedPeriod")
    start = day_at(procedure, "performedDateTime") or day_at(period, "start")
    end = day_at(period, "end")
    return _of_event(number, procedure, "code", (start, "" if end == start else end), _PROCEDURE)


def of_immunization(number: int, immunization: Resource) -> Stated | Remark:
    """Return a vaccination that was given; which vaccine it was is kept as it is called."""
    start = day_at(immunization, "occurrenceDateTime")
    found = _of_event(number, immunization, "vaccineCode", (start, ""), _IMMUNIZATION)
    is_weak = immunization.get("isSubpotent") is True
    if isinstance(found, Remark) or not is_weak:
        return found
    return of_other(number, immunization, STATUS)


def _of_event(
    number: int, resource: Resource, key: str, days: tuple[str, str], known: tuple[str, ...]
) -> Stated | Remark:
    status, code = text_of(resource, "status"), object_of(resource, key)
    if status != _DONE:
        return of_other(number, resource, NOT_DONE if status == _NOT_DONE else STATUS)
    if not called(code):
        return of_other(number, resource, NO_NAME)
    substance = {"substance": called(code)} if key == "vaccineCode" else {}
    return Stated(
        number,
        told(resource),
        Matter.EPISODE,
        codes=tuple((each.system, each.code) for each in codings_of(code) if each.code),
        names=names_of(code),
        start=days[0] or UNKNOWN,
        end=days[1],
        fields=substance,
        unread=unread(resource, known),
        notes=tuple(text for each in objects_of(resource, "note") if (text := text_of(each, "text"))),
    )
