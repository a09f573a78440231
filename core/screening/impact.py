"""Whose conclusion moves between two versions of a rule file, by which criterion, and who would be asked something new.

What is found equals the screening by either version. Most patients need not be screened for it: what is decided of the
changed criteria alone often says that nothing can move, and what means the same in both files is judged once. Nothing
is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from core.chart.chart import Chart
from core.criteria.nodes import Off, On, Received
from core.criteria.scope import opened
from core.engine.deciding.asking import moment_of
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import Record, record_of
from core.engine.judgement.outcome import Gap
from core.engine.judgement.situation import Days, Situation
from core.rule_files.comparison.comparing import Change, Comparison, CriterionChange, Key, Placed
from core.rule_files.compiling import Compiled, CompiledRuleFile
from core.rule_files.rule_file import RuleKind
from core.screening.anchors import anchor_days
from core.screening.conclusions import BEST_FIRST, Conclusion, Word
from core.screening.judgements import Judgement, Remedy, Told, Verdict
from core.screening.looking_ahead import Asked, first_day
from core.screening.rejudging import watch
from core.screening.screening import (
    HEADLINE,
    Screening,
    Standing,
    chart_seen,
    is_of_other_disease,
    screen_record,
)
from core.values.merging import merged
from core.values.truth import Truth

_CLOSED = (Word.NOT_ELIGIBLE, Word.NOT_THIS_COHORT, Word.OTHER_DISEASE)
"""Conclusions under which nobody is asked anything for the file."""
_WAITS = (Remedy.TIME, Remedy.STOPPING)
_STOPPABLE = (Off, On, Received)


@dataclass(frozen=True, slots=True)
class PatientImpact:
    """One patient by both versions. ``old`` and ``new`` are None where neither version need screen them: nothing moves.

    ``by`` are the criteria that moved the conclusion, by cohort and id: none where it moved by what stands outside of
    the criteria. ``asked`` is what is open now and was not open before.
    """

    is_other_disease: bool = False
    old: Screening | None = None
    new: Screening | None = None
    by: tuple[Key, ...] = ()
    asked: tuple[Gap, ...] = ()

    @property
    def is_moved(self) -> bool:
        """True if the conclusion is another word or holds from another day, at the headline or at a later point."""
        return self.old is not None and self.new is not None and _standpoint(self.old) != _standpoint(self.new)


OTHER_DISEASE = PatientImpact(is_other_disease=True)
STAYS = PatientImpact()


class Impact:
    """Judges patients by two versions of a file; of a file that nobody held before only by the new one."""

    def __init__(self, old: CompiledRuleFile | None, new: CompiledRuleFile, comparison: Comparison | None) -> None:
        self._old = old
        self._new = new
        self._comparison = comparison
        self._versions = tuple(each for each in (old, new) if each is not None)
        watched = watch(self._versions)
        self._names = merged(each.names for each in watched)
        self._disease_names = merged(each.memberships for each in watched)
        is_alike = comparison is not None and comparison.is_concluded_alike
        self._same = frozenset(each.key for each in comparison.same) if comparison is not None and is_alike else None

    def of(self, chart: Chart, evaluation_on: date) -> PatientImpact:
        """Judge one patient on a day."""
        if self._comparison is not None and not self._comparison.can_move_patients:
            return STAYS
        catalogue = self._new.checked.scope.catalogue
        diagnosed = chart_seen(chart, catalogue, evaluation_on, self._disease_names)
        if all(is_of_other_disease(each, diagnosed, evaluation_on) for each in self._versions):
            return OTHER_DISEASE
        record = record_of(chart_seen(chart, catalogue, evaluation_on, self._names), catalogue)
        if self._shortcut is not None and self._shortcut.stays(record, evaluation_on):
            return STAYS
        standing = Standing()
        old = None if self._old is None else screen_record(self._old, record, evaluation_on, standing)
        self._forget_what_differs(standing)
        new = screen_record(self._new, record, evaluation_on, standing)
        return PatientImpact(old=old, new=new) if old is None else _compared(old, new)

    @cached_property
    def _shortcut(self) -> _Shortcut | None:
        if self._old is None or self._comparison is None or self._same is None:
            return None
        return _Shortcut(self._old, self._new, self._comparison, self._same)

    def _forget_what_differs(self, standing: Standing) -> None:
        """Leave standing only what the new version would judge alike."""
        if self._same is None:
            standing.judgements.clear()
            standing.asked.clear()
            standing.memberships.clear()
            return
        for known in (standing.judgements, standing.asked):
            for key in [key for key in known if key[:2] not in self._same]:
                del known[key]


def _compared(old: Screening, new: Screening) -> PatientImpact:
    asked = _asked_anew(old, new)
    is_moved = _standpoint(old) != _standpoint(new)
    return PatientImpact(old=old, new=new, by=tuple(_movers(old, new)) if is_moved else (), asked=asked)


# --- who need not be screened


class _Shortcut:
    """Tells without screening that a patient stays, where both files conclude alike from equal judgements.

    - A criterion rules the patient out by both, and neither time nor stopping a drug ever ends that.
    - Each changed criterion is judged alike wherever it is asked, and nothing else fails, so that no day is looked for.
    - Each changed criterion passes by both, and time does not move it.
    """

    def __init__(
        self, old: CompiledRuleFile, new: CompiledRuleFile, comparison: Comparison, same: frozenset[Key]
    ) -> None:
        self._old = old
        judged = [each for each in comparison.criteria if each.is_judged_otherwise]
        self._changed = tuple(tuple(_of_both(each, old, new)) for each in judged)
        self._can_be_alike = all(_adds_nothing(each, old, new) for each in judged)
        is_programme = old.checked.rule_file.kind is RuleKind.PROGRAMME
        both = () if is_programme else tuple(each for each in judged if each.change is Change.CHANGED)
        common = [each for each in both if not any(placed is None or placed.cohort for placed in (each.old, each.new))]
        barring = (tuple(_of_both(each, old, new)) for each in common)
        self._barring = tuple(versions for versions in barring if all(_bars(each) for each in versions))
        kept = [(key, each) for key, each in old.criteria.items() if key in same]
        self._kept = tuple((each, not is_programme and not key[0] and _bars(each)) for key, each in kept)

    def stays(self, record: Record, evaluation_on: date) -> bool:
        """True if nothing can move for the patient; False leaves it open."""
        moments = _Moments(self._old, record, evaluation_on)
        if moments.is_past_enrolment:
            return False
        if self._can_be_alike and all(_passes_for_good(versions, moments) for versions in self._changed):
            return True
        is_failing = False
        for compiled, bars in self._kept:
            for point in moments.failing(compiled):
                if bars and moments.rules_out(compiled, point):
                    return True
                is_failing = True
        if any(all(_rules_out(each, moments) for each in versions) for versions in self._barring):
            return True
        if is_failing or not self._can_be_alike:
            return False
        return all(_is_alike(versions, moments) for versions in self._changed)


def _passes_for_good(versions: tuple[Compiled, ...], moments: _Moments) -> bool:
    return all(
        moments.truth(each, point) == TRUE and not moments.moves(each, point)
        for each in versions
        for point in each.criterion.points
    )


def _rules_out(compiled: Compiled, moments: _Moments) -> bool:
    return any(moments.rules_out(compiled, point) for point in moments.failing(compiled))


def _is_alike(versions: tuple[Compiled, ...], moments: _Moments) -> bool:
    """True if both versions pass, or are unknown for the same reasons; of one that came or went, if it passes."""
    for point in versions[0].criterion.points:
        truths = {moments.truth(each, point) for each in versions}
        is_open = truths == {UNKNOWN} and len(versions) > 1
        if truths != {TRUE} and not (is_open and len({moments.gaps(each, point) for each in versions}) == 1):
            return False
    return True


class _Moments:
    """The moments at which one patient is decided upon, each made once."""

    def __init__(self, compiled: CompiledRuleFile, record: Record, evaluation_on: date) -> None:
        self._compiled = compiled
        self._record = record
        self._evaluation_on = evaluation_on
        self._anchors = anchor_days(compiled.checked.rule_file, record.chart, evaluation_on)
        self._made: dict[tuple[str, bool], tuple[Situation, Moment]] = {}

    @property
    def is_past_enrolment(self) -> bool:
        """True if the headline is that of a later point."""
        return self._anchors["enrolment"].is_reached or self._anchors["infusion"].is_reached

    def truth(self, compiled: Compiled, point: str) -> int:
        """Return the truth of a criterion at a decision point."""
        return compiled.decide(self._at(compiled, point)[1])

    def gaps(self, compiled: Compiled, point: str) -> frozenset[Gap]:
        """Return why a criterion is unknown there."""
        situation = self._at(compiled, point)[0]
        return compiled.judge(replace(situation, scope=compiled.scope)).gaps

    def moves(self, compiled: Compiled, point: str) -> bool:
        """True if time alone can make it otherwise there."""
        return compiled.movement.is_there(self._at(compiled, point)[1])

    def rules_out(self, compiled: Compiled, point: str) -> bool:
        """True if a failure there, of a criterion that stopping a drug does not help, counts now and for good."""
        return point in HEADLINE and not (self.moves(compiled, point) and self._ends(compiled, point))

    def _ends(self, compiled: Compiled, point: str) -> bool:
        situation = replace(self._at(compiled, point)[0], scope=compiled.scope)
        failing = Told(Truth.FALSE, lambda: compiled.judge(situation))
        judgement = Judgement(compiled.criterion, "", point, situation.days.decision_on, failing)
        return first_day((Asked(judgement, compiled, situation, self._record),), (), {}) is not None

    def failing(self, compiled: Compiled) -> Iterator[str]:
        """Yield the points at which a criterion fails."""
        return (point for point in compiled.criterion.points if self.truth(compiled, point) == FALSE)

    def _at(self, compiled: Compiled, point: str) -> tuple[Situation, Moment]:
        is_assumed = compiled.criterion.is_absence_assumed
        key = (point, is_assumed)
        if key not in self._made:
            days = Days(self._anchors[point].day, {name: anchor.day for name, anchor in self._anchors.items()})
            scope = self._compiled.checked.scope
            situation = Situation(
                self._record.chart, scope, self._evaluation_on, days, days, is_absence_assumed=is_assumed
            )
            self._made[key] = situation, moment_of(situation, self._record)
        return self._made[key]


def _bars(compiled: Compiled) -> bool:
    """True if stopping a drug is no way out of the criterion, and it is asked at the headline."""
    is_stoppable = any(isinstance(node, _STOPPABLE) for node in opened(compiled.criterion.condition, compiled.scope))
    return not is_stoppable and any(point in HEADLINE for point in compiled.criterion.points)


def _of_both(change: CriterionChange, old: CompiledRuleFile, new: CompiledRuleFile) -> Iterator[Compiled]:
    for placed, file in ((change.old, old), (change.new, new)):
        if placed is not None:
            yield file.criteria[placed.key]


def _adds_nothing(change: CriterionChange, old: CompiledRuleFile, new: CompiledRuleFile) -> bool:
    """True if a criterion that passes by both versions leaves everything else of a conclusion as it was."""
    if change.change is not Change.CHANGED or "cohort" in change.parts:
        return not any(each.aspects for each in _of_both(change, old, new)) and "cohort" not in change.parts
    before, after = _of_both(change, old, new)
    return before.aspects == after.aspects and _where(change.old) == _where(change.new)


def _where(placed: Placed | None) -> tuple[str, ...]:
    return () if placed is None else (placed.cohort, *placed.criterion.points)


# --- what moved


def _standpoint(screening: Screening) -> tuple[object, ...]:
    """Return what is told of a screening: the conclusion with its day, and what fails at later points only."""
    later = tuple((name, each.word, each.not_before) for name, each in screening.best.later_in_the_way.items())
    return screening.conclusion.word, screening.conclusion.not_before, later


def _asked_anew(old: Screening, new: Screening) -> tuple[Gap, ...]:
    before = _open(old.conclusion)
    return tuple(gap for key, gap in _open(new.conclusion).items() if key not in before)


def _open(conclusion: Conclusion) -> dict[tuple[str, str], Gap]:
    """Return what somebody at the patient's side is asked, each thing once."""
    if conclusion.word in _CLOSED:
        return {}
    return {(gap.about.value, gap.subject): gap for each in conclusion.open for gap in each.open_gaps}


