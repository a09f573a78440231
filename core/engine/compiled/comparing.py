"""One number of one finding against a limit: units, multiples of ULN, titres, site facts, the lower of two."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.criteria.scope import Scope
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, SiteValue, TitreLimit
from core.engine.compiled.answers import SiteWords, compile_site_fact
from core.engine.compiled.judged import (
    FALSE,
    NO,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    YES,
    Gaps,
    Judged,
    agreed_or,
    all_true,
    any_true,
    one_gap,
    together,
)
from core.engine.judgement.outcome import About, Cause
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval, Op, compare_intervals
from core.values.quantity import Quantity, parse_quantity, parse_titre
from core.values.truth import Truth

Against = Callable[[Situation, Finding, Quantity], Judged]
"""Answers whether a quantity of a finding keeps a limit."""

MONTHS_PER_YEAR = 12


class Ruler:
    """The units of one concept: brings a quantity into the unit of a limit, exactly, or says that it cannot."""

    def __init__(self, concept: Concept | None) -> None:
        self._scales: dict[str, tuple[str, Decimal]] = {}
        for unit in () if concept is None else concept.units:
            for name in (unit.name, *unit.also):
                self._scales[name] = (unit.family, unit.factor)

    def factors(self, unit: str, other: str) -> tuple[Decimal, Decimal] | None:
        """Return the factors that make numbers in the two units comparable; None if nothing does."""
        if unit == other:
            return Decimal(1), Decimal(1)
        first, second = self._scales.get(unit), self._scales.get(other)
        if first is None or second is None or first[0] != second[0]:
            return None
        return first[1], second[1]


def compile_limit(op: Op, limit: Limit, ruler: Ruler, subject: str, scope: Scope) -> Against:
    """Make the comparison with a limit; gaps are about ``subject``."""
    match limit:
        case Amount(number, unit):
            return _amount(op, Interval.exactly(number), unit, ruler, subject)
        case TitreLimit(denominator):
            return _amount(op, Interval.exactly(Decimal(denominator)), "titre", ruler, subject)
        case Multiple():
            return _multiple(op, limit, ruler, subject)
        case Length():
            return _always(Judged(UNKNOWN, one_gap(Cause.UNIT, subject)))
        case SiteValue(name):
            return _site_value(op, name, ruler, subject, scope)
        case Extreme():
            return _extreme(op, limit, ruler, subject, scope)


def _always(judged: Judged) -> Against:
    def against(_situation: Situation, _finding: Finding, _quantity: Quantity) -> Judged:
        return judged

    return against


def answered(truth: Truth, imprecise: Gaps) -> Judged:
    """Return a truth without evidence of its own; an unknown one for the gaps given."""
    if truth is TRUE:
        return YES
    return NO if truth is FALSE else Judged(UNKNOWN, imprecise)


def _amount(op: Op, number: Interval, unit: str, ruler: Ruler, subject: str) -> Against:
    imprecise, no_unit = one_gap(Cause.IMPRECISE, subject), Judged(UNKNOWN, one_gap(Cause.UNIT, subject))
    bare = number.low if number.low is not None else Decimal(0)
    known: dict[str, tuple[Decimal, Decimal] | None] = {}

    def against(_situation: Situation, _finding: Finding, quantity: Quantity) -> Judged:
        written = quantity.unit
        if written not in known:
            known[written] = ruler.factors(written, unit)
        factors = known[written]
        if factors is None:
            return no_unit
        scale, limit_scale = factors
        amount = quantity.amount if scale == 1 else quantity.amount.scaled(scale)
        return answered(amount.compare(op, bare * limit_scale), imprecise)

    return against


def _multiple(op: Op, limit: Multiple, ruler: Ruler, subject: str) -> Against:
    imprecise, no_unit = one_gap(Cause.IMPRECISE, subject), Judged(UNKNOWN, one_gap(Cause.UNIT, subject))
    missing = Judged(UNKNOWN, one_gap(Cause.MISSING, subject, detail=limit.reference))
    is_upper = limit.reference == "ULN"

    def against(_situation: Situation, finding: Finding, quantity: Quantity) -> Judged:
        reference = finding.upper_limit if is_upper else finding.lower_limit
        if reference is None:
            return missing
        factors = ruler.factors(quantity.unit, reference.unit)
        if factors is None:
            return no_unit
        bound = reference.amount.scaled(limit.number * factors[1])
        return answered(compare_intervals(quantity.amount.scaled(factors[0]), op, bound), imprecise)

    return against


def _extreme(op: Op, limit: Extreme, ruler: Ruler, subject: str, scope: Scope) -> Against:
    first = compile_limit(op, limit.first, ruler, subject, scope)
    second = compile_limit(op, limit.second, ruler, subject, scope)

    def against(situation: Situation, finding: Finding, quantity: Quantity) -> Judged:
        return extreme_of(op, limit.which, (first(situation, finding, quantity), second(situation, finding, quantity)))

    return against


def extreme_of(op: Op, which: str, sides: tuple[Judged, Judged]) -> Judged:
    """Return the comparison with the lower or higher of two limits from the comparisons with each."""
    is_both = (op in ("<", "<=")) == (which == "lower")
    truth = (all_true(sides) if is_both else any_true(sides)).truth
    return together(truth, sides)


def _site_value(op: Op, name: str, ruler: Ruler, subject: str, scope: Scope) -> Against:
    words = compile_site_fact(name, scope)
    gap = one_gap(Cause.ASK_THE_SITE, name, About.ANSWER)
    no_unit = Judged(UNKNOWN, one_gap(Cause.UNIT, subject))
    made: dict[str, Against | None] = {}

    def of_word(word: str) -> Against | None:
        if word not in made:
            limit = written_limit(word)
            made[word] = None if limit is None else compile_limit(op, limit, ruler, subject, scope)
        return made[word]

    def against(situation: Situation, finding: Finding, quantity: Quantity) -> Judged:
        def of(word: str) -> Judged:
            inner = of_word(word)
            return no_unit if inner is None else inner(situation, finding, quantity)

        return over_site_words(words(situation), gap, of)

    return against


def over_site_words(words: SiteWords, gap: Gaps, judge: Callable[[str], Judged]) -> Judged:
    """Return what holds for the site's value, or for every value it can have; else the site must be asked."""
    if not words.possible:
        return Judged(UNKNOWN, gap, words.evidence)
    parts = [judge(word) for word in words.possible]
    judged = parts[0] if len(parts) == 1 else agreed_or(parts, gap)
    if judged.truth is UNKNOWN and len(parts) > 1:
        judged = judged._replace(gaps=gap)
    return together(judged.truth, (judged, Judged(TRUE, NO_GAPS, words.evidence)))


def written_limit(text: str) -> Limit | None:
    """Return the limit that a fact of the site writes (``12 years``, ``8 g/dL``, ``1:80``), or None."""
    years = written_years(text)
    if years is not None:
        return Length(years)
    titre = parse_titre(text)
    if titre is not None and titre.amount.low is not None and titre.amount.is_exact:
        return TitreLimit(int(titre.amount.low))
    quantity = parse_quantity(text)
    if quantity is None or not quantity.amount.is_exact or quantity.amount.low is None:
        return None
    return Amount(quantity.amount.low, quantity.unit)


def written_years(text: str) -> Duration | None:
    """Return a length in whole years, or None."""
    count, _, unit = text.strip().partition(" ")
    if not count.isdecimal() or unit not in ("year", "years"):
        return None
    return Duration(int(count), TimeUnit.YEAR)
