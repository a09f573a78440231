"""Medicines: what was taken, what was ordered, what was given; a dose only where it says how much and how often.

An order is no proof that a drug was taken, and several administrations are one course only if a physician says so:
both are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from core.entry.paste.fhir.bundle import Handed
from core.entry.paste.fhir.conditions import ONGOING, UNKNOWN
from core.entry.paste.fhir.parts import (
    Coding,
    Resource,
    called,
    codings_of,
    concepts_of,
    day_at,
    day_written,
    display_of,
    names_of,
    object_of,
    objects_of,
    text_of,
    unread,
)
from core.entry.paste.fhir.skipped import NO_NAME, NOT_DONE, STATUS, of_other, told
from core.entry.paste.sheet import Matter, Remark, Stated

_GOES_ON = frozenset({"active", "intended", "on-hold"})
_TAKEN = frozenset({"active", "completed", "stopped"})
_ORDERS = frozenset({"order", "original-order", "reflex-order", "filler-order", "instance-order"})
_ROUTES: Mapping[str, str] = {
    "26643006": "oral",
    "47625008": "intravenous",
    "34206005": "subcutaneous",
    "78421000": "intramuscular",
}
"""SNOMED CT, as public guides of FHIR use them with these names (looked up on 2026-11-30)."""
_SNOMED = "http://snomed.info/sct"
_TIMES: Mapping[str, tuple[int, int, str]] = {
    "QD": (1, 1, "d"), "BID": (2, 1, "d"), "TID": (3, 1, "d"), "QID": (4, 1, "d"), "QOD": (1, 2, "d"),
    "AM": (1, 1, "d"), "PM": (1, 1, "d"), "WK": (1, 1, "wk"), "MO": (1, 1, "mo"),
}  # fmt: skip
"""HL7, GTSAbbreviation: how often, in how many of which unit of time."""
_UNITS: Mapping[str, str] = {"h": "h", "d": "day", "wk": "week", "mo": "month"}
_MOST_DOSES = 60
_AMOUNT, _COUNT = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,6})?"), re.compile(r"[1-9][0-9]{0,2}")
"""Numbers as a dose has them; what is larger is none."""
_STATEMENT = ("status", "medicationCodeableConcept", "medicationReference", "effectiveDateTime", "effectivePeriod",
              "dateAsserted", "dosage", "note")  # fmt: skip
_REQUEST = ("status", "intent", "medicationCodeableConcept", "medicationReference", "authoredOn", "dosageInstruction",
            "note", "doNotPerform")  # fmt: skip
_ADMINISTRATION = ("status", "medicationCodeableConcept", "medicationReference", "effectiveDateTime",
                   "effectivePeriod", "dosage", "note")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Given:
    """An administration, and which resource it is."""

    number: int
    resource: Resource


@dataclass(frozen=True, slots=True)
class _Drug:
    """What a medicine goes by: its codes, its names; ``is_mixture``: it holds several drugs."""

    codes: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    is_mixture: bool = False


# --- what was taken


def of_statement(number: int, statement: Resource, handed: Handed) -> Stated | Remark:
    """Return what was taken by what somebody says."""
    status = text_of(statement, "status")
    if status not in _TAKEN:
        return of_other(number, statement, NOT_DONE if status == "not-taken" else STATUS)
    period, day = object_of(statement, "effectivePeriod"), day_at(statement, "effectiveDateTime")
    start, end = day_at(period, "start"), day_at(period, "end")
    said = day_at(statement, "dateAsserted") or day
    doubts = ("paste-one-day-of-it",) if day and not start else ()
    found = _course(number, statement, handed, (start, end, said), objects_of(statement, "dosage"))
    return _with(found, doubts, unread(statement, _STATEMENT))


def of_request(number: int, request: Resource, handed: Handed) -> Stated | Remark:
    """Return what was ordered: perhaps it was taken."""
    status, intent = text_of(request, "status"), text_of(request, "intent")
    if request.get("doNotPerform") is True or status not in _TAKEN or intent not in _ORDERS:
        return of_other(number, request, NOT_DONE if request.get("doNotPerform") is True else STATUS)
    dosages = objects_of(request, "dosageInstruction")
    bounds = [object_of(object_of(object_of(each, "timing"), "repeat"), "boundsPeriod") for each in dosages]
    starts, ends = ({day_at(each, key) for each in bounds} - {""} for key in ("start", "end"))
    ordered = day_at(request, "authoredOn")
    start = next(iter(starts)) if len(starts) == 1 else ordered
    end = next(iter(ends)) if len(ends) == 1 else ""
    found = _course(number, request, handed, (start, end, ordered), dosages)
    return _with(found, ("paste-ordered",), unread(request, _REQUEST))


def _course(
    number: int, resource: Resource, handed: Handed, days: tuple[str, str, str], dosages: Sequence[Resource]
) -> Stated | Remark:
    """Return a course; ``days`` are the first, the last, and one on which it was said."""
    drug = _drug(resource, handed)
    if not drug.codes and not drug.names:
        return of_other(number, resource, NO_NAME)
    start, end, said = days
    goes_on = text_of(resource, "status") in _GOES_ON and not end
    dose, route, left = _dosage(dosages)
    return Stated(
        number,
        f"{told(resource)} · {drug.names[0]}" if drug.names and drug.names[0] not in told(resource) else told(resource),
        Matter.COURSE,
        codes=drug.codes,
        names=drug.names,
        start=start or UNKNOWN,
        end=end or (ONGOING if goes_on else UNKNOWN),
        cells={name: text for name, text in (("dose", dose), ("route", route)) if text},
        ongoing_on=said if goes_on else "",
        refused="paste-mixture" if drug.is_mixture else "",
        unread=left,
        notes=tuple(_notes(resource, dosages)),
    )


def _with(found: Stated | Remark, doubts: Iterable[str], left: Iterable[str]) -> Stated | Remark:
    if isinstance(found, Remark):
        return found
    return replace(found, doubts=(*found.doubts, *doubts), unread=(*found.unread, *left))


# --- what was given


def of_administrations(given: Iterable[Given], handed: Handed) -> Iterator[Stated | Remark]:
    """Yield what was given, one drug a line: from its first day to its last, each dose with its day."""
    drugs: dict[_Drug, list[Given]] = {}
    for each in given:
        drug = _drug(each.resource, handed)
        status = text_of(each.resource, "status")
        if status != "completed":
            yield of_other(each.number, each.resource, NOT_DONE if status == "not-done" else STATUS)
        elif not drug.codes and not drug.names:
            yield of_other(each.number, each.resource, NO_NAME)
        else:
            drugs.setdefault(drug, []).append(each)
    for drug, several in drugs.items():
        yield _given(drug, several)


def _given(drug: _Drug, given: Sequence[Given]) -> Stated:
    spans = [_span(each.resource) for each in given]
    starts, ends = ([day for span in spans if (day := span[at])] for at in (0, 1))
    is_complete = len(starts) == len(given)
    start, end = (min(starts), max(ends)) if is_complete else (UNKNOWN, UNKNOWN)
    doses = [_single(each.resource) for each in given]
    routes = {_route(object_of(each.resource, "dosage")) for each in given}
    left = {name for each in given for name in unread(each.resource, _ADMINISTRATION)}
    is_said = is_complete and all(doses) and len(doses) <= _MOST_DOSES
    if not is_said and any(object_of(each.resource, "dosage") for each in given):
        left |= {"dosage"}
    first = given[0]
    return Stated(
        first.number,
        f"{told(first.resource)} · {len(given)} ×" if len(given) > 1 else told(first.resource),
        Matter.COURSE,
        codes=drug.codes,
        names=drug.names,
        start=start,
        end=end,
        cells={
            name: text
            for name, text in (
                ("dose", "; ".join(doses) if is_said else ""),
                ("route", next(iter(routes)) if len(routes) == 1 else ""),
            )
            if text
        },
        doubts=("paste-administrations",) if len(given) > 1 else (),
        refused="paste-mixture" if drug.is_mixture else "",
        unread=tuple(sorted(left)),
        notes=tuple(dict.fromkeys(note for each in given for note in _notes(each.resource, ()))),
    )


def _span(administration: Resource) -> tuple[str, str]:
    day, period = day_at(administration, "effectiveDateTime"), object_of(administration, "effectivePeriod")
    start = day or day_at(period, "start")
    return start, day_at(period, "end") or start


def _single(administration: Resource) -> str:
    """Return the one dose of an administration, "" where it does not say how much or of which day."""
    return _single_dose(object_of(object_of(administration, "dosage"), "dose"), _span(administration)[0])


def _single_dose(quantity: Resource, day: str) -> str:
    """Return one dose of one day as it is typed."""
    number, unit = text_of(quantity, "value"), text_of(quantity, "unit") or text_of(quantity, "code")
    is_day = re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) is not None
    return f"single {number} {unit} on {day}" if _AMOUNT.fullmatch(number) and unit and is_day else ""


# --- which drug


def _drug(resource: Resource, handed: Handed) -> _Drug:
    """Return what a medicine goes by: its own code, else that of the one substance in it."""
    own = object_of(resource, "medicationCodeableConcept")
    product = handed.referred(resource, "medicationReference")
    concept = own or object_of(product, "code")
    codes, names = _codes(concept), names_of(concept)
    within = [each for each in objects_of(product, "ingredient") if each.get("isActive") is not False]
    substances = [object_of(each, "itemCodeableConcept") for each in within]
    codes += tuple(pair for each in substances for pair in _codes(each) if len(substances) == 1)
    names += tuple(name for each in substances for name in names_of(each) if len(substances) == 1)
    if not codes and not names:
        named = display_of(resource, "medicationReference")
        names = (named,) if named else ()
    different = {called(each) for each in substances} - {""}
    return _Drug(tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(names)), is_mixture=len(different) > 1)


def _codes(concept: Resource) -> tuple[tuple[str, str], ...]:
    return tuple((each.system, each.code) for each in codings_of(concept) if each.code)


# --- how much, how often, by which way


def _dosage(dosages: Sequence[Resource]) -> tuple[str, str, tuple[str, ...]]:
    """Return doses and route as they are typed, and what of them is not read; of several doses each has its days."""
    routes = {_route(each) for each in dosages}
    route = next(iter(routes)) if len(routes) == 1 else ""
    doses = [_dose_of_days(each) if len(dosages) > 1 else _dose_of_days(each) or _dose(each) for each in dosages]
    if all(doses) and len(doses) <= _MOST_DOSES:
        return "; ".join(doses), route, ()
    says_more = any(
        key in each for each in dosages for key in ("doseAndRate", "timing", "maxDosePerPeriod", "rate", "text")
    )
    return "", route, ("dosage",) if says_more else ()


def _dose_of_days(dosage: Resource) -> str:
    """Return a dose with the days on which it was taken, "" where it names none."""
    timing = object_of(dosage, "timing")
    events = timing.get("event")
    if isinstance(events, list):
        listed = cast("list[object]", events)
        rates = objects_of(dosage, "doseAndRate")
        quantity: Resource = object_of(rates[0], "doseQuantity") if len(rates) == 1 else {}
        day = day_written(listed[0]) if len(listed) == 1 and isinstance(listed[0], str) else ""
        return _single_dose(quantity, day) if set(timing) == {"event"} else ""
    bounds = object_of(object_of(timing, "repeat"), "boundsPeriod")
    start, end = day_at(bounds, "start"), day_at(bounds, "end")
    dose = _dose(dosage)
    days = "".join(f" {word} {day}" for word, day in (("from", start), ("to", end)) if day)
    return f"{dose}{days}" if dose and days else ""


def _dose(dosage: Resource) -> str:
    """Return a dose that is taken regularly; one as needed, within a range or with two rates is none."""
    is_needed = dosage.get("asNeededBoolean") is True or bool(object_of(dosage, "asNeededCodeableConcept"))
    rates = objects_of(dosage, "doseAndRate")
    often = _often(object_of(dosage, "timing"))
    if is_needed or len(rates) != 1 or often is None or "maxDosePerPeriod" in dosage:
        return ""
    quantity = object_of(rates[0], "doseQuantity")
    number, unit = text_of(quantity, "value"), text_of(quantity, "unit") or text_of(quantity, "code")
    times, count, time = often
    if not unit or _AMOUNT.fullmatch(number) is None:
        return ""
    amount, per = Decimal(number) * times, _UNITS[time]
    return f"{amount:f} {unit}/{per}" if count == 1 and time != "h" else f"{amount:f} {unit} per {count} {per}"


def _often(timing: Resource) -> tuple[int, int, str] | None:
    repeat = object_of(timing, "repeat")
    if repeat:
        times, count, unit = (text_of(repeat, key) for key in ("frequency", "period", "periodUnit"))
        is_plain = not set(repeat) - {"frequency", "period", "periodUnit", "boundsPeriod", "timeOfDay", "when"}
        whole = count.removesuffix(".0")
        if not is_plain or unit not in _UNITS or not _is_count(whole) or not _is_count(times or "1"):
            return None
        return int(times or "1"), int(whole), unit
    codes = {each.code for each in codings_of(object_of(timing, "code"))}
    return _TIMES.get(codes.pop()) if len(codes) == 1 else None


def _is_count(text: str) -> bool:
    return _COUNT.fullmatch(text) is not None


def _route(dosage: Resource) -> str:
    found = {
        _ROUTES.get(each.code, "") if each.system == _SNOMED else _by_name(each)
        for concept in concepts_of(dosage, "route")
        for each in codings_of(concept)
    } - {""}
    return found.pop() if len(found) == 1 else ""


def _by_name(coding: Coding) -> str:
    word = coding.display.casefold()
    return next((each for each in _ROUTES.values() if word in (each, f"{each} use", f"{each} route")), "")


def _notes(resource: Resource, dosages: Iterable[Resource]) -> Iterator[str]:
    yield from (text for each in dosages if (text := text_of(each, "text")))
    yield from (text for each in objects_of(resource, "note") if (text := text_of(each, "text")))
