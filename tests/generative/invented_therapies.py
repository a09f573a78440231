"""Therapy blocks by chance: every key beside every other."""

from __future__ import annotations

from core.chart.words import FAILURES, NAMED_OUTCOMES
from core.criteria.nodes import Counting, Therapy
from core.criteria.values import ExtremeSpan, Lasting, NamedWindow, Span, Within
from core.values.duration import Duration, TimeUnit
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import SCOPE
from tests.generative.invented_limits import dose_limit, total_limit
from tests.generative.invented_windows import ANCHORS, duration, plain_lasting

DRUG_NAMES = (
    "pill",
    "tablet",
    "drip",
    "syrup",
    "powder",
    "lotion",
    "mystery",
    "steroids",
    "mixtures",
    "dusts",
    "liquids",
    "remedies",
)
REASONS = ("intolerance", "inefficacy", "planned")
_Names = tuple[str, ...]


def therapy(chance: Chance) -> Therapy:
    """Return a count over treatment courses."""
    of, all_of, one_from_each = _elements(chance)
    counted = (*of, *all_of, *(name for place in one_from_each for name in place))
    counting: Counting = chance.one(("drugs", "drugs", "groups", "lines", "regimens", "regimens")) if of else "drugs"
    return Therapy(
        counted_if=None if chance.chance(0.25) else _outcomes(chance),
        at_least=min(chance.one((1, 1, 2, 2, 3)), len(of) if counting == "groups" else len(SCOPE.drugs(of))),
        of=of,
        all_of=all_of,
        one_from_each=one_from_each,
        counting=counting,
        must_include=chance.some(counted, 1, 2) if chance.chance(0.2) else (),
        count_once=_count_once(chance, counted),
        any_length_if=("intolerance",) if chance.chance(0.25) else (),
        contraindicated=chance.one(("ignored", "ignored", "counts", "waives")),
        each_for=_each_for(chance, counted),
        together_for=_maybe_lasting(chance),
        in_total_for=_maybe_lasting(chance),
        gap=Duration(7, TimeUnit.DAY) if chance.chance(0.15) else None,
        looking_back=_looking_back(chance),
        together_with=chance.some(("pill", "steroids", "syrup"), 1, 2) if chance.chance(0.15) else (),
        at_dose={chance.one(counted): dose_limit(chance)} if chance.chance(0.2) else {},
        cumulative={chance.one(counted): total_limit(chance)} if chance.chance(0.15) else {},
        is_dose_adequate_required=chance.chance(0.15),
        is_adherence_required=chance.chance(0.15),
        is_still_on=chance.chance(0.15),
        unchanged_for=_maybe_lasting(chance),
    )


def _elements(chance: Chance) -> tuple[_Names, _Names, tuple[_Names, ...]]:
    """Return what is counted: at least one of the three."""
    of = chance.some(DRUG_NAMES, 1, 4) if chance.chance(0.7) else ()
    all_of = chance.some(DRUG_NAMES, 1, 2) if chance.chance(0.25) else ()
    is_needed = not (of or all_of)
    lines = (chance.some(DRUG_NAMES, 1, 2), chance.some(DRUG_NAMES, 1, 2)) if is_needed or chance.chance(0.15) else ()
    return of, all_of, lines


def _outcomes(chance: Chance) -> _Names:
    """Return what counts: some outcomes and reasons, or every way in which a course can fail."""
    reasons = chance.some(REASONS, 0, 1)
    if chance.chance(0.2):
        return (*sorted(FAILURES), *reasons)
    return (*chance.some(NAMED_OUTCOMES, 1, 3), *reasons)


def _count_once(chance: Chance, counted: _Names) -> tuple[_Names, ...]:
    drugs = sorted(SCOPE.drugs(counted))
    return (chance.some(drugs, 2, 2),) if len(drugs) > 1 and chance.chance(0.2) else ()


def _each_for(chance: Chance, counted: _Names) -> dict[str, Lasting]:
    if not chance.chance(0.4):
        return {}
    own = {chance.one(counted): plain_lasting(chance)} if chance.chance(0.4) else {}
    return own | ({"": plain_lasting(chance)} if not own or chance.chance(0.7) else {})


def _maybe_lasting(chance: Chance) -> Lasting | None:
    return plain_lasting(chance) if chance.chance(0.12) else None


def _looking_back(chance: Chance) -> Within | None:
    if not chance.chance(0.25):
        return None
    span: Span = NamedWindow("laboratory") if chance.chance(0.3) else duration(chance)
    if chance.chance(0.15):
        span = ExtremeSpan(chance.one(("longer", "shorter")), span, duration(chance))
    return Within(span, "before", chance.one(ANCHORS)) if chance.chance(0.5) else Within(span)
