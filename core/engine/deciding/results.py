"""Which of the recorded results decides: admissible ones, the newest of them, all of a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.catalogue.concept import Concept, Kind
from core.chart.values import Coded
from core.criteria.nodes import Pick
from core.criteria.scope import Scope
from core.criteria.values import Clean, NamedWindow, Span, Window, Within
from core.engine.deciding.absences import results_are_complete
from core.engine.deciding.calendar import Shift, after, before
from core.engine.deciding.given import received_in
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN, agreed
from core.engine.deciding.limits import Test
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.record import Record, Result
from core.engine.deciding.windows import Stretched, Windows, always, result_windows
from core.values.duration import Duration, TimeUnit

Candidate = tuple[Result, int]
"""A result that counts, certainly (1) or possibly (0)."""

NOT_ONE = Result(Coded(frozenset()))
"""Stands where no result is certainly the newest: it tells nothing by itself."""

_OVER_ALL = ("any", "every", "highest", "lowest")


@dataclass(frozen=True, slots=True)
class Ask:
    """What a sentence asks of the results of one concept."""

    concept: Concept
    qualifiers: tuple[str, ...]
    pick: Pick
    window: Window | None
    test: Test
    clean: Clean | None = None
    is_all: bool = False  # highest and lowest: every value has to satisfy, not just one


def windows_of(ask: Ask, scope: Scope, *, is_count: bool = False) -> Windows:
    """Return the days results may be of; a written window that is looked back over moves with time."""
    freshness = None if ask.pick == "ever" else ask.concept.freshness
    looks_back = ask.window is not None and (is_count or ask.pick in _OVER_ALL)
    return result_windows(ask.window, freshness, scope, is_held=not looks_back)


def in_each(windows: Windows, judge: Callable[[Moment, Stretched], int]) -> Decide:
    """Return the truth that all readings of a window give."""

    def decide(m: Moment) -> int:
        found = windows(m)
        if found is None:
            return UNKNOWN
        if len(found) == 1:
            return judge(m, found[0])
        return agreed([judge(m, each) for each in found])

    return decide


def decide_results(ask: Ask, scope: Scope) -> Decide:
    """Return the truth of a sentence about the results of one concept."""
    candidates = admitting(ask, scope)
    test = answering(ask.test)
    windows = windows_of(ask, scope)
    if ask.pick not in ("", "latest", "first"):
        return in_each(windows, _over_all(ask, candidates, test, scope))
    decide = in_each(windows, _by_end(candidates, test, is_newest=ask.pick != "first"))
    stands = _stands_of(ask, scope)
    return decide if stands is None else Newest(ask, stands, decide)


@dataclass(frozen=True, slots=True)
class Stands:
    """How long a newest result stands, counted back from an anchor ("": the decision day).

    ``days`` (None: for ever, or as ``start`` says, which counts in months).
    """

    days: int | None
    start: Shift | None
    anchor: str


def _stands_of(ask: Ask, scope: Scope) -> Stands | None:
    """Return how long the newest result stands; None where a sentence asks for more."""
    if ask.pick == "first" or ask.clean is not None:
        return None
    window = ask.window
    if window is None:
        length: Span | None = ask.concept.freshness
        return Stands(None, None, "") if length is None else _in_days(length, "", scope)
    is_plain = isinstance(window, Within) and window.side in ("", "before") and window.anchor in ("", *scope.anchors)
    return _in_days(window.span, window.anchor, scope) if is_plain and isinstance(window, Within) else None


def _in_days(span: Span, anchor: str, scope: Scope) -> Stands | None:
    length = scope.windows[span.name] if isinstance(span, NamedWindow) else span
    if not isinstance(length, Duration):
        return None
    if length.unit in (TimeUnit.MONTH, TimeUnit.YEAR):
        return Stands(None, before(length), anchor)
    return Stands(after(length)(1) - 1, None, anchor)


def answering(test: Test) -> Test:
    """Return a test for which what stands against a result has to say the same."""

    def answer(result: Result, record: Record) -> int:
        if not result.against:
            return test(result, record)
        return agreed([test(each, record) for each in (result, *result.against)])

    return answer


# --- admissible

Admit = Callable[[Moment, Stretched], "list[Candidate]"]


def admitting(ask: Ask, scope: Scope) -> Admit:
    """Return the results that count in some days, certainly or possibly."""
    name = ask.concept.id
    has_method = method_of(ask.concept, ask.qualifiers)
    accepts_undated = _accepts_undated(ask)
    spoilt = None if ask.clean is None else _spoilt(ask.clean, scope)

    def admit(m: Moment, days: Stretched) -> list[Candidate]:
        found: list[Candidate] = []
        for each in m.record.of(name):
            if not has_method(each):
                continue
            if each.first is None or each.last is None:
                if accepts_undated:
                    found.append((each, TRUE))
                continue
            place = _place(each.first, each.last, days)
            if place == FALSE:
                continue
            if spoilt is not None:
                truth = spoilt(m, each.first, each.last)
                if truth == TRUE:
                    continue
                place = min(place, -truth)
            found.append((each, place))
        return found

    return admit


def method_of(concept: Concept, qualifiers: tuple[str, ...]) -> Callable[[Result], bool]:
    """Return whether a result was made by an accepted method."""
    asked = frozenset(qualifiers) - {"score"}
    if asked:
        return lambda result: asked <= result.qualifiers
    if not concept.interchangeable:
        return lambda _result: True
    accepted = concept.interchangeable[0]
    return lambda result: not result.qualifiers or not accepted.isdisjoint(result.qualifiers)


def _accepts_undated(ask: Ask) -> bool:
    if ask.window is not None:
        return False
    is_fact = ask.concept.kind in (Kind.YES_NO, Kind.CODE, Kind.CODES)
    return ask.pick == "ever" or ask.concept.freshness is None or is_fact


def _place(first: int, last: int, days: Stretched) -> int:
    if days[0] <= first and last <= days[1]:
        return TRUE
    return FALSE if first > days[1] or last < days[0] else UNKNOWN


def _spoilt(clean: Clean, scope: Scope) -> Callable[[Moment, int, int], int]:
    """Return whether something given shortly before the sample disqualifies it."""
    given = received_in(clean.names, scope)
    back = before(clean.duration)

    def spoilt(m: Moment, first: int, last: int) -> int:
        return agreed([given(m, always(back(day), day)) for day in {first, last}])

    return spoilt


# --- which decides


def ends_of(candidates: Sequence[Candidate], *, is_newest: bool) -> list[Candidate]:
    """Return the candidates that may be the newest (oldest): no certain one certainly beats them."""
    if len(candidates) == 1:
        return list(candidates)
    certain = [result for result, certainty in candidates if certainty == TRUE]
    if is_newest:
        return [each for each in candidates if not any(other.is_newer(each[0]) for other in certain)]
    return [each for each in candidates if not any(each[0].is_newer(other) for other in certain)]


def _by_end(candidates: Admit, test: Test, *, is_newest: bool) -> Callable[[Moment, Stretched], int]:
    def judge(m: Moment, days: Stretched) -> int:
        deciding = ends_of(candidates(m, days), is_newest=is_newest)
        if not deciding or all(certainty != TRUE for _, certainty in deciding):
            return UNKNOWN
        return agreed([test(result, m.record) for result, _ in deciding])

    return judge


class Newest:
    """What is quick where one result is of a known day and certainly newer than all others.

    Written out in one function: it is asked a hundred thousand times a second.
    """

    __slots__ = ("_concept", "_has_method", "_slowly", "anchor", "days", "key", "start", "test")

    def __init__(self, ask: Ask, stands: Stands, slowly: Decide) -> None:
        self.key = "\t".join((ask.concept.id, *ask.qualifiers))
        self.days, self.start, self.anchor = stands.days, stands.start, stands.anchor
        self.test = ask.test
        self._concept = ask.concept.id
        self._has_method = method_of(ask.concept, ask.qualifiers)
        self._slowly = slowly

    def __call__(self, m: Moment) -> int:
        """Return the truth at a moment."""
        record = m.record
        newest = record.newest.get(self.key)
        if newest is None:
            newest = record.newest[self.key] = certainly_newest(record.of(self._concept), self._has_method)
        measured, anchor = m.measured, self.anchor
        day = m.measured_anchors.get(anchor, measured) if anchor else measured
        passed = day - newest.day
        if newest is NOT_ONE or passed < 0 or day > measured:
            return self._slowly(m)
        days, start = self.days, self.start
        if days is not None:
            return 0 if passed > days else self.test(newest, record)
        return 0 if start is not None and newest.day < start(day) else self.test(newest, record)


def certainly_newest(results: Sequence[Result], has_method: Callable[[Result], bool]) -> Result:
    """Return the result of a known day that is certainly newer than all others, ``NOT_ONE`` where there is none."""
    found = [each for each in results if has_method(each)]
    dated = [each for each in found if each.first is not None and each.first == each.last]
    newest = max(dated, key=lambda each: (each.day, each.clock), default=None)
    if newest is None or newest.against or not all(each is newest or newest.is_newer(each) for each in found):
        return NOT_ONE
    return newest if all(each.first is not None for each in found) else NOT_ONE


def _over_all(ask: Ask, candidates: Admit, test: Test, scope: Scope) -> Callable[[Moment, Stretched], int]:
    """Return ``any`` (``every``) over the window: one that satisfies (violates) decides."""
    is_all = ask.pick == "every" or (ask.pick in ("highest", "lowest") and ask.is_all)
    decisive = FALSE if is_all else TRUE
    is_ever, is_complete = ask.pick == "ever", results_are_complete(scope)

    def judge(m: Moment, days: Stretched) -> int:
        found = [(test(result, m.record), certainty) for result, certainty in candidates(m, days)]
        if any(truth == decisive and certainty == TRUE for truth, certainty in found):
            return decisive
        if any(truth in (UNKNOWN, decisive) for truth, _ in found):
            return UNKNOWN
        if all(certainty != TRUE for _, certainty in found) or (is_ever and not is_complete(m)):
            return UNKNOWN
        return -decisive

    return judge
