"""Counting treatments: which drugs count, whether they fill the places of a block, together or in total long enough."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from core.chart.words import TREATMENTS
from core.criteria.meaning import Meaning
from core.criteria.nodes import Failed, Therapy
from core.criteria.scope import Scope
from core.criteria.values import Lasting, Within
from core.engine.deciding.absences import Covers, complete, covering
from core.engine.deciding.calendar import LONG_AGO
from core.engine.deciding.counted import Counting, Judged
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.places import Fill, Places
from core.engine.deciding.regimens import COUNTED_BY_COURSES, Placed
from core.engine.deciding.windows import always
from core.values.day_spans import Spans, bridged, count, cut_up, holds, united
from core.values.duration import Duration


def decide_therapy(node: Therapy, scope: Scope) -> Decide:
    """Return the truth of a count over treatment courses; what another file counts in the same way is counted once."""
    meaning, count_anew = Meaning(node, scope), _Block(node, scope).decide

    def decide(m: Moment) -> int:
        days = tuple((m.anchors[name], m.measured_anchors[name]) for name in meaning.anchors)
        stopped = frozenset(m.stopped.items()) if m.stopped else ()
        key = (meaning, m.evaluation, m.decision, m.measured, m.is_assumed, days, stopped)
        known = m.record.counts
        if key not in known:
            known[key] = count_anew(m)
        return known[key]

    return decide


def decide_failed(node: Failed, scope: Scope) -> Decide:
    """Return ``failed`` as the count it abbreviates, by the outcomes of the file's ``failed_means``."""
    which = node.which
    if which.mode == "each":
        parts = tuple(decide_therapy(_failed(node, (name,), scope), scope) for name in which.names)
        return lambda m: min([part(m) for part in parts])
    return decide_therapy(_failed(node, which.names, scope), scope)


def _failed(node: Failed, names: tuple[str, ...], scope: Scope) -> Therapy:
    left = scope.drugs(names) - scope.drugs(node.which.other_than)
    of = names if not node.which.other_than else tuple(sorted(left))
    lasting = {} if node.lasting is None else {"": Lasting(node.lasting.span, node.lasting.is_more)}
    looking_back = node.window if isinstance(node.window, Within) else None
    return Therapy(scope.failed_means, 1, of, each_for=lasting, looking_back=looking_back)


@dataclass(frozen=True, slots=True)
class _Drug:
    """One drug (or class, or product nobody named) with what its courses say."""

    name: str
    truth: int
    may_be: frozenset[str]
    courses: tuple[Judged, ...]


