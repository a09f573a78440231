"""Whether one finding is one of some words: yes and no, codes, test words; a number by its own limit."""

from __future__ import annotations

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Coded, Fact, TestResult
from core.engine.compiled.comparing import Ruler
from core.engine.compiled.judged import UNKNOWN, Judged, negated, unknown_for
from core.engine.compiled.measuring import Test
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.interval import compare_intervals
from core.values.quantity import Quantity
from core.values.truth import Truth, any_of, truth_of

POSITIVE, NEGATIVE = "positive", "negative"
_ARE_POSITIVE = frozenset({POSITIVE, "detected_not_quantified"})
_UNDECIDED = frozenset({"borderline", "indeterminate", "invalid"})


def compile_state(concept: Concept | None, choices: tuple[str, ...], subject: str, *, is_not: bool) -> Test:
    """Make ``is [not] choice`` for one finding."""
    wanted = frozenset(choices)
    ruler = Ruler(concept)
    indeterminate = unknown_for(Cause.INDETERMINATE, subject)
    no_word = unknown_for(Cause.MISSING, subject, detail="number")

    def is_so(finding: Finding) -> Judged:
        value = finding.value
        if isinstance(value, Fact):
            return Judged(truth_of(("yes" if value.is_so else "no") in wanted))
        if isinstance(value, Coded):
            return Judged(truth_of(not wanted.isdisjoint(value.codes)))
        if not isinstance(value, TestResult):
            return no_word
        if value.quantity is not None:
            return _of_number(finding, value.quantity, wanted, ruler, subject)
        truth = _of_word(value.word, wanted)
        return indeterminate if truth is UNKNOWN else Judged(truth)

    def test(_situation: Situation, finding: Finding) -> Judged:
        judged = is_so(finding)
        return negated(judged) if is_not else judged

    return test


def _of_word(written: str, wanted: frozenset[str]) -> Truth:
    """Any word asked for; ``positive`` and ``negative`` are unknown for words between them, others literal."""
    return any_of(_against_word(written, word) for word in wanted)


def _against_word(written: str, asked: str) -> Truth:
    if asked not in (POSITIVE, NEGATIVE):
        return truth_of(written == asked)
    if written in _UNDECIDED:
        return UNKNOWN
    return truth_of(written in _ARE_POSITIVE if asked == POSITIVE else written == NEGATIVE)


def _of_number(finding: Finding, quantity: Quantity, wanted: frozenset[str], ruler: Ruler, subject: str) -> Judged:
    """A number is positive above its laboratory's own limit, else negative; without a limit it is neither."""
    if finding.upper_limit is None:
        return unknown_for(Cause.MISSING, subject, detail="ULN")
    factors = ruler.factors(quantity.unit, finding.upper_limit.unit)
    if factors is None:
        return unknown_for(Cause.UNIT, subject)
    upper = finding.upper_limit.amount.scaled(factors[1])
    is_above = compare_intervals(quantity.amount.scaled(factors[0]), ">", upper)
    if is_above is not UNKNOWN:
        return Judged(truth_of((POSITIVE if is_above is Truth.TRUE else NEGATIVE) in wanted))
    is_either = POSITIVE in wanted and NEGATIVE in wanted
    return Judged(Truth.TRUE) if is_either else unknown_for(Cause.IMPRECISE, subject)


def compile_includes(choices: tuple[str, ...], subject: str) -> Test:
    """Make ``includes choice`` for one finding: one of the choices is in its set."""
    wanted = frozenset(choices)
    indeterminate = unknown_for(Cause.INDETERMINATE, subject)

    def test(_situation: Situation, finding: Finding) -> Judged:
        value = finding.value
        return Judged(truth_of(not wanted.isdisjoint(value.codes))) if isinstance(value, Coded) else indeterminate

    return test
