"""The Total Improvement Score of 2016, for adults and juveniles: which values on record are the pairs it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from core.engine.explaining.answers import missing
from core.engine.judgement.outcome import Cause, Gap
from core.responses.between import Between, answered_once, merged
from core.responses.contact import Contact, Used, in_first_unit
from core.responses.pairs import (
    ONE,
    PATIENT,
    VAS,
    Pair,
    Source,
    newest_day,
    pair_of,
    paired,
    recorded_number,
    refs_of,
    with_recorded,
    without_refused,
)
from core.responses.response import Part, Response
from core.responses.visited import ADULT, JUVENILE, Visited
from core.scores.formulas.tis_2016 import THRESHOLDS
from core.scores.given import Json
from core.scores.shipped import definition_of
from core.values.truth import Truth, truth_of

TIS = "tis_2016"
NONE = "none"
_LEAST_FIRST = (NONE, "minimal", "moderate", "major")
_OF_ALL: Mapping[str, tuple[Source, ...]] = {
    "physician": (Source("physician", VAS),),
    "patient": (Source("patient", PATIENT),),
    "mmt": (
        Source("mmt8_of_150", "mmt8", "bilateral", is_higher_better=True),
        Source("mmt8_of_80", "mmt8", "unilateral", is_higher_better=True),
    ),
    "haq": (Source("haq", "haq_di"),),
    "extramuscular": (Source("extramuscular", "extramuscular_vas"),),
}
_OF_JUVENILES: Mapping[str, tuple[Source, ...]] = {
    "mmt": (Source("cmas", "cmas", is_higher_better=True),),
    "haq": (Source("chaq", "chaq"),),
    "extramuscular": (Source("das", "das_jdm"),),
}
"""What stands for a measure in the core set of PRINTO: taken where the first is not there at both visits."""
_ENZYMES: Mapping[str, str] = {name: f"{name}_xULN" for name in ("ck", "aldolase", "ldh", "ast", "alt")}
_ENZYME_CLASS = "muscle_enzymes"
_ORDER = ("physician", "patient", "mmt", "haq", "enzyme", "extramuscular")


def tis_of(visited: Visited, baseline: Contact, contact: Contact) -> Response:
    """Return the Total Improvement Score of a visit: between what it lies where measures are open."""
    pairs = tuple(
        _enzyme(visited, baseline, contact) if name == "enzyme" else _measure(visited, name, baseline, contact)
        for name in _ORDER
    )
    pairs = without_refused(TIS, pairs, {"population": visited.populations[0]})
    answers = [
        answered_once(TIS, _written(pairs, population, is_best=is_best))
        for population in visited.populations
        for is_best in (False, True)
    ]
    between = merged(answers)
    low, high = between.ranges["tis"]
    found = {str(each.output["category"]) for each in answers}
    worst, best = (pick(found, key=_LEAST_FIRST.index) for pick in (min, max))
    words = _LEAST_FIRST[_LEAST_FIRST.index(worst) : _LEAST_FIRST.index(best) + 1]
    parts = tuple(_tis_part(each, between) for each in pairs)
    response = Response(TIS, contact, newest_day(pairs), _truth_of(words), parts, words, low, high, refs=refs_of(pairs))
    recorded = recorded_number(visited, TIS, contact)
    if recorded is None:
        return response
    words = _categories(Fraction(recorded[1].low or 0), visited.populations)
    return with_recorded(response, recorded, words, _truth_of(words))


def _tis_part(pair: Pair, between: Between) -> Part:
    if not pair.is_whole:
        return pair.part()
    change, points = between.part("change_pct", pair.measure), between.part("points", pair.measure)
    number = float(points) if isinstance(points, (int, float)) else None
    gained = Truth.UNKNOWN if number is None else truth_of(number > 0)
    return pair.part(gained, float(change) if isinstance(change, (int, float)) else None, number)


def _written(pairs: Iterable[Pair], population: str, *, is_best: bool) -> dict[str, Json]:
    """Return what the score is asked: values before and after, of an open measure the least or most change."""
    definition = definition_of(TIS)
    raw: dict[str, Json] = {each.name: each.end(is_best=is_best) for each in pairs if each.is_whole}
    bands = {each.measure: definition.inputs[each.measure].bands for each in pairs if not each.is_whole}
    changes: dict[str, Json] = {name: each[-1 if is_best else 0] for name, each in bands.items()}
    return {"population": population, "raw": raw, "change_pct": changes}


def _measure(visited: Visited, measure: str, baseline: Contact, contact: Contact) -> Pair:
    is_juvenile, is_adult = JUVENILE in visited.populations, ADULT in visited.populations
    others = _OF_JUVENILES.get(measure, ()) if is_juvenile else ()
    own = _OF_ALL[measure]
    sources = (*others, *own) if measure == "haq" and not is_adult else (*own, *others)
    pairs = [pair_of(visited, measure, source, baseline, contact) for source in sources]
    whole = next((each for each in pairs if each.is_whole), None)
    return whole or max(pairs, key=lambda each: (each.before is not None) + (each.now is not None))


def _enzyme(visited: Visited, baseline: Contact, contact: Contact) -> Pair:
    """Return the enzyme that was most abnormal at the baseline, of those that were measured then.

    Which one that was is not known where one of them has no upper limit.
    """
    found = {name: visited.value(name, baseline) for name in _ENZYMES}
    known = {name: each for name, each in found.items() if isinstance(each, Used)}
    gaps = [each for each in found.values() if isinstance(each, Gap) and each.cause is not Cause.MISSING]
    limits = {name: _upper_limit(visited, each) for name, each in known.items()}
    gaps += [missing(name, "ULN") for name, limit in limits.items() if limit is None]
    gaps += [Gap(Cause.IMPRECISE, name) for name, each in known.items() if not each.amount.is_exact]
    if gaps or not known:
        one = next(iter(known.values())) if len(known) == 1 else None
        return Pair("enzyme", before=one, gaps=tuple(dict.fromkeys(gaps)) or (missing(_ENZYME_CLASS),))
    multiples = {name: _low(each) / (limits[name] or 1) for name, each in known.items()}
    worst = max(multiples, key=lambda name: multiples[name])
    now = visited.value(worst, contact)
    limit = _upper_limit(visited, now) if isinstance(now, Used) else None
    if isinstance(now, Used) and limit is None:
        return Pair("enzyme", _ENZYMES[worst], known[worst], now, gaps=(missing(worst, "ULN"),))
    return paired(Pair("enzyme", _ENZYMES[worst]), known[worst], now, (limits[worst] or ONE, limit or ONE))


def _low(value: Used) -> Fraction:
    return Fraction(value.amount.low or 0)


def _upper_limit(visited: Visited, value: Used) -> Fraction | None:
    """Return the laboratory's upper limit of a value in the first unit of its concept."""
    limit = None if value.finding is None else value.finding.upper_limit
    amount = None if limit is None else in_first_unit(limit, visited.concept(value.concept))
    return Fraction(amount.low) if amount is not None and amount.is_exact and amount.low else None


def _categories(number: Fraction, populations: Iterable[str]) -> tuple[str, ...]:
    found = {next((name for least, name in THRESHOLDS[each] if number >= least), NONE) for each in populations}
    return tuple(each for each in _LEAST_FIRST if each in found)


def _truth_of(words: tuple[str, ...]) -> Truth:
    """Answer whether there is any response, by the categories it can be."""
    return Truth.TRUE if NONE not in words else Truth.FALSE if words == (NONE,) else Truth.UNKNOWN
