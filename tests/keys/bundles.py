"""A bundle as a hospital hands it over: values of an invented patient, a diagnosis, a course."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from core.catalogue.concept import Kind
from tests.core.entry.paste.handed_over import ATC, GM, Resource, bundle, coded, condition, medicine
from tests.sample_screenings import catalogue

_LAST = date(2026, 10, 1)
_KINDS = 12
Truth = tuple[str, str]


def write_bundle(place: Path, values: int) -> set[Truth]:
    """Write it with so many values, a diagnosis and a course; return concepts and days of the values."""
    concepts = [
        each
        for each in catalogue().concepts.values()
        if each.loinc and each.kind is Kind.NUMBER and each.plausible is not None and each.units
    ]
    resources: list[Resource] = []
    truths: set[Truth] = set()
    for at, concept in enumerate(islice((each for _ in range(values) for each in concepts[:_KINDS]), values)):
        day = (_LAST - timedelta(days=7 * (at // _KINDS))).isoformat()
        likely = concept.plausible
        assert likely is not None
        assert likely.low is not None
        value = {"value": float(likely.low * 2), "unit": concept.units[0].name}
        code = {"coding": [{"system": "http://loinc.org", "code": concept.loinc}]}
        resources.append({"resourceType": "Observation", "status": "final", "code": code, "valueQuantity": value,
                          "effectiveDateTime": f"{day}T08:00:00+02:00"})  # fmt: skip
        truths.add((concept.id, day))
    resources.append(condition(coded((GM, "M33.0"), mark="G"), state="active", onsetDateTime="2024-03-05"))
    period = {"start": "2024-04-01", "end": "2025-04-01"}
    resources.append(medicine("Statement", coded((ATC, "L04AX03")), status="completed", effectivePeriod=period))
    place.write_text(bundle(*resources), "utf-8")
    return truths
