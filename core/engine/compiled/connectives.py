"""all, any, not, at least, when/then, readings of several sources: made once for any kind of case."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    Defined,
    Not,
    NotPublic,
    SourcesDiffer,
    WhenThen,
)
from core.engine.compiled.judged import (
    UNKNOWN,
    Judged,
    all_true,
    any_true,
    at_least_true,
    one_gap,
    outcome_of,
    together,
)
from core.engine.judgement.outcome import About, Cause, Outcome
from core.values.truth import Truth, if_then_else

_Case = TypeVar("_Case")
Compile = Callable[[Condition], Callable[[_Case], Outcome]]
"""Makes the judge of an inner condition; a case is a situation, or one record within it."""


def compile_all(node: All, compile_inner: Compile[_Case]) -> Callable[[_Case], Outcome]:
    """Make the judge of ``all``."""
    judges = tuple(compile_inner(part) for part in node.parts)

    def judge(case: _Case) -> Outcome:
        parts = tuple(inner(case) for inner in judges)
        return outcome_of(node, all_true(parts), parts)

    return judge


def compile_any(node: AnyOf, compile_inner: Compile[_Case]) -> Callable[[_Case], Outcome]:
    """Make the judge of ``any``."""
    judges = tuple(compile_inner(part) for part in node.parts)

    def judge(case: _Case) -> Outcome:
        parts = tuple(inner(case) for inner in judges)
        return outcome_of(node, any_true(parts), parts)

    return judge


def compile_not(node: Not, compile_inner: Compile[_Case]) -> Callable[[_Case], Outcome]:
    """Make the judge of ``not``."""
    inner = compile_inner(node.part)

    def judge(case: _Case) -> Outcome:
        part = inner(case)
        return Outcome(node, ~part.truth, part.gaps, part.evidence, part.assumed, (part,))

    return judge


def compile_at_least(node: AtLeast, compile_inner: Compile[_Case]) -> Callable[[_Case], Outcome]:
    """Make the judge of ``at_least``."""
    judges = tuple(compile_inner(part) for part in node.parts)
    needed = node.needed

    def judge(case: _Case) -> Outcome:
        parts = tuple(inner(case) for inner in judges)
        return outcome_of(node, at_least_true(needed, parts), parts)

    return judge


def compile_when(node: WhenThen, compile_inner: Compile[_Case]) -> Callable[[_Case], Outcome]:
    """Make the judge of a branch; without ``else`` the other side is satisfied."""
    inner_when, inner_then = compile_inner(node.when), compile_inner(node.then)
    inner_otherwise = None if node.otherwise is None else compile_inner(node.otherwise)

    def judge(case: _Case) -> Outcome:
        when, then = inner_when(case), inner_then(case)
        otherwise = None if inner_otherwise is None else inner_otherwise(case)
        parts: tuple[Outcome, ...] = (when, then) if otherwise is None else (when, then, otherwise)
        other_truth = Truth.TRUE if otherwise is None else otherwise.truth
        truth = if_then_else(when.truth, then.truth, other_truth)
        if when.truth is UNKNOWN:
            taken: tuple[Outcome, ...] = parts
        elif when.truth is Truth.TRUE:
            taken = (when, then)
        else:
            taken = (when,) if otherwise is None else (when, otherwise)
        return outcome_of(node, together(truth, taken), parts)

    return judge


def compile_not_public(node: NotPublic) -> Callable[[object], Outcome]:
    """Make the judge of what no public copy shows: the same outcome always."""
    gaps = one_gap(Cause.NOT_PUBLIC, node.what, About.TEXT)
    outcome = outcome_of(node, Judged(UNKNOWN, gaps))

    def judge(_case: object) -> Outcome:
        return outcome

    return judge


def compile_sources(node: SourcesDiffer, compile_inner: Compile[_Case]) -> Callable[[_Case], Outcome]:
    """Make the judge of several readings: the one in use, or what all of them say."""
    judges = tuple(compile_inner(reading) for reading in node.readings.values())
    used = list(node.readings).index(node.use) if node.use else -1
    disagreement = one_gap(Cause.SOURCES_DIFFER, ", ".join(node.readings), About.TEXT)

    def judge(case: _Case) -> Outcome:
        parts = tuple(inner(case) for inner in judges)
        if used >= 0:
            return outcome_of(node, together(parts[used].truth, (parts[used],)), parts)
        truths = {part.truth for part in parts}
        truth = truths.pop() if len(truths) == 1 else UNKNOWN
        judged = together(truth, parts)
        if truth is UNKNOWN and not judged.gaps:
            judged = judged._replace(gaps=disagreement)
        return outcome_of(node, judged, parts)

    return judge


def compile_defined(node: Defined, inner: Callable[[_Case], Outcome]) -> Callable[[_Case], Outcome]:
    """Make the judge of a named condition: the outcome of what it names."""

    def judge(case: _Case) -> Outcome:
        part = inner(case)
        return Outcome(node, part.truth, part.gaps, part.evidence, part.assumed, (part,))

    return judge
