"""The order in which screenings are listed: files that take patients first, then by conclusion, date, title.

Criteria are not exchangeable, so nothing is counted: no closeness, no share of criteria met.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.language.languages import ENGLISH
from core.screening.conclusions import Word
from core.screening.screening import Screening

LISTED = (
    Word.ELIGIBLE,
    Word.POSSIBLE,
    Word.WITHIN_LIMITS,
    Word.OUTSIDE_LIMITS,
    Word.UNDECIDED,
    Word.NOT_YET,
    Word.NOT_ELIGIBLE,
    Word.NOT_THIS_COHORT,
    Word.OTHER_DISEASE,
)
"""The order of the list: what goes to a board stands together, whatever its usual limits say."""


def best_first(screenings: Iterable[Screening]) -> tuple[Screening, ...]:
    """Return the screenings in the order of the list; those whose file takes nobody are a group below the others."""
    return tuple(sorted(screenings, key=_rank))


def _rank(screening: Screening) -> tuple[bool, bool, int, date, str]:
    conclusion = screening.conclusion
    return (
        screening.is_other_disease,
        not screening.takes_patients,
        LISTED.index(conclusion.word),
        conclusion.not_before or date.min,
        screening.rule_file.title[ENGLISH],
    )