class _Block:
    """One block, ready to be asked; what it needs of the file's names is found once."""

    def __init__(self, node: Therapy, scope: Scope) -> None:
        self._node = node
        self._scope = scope
        names = (*node.of, *node.all_of, *(name for place in node.one_from_each for name in place))
        self._wanted = scope.drugs(names)
        self._counting = Counting(node, scope)
        self._places = Places(node, scope)
        self._covers: dict[str, Covers] = {}
        self._is_complete = complete(TREATMENTS, scope, is_count=True)

    def decide(self, m: Moment) -> int:
        """Return the truth of the block."""
        is_whole = self._is_complete(m, LONG_AGO, m.decision)
        drugs = self._without_doubles([self._drug(name, m, is_whole=is_whole) for name in self._named(m, is_whole)])
        fills = {each.name: self._fill(each, m) for each in drugs}
        truth = self._places.truth(fills)
        if truth != FALSE and self._node.together_for is not None:
            truth = min(truth, self._together(self._node.together_for, drugs, m))
        if truth != FALSE and self._node.in_total_for is not None:
            truth = min(truth, self._in_total(self._node.in_total_for, drugs))
        return truth

    def _named(self, m: Moment, is_whole: bool) -> list[str]:
        """Return the drugs that can matter: where the list is complete, those never taken fill nothing."""
        written = {each.drug for each, _ in m.record.of_drugs(self._wanted)}
        if not is_whole or self._node.contraindicated == "waives":
            return sorted(self._wanted | written)
        is_counted = self._node.contraindicated == "counts"
        contraindicated = self._wanted & m.record.contraindicated if is_counted else frozenset[str]()
        return sorted(written.union(contraindicated))

    def _drug(self, name: str, m: Moment, *, is_whole: bool) -> _Drug:
        catalogue = self._scope.catalogue
        own = [each for each in m.record.courses if each.drug == name]
        courses = self._counting.judge(name, own, m)
        truth = max((each.truth for each in courses), default=FALSE)
        if truth == FALSE and not is_whole and not self._is_covered(name, m):
            truth = UNKNOWN
        may_be = frozenset[str]().union(*(catalogue.may_be(name, each.course.may_be) for each in own))
        return _Drug(name, truth, may_be or catalogue.drugs_of(name), courses)

    def _is_covered(self, name: str, m: Moment) -> bool:
        if name not in self._covers:
            members = self._scope.catalogue.drugs_of(name)
            self._covers[name] = covering(members, self._scope, is_count=True)
        return self._covers[name](m, always(LONG_AGO, m.decision))

    @staticmethod
    def _without_doubles(drugs: list[_Drug]) -> list[_Drug]:
        """A course of a class may be of a drug that counts already: it is not certainly one more."""

        def is_double(one: _Drug) -> bool:
            others = (each for each in drugs if each.name != one.name and each.truth != FALSE)
            is_several = one.may_be != frozenset({one.name})
            return is_several and any(not each.may_be.isdisjoint(one.may_be) for each in others)

        return [replace(each, truth=UNKNOWN) if each.truth == TRUE and is_double(each) else each for each in drugs]

    def _fill(self, drug: _Drug, m: Moment) -> Fill:
        node = self._node
        is_contraindicated = node.contraindicated != "ignored" and drug.name in m.record.contraindicated
        possible = [each for each in drug.courses if each.truth != FALSE]
        return Fill(
            TRUE if is_contraindicated and node.contraindicated == "counts" else drug.truth,
            drug.may_be,
            is_contraindicated,
            tuple(
                Placed(
                    self._scope.catalogue.may_be(drug.name, each.course.may_be),
                    each.course.line,
                    each.taken,
                    each.truth == TRUE,
                )
                for each in possible
            ),
            node.counting in COUNTED_BY_COURSES and not self._is_covered(drug.name, m),
        )

    def _together(self, lasting: Lasting, drugs: list[_Drug], m: Moment) -> int:
        """Return whether on every day of one long enough run all drugs needed qualify at once."""
        courses = [each for drug in drugs for each in drug.courses]
        turning = [edge for each in courses for spans in (each.sure, each.maybe) for pair in spans for edge in pair]
        taken = [each for each in drugs if each.courses]
        rest = {each.name: Fill(min(each.truth, UNKNOWN), each.may_be) for each in drugs if not each.courses}
        seen: dict[tuple[int, ...], int] = {}
        on: dict[int, list[tuple[int, int]]] = {TRUE: [], UNKNOWN: [], FALSE: []}
        for stretch in cut_up(united(each.maybe for each in courses), (*turning, *(edge + 1 for edge in turning))):
            truths = tuple(_on_day(each, stretch[0]) for each in taken)
            if truths not in seen:
                then = {each.name: Fill(truth, each.may_be) for each, truth in zip(taken, truths, strict=True)}
                seen[truths] = self._places.truth(rest | then)
            on[seen[truths]].append(stretch)
        sure = united([tuple(on[TRUE])])
        maybe = united((sure, tuple(on[UNKNOWN])))
        if self._has_long_run(sure, lasting):
            return TRUE
        is_open = any(not self._is_covered(each.name, m) for each in drugs)
        return UNKNOWN if is_open or self._has_long_run(maybe, lasting) else FALSE

    def _has_long_run(self, days: Spans, lasting: Lasting) -> bool:
        counting = self._counting
        return any(counting.is_long(run, lasting, "") == TRUE for run in bridged(days, counting.gap))

    def _in_total(self, lasting: Lasting, drugs: list[_Drug]) -> int:
        """Return whether the days on which any counted drug qualifies add up; a month is 30.4375 days."""
        span = lasting.span
        if not isinstance(span, Duration):
            message = "a total is written as a length of time"
            raise TypeError(message)
        needed = floor(span.days) + 1 if lasting.is_more else ceil(span.days)
        courses = [each for drug in drugs for each in drug.courses]
        if count(united(each.sure for each in courses if each.truth == TRUE)) >= needed:
            return TRUE
        if count(united(each.maybe for each in courses if each.truth != FALSE)) >= needed:
            return UNKNOWN
        return UNKNOWN if any(each.truth == UNKNOWN for each in drugs) else FALSE


def _on_day(drug: _Drug, day: int) -> int:
    truths = [
        min(each.truth, TRUE if holds(each.sure, day) else UNKNOWN) for each in drug.courses if holds(each.maybe, day)
    ]
    return max(truths, default=FALSE)
