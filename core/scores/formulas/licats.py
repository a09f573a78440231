"""LICATS. Hagen M et al. Lancet Rheumatol 2025, PMID 40318690; wording of grades 1, 2 and 4 from memory."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from core.scores.given import Given, Outputs


def compute(given: Given) -> Outputs:
    """Return whether it is one, and its grade; where no sign is told, what is graded is taken to be one."""
    signs = list(_signs(given))
    is_one = given.flag("organ_previously_affected") and not given.flag("other_cause") and (any(signs) or not signs)
    return {"licats": is_one, "grade": Fraction(_grade(given)) if is_one else None}


def _signs(given: Given) -> Iterator[bool]:
    rise = given.maybe("creatinine_rise_pct")
    if rise is not None:
        yield rise >= given.limit("creatinine")
    if given.has("new_sign"):
        yield given.flag("new_sign")


def _grade(given: Given) -> int:
    steps = (
        (5, given.flag("death")),
        (4, given.flag("life_threatening")),
        (3, given.flag("hospitalised_longer") or given.flag("new_hospitalisation")),
        (2, given.flag("treated")),
    )
    return next((grade for grade, holds in steps if holds), 1)
