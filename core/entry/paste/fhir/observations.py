"""Observations: only what one says for certain becomes a result, in the way a print has it.

Its code in LOINC where the catalogue has it, else its name; the calendar day as written; the value with sign and unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.catalogue.codes import OWN
from core.entry.paste.fhir.parts import (
    Resource,
    called,
    codes_of,
    codings_of,
    concepts_of,
    display_of,
    object_of,
    objects_of,
    text_of,
)
from core.entry.paste.fhir.skipped import NO_VALUE, STATUS, of_other
from core.entry.paste.heads import specimen_in
from core.entry.paste.lines import Calls
from core.entry.paste.sheet import Printed, Row

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


def of_observation(number: int, observation: Resource, calls: Calls, report: Resource) -> list[Row]:
    """Return what an observation and its components say; one without a day is of the day of its one report."""
    status, day = text_of(observation, "status"), _day(observation) or _day(report)
    if status not in _FINAL:
        return [of_other(number, observation, STATUS)]
    found: list[Row] = []
    specimen = specimen_in(display_of(observation, "specimen"))
    for part, each in enumerate((observation, *objects_of(observation, "component"))):
        name, value, unit = _name(each, calls), _value(each), _unit(each)
        if name and value:
            limits = _limits(each, unit)
            raw = "\t".join(filter(None, (called(object_of(each, "code")), value, unit, limits, day)))
            flag = next((code for code in codes_of(each, "interpretation") if code in _FLAGS), "")
            rest, code = f"{value} {unit}", _coded_unit(each)
            found.append(
                Printed(
                    number, raw, name, value, unit, limits, flag, day, specimen, part=part, rest=rest, unit_code=code
                )
            )
        elif part or not objects_of(observation, "component"):
            found.append(of_other(number, each, NO_VALUE, code="Observation"))
    return found


def _name(each: Resource, calls: Calls) -> str:
    """Return its code in LOINC where the catalogue has it, else what it is called."""
    codings = codings_of(object_of(each, "code"))
    codes = [coding.code for system in (OWN, _LOINC) for coding in codings if coding.system == system]
    return next((code for code in codes if calls(code)), "") or called(object_of(each, "code"))


def _value(each: Resource) -> str:
    quantity = object_of(each, "valueQuantity")
    if quantity:
        number, sign = text_of(quantity, "value"), text_of(quantity, "comparator")
        return f"{_SIGNS[sign]}{number}" if number and sign in _SIGNS else "" if sign else number
    ratio = object_of(each, "valueRatio")
    if ratio:
        one, many = text_of(object_of(ratio, "numerator"), "value"), text_of(object_of(ratio, "denominator"), "value")
        return f"{one}:{many}" if one == "1" and many.isdecimal() else ""
    coded = object_of(each, "valueCodeableConcept")
    if coded:
        return _word(coded) or ("" if _words(coded) else text_of(coded, "text"))
    written = text_of(each, "valueString") or text_of(each, "valueInteger") or _absence(each)
    is_absent = bool(object_of(each, "dataAbsentReason")) or any(key.startswith("value") for key in each)
    return written or ("" if is_absent else _word(*concepts_of(each, "interpretation")))


_ABSENT: Mapping[str, str] = {
    "not-performed": "not done", "asked-unknown": "unknown", "asked-declined": "declined",
    "not-applicable": "not applicable", "not-asked": "not asked",
}  # fmt: skip
"""HL7, data-absent-reason, as far as it says why; "unknown" and "error" do not say what was done."""


def _absence(each: Resource) -> str:
    """Return why a value is not there, "" where it does not say so, or says it beside a value."""
    codes = {_ABSENT.get(code, "") for code in codes_of(each, "dataAbsentReason")}
    has_value = any(key.startswith("value") for key in each)
    return codes.pop() if len(codes) == 1 and not has_value else ""


def _word(*concepts: Resource) -> str:
    """Return the one word that concepts are coded with, "" for none or two."""
    found = {word for each in concepts for word in _words(each)}
    return found.pop() if len(found) == 1 else ""


def _words(concept: Resource) -> set[str]:
    codings = ((each.system, each.code) for each in codings_of(concept))
    return {_WORDS[coding] for coding in codings if coding in _WORDS}


def _unit(each: Resource) -> str:
    """Return the unit as it is written out; the code of UCUM where nothing else is, its notes in braces left out."""
    written = text_of(object_of(each, "valueQuantity"), "unit")
    return _plain_unit(written) if written else _coded_unit(each)


def _coded_unit(each: Resource) -> str:
    return _plain_unit(text_of(object_of(each, "valueQuantity"), "code").replace("{1.73_m2}", "1.73m2"))


def _plain_unit(written: str) -> str:
    return "" if written == "1" else re.sub(r"\{[^}]*\}", "", written).replace("10*", "10^")


def _limits(each: Resource, unit: str) -> str:
    """Return the limits beside a value, where there is one pair and its unit is that of the value."""
    ranges = objects_of(each, "referenceRange")
    if len(ranges) != 1:
        return ""
    low, high = object_of(ranges[0], "low"), object_of(ranges[0], "high")
    units = {_unit({"valueQuantity": end}) for end in (low, high) if end} - {""}
    if not units <= {unit}:
        return ""
    least, most = text_of(low, "value"), text_of(high, "value")
    if least and most:
        return f"{least} - {most}"
    return f"< {most}" if most else f"> {least}" if least else ""


def _day(observation: Resource) -> str:
    """Return the day a result is of, as it is written; of a period only where it begins and ends on one day."""
    at = text_of(observation, "effectiveDateTime") or text_of(observation, "effectiveInstant")
    period = object_of(observation, "effectivePeriod")
    if not at and period:
        start, end = _DAY.match(text_of(period, "start")), _DAY.match(text_of(period, "end"))
        return start[1] if start and end and start[1] == end[1] else ""
    found = _DAY.match(at)
    return "" if found is None else "T".join(part for part in found.groups() if part)
