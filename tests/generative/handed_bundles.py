"""Invented bundles with known truth: of each resource what would be recorded by itself, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, TypeAlias

from tests.core.entry.paste.handed_over import ATC, CM, GM, RXNORM, SNOMED, coded, condition, medicine

Resource: TypeAlias = dict[str, Any]

_DIAGNOSES = (
    (coded((GM, "M32.9")), "sle"), (coded((SNOMED, "89155008")), "ssc"), (coded((CM, "M32.14")), "lupus_nephritis"),
    (coded((GM, "J18.9")), "pneumonia"), (coded((SNOMED, "24700007")), "multiple_sclerosis"),
    (coded(text="Dermatomyositis"), "dm"), (coded((GM, "E10.9"), text="Typ-1-Diabetes"), "type_1_diabetes"),
)  # fmt: skip
_UNKNOWN = (coded((GM, "Z99.8")), coded(text="Zustand unklar"), coded(("urn:own", "M32.9")), coded((SNOMED, "1")))
_EVENTS = ((coded((SNOMED, "230690007")), "stroke"), (coded(text="Splenektomie"), "splenectomy"))
_DRUGS = (
    (coded((ATC, "L04AX01")), "azathioprine"), (coded((RXNORM, "6851")), "methotrexate"),
    (coded(text="Rituximab"), "rituximab"), (coded((ATC, "H02AB06"), text="Decortin H 5 mg"), "prednisolone"),
)  # fmt: skip
_STATES = ("", "active", "recurrence", "relapse", "inactive", "resolved", "remission", "unknown")
_CERTAINTIES = ("", "confirmed", "unconfirmed", "provisional", "differential", "refuted", "entered-in-error", "other")
_ZONES = ("", "T23:59:59-11:00", "T00:00:01+14:00", "T12:00:00.000Z")


@dataclass(frozen=True, slots=True)
class Made:
    """A resource, and what is recorded of it by itself (without where it comes from), None where nothing may be."""

    resource: Resource
    truth: dict[str, object] | None


def made(chance: Random, times: int) -> tuple[Made, ...]:
    """Return so many resources of all kinds."""
    return tuple(chance.choice(_KINDS)(chance) for _ in range(times))


def _moment(chance: Random) -> tuple[str, str]:
    """Return a moment as it is written, and the day, month or year that it is."""
    year, month, day = chance.randint(1995, 2025), chance.randint(1, 12), chance.randint(1, 28)
    written = chance.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"))
    return written + (chance.choice(_ZONES) if written.count("-") == len("--") else ""), written


def _condition(chance: Random) -> Made:
    code, concept = chance.choice((*_DIAGNOSES, *((each, "") for each in _UNKNOWN)))
    state, certainty = chance.choice(_STATES), chance.choice(_CERTAINTIES)
    changes: dict[str, object] = {}
    truth: dict[str, object] = {"is": concept}
    if chance.random() < 0.7:
        changes["onsetDateTime"], truth["since"] = _moment(chance)
    if certainty in ("unconfirmed", "provisional", "differential"):
        truth["certainty"] = "suspected"
    if state in ("active", "recurrence", "relapse") and "certainty" not in truth:
        truth["until"] = "ongoing"
        if chance.random() < 0.5:
            changes["recordedDate"] = truth["ongoing_on"] = "2026-10-05"
    if state in ("inactive", "resolved"):
        truth["until"] = "unknown"
    is_sure = bool(concept) and state != "remission" and certainty not in ("refuted", "entered-in-error", "other")
    return Made(condition(code, state=state, certainty=certainty, **changes), truth if is_sure else None)


def _event(chance: Random) -> Made:
    code, event = chance.choice(_EVENTS)
    status = chance.choice(("completed", "completed", "preparation", "not-done", "stopped", ""))
    written, day = _moment(chance)
    resource = {"resourceType": "Procedure", "status": status, "code": code, "performedDateTime": written}
    return Made(resource, {"event": event, "date": day} if status == "completed" else None)


def _statement(chance: Random) -> Made:
    drug, name = chance.choice(_DRUGS)
    status = chance.choice(("active", "completed", "stopped", "intended", "not-taken", "on-hold", "unknown", ""))
    written, day = _moment(chance)
    period, end = {"start": written}, "unknown"
    if status == "active":
        end = "ongoing"
    elif chance.random() < 0.5:
        period["end"] = end = "2026-01-31"
    truth: dict[str, object] = {"drug": name, "from": day, "to": end}
    dosage = []
    if chance.random() < 0.5:
        times, amount = chance.randint(1, 3), chance.choice((1, 5, 250))
        repeat = {"frequency": times, "period": 1, "periodUnit": "d"}
        dosage = [{"timing": {"repeat": repeat}, "doseAndRate": [{"doseQuantity": {"value": amount, "unit": "mg"}}]}]
        truth["doses"] = [{"dose": f"{times * amount} mg/day"}]
    is_taken = status in ("active", "completed", "stopped")
    told = medicine("Statement", drug, status=status, effectivePeriod=period, dosage=dosage)
    return Made(told, truth if is_taken else None)


def _request(chance: Random) -> Made:
    drug, _ = chance.choice(_DRUGS)
    return Made(medicine("Request", drug, status="active", intent="order", authoredOn="2026-01-05"), None)


def _modified(chance: Random) -> Made:
    found = chance.choice((_condition, _event, _statement))(chance)
    return Made({**found.resource, "modifierExtension": [{"url": "urn:negated", "valueBoolean": True}]}, None)


def _other(chance: Random) -> Made:
    kind = chance.choice(("CarePlan", "Encounter", "Coverage", "Condition", "Procedure", "Nonsense", ""))
    return Made({"resourceType": kind, "status": "completed", "code": chance.choice((None, 5, [], {"text": 7}))}, None)


_KINDS: tuple[Callable[[Random], Made], ...] = (
    _condition, _condition, _condition, _event, _statement, _statement, _request, _modified, _other,
)  # fmt: skip
