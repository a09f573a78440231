"""What a letter is told besides the chart and the screening."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class LetterPart(Enum):
    """The blocks that can be ticked."""

    INTRODUCTION = "introduction"
    ACTIVITY = "activity"
    ORGANS = "organs"
    TREATMENTS = "treatments"
    RESULT = "result"
    CONSENT = "consent"


class Statement(Enum):
    """The medical statements for ways outside a trial; sources: core/documents/referral_letter/statements.py."""

    HOSPITAL_EXEMPTION = "hospital-exemption"
    CROSS_BORDER = "cross-border"
    SINGLE_PATIENT = "single-patient"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes. ``logo`` is a PNG, empty for none."""

    logo: bytes = b""
    department: str = ""
    address: str = ""
    telephone: str = ""


@dataclass(frozen=True, slots=True)
class Consent:
    """Who agreed to the referral. What is empty is printed as a line to fill in."""

    participant: str = ""
    guardians: tuple[str, ...] = ()
    assent: str = ""
    language: str = ""
    on: str = ""
    informed_by: str = ""


@dataclass(frozen=True, slots=True)
class LetterOptions:
    """``template`` is the text with its macros; ``confidential`` the confidential concepts that were ticked one by one.

    ``printed_at`` is the instant of printing as in ``2026-11-22T09:41``.
    """

    printed_at: str
    program: str
    template: str
    letterhead: Letterhead = field(default_factory=Letterhead)
    recipient: str = ""
    parts: frozenset[LetterPart] = frozenset(LetterPart)
    statements: tuple[Statement, ...] = ()
    confidential: frozenset[str] = frozenset()
    enclosures: str = ""
    copies: str = ""
    consent: Consent = field(default_factory=Consent)
    record_head: str = ""
