"""What a case lacks, by name, each with where it is recorded or typed (phrase ``safety-lacks-ID``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from core.chart.sex import sex_of
from core.safety.case import Outcome, SafetyCase
from core.safety.reportable import Matter

_UNKNOWN = "unknown"


class Minimum(Enum):
    """The four elements without which a report is no valid case (EU GVP module VI; ICH E2D)."""

    REPORTER = "reporter"
    PATIENT = "patient"
    PRODUCT = "product"
    REACTION = "reaction"


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is missing: ``minimum`` elements first, then ``further`` fields, by the ids of their phrases."""

    minimum: tuple[Minimum, ...]
    further: tuple[str, ...]

    @property
    def is_valid(self) -> bool:
        """True where the four elements are there."""
        return not self.minimum


_HAS_MINIMUM: dict[Minimum, Callable[[SafetyCase], bool]] = {
    Minimum.REPORTER: lambda case: case.reporter.is_identifiable,
    Minimum.PATIENT: lambda case: bool(case.initials) or case.age is not None or sex_of(case.chart) != _UNKNOWN,
    Minimum.PRODUCT: lambda case: case.infusion is not None,
    Minimum.REACTION: lambda case: case.reported is not None,
}


def _has(case: SafetyCase, *names: str) -> bool:
    return case.infusion is not None and all(getattr(case.infusion, name) for name in names)


_HAS_FURTHER: dict[str, Callable[[SafetyCase], bool]] = {
    "product-name": lambda case: _has(case, "product_name"),
    "batch": lambda case: _has(case, "batch"),
    "cells": lambda case: _has(case, "cells"),
    "indication": lambda case: bool(case.indication.strip()),
    "ground": lambda case: _has(case, "indication"),
    "onset": lambda case: case.reported is None or case.reported.onset is not None,
    "outcome": lambda case: case.reported is None or case.outcome is not Outcome.UNKNOWN,
    "grade": lambda case: (
        case.reported is None or case.reported.grades is not None or case.reported.matter is not Matter.EVENT
    ),
    "age": lambda case: case.age is not None,
    "sex": lambda case: sex_of(case.chart) != _UNKNOWN,
    "serious": lambda case: bool(case.serious),
    "aware-on": lambda case: case.aware_on is not None,
    "qualification": lambda case: bool(case.reporter.qualification_code),
    "country": lambda case: bool(case.reporter.country_code),
    "number": lambda case: bool(case.number.strip()),
}
"""In the order in which they are told."""


def lacking(case: SafetyCase) -> Lacking:
    """Return what a case lacks."""
    return Lacking(
        tuple(each for each, has in _HAS_MINIMUM.items() if not has(case)),
        tuple(name for name, has in _HAS_FURTHER.items() if not has(case)),
    )
