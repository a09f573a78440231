"""A data set as a FHIR R4 bundle (a collection): patient, infusion, diagnoses, visits, values. No name, no birth date.

Codes are LOINC where the catalogue has one, and always our own. Days are dates (shifted), or the days from the infusion
as a relative time (extension cqf-relativeDateTime of FHIR). Numbers keep their digits. Ids follow from the pseudonyms,
so that two exports of one data set are the same bytes.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from core.catalogue.codes import OWN
from core.registry.dataset import DATE, DAY, INFUSED, RECORD, STATE, VISIT, Column, Dataset, Form, Kind, Row

Json: TypeAlias = "str | int | bool | dict[str, Json] | list[Json]"
_LOINC, _UCUM = "http://loinc.org", "http://unitsofmeasure.org"
_RELATIVE = "http://hl7.org/fhir/StructureDefinition/cqf-relativeDateTime"
_NUMBER = "#number:"
_WRITTEN = re.compile(rf'"{_NUMBER}(-?\d+(?:\.\d+)?)"')
_NO_VALUES = frozenset({RECORD, VISIT, DAY, DATE, STATE, INFUSED, "sex", "diseases"})
_FINISHED = "finished"
_STATES = {"done": _FINISHED, "due": "planned", "overdue": "planned"}
_CANCELLED = "cancelled"


def registry_bundle(data: Dataset) -> bytes:
    """Return the bundle as JSON."""
    columns = {each.name: each for each in data.columns}
    entries: list[Json] = [entry for row in data.rows for entry in _entries(row, columns)]
    bundle: Json = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    written = json.dumps(bundle, ensure_ascii=False, indent=1)
    return _WRITTEN.sub(r"\1", written).encode() + b"\n"


def _entries(row: Row, columns: Mapping[str, Column]) -> Iterator[Json]:
    resources = _of_patient(row, columns) if row.form is Form.PATIENT else _of_visit(row, columns)
    for name, resource in resources:
        own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{row.record}\n{name}"))
        told: dict[str, Json] = {"resourceType": resource["resourceType"], "id": own}
        yield {"fullUrl": f"urn:uuid:{own}", "resource": {**told, **resource}}


_Resources = Iterator[tuple[str, dict[str, Json]]]


def _reference(record: str, name: str) -> Json:
    return {"reference": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{record}{chr(10)}{name}')}"}


def _of_patient(row: Row, columns: Mapping[str, Column]) -> _Resources:
    patient: dict[str, Json] = {
        "resourceType": "Patient",
        "identifier": [{"system": "urn:kriterion:pseudonym", "value": row.record}],
    }
    if "sex" in row.cells:
        patient["gender"] = row.cells["sex"]
    if row.cells.get("death") == "yes":
        patient["deceasedBoolean"] = True
    yield "patient", patient
    subject = _reference(row.record, "patient")
    infusion: dict[str, Json] = {
        "resourceType": "Procedure",
        "status": "completed",
        "code": _coded("infusion", "CAR-T cells"),
        "subject": subject,
    }
    if INFUSED in row.cells:
        infusion["performedDateTime"] = row.cells[INFUSED]
    yield "infusion", infusion
    for disease in filter(None, row.cells.get("diseases", "").split(";")):
        yield f"condition {disease}", {"resourceType": "Condition", "code": _coded(disease), "subject": subject}
    for name, cell in row.cells.items():
        if name not in _NO_VALUES:
            yield name, {**_observation(columns[name], cell), "subject": subject}


def _of_visit(row: Row, columns: Mapping[str, Column]) -> _Resources:
    subject, visit = _reference(row.record, "patient"), f"visit {row.visit}"
    yield (
        visit,
        {
            "resourceType": "Encounter",
            "status": _STATES.get(row.cells.get(STATE, ""), _CANCELLED) if STATE in row.cells else _FINISHED,
            "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
            "type": [_coded(row.cells[VISIT])],
            "subject": subject,
        },
    )
    for name, cell in row.cells.items():
        if name not in _NO_VALUES:
            observation = {**_observation(columns[name], cell), "subject": subject}
            observation["encounter"] = _reference(row.record, visit)
            yield f"{visit} {name}", {**observation, **_when(row)}


def _when(row: Row) -> dict[str, Json]:
    """Return the day of a visit: a shifted date, or so many days from the infusion; nothing where it is not known."""
    if DATE in row.cells:
        return {"effectiveDateTime": row.cells[DATE]}
    if DAY not in row.cells:
        return {}
    days = int(row.cells[DAY])
    offset: Json = {"value": abs(days), "unit": "d", "system": _UCUM, "code": "d"}
    parts: list[Json] = [
        {"url": "target", "valueReference": _reference(row.record, "infusion")},
        {"url": "targetPath", "valueString": "performed"},
        {"url": "relationship", "valueCode": "after" if days >= 0 else "before"},
        {"url": "offset", "valueDuration": offset},
    ]
    return {"_effectiveDateTime": {"extension": [{"url": _RELATIVE, "extension": parts}]}}


def _observation(column: Column, cell: str) -> dict[str, Json]:
    code = _coded(column.concept or column.name, column.label)
    if column.loinc and isinstance(code, dict) and isinstance(code["coding"], list):
        code["coding"].insert(0, {"system": _LOINC, "code": column.loinc})
    return {"resourceType": "Observation", "status": "final", "code": code, **_value(column, cell)}


def _value(column: Column, cell: str) -> dict[str, Json]:
    if column.kind in (Kind.NUMBER, Kind.WHOLE):
        unit: dict[str, Json] = {"unit": column.unit} if column.unit else {}
        limit: dict[str, Json] = {"comparator": column.comparator} if column.comparator else {}
        return {"valueQuantity": {"value": f"{_NUMBER}{cell}", **limit, **unit}}
    if column.kind is Kind.CHOICE:
        return {"valueCodeableConcept": _coded(cell, dict(column.choices).get(cell, ""))}
    return {"valueString": cell}


def _coded(code: str, words: str = "") -> Json:
    """Return a concept of the catalogue; a code of FHIR has no blank in it."""
    coding: dict[str, Json] = {"system": OWN, "code": code.replace(" ", "-")}
    return {"coding": [coding], "text": words or code}
