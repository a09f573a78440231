"""The order in which screenings are listed: by conclusion, then date, then title.

Criteria are not exchangeable, so nothing is counted: no closeness, no share of criteria met.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.screening.conclusions import BEST_FIRST
from core.screening.screening import Screening


def best_first(screenings: Iterable[Screening]) -> tuple[Screening, ...]:
    """Return the screenings in the order of the list."""
    return tuple(sorted(screenings, key=_rank))


def _rank(screening: Screening) -> tuple[int, date, str]:
    conclusion = screening.conclusion
    return (BEST_FIRST.index(conclusion.word), conclusion.not_before or date.min, screening.rule_file.title["en"])
