"""Invented resources in the shapes of the German core data set (MII) and of US Core, for tests."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from core.entry.desk.desk import Desk
from core.entry.desk.fields import Kept
from core.entry.paste.line import PastedLine
from core.entry.paste.pasting import Pasting
from core.entry.statement import Statement
from tests.sample_screenings import catalogue

Resource: TypeAlias = dict[str, Any]

TODAY = date(2026, 11, 22)
BEFORE = datetime.min.replace(tzinfo=UTC)
SNOMED, ATC = "http://snomed.info/sct", "http://fhir.de/CodeSystem/bfarm/atc"
GM, CM = "http://fhir.de/CodeSystem/bfarm/icd-10-gm", "http://hl7.org/fhir/sid/icd-10-cm"
RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm"
CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
CERTAIN = "http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit"
KBV = "https://fhir.kbv.de/CodeSystem/KBV_CS_SFHIR_ICD_DIAGNOSESICHERHEIT"


def coded(*codes: tuple[str, str], text: str = "", mark: str = "") -> Resource:
    """Return a coded concept; ``mark`` is how sure it is, beside its first code."""
    coding: list[Resource] = [{"system": system, "code": code} for system, code in codes]
    if mark:
        coding[0]["extension"] = [{"url": CERTAIN, "valueCoding": {"system": KBV, "code": mark}}]
    return {**({"coding": coding} if coding else {}), **({"text": text} if text else {})}


def condition(code: Resource, *, state: str = "", certainty: str = "", **changes: object) -> Resource:
    """Return a condition."""
    found: Resource = {"resourceType": "Condition", "code": code, "subject": {"reference": "Patient/1"}}
    if state:
        found["clinicalStatus"] = coded((CLINICAL, state))
    if certainty:
        found["verificationStatus"] = coded((VERIFICATION, certainty))
    return {**found, **changes}


def medicine(kind: str, drug: Resource, **changes: object) -> Resource:
    """Return a resource about a drug."""
    return {"resourceType": f"Medication{kind}", "medicationCodeableConcept": drug, **changes}


def bundle(*resources: Resource) -> str:
    """Return a bundle of them."""
    entries = [{"resource": each} for each in resources]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})


def desk(statements: Iterable[Statement] = (), language: str = "en") -> Desk:
    """Return a desk with statements on record."""
    kept = tuple(Kept(number, each, "x", BEFORE) for number, each in enumerate(statements, start=1))
    return Desk("", catalogue(), language, TODAY, TODAY.isoformat(), kept=kept)


def pasted(*resources: Resource, of: Desk | None = None) -> Pasting:
    """Return the preview of a bundle."""
    return Pasting(bundle(*resources), of or desk(), source="bundle.json")


def lines(*resources: Resource, of: Desk | None = None) -> Sequence[PastedLine]:
    """Return the lines of a bundle."""
    return pasted(*resources, of=of).lines


def said(line: PastedLine) -> dict[str, object]:
    """Return what a line would record, without where it comes from."""
    assert isinstance(line.content, dict), (line.state, line.raw, line.reason)
    return {key: each for key, each in line.content.items() if key != "note"}


def why(line: PastedLine) -> list[str]:
    """Return the phrases for why a line stands as it does."""
    return [each.id for each in (line.reason, *line.besides) if each is not None]
