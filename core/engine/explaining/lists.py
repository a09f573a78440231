"""Absence: what a complete list, a "never" or a sign not seen tells about what is not recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.chart.entries import Completeness, Episode, Never
from core.chart.sections import list_of
from core.chart.values import Fact
from core.engine.explaining.spans import SIGN_FRESHNESS
from core.engine.explaining.windows import Look, Period, unknown_half_life
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause, Gap
from core.engine.judgement.situation import Situation


@dataclass(frozen=True, slots=True)
class Cover:
    """Whether everything wanted that is not recorded is known to be absent in a period."""

    is_whole: bool
    gaps: tuple[Gap, ...] = ()
    evidence: tuple[str, ...] = ()
    assumed: tuple[Assumption, ...] = ()


def _list_of(name: str, situation: Situation) -> str:
    return list_of(situation.scope.catalogue.concept(name))


def members_of(name: str, situation: Situation) -> frozenset[str]:
    """Return the drugs or concepts that one name stands for."""
    return situation.scope.drugs((name,)) or situation.scope.concepts((name,))


def cover(
    written: Iterable[str],
    wanted: frozenset[str],
    look: Look,
    situation: Situation,
    *,
    is_count: bool = False,
    is_now: bool = False,
) -> Cover:
    """Say whether the wanted names not recorded in the days looked at are known to be absent.

    ``written`` are the names as the rule writes them: gaps speak of those. ``is_count``: complete since
    before the diagnosis is complete. ``is_now``: signs not seen count (``has``).
    """
    evidence: set[str] = set()
    gaps: dict[Cause, list[str]] = {}
    lives: set[Gap] = set()
    left: list[str] = []
    for name in sorted(set(situation.scope.expanded(written)) or wanted):
        open_names: set[str] = set()
        for member in _within(name, wanted, situation):
            period = look(frozenset({member}))
            if _is_absent(member, period.possible, situation, evidence, is_count=is_count, is_now=is_now):
                continue
            if period.widest is not None and _is_absent(member, period, situation, evidence, is_count=is_count):
                lives.update(unknown_half_life(period))  # the list reaches as far back as anybody knows to look
            else:
                open_names.add(member)
        if open_names:
            left.append(name)
            gaps.setdefault(_cause(open_names, situation), []).append(name)
    if not left and not lives:
        return Cover(is_whole=True, evidence=tuple(sorted(evidence)))
    subject = ", ".join(left)
    if situation.is_absence_assumed and not lives:
        return Cover(
            is_whole=True,
            evidence=tuple(sorted(evidence)),
            assumed=(Assumption(AssumptionKind.ABSENT, subject),),
        )
    found = tuple(Gap(cause, ", ".join(names), About.LIST) for cause, names in gaps.items())
    return Cover(
        is_whole=False, gaps=(*found, *sorted(lives, key=lambda gap: gap.subject)), evidence=tuple(sorted(evidence))
    )


def _within(name: str, wanted: frozenset[str], situation: Situation) -> frozenset[str]:
    return (members_of(name, situation) or frozenset({name})) & wanted


def _is_absent(
    member: str, period: Period, situation: Situation, evidence: set[str], *, is_count: bool, is_now: bool = False
) -> bool:
    if period.first is not None and period.first > period.last:
        return True  # a window without days holds nothing
    which = _list_of(member, situation)
    complete = complete_list(which, period, situation, is_count=is_count)
    if complete is not None:
        evidence.add(complete)
        evidence.update(episode.ref for episode in target_episodes(situation) if is_count)
        return True
    never = _never(member, which, period, situation)
    if never is not None:
        evidence.add(never.ref)
        return True
    sign = _sign_not_seen(member, situation) if is_now else None
    if sign is not None:
        evidence.add(sign)
        return True
    return False


def _never(member: str, which: str, period: Period, situation: Situation) -> Never | None:
    """Return the statement that a name has never been there, if it reaches over the period."""
    reaches = min(situation.evaluation_on, period.last)
    freshness = situation.scope.freshness_of_list(which)
    for never in situation.chart.never:
        if member in _covered(never, situation) and freshness.after(never.as_of) >= reaches:
            return never
    return None


def never_had(wanted: Iterable[str], period: Period, situation: Situation) -> bool:
    """True if of everything wanted it was said that it has never been there."""
    return all(_never(name, _list_of(name, situation), period, situation) is not None for name in wanted)


def _covered(never: Never, situation: Situation) -> frozenset[str]:
    catalogue = situation.scope.catalogue
    return catalogue.drugs_of(never.of) | catalogue.concepts_of(never.of)


def complete_list(which: str, period: Period, situation: Situation, *, is_count: bool = False) -> str | None:
    """Return the ref of an entry that says the list holds everything of the period."""
    needed = _needed_since(period, situation, is_count=is_count)
    reaches = min(situation.evaluation_on, period.last)
    freshness = situation.scope.freshness_of_list(which)
    for entry in situation.chart.complete:
        if entry.of == which and _reaches_back(entry, needed) and freshness.after(entry.as_of) >= reaches:
            return entry.ref
    return None


def _reaches_back(entry: Completeness, needed: date | None) -> bool:
    return needed is not None and entry.since <= needed


def _needed_since(period: Period, situation: Situation, *, is_count: bool) -> date | None:
    """Return the day from which a list has to be complete; None where nothing is enough."""
    birth = None if situation.chart.birth is None else situation.chart.birth.first
    start = period.first if period.first is not None else birth
    if start is not None and birth is not None:
        start = max(start, birth)  # nobody took or had anything before
    if not is_count:
        return start
    onsets = [episode.onset.last for episode in target_episodes(situation) if episode.onset is not None]
    return min(onsets, default=start)


def target_episodes(situation: Situation) -> tuple[Episode, ...]:
    """Return the diagnoses of the file's diseases, whose onset tells how far back treatments matter."""
    targets = situation.scope.concepts(situation.scope.targets)
    return tuple(each for each in situation.chart.episodes if each.concept in targets and each.onset is not None)


def _sign_not_seen(member: str, situation: Situation) -> str | None:
    """Return the finding that says a condition is not there now."""
    concept = situation.scope.catalogue.concept(member)
    decision = situation.days.decision_on
    freshness = SIGN_FRESHNESS if concept is None or concept.freshness is None else concept.freshness
    for finding in situation.chart.of(member):
        is_no = isinstance(finding.value, Fact) and not finding.value.is_so
        if not is_no or finding.on is None or finding.on.last > decision:
            continue
        if freshness.after(finding.on.first) >= min(situation.evaluation_on, decision):
            return finding.ref
    return None


def _cause(names: set[str], situation: Situation) -> Cause:
    """An old statement about the names is stale; no statement at all is missing."""
    lists = {_list_of(name, situation) for name in names}
    is_old = any(entry.of in lists for entry in situation.chart.complete) or any(
        names & _covered(never, situation) for never in situation.chart.never
    )
    return Cause.STALE if is_old else Cause.MISSING


def results_are_complete(situation: Situation) -> str | None:
    """Return the ref of the entry that says all results ever are recorded."""
    period = Period(None, situation.measured.decision_on)
    if situation.chart.birth is None:  # nobody knows since when it would have to be: since anything is enough
        period = Period(situation.measured.decision_on, situation.measured.decision_on)
    return complete_list("results", period, situation)
