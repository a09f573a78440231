"""Results as systems hand them over: FHIR R4, a bundle, one resource, or one resource a line (HL7, hl7.org/fhir/R4).

Only what an observation says for certain becomes a result, in the way a print has it, and is read on as any print is:
its code in LOINC where the catalogue has it, else its name; the calendar day as written, never shifted to another zone;
the value with its sign and unit. Everything else stays as a line of its own, so that nothing is dropped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from core.entry.paste.heads import specimen_in
from core.entry.paste.lines import Calls
from core.entry.paste.sheet import Head, Printed, Remark

_Resource = Mapping[str, object]
_FINAL = frozenset({"final", "amended", "corrected"})
_LOINC = "http://loinc.org"
_SIGNS = {"<": "<", "<=": "<=", ">": ">", ">=": ">="}
_FLAGS = frozenset({"H", "HH", "L", "LL", "A", "N"})
_SNOMED, _HL7 = "http://snomed.info/sct", "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
_WORDS: Mapping[tuple[str, str], str] = {
    (_SNOMED, "10828004"): "positive", (_SNOMED, "260385009"): "negative",
    (_SNOMED, "260373001"): "detected", (_SNOMED, "260415000"): "not detected",
    (_SNOMED, "82334004"): "indeterminate", (_SNOMED, "419984006"): "indeterminate",
    (_LOINC, "LA6576-8"): "positive", (_LOINC, "LA6577-6"): "negative", (_LOINC, "LA11883-8"): "not detected",
    (_HL7, "POS"): "positive", (_HL7, "NEG"): "negative", (_HL7, "DET"): "detected", (_HL7, "ND"): "not detected",
    (_HL7, "IND"): "indeterminate",
}  # fmt: skip
"""What qualitative results are coded with (SNOMED CT, LOINC answers, HL7 v3 ObservationInterpretation)."""
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?")
_MOST_DEEP = 4
"""So deep bundles, and resources within resources, are followed; what lies deeper is told by its kind alone."""


def is_fhir(text: str) -> bool:
    """True for a text that is a resource, or one resource a line."""
    return bool(_resources(text))


def read_fhir(text: str, calls: Calls) -> tuple[tuple[Printed | Remark, ...], Head]:
    """Return what each resource says, and whose they are; of several patients no line is a result."""
    resources = [each for found in _resources(text) for each in _opened(found)]
    patients = [each for each in resources if each.get("resourceType") == "Patient"]
    subjects = {_reference(each) for each in resources if each.get("resourceType") == "Observation"} - {""}
    is_of_several = len(patients) > 1 or len(subjects) > 1
    rows: list[Printed | Remark] = []
    for number, each in enumerate(resources, start=1):
        is_result = each.get("resourceType") == "Observation" and not is_of_several
        rows += _observed(number, each, calls) if is_result else [Remark(number, _told(each, is_of_several))]
    born = _text(patients[0], "birthDate") if len(patients) == 1 else ""
    named = {_display(each, "performer") for each in resources} - {""}
    return tuple(rows), Head("", named.pop() if len(named) == 1 else "", born)


# --- resources


def _resources(text: str) -> tuple[_Resource, ...]:
    bare = text.strip()
    if not bare.startswith("{") or '"resourceType"' not in bare:
        return ()
    whole = _parsed(bare)
    if whole is not None:
        return (whole,) if "resourceType" in whole else ()
    lines = [_parsed(line) for line in bare.splitlines() if line.strip()]
    found = tuple(each for each in lines if each is not None and "resourceType" in each)
    return found if len(found) == len(lines) else ()


def _parsed(text: str) -> _Resource | None:
    """Return an object with its numbers as they are written."""
    try:
        found: object = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    return cast("_Resource", found) if isinstance(found, dict) else None


def _opened(resource: _Resource, depth: int = 0) -> Iterator[_Resource]:
    """Yield a resource with those that it holds, a bundle as what is in it."""
    if depth > _MOST_DEEP:
        yield {"resourceType": _text(resource, "resourceType")}
        return
    inner: Sequence[_Resource] = [_object(entry, "resource") for entry in _objects(resource, "entry")]
    if resource.get("resourceType") != "Bundle":
        yield resource
        inner = _objects(resource, "contained")
    for each in inner:
        if "resourceType" in each:
            yield from _opened(each, depth + 1)


# --- one observation


def _observed(number: int, observation: _Resource, calls: Calls) -> list[Printed | Remark]:
    status, day = _text(observation, "status"), _day(observation)
    if status not in _FINAL:
        return [Remark(number, _told(observation))]
    found: list[Printed | Remark] = []
    specimen = specimen_in(_display(observation, "specimen"))
    for part, each in enumerate((observation, *_objects(observation, "component"))):
        name, value, unit = _name(each, calls), _value(each), _unit(each)
        if name and value:
            limits = _limits(each, unit)
            raw = "\t".join(filter(None, (_called(each), value, unit, limits, day)))
            flag = next((code for code in _codes(each, "interpretation") if code in _FLAGS), "")
            found.append(
                Printed(number, raw, name, value, unit, limits, flag, day, specimen, part=part, rest=f"{value} {unit}")
            )
        elif part or not _objects(observation, "component"):
            found.append(Remark(number, _told(each, code="Observation")))
    return found


def _name(each: _Resource, calls: Calls) -> str:
    """Return its code in LOINC where the catalogue has it, else what it is called."""
    codings = _objects(_object(each, "code"), "coding")
    codes = [_text(coding, "code") for coding in codings if _text(coding, "system") == _LOINC]
    return next((code for code in codes if calls(code)), "") or _called(each)


def _called(each: _Resource) -> str:
    code = _object(each, "code")
    names = [_text(code, "text"), *(_text(coding, "display") for coding in _objects(code, "coding"))]
    names += [_text(coding, "code") for coding in _objects(code, "coding")]
    return " ".join(next((name for name in names if name), "").split())


def _value(each: _Resource) -> str:
    quantity = _object(each, "valueQuantity")
    if quantity:
        number, sign = _text(quantity, "value"), _text(quantity, "comparator")
        return f"{_SIGNS[sign]}{number}" if number and sign in _SIGNS else "" if sign else number
    ratio = _object(each, "valueRatio")
    if ratio:
        one, many = _text(_object(ratio, "numerator"), "value"), _text(_object(ratio, "denominator"), "value")
        return f"{one}:{many}" if one == "1" and many.isdecimal() else ""
    coded = _object(each, "valueCodeableConcept")
    if coded:
        return _word(coded) or ("" if _words(coded) else _text(coded, "text"))
    written = _text(each, "valueString") or _text(each, "valueInteger")
    is_absent = bool(_object(each, "dataAbsentReason")) or any(key.startswith("value") for key in each)
    return written or ("" if is_absent else _word(*_concepts(each, "interpretation")))


def _word(*concepts: _Resource) -> str:
    """Return the one word that concepts are coded with, "" for none or two."""
    found = {word for each in concepts for word in _words(each)}
    return found.pop() if len(found) == 1 else ""


def _words(concept: _Resource) -> set[str]:
    codings = ((_text(each, "system"), _text(each, "code")) for each in _objects(concept, "coding"))
    return {_WORDS[coding] for coding in codings if coding in _WORDS}


def _unit(each: _Resource) -> str:
    """Return the unit as it is written out; the code of UCUM where nothing else is, its notes in braces left out."""
    quantity = _object(each, "valueQuantity")
    written = _text(quantity, "unit") or _text(quantity, "code").replace("{1.73_m2}", "1.73m2")
    return "" if written == "1" else re.sub(r"\{[^}]*\}", "", written).replace("10*", "10^")


def _limits(each: _Resource, unit: str) -> str:
    """Return the limits beside a value, where there is one pair and its unit is that of the value."""
    ranges = _objects(each, "referenceRange")
    if len(ranges) != 1:
        return ""
    low, high = _object(ranges[0], "low"), _object(ranges[0], "high")
    units = {_unit({"valueQuantity": end}) for end in (low, high) if end} - {""}
    if not units <= {unit}:
        return ""
    least, most = _text(low, "value"), _text(high, "value")
    if least and most:
        return f"{least} - {most}"
    return f"< {most}" if most else f"> {least}" if least else ""


def _day(observation: _Resource) -> str:
    """Return the day a result is of, as it is written; of a period only where it begins and ends on one day."""
    at = _text(observation, "effectiveDateTime") or _text(observation, "effectiveInstant")
    period = _object(observation, "effectivePeriod")
    if not at and period:
        start, end = _DAY.match(_text(period, "start")), _DAY.match(_text(period, "end"))
        return start[1] if start and end and start[1] == end[1] else ""
    found = _DAY.match(at)
    return "" if found is None else "T".join(part for part in found.groups() if part)


# --- what is no result


def _told(each: _Resource, is_of_several: bool = False, code: str = "") -> str:
    """Return a resource in one line: what it is, of what, when, and what keeps it from being a result."""
    absent, is_observation = _object(each, "dataAbsentReason"), each.get("resourceType") == "Observation"
    medication = _object(each, "medicationCodeableConcept") or _object(each, "vaccineCode")
    days = (_text(each, key)[:10] for key in ("onsetDateTime", "authoredOn", "occurrenceDateTime"))
    parts = (
        _text(each, "resourceType") or code,
        _called(each) or _called({"code": medication}),
        _text(each, "status") if is_observation else "",
        _text(absent, "text") or next(iter(_codes({"is": absent}, "is")), ""),
        _day(each) or next((day for day in days if day), ""),
        "Patient × 2" if is_of_several and is_observation else "",
    )
    return " · ".join(part for part in parts if part)


def _reference(observation: _Resource) -> str:
    return _text(_object(observation, "subject"), "reference")


# --- parts of a resource


def _text(of: _Resource, key: str) -> str:
    found = of.get(key)
    return " ".join(found.split()) if isinstance(found, str) else ""


def _object(of: _Resource, key: str) -> _Resource:
    found = of.get(key)
    return cast("_Resource", found) if isinstance(found, dict) else {}


def _objects(of: _Resource, key: str) -> Sequence[_Resource]:
    found = of.get(key)
    listed: list[object] = cast("list[object]", found) if isinstance(found, list) else []
    return [cast("_Resource", each) for each in listed if isinstance(each, dict)]


def _codes(of: _Resource, key: str) -> list[str]:
    """Return the codes of one coded concept, or of several."""
    return [
        code for each in _concepts(of, key) for coding in _objects(each, "coding") if (code := _text(coding, "code"))
    ]


def _concepts(of: _Resource, key: str) -> Sequence[_Resource]:
    return _objects(of, key) or [_object(of, key)]


def _display(of: _Resource, key: str) -> str:
    """Return what a reference is called, of several where they are called alike."""
    references = _objects(of, key) or [_object(of, key)]
    named = {_text(each, "display") for each in references} - {""}
    return named.pop() if len(named) == 1 else ""
