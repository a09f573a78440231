"""What a closure answers: a truth with its reasons, and how several of them join (strong Kleene)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from core.criteria.nodes import Condition
from core.engine.judgement.outcome import About, Assumption, Cause, Counted, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.truth import Truth

Gaps = frozenset[Gap]
Refs = frozenset[str]
Assumptions = frozenset[Assumption]

NO_GAPS: Gaps = frozenset()
NO_REFS: Refs = frozenset()
NO_ASSUMPTIONS: Assumptions = frozenset()

TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


class Judged(NamedTuple):
    """A truth, the gaps that keep it unknown, the entries it rests on, what was assumed."""

    truth: Truth
    gaps: Gaps = NO_GAPS
    evidence: Refs = NO_REFS
    assumed: Assumptions = NO_ASSUMPTIONS


class Reasoned(Protocol):
    """Anything that has a truth with its reasons: a Judged, an Outcome."""

    @property
    def truth(self) -> Truth:
        """What is answered."""
        ...

    @property
    def gaps(self) -> Gaps:
        """Why it is unknown."""
        ...

    @property
    def evidence(self) -> Refs:
        """What it rests on."""
        ...

    @property
    def assumed(self) -> Assumptions:
        """What was assumed."""
        ...


Ask = Callable[[Situation], Judged]
Judge = Callable[[Situation], Outcome]

YES = Judged(TRUE)
NO = Judged(FALSE)
UNDECIDED = Judged(UNKNOWN)


def one_gap(cause: Cause, subject: str, about: About = About.VALUE, detail: str = "") -> Gaps:
    """Return the set that holds one gap."""
    return frozenset((Gap(cause, subject, about, detail),))


def unknown_for(cause: Cause, subject: str, about: About = About.VALUE, detail: str = "") -> Judged:
    """Return an unknown with one gap and no evidence."""
    return Judged(UNKNOWN, one_gap(cause, subject, about, detail))


def outcome_of(
    node: Condition, judged: Judged, parts: tuple[Outcome, ...] = (), counted: tuple[Counted, ...] = ()
) -> Outcome:
    """Return the outcome of a node from what its closure answered."""
    return Outcome(node, judged.truth, judged.gaps, judged.evidence, judged.assumed, parts, counted)


def asking(node: Condition, ask: Ask) -> Judge:
    """Return the judge of a node without parts."""

    def judge(situation: Situation) -> Outcome:
        return outcome_of(node, ask(situation))

    return judge


def negated(judged: Judged) -> Judged:
    """Return the Kleene negation; the reasons are the same."""
    return Judged(~judged.truth, judged.gaps, judged.evidence, judged.assumed)


def together(truth: Truth, parts: Iterable[Reasoned]) -> Judged:
    """Return ``truth`` resting on all the parts: gaps only if it is unknown, assumptions only if it is known."""
    found = parts if isinstance(parts, list | tuple) else tuple(parts)
    evidence = NO_REFS.union(*[part.evidence for part in found])
    if truth is UNKNOWN:
        return Judged(truth, NO_GAPS.union(*[part.gaps for part in found]), evidence)
    return Judged(truth, NO_GAPS, evidence, NO_ASSUMPTIONS.union(*[part.assumed for part in found]))


def any_true(parts: Sequence[Reasoned]) -> Judged:
    """Return the disjunction: true by its first part that rests on no assumption, else by all true parts."""
    return _first_decides(parts, TRUE)


def all_true(parts: Sequence[Reasoned]) -> Judged:
    """Return the conjunction: false by its first part that rests on no assumption, else by all false parts."""
    return _first_decides(parts, FALSE)


def joined_asks(asks: Sequence[Ask], *, is_all: bool) -> Ask:
    """Return the question whether all (or any) of several hold."""
    join = all_true if is_all else any_true
    return lambda situation: join([ask(situation) for ask in asks])


def _first_decides(parts: Sequence[Reasoned], wanted: Truth) -> Judged:
    carriers: list[Reasoned] = []
    is_unknown = False
    for part in parts:
        if part.truth is wanted:
            if not part.assumed:
                return Judged(wanted, NO_GAPS, part.evidence)
            carriers.append(part)
        elif part.truth is UNKNOWN:
            is_unknown = True
    if carriers:
        return together(wanted, carriers)
    return together(UNKNOWN if is_unknown else ~wanted, parts)


def at_least_true(needed: int, parts: Sequence[Reasoned]) -> Judged:
    """Return "at least n": true by the first n true parts, those without assumptions first."""
    carriers = [part for part in parts if part.truth is TRUE]
    if len(carriers) >= needed:
        carriers.sort(key=lambda part: bool(part.assumed))
        return together(TRUE, carriers[:needed])
    possible = len(carriers) + sum(part.truth is UNKNOWN for part in parts)
    return together(FALSE if possible < needed else UNKNOWN, parts)


def agreed_or(parts: Sequence[Reasoned], otherwise: Gaps) -> Judged:
    """Return what all alternatives answer; where they differ, unknown with the gaps ``otherwise``."""
    truths = {part.truth for part in parts}
    if len(truths) == 1:
        return together(next(iter(truths)), parts)
    return together(UNKNOWN, parts)._replace(gaps=otherwise, assumed=NO_ASSUMPTIONS)
