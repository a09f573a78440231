"""Allergies: a diagnosis with the substance as it is called; what must not be given is for a physician to say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from core.entry.paste.fhir.certainty import CONTRADICTING, RULED_OUT, SUSPECTED, WITHDRAWN, certainty_of
from core.entry.paste.fhir.conditions import ACTIVE, ONGOING, OVER, UNKNOWN
from core.entry.paste.fhir.parts import (
    Resource,
    called,
    codes_of,
    codings_of,
    day_at,
    names_of,
    object_of,
    objects_of,
    text_of,
    unread,
)
from core.entry.paste.fhir.skipped import NO_NAME, NOTHING_KNOWN, STATUS, of_other, told
from core.entry.paste.sheet import Matter as Stating
from core.entry.paste.sheet import Remark, Stated
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

_ALLERGY = "allergy"
_NONE_KNOWN = frozenset({"716186003", "409137002", "429625007", "428607008"})
"""SNOMED CT: no known allergy, no known drug, food, environmental allergy; that nothing is known is no diagnosis.
Source: memory; whatever begins with "no known" is taken so too."""
_READ = ("clinicalStatus", "verificationStatus", "code", "onsetDateTime", "onsetPeriod", "recordedDate", "note",
         "reaction", "type")  # fmt: skip
_SEVERITIES: Mapping[str, str] = {word: word for word in ("mild", "moderate", "severe")}
"""HL7, reaction-event-severity."""


def of_allergy(number: int, allergy: Resource) -> Stated | Remark:
    """Return an allergy; that none is known is a line, no absence."""
    certainty, code = certainty_of(allergy), object_of(allergy, "code")
    substance = called(code) or _of_reactions(allergy)
    if certainty in (WITHDRAWN, RULED_OUT, ""):  # that one substance is none leaves every other allergy open
        return of_other(number, allergy, STATUS)
    if not substance:
        return of_other(number, allergy, NO_NAME)
    if any(each.code in _NONE_KNOWN for each in codings_of(code)) or _says_none(code):
        return of_other(number, allergy, NOTHING_KNOWN)
    states = frozenset(codes_of(allergy, "clinicalStatus"))
    severity = {_SEVERITIES.get(text_of(each, "severity"), "") for each in objects_of(allergy, "reaction")} - {""}
    recorded = day_at(allergy, "recordedDate")
    onset = day_at(allergy, "onsetDateTime") or day_at(object_of(allergy, "onsetPeriod"), "start")
    is_active = bool(states & ACTIVE) and certainty != SUSPECTED
    doubts = ("paste-intolerance",) if text_of(allergy, "type") == "intolerance" else ()
    return Stated(
        number,
        told(allergy),
        Stating.EPISODE,
        names=(_ALLERGY,),
        start=onset,
        end=UNKNOWN if states & OVER else ONGOING if is_active else "",
        cells={"certainty": certainty} if certainty == SUSPECTED else {},
        fields={"substance": substance} | ({"severity": next(iter(severity))} if len(severity) == 1 else {}),
        ongoing_on=recorded if is_active and not states & OVER else "",
        doubts=doubts,
        refused="paste-certainty-differs" if certainty == CONTRADICTING else "",
        unread=unread(allergy, _READ),
        notes=tuple(_notes(allergy)),
    )


def _of_reactions(allergy: Resource) -> str:
    found = {called(object_of(each, "substance")) for each in objects_of(allergy, "reaction")} - {""}
    return found.pop() if len(found) == 1 else ""


def _says_none(code: Resource) -> bool:
    return any(_nothing_known().match(name) for name in names_of(code))


@cache
def _nothing_known() -> re.Pattern[str]:
    return re.compile(pattern(Matter.PASTED, "nothing_known"), re.IGNORECASE)


def _notes(allergy: Resource) -> list[str]:
    """Return what the reactions were, and what was noted, word by word."""
    shown = [
        called(concept) for each in objects_of(allergy, "reaction") for concept in objects_of(each, "manifestation")
    ]
    told_of = [text_of(each, "description") for each in objects_of(allergy, "reaction")]
    noted = [text_of(each, "text") for each in objects_of(allergy, "note")]
    return [each for each in (*shown, *told_of, *noted) if each]
