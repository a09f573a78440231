"""Conditions: a diagnosis with its days and how sure it is; what was refuted is ruled out on the day of the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.entry.paste.fhir.certainty import (
    CONFIRMED,
    CONTRADICTING,
    RULED_OUT,
    SUSPECTED,
    WITHDRAWN,
    certainty_of,
    is_over,
)
from core.entry.paste.fhir.parts import (
    Resource,
    codes_of,
    codings_of,
    day_at,
    names_of,
    object_of,
    objects_of,
    text_of,
    unread,
)
from core.entry.paste.fhir.skipped import NO_NAME, STATUS, of_other, told
from core.entry.paste.sheet import Matter, Remark, Stated

ONGOING, UNKNOWN = "ongoing", "unknown"
ACTIVE = frozenset({"active", "recurrence", "relapse"})
OVER = frozenset({"inactive", "resolved"})
_REMISSION = "remission"

SEVERITIES: Mapping[str, str] = {
    "255604002": "mild",
    "6736007": "moderate",
    "24484000": "severe",
    "442452003": "life_threatening",
}
"""SNOMED CT, as the value set condition-severity and the COVID-19 profiles list them."""

_READ = (
    "clinicalStatus", "verificationStatus", "severity", "code", "onsetDateTime", "onsetPeriod", "abatementDateTime",
    "abatementPeriod", "abatementBoolean", "recordedDate", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day as they are written; ``ongoing_on`` is the day it was known to go on."""

    start: str
    end: str
    ongoing_on: str = ""


def of_condition(number: int, condition: Resource) -> Stated | Remark:
    """Return what a condition states."""
    certainty = certainty_of(condition)
    code = object_of(condition, "code")
    if certainty in (WITHDRAWN, ""):
        return of_other(number, condition, STATUS)
    if not names_of(code) and not codings_of(code):
        return of_other(number, condition, NO_NAME)
    span, doubts = _span(condition, certainty)
    severity = {SEVERITIES[each] for each in codes_of(condition, "severity") if each in SEVERITIES}
    left = unread(condition, _READ)
    if object_of(condition, "severity") and len(severity) != 1:
        left = (*left, "severity")
    return Stated(
        number,
        told(condition),
        Matter.EPISODE,
        codes=tuple((each.system, each.code) for each in codings_of(code) if each.code),
        names=names_of(code),
        start=span.start,
        end=span.end,
        cells={"certainty": certainty} if certainty in (SUSPECTED, RULED_OUT) else {},
        fields={"severity": next(iter(severity))} if len(severity) == 1 else {},
        ongoing_on=span.ongoing_on,
        doubts=doubts,
        refused="paste-certainty-differs" if certainty == CONTRADICTING else "",
        unread=left,
        notes=tuple(text for each in objects_of(condition, "note") if (text := text_of(each, "text"))),
    )


def _span(condition: Resource, certainty: str) -> tuple[Span, tuple[str, ...]]:
    """Return the days, and what should be looked at; what was ruled out has one day, that of the record."""
    onset = day_at(condition, "onsetDateTime") or day_at(object_of(condition, "onsetPeriod"), "start")
    recorded = day_at(condition, "recordedDate")
    if certainty == RULED_OUT:
        return Span(recorded or onset, ""), ("paste-ruled-out-day",)
    end = day_at(condition, "abatementDateTime") or day_at(object_of(condition, "abatementPeriod"), "end")
    end = end or day_at(object_of(condition, "onsetPeriod"), "end")
    states = frozenset(codes_of(condition, "clinicalStatus"))
    is_ended = bool(states & OVER) or is_over(condition) or condition.get("abatementBoolean") is True
    is_ended = is_ended or any(key in condition for key in ("abatementAge", "abatementRange", "abatementString"))
    doubts = ("paste-in-remission",) if _REMISSION in states else ()
    if states & ACTIVE and (is_ended or end):
        doubts = (*doubts, "paste-active-and-over")
    if end or is_ended:
        return Span(onset, end or UNKNOWN), doubts
    goes_on = certainty == CONFIRMED and bool(states & ACTIVE)
    return Span(onset, ONGOING if goes_on else "", recorded if goes_on else ""), doubts
