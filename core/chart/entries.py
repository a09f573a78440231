"""The entries of a chart; each has a ``ref``, the short name by which evidence points at it (``creatinine/2``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Self

from core.chart.values import Absence, Value
from core.values.duration import Duration
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth


def _began_by(moment: PartialDate | None, day: date) -> bool:
    return moment is None or moment.first <= day


def _capped(moment: PartialDate | None, day: date) -> PartialDate | None:
    return None if moment is None else moment.within(date.min, day)


def _is_past(moment: PartialDate | None, day: date) -> bool:
    """True if capping the date changes nothing: most entries stay the objects they are."""
    return moment is None or moment.last <= day


class _SaidOn:
    """What was said on a day, as far as that is known."""

    __slots__ = ()
    on: PartialDate | None

    def seen_on(self, day: date) -> Self | None:
        """Return it where it was said by a day."""
        return self if _began_by(self.on, day) else None


class _ConfirmedOn:
    """What holds up to a day on which somebody confirmed it."""

    __slots__ = ()
    as_of: date

    def seen_on(self, day: date) -> Self | None:
        """Return it where it was said by a day."""
        return self if self.as_of <= day else None


@dataclass(frozen=True, slots=True)
class Finding:
    """One dated statement about a concept: a value, or an asserted absence. ``on`` None: undated.

    ``parts`` are the entries a derived finding follows from; ``against`` what stands against it: where they differ in
    truth the answer is conflicting. ``is_at_most``: what was measured may be more than the value under the usual
    circumstances (a saturation while oxygen is given), never less. ``answers`` are those of a score by its inputs, as a
    patient file has them: the value follows from them.
    """

    ref: str
    concept: str
    value: Value | Absence
    on: PartialDate | None = None
    qualifiers: frozenset[str] = frozenset()
    upper_limit: Quantity | None = None
    lower_limit: Quantity | None = None
    laboratory: str = ""
    parts: tuple[str, ...] = ()
    against: tuple[Finding, ...] = ()
    is_at_most: bool = False
    answers: Mapping[str, str] = field(default_factory=dict[str, str])

    def seen_on(self, day: date) -> Finding | None:
        """Return what was known of it on a day, None where it did not exist."""
        if not _began_by(self.on, day):
            return None
        return self if _is_past(self.on, day) else replace(self, on=_capped(self.on, day))


@dataclass(frozen=True, slots=True)
class Mark:
    """What a free text counts as, signed: concepts of the catalogue, or none of them."""

    counts_as: tuple[str, ...]
    by: str
    on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Episode:
    """A diagnosis, sign or event with its days.

    ``end`` is the last day it was there. Without an end: ``is_ongoing`` if it is said to go on, else what
    came after the onset (or after ``ongoing_on``, the last day it was seen) is not known. A diagnosis without
    an end goes on. ``concept`` "" is one the catalogue does not know; ``text`` holds the words used, ``mark`` says what
    they count as (None: nobody has said yet). ``is_suspected``: it may be there, and may not.
    ``not_kinds``: the more exact kinds that other entries rule out; ``parts`` are the refs of what says so.
    ``against`` are the refs of what says that it is not this: then whether it was there is conflicting.
    """

    ref: str
    concept: str
    onset: PartialDate | None
    end: PartialDate | None = None
    is_ongoing: bool = False
    ongoing_on: PartialDate | None = None
    fields: Mapping[str, Value] = field(default_factory=dict[str, Value])
    text: str = ""
    is_suspected: bool = False
    mark: Mark | None = None
    not_kinds: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    def seen_on(self, day: date) -> Episode | None:
        """Return what was known of it on a day: an end that lies after it was not known, it still went on."""
        if not _began_by(self.onset, day):
            return None
        if _is_past(self.onset, day) and _is_past(self.end, day) and _is_past(self.ongoing_on, day):
            return self
        is_ended = self.end is not None and self.end.first <= day
        is_seen = self.ongoing_on is not None and self.ongoing_on.first <= day
        return replace(
            self,
            onset=_capped(self.onset, day),
            end=_capped(self.end, day) if is_ended else None,
            is_ongoing=self.is_ongoing or (self.end is not None and not is_ended),
            ongoing_on=_capped(self.ongoing_on, day) if is_seen else None,
        )


@dataclass(frozen=True, slots=True)
class DoseSegment:
    """A dose held over some days: ``amount`` in ``unit`` (mg, g, mg/kg, mg/m2, U, …) every ``per_days`` days.

    ``end`` None: it goes on with the course. ``per_days`` 0 with a unit: one single dose.
    """

    amount: Quantity
    per_days: Fraction
    start: PartialDate
    end: PartialDate | None
    text: str


@dataclass(frozen=True, slots=True)
class Course:
    """One course of one drug (or of a class, where the drug is not known). ``end``: the last dose.

    ``is_ongoing`` and no ``end``: it goes on. Neither: the end is not known. ``may_be`` are the drugs that a product of
    unknown substance can be; none: any.
    """

    ref: str
    drug: str
    start: PartialDate | None
    end: PartialDate | None = None
    is_ongoing: bool = False
    route: str = ""
    doses: tuple[DoseSegment, ...] = ()
    outcome: str = ""
    stopped_for: str = ""
    is_dose_adequate: Truth = Truth.UNKNOWN
    is_adherence_documented: Truth = Truth.UNKNOWN
    line: int | None = None
    text: str = ""
    may_be: frozenset[str] = frozenset()
    purpose: str = ""

    def seen_on(self, day: date) -> Course | None:
        """Return what was known of it on a day; an end that lies after it is a planned stop."""
        if not _began_by(self.start, day):
            return None
        return self if _is_past(self.start, day) else replace(self, start=_capped(self.start, day))


@dataclass(frozen=True, slots=True)
class Completeness(_ConfirmedOn):
    """A list (treatments, events, diagnoses, results) holds everything from ``since`` to ``as_of``."""

    ref: str
    of: str
    since: date
    as_of: date


@dataclass(frozen=True, slots=True)
class Never(_ConfirmedOn):
    """A drug, class, event or diagnosis has never been there up to ``as_of``."""

    ref: str
    of: str
    as_of: date


@dataclass(frozen=True, slots=True)
class Contraindication(_SaidOn):
    """A drug or class must not be given, says ``by``."""

    ref: str
    to: str
    why: str
    by: str
    on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Answer(_SaidOn):
    """A signed answer to a question of a rule file; a judgement, never a measurement."""

    ref: str
    question: str
    answer: Truth
    by: str
    on: PartialDate | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class SiteStatement(_SaidOn):
    """What the site said of a fact of its own (``12 years`` is the youngest age open)."""

    ref: str
    fact: str
    value: str
    on: PartialDate | None


@dataclass(frozen=True, slots=True)
class CellDose:
    """How many cells were given: ``number`` times ten to the ``power``, per kilogram of weight or in all."""

    number: Decimal
    power: int
    is_per_kg: bool

    def __str__(self) -> str:
        return f"{self.number} x 10^{self.power}{'/kg' if self.is_per_kg else ''}"


@dataclass(frozen=True, slots=True)
class Infusion:
    """An infusion of cells: day 0. ``lymphodepletion`` are drugs whose courses are among the treatments: none of
    them where it was left out, None where nobody told. ``bridging`` is told in words, its courses are treatments too.
    ``indication`` is on what ground it was given (``INDICATIONS``), ``permit`` the trial or permit it was given under.
    """

    on: date
    product: str = ""
    vector: str = ""
    region: str = ""
    cells: CellDose | None = None
    lymphodepletion: tuple[str, ...] | None = None
    product_name: str = ""
    batch: str = ""
    bridging: str = ""
    centre: str = ""
    indication: str = ""
    permit: str = ""
    donor: str = ""


@dataclass(frozen=True, slots=True)
class PlannedTreatment:
    """A drug or class that is to be given after the infusion: so long after it, from a day, or nobody said when.

    It is no course: nobody takes it yet, and no sentence sees it.
    """

    drug: str
    after: Duration | None
    on: PartialDate | None

    def first_on(self, day0: date) -> PartialDate | None:
        """Return from when it is planned, where that is known."""
        return self.on if self.after is None else PartialDate.on(self.after.after(day0))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list that has no kind of entry of its own: its words by column, its days as far as it tells them."""

    ref: str
    section: str
    words: Mapping[str, str]
    onset: PartialDate | None = None
    end: PartialDate | None = None
    is_ongoing: bool = False

    def seen_on(self, day: date) -> Row | None:
        """Return what was known of it on a day: an end that lies after it was not known, it still went on."""
        if not _began_by(self.onset, day):
            return None
        if _is_past(self.onset, day) and _is_past(self.end, day):
            return self
        is_ended = self.end is not None and self.end.first <= day
        is_ongoing = self.is_ongoing or (self.end is not None and not is_ended)
        return replace(
            self,
            onset=_capped(self.onset, day),
            end=_capped(self.end, day) if is_ended else None,
            is_ongoing=is_ongoing,
        )


Entry = Finding | Episode | Course | Completeness | Never | Contraindication | Answer | SiteStatement | Row
"""Everything that evidence can point at."""
