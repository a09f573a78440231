"""One finding against words: is positive, is one of, includes."""

from __future__ import annotations

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Coded, Fact, Scored, TestResult
from core.criteria.nodes import Includes, State
from core.engine.explaining.answers import missing
from core.engine.explaining.comparing import Answer, converted
from core.engine.explaining.scores import count_domains
from core.engine.judgement.outcome import Cause, Gap
from core.values.interval import compare_intervals
from core.values.quantity import Quantity
from core.values.truth import Truth, truth_of

_UNDECIDED_WORDS = ("borderline", "indeterminate", "invalid")
_POSITIVE_WORDS = ("positive", "detected_not_quantified")


def state_of(finding: Finding, node: State | Includes, concept: Concept) -> Answer:
    """Answer whether the finding is (or is not, or includes) one of the choices."""
    answer = _is_one_of(finding, node, concept)
    if isinstance(node, State) and node.is_not:
        return Answer(~answer.truth, answer.gaps, answer.refs)
    return answer


def _is_one_of(finding: Finding, node: State | Includes, concept: Concept) -> Answer:
    match finding.value:
        case Fact(is_so):
            return Answer(truth_of(("yes" if is_so else "no") in node.choices))
        case Coded(codes):
            return _coded(codes, node, concept)
        case TestResult(word, quantity):
            return _test(word, quantity, node.choices, finding, concept)
        case Scored() as scored if isinstance(node, State) and node.domains is not None:
            return count_domains(scored, node.choices, node.domains, concept)
        case _:
            return Answer(Truth.UNKNOWN, (missing(concept.id, "number"),))


def _coded(codes: frozenset[str], node: State | Includes, concept: Concept) -> Answer:
    """A code is each kind it belongs to; a kind recorded without more may be the more exact one that is asked."""
    asked = frozenset(code for choice in node.choices for code in concept.kinds_of_code(choice))
    if not asked.isdisjoint(codes):
        return Answer(Truth.TRUE)
    if any(not asked.isdisjoint(concept.kinds_of_code(code)) for code in codes):
        return Answer(Truth.UNKNOWN, (Gap(Cause.IMPRECISE, concept.id),))
    return Answer(Truth.FALSE)


def _test(word: str, quantity: Quantity | None, choices: tuple[str, ...], finding: Finding, concept: Concept) -> Answer:
    if word:
        if word in choices or (word in _POSITIVE_WORDS and "positive" in choices):
            return Answer(Truth.TRUE)
        asks_for_sign = "positive" in choices or "negative" in choices
        if word in _UNDECIDED_WORDS and asks_for_sign:
            return Answer(Truth.UNKNOWN, (Gap(Cause.INDETERMINATE, concept.id),))
        return Answer(Truth.FALSE)
    if quantity is None or finding.upper_limit is None:
        return Answer(Truth.UNKNOWN, (missing(concept.id, "ULN"),))
    amount = converted(quantity, finding.upper_limit.unit, concept)
    if amount is None:
        return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, concept.id),))
    is_positive = compare_intervals(amount, ">", finding.upper_limit.amount)
    if is_positive is Truth.UNKNOWN:
        if "positive" in choices and "negative" in choices:
            return Answer(Truth.TRUE)
        return Answer(Truth.UNKNOWN, (Gap(Cause.IMPRECISE, concept.id),))
    return Answer(truth_of(("positive" if is_positive is Truth.TRUE else "negative") in choices))
