"""A patient as a FHIR R4 bundle: what others can read; what they cannot is named.

Codes are our own and, where one is known to mean the same, LOINC or SNOMED CT. Days are as far as they are known.
Numbers keep their digits. Ids follow from the patient's, so that two bundles of one record are the same bytes.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from core.catalogue.codes import OWN
from core.catalogue.concept import Concept, Kind
from core.chart.birth import BIRTH_DATE
from core.chart.sections import Shape, section_of
from core.chart.words import CERTAINTIES, OTHER, TREATMENTS
from core.entry.statement import Plain, Statement
from core.exchange.handover.leaving import OF_PATIENT, Leaving, Left, rest, said, value_of
from core.language.languages import ENGLISH

Json: TypeAlias = "str | int | bool | dict[str, Json] | list[Json]"
Resource = dict[str, Json]

_, _SUSPECTED, _RULED_OUT = CERTAINTIES
_LOINC, _SNOMED = "http://loinc.org", "http://snomed.info/sct"
_TERMS = "http://terminology.hl7.org/CodeSystem"
_NUMBER = "#number:"
_WRITTEN = re.compile(rf'"{_NUMBER}(-?\d+(?:\.\d+)?)"')
_AMOUNT = re.compile(r"(?P<sign><=|>=|<|>)?\s*(?P<number>\d+(?:\.\d+)?)(?: (?P<unit>\S+(?: \S+)*))?")
_TITRE = re.compile(r"1:(\d+)")
_MEASURED = frozenset({Kind.NUMBER, Kind.TEST, Kind.TITRE})
_SEVERITIES: Mapping[str, str] = {
    "mild": "255604002", "moderate": "6736007", "severe": "24484000", "life_threatening": "442452003",
}  # fmt: skip
_RESULTS: Mapping[str, str] = {"positive": "10828004", "negative": "260385009", "indeterminate": "82334004"}
"""SNOMED CT, as results are read too."""
_ABSENT: Mapping[str, str] = {
    "not done": "not-performed", "unknown": "asked-unknown", "declined": "asked-declined",
    "not applicable": "not-applicable", "not asked": "not-asked",
}  # fmt: skip
"""HL7, data-absent-reason."""
_PER: Mapping[str, tuple[int, str]] = {"day": (1, "d"), "week": (1, "wk"), "month": (1, "mo")}
_LENGTH = re.compile(r"(\d+) (h|hour|hours|day|days|week|weeks|month|months)")
_PERIODS: Mapping[str, str] = {"h": "h", "hour": "h", "day": "d", "week": "wk", "month": "mo"}
_GENDERS = frozenset({"female", "male", "other", "unknown"})
_EPISODE = ("is", "of", "event", "since", "from", "date", "until", "to", "resolved", "certainty", "severity",
            "ongoing_on", "note", "text", "substance")  # fmt: skip
_COURSE = ("drug", "from", "to", "doses", "route", "note", "ongoing_on")
_ROUTES: Mapping[str, str] = {
    "oral": "26643006", "intravenous": "47625008", "subcutaneous": "34206005", "intramuscular": "78421000",
}  # fmt: skip
_FINDING = ("value", "absent", "date", "uln", "lln", "laboratory", "note")


def patient_bundle(leaving: Leaving) -> tuple[bytes, tuple[Left, ...]]:
    """Return the bundle as JSON, and what it could not say."""
    making = _Making(leaving)
    entries: list[Json] = [
        {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource} for resource in making.resources()
    ]
    bundle: Json = {"resourceType": "Bundle", "type": "collection", "entry": entries}
    written = json.dumps(bundle, ensure_ascii=False, indent=1)
    return _WRITTEN.sub(r"\1", written).encode() + b"\n", tuple(making.left)


class _Making:
    """Makes the resources of one patient, and keeps what could not be said."""

    def __init__(self, leaving: Leaving) -> None:
        self._leaving = leaving
        self.left: list[Left] = []

    def resources(self) -> Iterator[Resource]:
        """Yield the patient and then each entry, in the order of the record."""
        yield self._named("Patient", "patient", self._patient())
        for number, statement in enumerate(self._leaving.statements):
            if statement.section in OF_PATIENT:
                continue
            found = self._of(statement)
            if found is not None:
                kind, resource = found
                yield self._named(kind, f"{number} {statement.section}", resource)

    def _named(self, kind: str, name: str, resource: Resource) -> Resource:
        own = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{self._leaving.id}\n{name}"))
        return {"resourceType": kind, "id": own, **resource}

    def _subject(self) -> Json:
        return {"reference": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{self._leaving.id}{chr(10)}patient')}"}

    def _patient(self) -> Resource:
        say = self._leaving.text
        patient: Resource = {}
        if say("number"):
            patient["identifier"] = [{"system": "urn:kriterion:number", "value": say("number")}]
        if say("name"):
            patient["name"] = [{"text": say("name")}]
        if say("sex") in _GENDERS:
            patient["gender"] = say("sex")
        if say(BIRTH_DATE):
            patient["birthDate"] = say(BIRTH_DATE)
        return patient

    def _of(self, statement: Statement) -> tuple[str, Resource] | None:
        """Return the resource of an entry; one that has none is named."""
        section, content = section_of(statement.section), statement.plain
        if section.kinds and section.shape is Shape.LIST and section.id == statement.section:
            return "Condition", self._condition(statement, content)
        if statement.section == TREATMENTS:
            return "MedicationStatement", self._course(content)
        concept = self._leaving.concept(statement)
        observation = None if concept is None else self._observation(concept, content)
        if observation is None:
            name = f"{statement.section}/{statement.key}" if statement.key else statement.section
            self.left.append(Left(name, ()))
            return None
        return "Observation", observation

    # --- diagnoses and events

    def _condition(self, statement: Statement, content: Plain) -> Resource:
        name = next((text for key in ("is", "event", "of") if (text := said(content, key))), "")
        start = next((text for key in ("since", "from", "date") if (text := said(content, key))), "")
        end = next((text for key in ("until", "to", "resolved") if (text := said(content, key))), "")
        certainty = said(content, "certainty")
        status = {_SUSPECTED: "provisional", _RULED_OUT: "refuted"}.get(certainty, "confirmed")
        resource: Resource = {"code": self._code(name, said(content, "text")), "subject": self._subject(),
                              "verificationStatus": _coded("condition-ver-status", status)}  # fmt: skip
        if start and start != "unknown":
            resource["recordedDate" if certainty == _RULED_OUT else "onsetDateTime"] = start
        if end and certainty != _RULED_OUT:
            clinical = {"ongoing": "active", "unknown": "inactive"}.get(end, "resolved")
            resource["clinicalStatus"] = _coded("condition-clinical", clinical)
            if clinical == "resolved":
                resource["abatementDateTime"] = end
        if said(content, "ongoing_on"):
            resource["recordedDate"] = said(content, "ongoing_on")
        if said(content, "severity") in _SEVERITIES:
            code = _SEVERITIES[said(content, "severity")]
            resource["severity"] = {"coding": [{"system": _SNOMED, "code": code}]}
        self._note(resource, content)
        left = rest(content, _EPISODE)
        if said(content, "substance"):
            left = (*left, "substance")
        self._leave(f"{statement.section}: {name}", left)
        return resource

    # --- courses

    def _course(self, content: Plain) -> Resource:
        drug, start, end = (said(content, key) for key in ("drug", "from", "to"))
        resource: Resource = {"status": "active" if end == "ongoing" else "completed", "subject": self._subject(),
                              "medicationCodeableConcept": self._code(drug)}  # fmt: skip
        period: dict[str, Json] = {}
        if start and start != "unknown":
            period["start"] = start
        if end not in ("", "ongoing", "unknown"):
            period["end"] = end
        if period:
            resource["effectivePeriod"] = period
        if said(content, "ongoing_on"):
            resource["dateAsserted"] = said(content, "ongoing_on")
        left = rest(content, _COURSE)
        if end not in ("ongoing", "unknown") and said(content, "ongoing_on"):
            left = (*left, "ongoing_on")
        doses = content.get("doses") if isinstance(content, dict) else None
        dosages, is_whole = _dosages(doses, said(content, "route"))
        if dosages:
            resource["dosage"] = dosages
        self._note(resource, content)
        route = said(content, "route")
        left = (*left, *(() if is_whole else ("doses",)), *(("route",) if route and route not in _ROUTES else ()))
        self._leave(f"{TREATMENTS}: {drug}", left)
        return resource

    # --- findings

    def _observation(self, concept: Concept, content: Plain) -> Resource | None:
        told = _value(concept, value_of(content))
        if told is None:
            return None
        coding: list[Json] = [{"system": OWN, "code": concept.id}]
        if concept.loinc:
            coding.insert(0, {"system": _LOINC, "code": concept.loinc})
        code: Json = {"coding": coding, "text": concept.label[ENGLISH]}
        resource: Resource = {"status": "final", "code": code, "subject": self._subject(), **told}
        if said(content, "date"):
            resource["effectiveDateTime"] = said(content, "date")
        ends = {key: _quantity(said(content, name)) for key, name in (("low", "lln"), ("high", "uln"))}
        limits: dict[str, Json] = {key: end for key, end in ends.items() if end is not None}
        if limits:
            resource["referenceRange"] = [limits]
        if said(content, "laboratory"):
            resource["performer"] = [{"display": said(content, "laboratory")}]
        self._note(resource, content)
        self._leave(concept.id, rest(content, _FINDING))
        return resource

    # --- parts

    def _code(self, name: str, text: str = "") -> Json:
        """Return a concept, drug or class of the catalogue by our own code, and by one that means the same."""
        if name == OTHER:
            return {"text": text}
        catalogue = self._leaving.catalogue
        thing = catalogue.drugs.get(name) or catalogue.classes.get(name) or catalogue.concept(name)
        coding: list[Json] = [{"system": OWN, "code": name}] if name else []
        for system in catalogue.code_systems:
            same = [code for code, meant in system.codes.items() if meant == name]
            if len(same) == 1:
                coding.append({"system": system.uris[0], "code": same[0]})
        return {"coding": coding, "text": name if thing is None else thing.label[ENGLISH]}

    def _note(self, resource: Resource, content: Plain) -> None:
        if said(content, "note"):
            resource["note"] = [{"text": said(content, "note")}]

    def _leave(self, entry: str, parts: tuple[str, ...]) -> None:
        if parts:
            self.left.append(Left(entry, parts))


def _coded(system: str, code: str) -> Json:
    return {"coding": [{"system": f"{_TERMS}/{system}", "code": code}]}


def _value(concept: Concept, value: str) -> Resource | None:
    """Return what is measured, or why it is absent; None for what is no measurement."""
    if value in _ABSENT:
        absent: Json = {"coding": [{"system": f"{_TERMS}/data-absent-reason", "code": _ABSENT[value]}], "text": value}
        return {"dataAbsentReason": absent}
    if concept.kind not in _MEASURED:
        return None
    if value in _RESULTS:
        return {"valueCodeableConcept": {"coding": [{"system": _SNOMED, "code": _RESULTS[value]}], "text": value}}
    titre = _TITRE.fullmatch(value)
    if titre is not None:
        ratio: Json = {"numerator": {"value": 1}, "denominator": {"value": f"{_NUMBER}{titre[1]}"}}
        return {"valueRatio": ratio}
    quantity = _quantity(value)
    return None if quantity is None else {"valueQuantity": quantity}


def _quantity(text: str) -> Json | None:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    quantity: dict[str, Json] = {"value": f"{_NUMBER}{found['number']}"}
    if found["sign"]:
        quantity["comparator"] = found["sign"]
    if found["unit"]:
        quantity["unit"] = found["unit"]
    return quantity


def _dosages(doses: Plain | None, route: str) -> tuple[list[Json], bool]:
    """Return the doses, and whether every one could be said."""
    listed = doses if isinstance(doses, list) else []
    said_doses = [_dosage(each) for each in listed]
    found: list[dict[str, Json]] = [each for each in said_doses if each is not None]
    if not found and route in _ROUTES:
        found = [{}]
    for each in found:
        if route in _ROUTES:
            each["route"] = {"coding": [{"system": _SNOMED, "code": _ROUTES[route]}]}
    is_whole = len(said_doses) == len([each for each in said_doses if each is not None])
    return [each for each in found if each], is_whole


def _dosage(dose: Plain) -> dict[str, Json] | None:
    """Return one dose: so much each day, week or other length, or a single one of a day."""
    if rest(dose, ("dose", "per", "single", "date", "from", "to")):
        return None
    single = _quantity(said(dose, "single"))
    if single is not None and said(dose, "date"):
        return {"timing": {"event": [said(dose, "date")]}, "doseAndRate": [{"doseQuantity": single}]}
    amount, slash, per = said(dose, "dose").rpartition("/")
    length = _LENGTH.fullmatch(said(dose, "per"))
    if slash and per in _PER and not said(dose, "per"):
        count, unit = _PER[per]
    elif length is not None:
        amount, count, unit = said(dose, "dose"), int(length[1]), _PERIODS[length[2].rstrip("s") or "h"]
    elif said(dose, "per") in _PER:
        amount, (count, unit) = said(dose, "dose"), _PER[said(dose, "per")]
    else:
        return None
    quantity = _quantity(amount)
    if quantity is None:
        return None
    repeat: dict[str, Json] = {"frequency": 1, "period": count, "periodUnit": unit}
    bounds: dict[str, Json] = {
        key: text
        for key, name in (("start", "from"), ("end", "to"))
        if (text := said(dose, name)) not in ("", "ongoing")
    }
    if bounds:
        repeat["boundsPeriod"] = bounds
    return {"timing": {"repeat": repeat}, "doseAndRate": [{"doseQuantity": quantity}]}
