"""What a typed text can be: understood, of two readings, refused with the reason, or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.entry.statement import Plain
from core.values.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Typing:
    """What a text is read with.

    ``on`` is the day the value is of where the text names none (as a patient file writes it, "" for no day);
    ``unit`` is the unit of what is corrected ("" where nothing is), ``usual_units`` what was answered before to the
    question for the unit of a bare number, by concept. ``digits`` are the numbers on record as the file writes them:
    one that is typed like it is that one. ``today`` is the last day of which something can be recorded; None: the day
    of evaluation. ``author`` signs what is signed.
    """

    language: str
    evaluation_on: date
    birth: PartialDate | None = None
    on: str = ""
    unit: str = ""
    today: date | None = None
    author: str = ""
    usual_units: Mapping[str, str] = field(default_factory=dict[str, str])
    digits: frozenset[str] = frozenset()

    def is_to_come(self, moment: PartialDate) -> bool:
        """True if a day lies after today: nothing can be recorded of it."""
        return moment.first > (self.today or self.evaluation_on)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase to be said in the language of the screen; ``sentences`` are what a reader of files said."""

    id: str
    arguments: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"])
    sentences: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Offer:
    """A text the field can take instead: it is what it shows.

    ``unit`` is the unit that it answers the question for the unit of a bare number with, "" for any other offer.
    """

    text: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why an understood value may be a slip, and what was probably meant."""

    reason: Phrase
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """The content of a statement; ``beside`` is shown next to the text: the other unit, the day."""

    content: Plain
    beside: tuple[Phrase, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """The text can be read in several ways; the field waits until one is chosen."""

    reason: Phrase
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """The text is no value of the field, or one that no patient can have."""

    reason: Phrase
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing is typed."""


Typed = Understood | TwoReadings | Refused | Empty
