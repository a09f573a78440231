"""What is measured: one concept, several at once, a question, a fact of the site; compare, between, state, includes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Between, Compare, Includes, Pick, State
from core.criteria.scope import Scope
from core.criteria.values import Domains, Several, Subject, Term
from core.engine.compiled.ages import ask_age_between, ask_age_compare
from core.engine.compiled.answers import ask_question, ask_site_state
from core.engine.compiled.dose_sums import ask_dose
from core.engine.compiled.judged import (
    UNKNOWN,
    Ask,
    Judge,
    Judged,
    all_true,
    any_true,
    asking,
    at_least_true,
    joined_asks,
    one_gap,
    outcome_of,
)
from core.engine.compiled.measuring import Test, compile_between, compile_comparison
from core.engine.compiled.results import Mode, compile_result, compile_source
from core.engine.compiled.scores import compile_domains
from core.engine.compiled.stating import compile_includes, compile_state
from core.engine.compiled.supporting import compile_support
from core.engine.judgement.extremes import in_halves
from core.engine.judgement.outcome import About, Cause, Outcome
from core.engine.judgement.situation import Situation
from core.values.interval import Op

Measured = Compare | Between | State | Includes

_ANY_OF_HIGHEST: tuple[Op, ...] = (">", ">=")
_ANY_OF_LOWEST: tuple[Op, ...] = ("<", "<=")
_MODES: dict[Pick, Mode] = {"any": "any", "every": "every", "ever": "ever", "first": "first"}


def judge_measured(node: Measured, scope: Scope) -> Judge:
    """Make the judge of a sentence about measured values."""
    members = _members(node, scope)
    if members is None:
        return asking(node, _ask_term(node, scope))
    return _judge_several(node, members, scope)


class _Member(NamedTuple):
    """One measurement judged alone; a panel as a whole only where something was recorded of it."""

    name: str
    is_panel: bool


def _members(node: Measured, scope: Scope) -> tuple[_Member, ...] | None:
    """Return the measurements judged each alone, None for a single one."""
    subject = node.subject
    if isinstance(subject, Term):
        return _of_name(subject.name, scope) if isinstance(node, State) and _is_panel(subject.name, scope) else None
    return tuple(dict.fromkeys(each for name in scope.expanded(subject.names) for each in _of_name(name, scope)))


def _of_name(name: str, scope: Scope) -> tuple[_Member, ...]:
    members = tuple(_Member(member, is_panel=False) for member in scope.members(name))
    return (*members, _Member(name, is_panel=True)) if _is_panel(name, scope) else members


def _is_panel(name: str, scope: Scope) -> bool:
    concept = scope.catalogue.concept(name)
    return concept is not None and bool(concept.members)


def _judge_several(node: Measured, members: tuple[_Member, ...], scope: Scope) -> Judge:
    judges = tuple((member, _judge_member(node, member.name, scope)) for member in members)
    join = joining(node.subject)

    def judge(situation: Situation) -> Outcome:
        parts = tuple(
            inner(situation) for member, inner in judges if not member.is_panel or situation.chart.of(member.name)
        )
        return outcome_of(node, join(parts), parts)

    return judge


def _judge_member(node: Measured, member: str, scope: Scope) -> Judge:
    inner = replace(node, subject=_term(node.subject, member))
    return asking(inner, _ask_term(inner, scope))


def _term(subject: Subject, name: str) -> Term:
    return Term(name) if isinstance(subject, Several) else replace(subject, name=name)


def joining(subject: Subject) -> Callable[[tuple[Outcome, ...]], Judged]:
    """Return how the members of a subject join: any, each, at least n of them."""
    if isinstance(subject, Several) and subject.mode == "each":
        return all_true
    if isinstance(subject, Several) and subject.mode == "at_least":
        needed = subject.needed
        return lambda parts: at_least_true(needed, parts)
    return any_true


# --- one term


def _ask_term(node: Measured, scope: Scope) -> Ask:
    term = node.subject if isinstance(node.subject, Term) else Term(node.subject.names[0])
    if term.name in scope.questions:
        choices, is_not = _words(node)
        return ask_question(scope.questions[term.name], choices, is_not=is_not)
    if term.name in scope.site:
        return _ask_site(node, term.name, scope)
    concept = scope.catalogue.concept(term.name)
    if concept is not None and concept.kind is Kind.AGE:
        if isinstance(node, Compare):
            return ask_age_compare(node, term.name, scope)
        if isinstance(node, Between):
            return ask_age_between(node, term.name, scope)
    if concept is not None and concept.kind is Kind.DOSE and isinstance(node, Compare | Between):
        return ask_dose(node, term, concept, scope)
    return _ask_findings(node, term, scope)


def _words(node: Measured) -> tuple[tuple[str, ...], bool]:
    if isinstance(node, State):
        return node.choices, node.is_not
    return (node.choices if isinstance(node, Includes) else ()), False


def _ask_site(node: Measured, name: str, scope: Scope) -> Ask:
    if not isinstance(node, State):
        gap = Judged(UNKNOWN, one_gap(Cause.ASK_THE_SITE, name, About.ANSWER))
        return lambda _situation: gap
    return ask_site_state(name, node.choices, scope, is_not=node.is_not)


def _ask_findings(node: Measured, term: Term, scope: Scope) -> Ask:
    halves = in_halves(node)
    if halves is not None:
        return joined_asks([_ask_findings(half, term, scope) for half in halves[0]], is_all=halves[1])
    test = compile_test(node, term, scope.catalogue.concept(term.name), scope, term.name)
    op = node.op if isinstance(node, Compare) else None
    return _ask_picked(node, term, test, mode_of(node.pick, op), scope)


def _ask_picked(node: Measured, term: Term, test: Test, mode: Mode, scope: Scope) -> Ask:
    clean = node.clean if isinstance(node, Compare | Between) else None
    source = compile_source(
        term.name,
        term.qualifiers,
        node.window,
        scope,
        is_ever=node.pick == "ever",
        support=compile_support(clean, scope),
    )
    return compile_result(source, test, mode, scope)


def mode_of(pick: Pick, op: Op | None) -> Mode:
    """Return how several findings join: highest and lowest compare each."""
    if pick in ("highest", "lowest"):
        suffices = _ANY_OF_HIGHEST if pick == "highest" else _ANY_OF_LOWEST
        return "any" if op is None or op in suffices else "every"
    return _MODES.get(pick, "latest")


def compile_test(node: Measured, term: Term, concept: Concept | None, scope: Scope, subject: str) -> Test:
    """Make what one finding of a term answers; gaps are about ``subject``."""
    if isinstance(node, Compare):
        return compile_comparison(term, concept, node.op, node.limit, scope, subject)
    if isinstance(node, Between):
        return compile_between(term, concept, node.low, node.high, scope, subject)
    if isinstance(node, Includes):
        return compile_includes(node.choices, subject)
    if node.domains is not None:
        return _domain_test(node, node.domains, concept, scope, subject)
    return compile_state(concept, node.choices, subject, is_not=node.is_not)


def _domain_test(node: State, domains: Domains, concept: Concept | None, scope: Scope, subject: str) -> Test:
    judge = compile_domains(concept, domains, node.choices, scope, is_not=node.is_not, subject=subject)
    return lambda _situation, finding: judge(finding)
