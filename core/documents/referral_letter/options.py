"""What a letter is told besides the chart and the screening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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

    ``printed_at`` is the instant of printing as in ``2026-11-22T09:41``. ``parts`` are the blocks ticked, None: all.
    ``typed`` is what was typed for the paper, by field; ``greeting`` empty: the usual one. ``signer`` is whose name
    stands below the line to sign on. A statement is told the same, but for text and blocks.
    """

    printed_at: str
    program: str
    template: str = ""
    letterhead: Letterhead = field(default_factory=Letterhead)
    recipient: str = ""
    parts: frozenset[str] | None = None
    confidential: frozenset[str] = frozenset()
    enclosures: str = ""
    copies: str = ""
    consent: Consent = field(default_factory=Consent)
    record_head: str = ""
    typed: Mapping[str, str] = field(default_factory=dict[str, str])
    greeting: str = ""
    signer: str = ""

    def has(self, part: str) -> bool:
        """True for a block that is ticked."""
        return self.parts is None or part in self.parts