def _movers(old: Screening, new: Screening) -> Iterator[Key]:
    """Yield the criteria that moved a conclusion: whose judgement is worse where it got worse, better where better.

    Where it only holds from another day, or a later point moves, each that is judged otherwise.
    """
    before, after = _worst(old), _worst(new)
    changed = sorted(key for key in {**before, **after} if _judged(old, key) != _judged(new, key))
    turn = _rank(new) - _rank(old)
    moving = [key for key in changed if (after.get(key, 0) - before.get(key, 0)) * turn > 0]
    yield from moving or changed


def _rank(screening: Screening) -> int:
    return BEST_FIRST.index(screening.conclusion.word)


def _worst(screening: Screening) -> dict[Key, int]:
    """Return how much each criterion weighs, at the point where it weighs most."""
    found: dict[Key, int] = {}
    for each in screening.best.judgements:
        key = (each.cohort, each.criterion.id)
        found[key] = max(found.get(key, 0), _weight(each))
    return found


_WEIGHTS = {Verdict.PASSES: 0, Verdict.UNKNOWN: 1, Verdict.FAILS: 3}


def _weight(judgement: Judgement) -> int:
    is_heavier = judgement.is_open or (judgement.verdict is Verdict.FAILS and judgement.remedy not in _WAITS)
    return _WEIGHTS[judgement.verdict] + is_heavier


def _judged(screening: Screening, key: Key) -> tuple[object, ...]:
    judged = (each for each in screening.best.judgements if (each.cohort, each.criterion.id) == key)
    return tuple(sorted((each.point, each.verdict.value, str(each.remedy), str(each.not_before)) for each in judged))
