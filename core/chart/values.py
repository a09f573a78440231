"""What a finding can say of its concept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth


class Absence(Enum):
    """Why a value is not there. An empty field means not asked."""

    NOT_ASKED = "not asked"
    UNKNOWN = "unknown"
    NOT_DONE = "not done"
    DECLINED = "declined"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True, slots=True)
class Fact:
    """A yes or no; of a condition, whether it was there on that day."""

    is_so: bool


@dataclass(frozen=True, slots=True)
class Coded:
    """The code a fact has, or the set of its codes; ``number`` is what a classification counted (points, %)."""

    codes: frozenset[str]
    number: Interval | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A number as typed, a titre by its denominator among them."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class TestResult:
    """A word (positive, negative, borderline, …) or a number, which is positive only by its laboratory's limit."""

    word: str
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Landmark:
    """The day something began, e.g. the first symptom."""

    on: PartialDate


@dataclass(frozen=True, slots=True)
class Recorded:
    """The fields of one examination or event that were written down."""

    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Scored:
    """A score: its total, the items answered (the rest is unanswered), the grades of its domains."""

    total: Interval | None = None
    items: Mapping[str, Truth] = field(default_factory=dict[str, Truth])
    domains: Mapping[str, str] = field(default_factory=dict[str, str])


Value = Fact | Coded | Measured | TestResult | Landmark | Recorded | Scored
