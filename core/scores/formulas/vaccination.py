"""Listed contraindications to vaccines. Hill JA, Seo SK. Blood 2020;136:925-35; Reynolds G et al. 2023."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from core.scores.given import Given, OpenInputError, Outputs

EARLY = ("influenza", "covid")
LIVE = ("mmr", "varicella", "yellow_fever", "rotavirus", "live")
ADJUVANTED = ("rzv", "adjuvanted")
LISTED, NOT_LISTED = "contraindication listed", "no listed contraindication"
NOTE = "centre decides"
DAYS_OF_A_MONTH = Fraction("30.4375")

Check = tuple[str, bool | None]
"""A contraindication and whether it holds; None where it was not told."""


def compute(given: Given) -> Outputs:
    """Return the answer with its reasons; what is needed and was not told leaves it open."""
    checks = list(_checks(given, given.word("vaccine")))
    reasons = [name for name, holds in checks if holds]
    if not reasons:
        missing = next((name for name, holds in checks if holds is None), None)
        if missing is not None:
            raise OpenInputError(missing)
    return {"answer": LISTED if reasons else NOT_LISTED, "reasons": reasons, "note": NOTE}


def _checks(given: Given, vaccine: str) -> Iterator[Check]:
    months = given.number("months")
    if vaccine in EARLY:
        yield "months", months < given.limit("early")
        return
    is_live = vaccine in LIVE
    yield "months", months < given.limit("live" if is_live or vaccine in ADJUVANTED else "inactivated")
    for name, limit in (("cd4", "cd4"), ("b", "b_cells")):
        count = given.maybe(name)
        yield name, None if count is None else count <= given.limit(limit)
    immunoglobulin = _immunoglobulin(given)
    least = given.limit("ivig_live" if is_live else "ivig")
    if immunoglobulin is not None:
        yield "last_ivig_months", immunoglobulin < least
    antibody = given.maybe("last_anti_b_months")
    if antibody is not None:
        yield "last_anti_b_months", antibody < given.limit("anti_b")
    yield from _live(given) if is_live else _inactivated(given)


def _inactivated(given: Given) -> Iterator[Check]:
    free = given.maybe("immunosuppression_free_months")
    if free is not None:
        yield "immunosuppression_free_months", free <= 0


def _live(given: Given) -> Iterator[Check]:
    if _immunoglobulin(given) is None:
        yield "last_ivig_months", None
    free = given.maybe("immunosuppression_free_months")
    least = given.limit("immunosuppression_live")
    yield "immunosuppression_free_months", None if free is None else free < least
    told = given.flag("response_inactivated") if given.has("response_inactivated") else None
    yield "response_inactivated", None if told is None else not told


def _immunoglobulin(given: Given) -> Fraction | None:
    """Return the months since the last immunoglobulin."""
    days = given.maybe("last_ivig_days")
    return given.maybe("last_ivig_months") if days is None else days / DAYS_OF_A_MONTH
