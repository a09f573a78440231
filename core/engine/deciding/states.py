"""One result against words: is positive, is one of, includes."""

from __future__ import annotations

from collections.abc import Mapping

from core.catalogue.catalogue import RESULT_WORDS
from core.catalogue.concept import Concept
from core.chart.values import Coded, Fact, Scored, TestResult
from core.criteria.nodes import Includes, State
from core.engine.deciding.kleene import FALSE, NUMBER, TRUE, UNKNOWN, of
from core.engine.deciding.limits import Test, converted
from core.engine.deciding.record import Record, Result
from core.engine.deciding.scores import domains_test
from core.values.interval import compare_intervals
from core.values.truth import Truth

_UNDECIDED = frozenset({"borderline", "indeterminate", "invalid"})
_POSITIVE = frozenset({"positive", "detected_not_quantified"})


def state_test(node: State | Includes, concept: Concept) -> Test:
    """Return whether a result is (or is not, or includes) one of the choices."""
    choices = frozenset(node.choices)
    asked = frozenset(code for choice in choices for code in concept.kinds_of_code(choice))
    domains = None
    if isinstance(node, State) and node.domains is not None:
        domains = domains_test(node.choices, node.domains, concept)

    def test(result: Result, _record: Record) -> int:
        match result.value:
            case Fact(is_so):
                return of(("yes" if is_so else "no") in choices)
            case Coded(codes):
                return _coded(codes, asked, concept)
            case TestResult():
                return _told(result, choices, concept)
            case Scored() as scored if domains is not None:
                return domains(scored)
            case _:
                return UNKNOWN

    sign = -1 if isinstance(node, State) and node.is_not else 1
    told = {word: sign * _told_word(word, choices) for word in RESULT_WORDS}
    told |= {word: sign * of(word in choices) for word in ("yes", "no")}
    return Worded(told, (lambda result, record: -test(result, record)) if sign < 0 else test)


class Worded:
    """A test that is quick for a result told in one of the catalogue's words, or for a plain yes or no."""

    __slots__ = ("_otherwise", "truths")

    def __init__(self, truths: Mapping[str, int], otherwise: Test) -> None:
        self.truths = truths
        self._otherwise = otherwise

    def __call__(self, result: Result, record: Record) -> int:
        """Return the truth for one result."""
        found = self.truths.get(result.told)
        return self._otherwise(result, record) if found is None else found


def _told_word(word: str, choices: frozenset[str]) -> int:
    if word in choices or (word in _POSITIVE and "positive" in choices):
        return TRUE
    asks_for_sign = not choices.isdisjoint(("positive", "negative"))
    return UNKNOWN if word in _UNDECIDED and asks_for_sign else FALSE


def _coded(codes: frozenset[str], asked: frozenset[str], concept: Concept) -> int:
    """A code is each kind it belongs to; a kind recorded without more may be the more exact one that is asked."""
    if not asked.isdisjoint(codes):
        return TRUE
    return UNKNOWN if any(not asked.isdisjoint(concept.kinds_of_code(code)) for code in codes) else FALSE


def _told(result: Result, choices: frozenset[str], concept: Concept) -> int:
    if result.word:
        return _told_word(result.word, choices)
    if result.quantity is None or result.uln is None:
        return UNKNOWN
    amount = converted(result.quantity, result.uln.unit, concept)
    if amount is None:
        return UNKNOWN
    is_positive = compare_intervals(amount, ">", result.uln.amount)
    if is_positive is Truth.UNKNOWN:
        return TRUE if choices >= {"positive", "negative"} else UNKNOWN
    return of(("positive" if NUMBER[is_positive] == TRUE else "negative") in choices)
