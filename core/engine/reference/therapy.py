"""Counting treatments: which drugs count, and whether the elements of the block are filled by them.

A day *qualifies* for a drug if it was taken on it and the dose, the companion and the look-back asked for hold
on that day. For lengths a course of an infused drug reaches to its last dose plus its dosing interval.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from core.chart.entries import Course
from core.chart.words import REASONS_FOR_STOPPING
from core.criteria.nodes import Condition, DoseLimit, Therapy
from core.criteria.values import Amount, Lasting, Which
from core.engine.judgement.outcome import About, Assumption, Cause, Counted, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.engine.reference.answers import missing
from core.engine.reference.comparing import Answer, together
from core.engine.reference.courses import courses_of, stable_in, taken_on
from core.engine.reference.doses import compare_course_dose, limit_rate, rate_of
from core.engine.reference.elements import Fill, block_truth, fillers, lines_truth
from core.engine.reference.happenings import covers
from core.engine.reference.lists import cover
from core.engine.reference.spans import days_of_course
from core.engine.reference.windows import Period, SpanUnknownError, forward, length, look_back_periods
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval
from core.values.merging import merged
from core.values.partial_date import PartialDate
from core.values.truth import Truth, all_of, any_of, truth_of

_DAY = timedelta(days=1)
_BRIDGED = Duration(28, TimeUnit.DAY)
"""Breaks up to this long are bridged where the file names no ``gap`` (the language's own default)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One course: whether it counts, on which days it certainly and possibly qualifies, and why."""

    course: Course
    truth: Truth
    reason: str
    gaps: frozenset[Gap]
    refs: frozenset[str]
    sure: frozenset[date]
    maybe: frozenset[date]
    run_days: int | None = None


@dataclass(frozen=True, slots=True)
class DrugJudged:
    """One drug: whether it counts, through which courses."""

    drug: str
    truth: Truth
    reason: str
    gaps: frozenset[Gap]
    refs: frozenset[str]
    courses: tuple[Judged, ...]
    assumed: frozenset[Assumption] = frozenset()


def judge_therapy(node: Therapy, situation: Situation) -> Outcome:
    """Judge a therapy block: Kleene over its elements, each filled by drugs that count."""
    return judge_therapy_as(node, node, situation)


def judge_therapy_as(node: Therapy, shown: Condition, situation: Situation) -> Outcome:
    """Judge a therapy block on behalf of another node (``failed``)."""
    try:
        return _judged(node, shown, situation)
    except SpanUnknownError as error:
        return Outcome(shown, Truth.UNKNOWN, frozenset({error.gap}))


def _judged(node: Therapy, shown: Condition, situation: Situation) -> Outcome:
    drugs = _named_drugs(node, situation)
    judged = {drug: _judge_drug(node, drug, situation) for drug in drugs}
    fills = {drug: _fill(node, each, situation) for drug, each in judged.items()}
    truth = block_truth(node, fills, situation.scope)
    rest: tuple[Answer, ...] = ()
    if node.together_for is not None:
        rest = (_together(node, node.together_for, judged, situation),)
    if node.in_total_for is not None:
        rest = (*rest, _in_total(node.in_total_for, judged))
    whole = all_of((truth, *(answer.truth for answer in rest)))
    return _explained(node, shown, whole, judged, fills, rest, situation)


def _named_drugs(node: Therapy, situation: Situation) -> tuple[str, ...]:
    """Return every drug the block names, and classes that courses are recorded with."""
    names = (*node.of, *node.all_of, *(name for place in node.one_from_each for name in place))
    wanted = situation.scope.drugs(names)
    unnamed = {
        course.drug
        for course in situation.chart.courses
        if course.drug not in situation.scope.catalogue.drugs and covers(course, wanted, situation) is not Truth.FALSE
    }
    return tuple(sorted(wanted | unnamed))


def _explained(
    node: Therapy,
    shown: Condition,
    truth: Truth,
    judged: Mapping[str, DrugJudged],
    fills: Mapping[str, Fill],
    rest: tuple[Answer, ...],
    situation: Situation,
) -> Outcome:
    counted = tuple(
        Counted(each.drug, fills[each.drug].truth, each.reason, tuple(sorted(each.refs)), _days(each))
        for each in judged.values()
        if each.courses or fills[each.drug].is_contraindicated
    )
    counting = [drug for drug in judged if fills[drug].truth is Truth.TRUE]
    carrying = counting if truth is Truth.TRUE else list(judged)
    refs = {ref for drug in carrying for ref in (*judged[drug].refs, *fills[drug].refs)}
    refs |= {ref for answer in rest for ref in answer.refs}
    refs |= {
        entry.ref
        for entry in situation.chart.contraindications
        if any(fill.is_contraindicated for fill in fills.values())
    }
    gaps = {gap for drug in carrying if fills[drug].truth is Truth.UNKNOWN for gap in judged[drug].gaps}
    gaps |= {gap for answer in rest if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
    gaps |= _line_gaps(node, judged, fills, situation)
    if not gaps:
        gaps = {gap for each in judged.values() for gap in each.gaps} or _vague(judged, situation)
    assumed: frozenset[Assumption] = (
        merged(judged[drug].assumed for drug in carrying) if truth is not Truth.TRUE else frozenset()
    )
    is_open = truth is Truth.UNKNOWN
    return Outcome(
        shown,
        truth,
        _gathered(gaps) if is_open else frozenset(),
        frozenset(refs),
        frozenset() if is_open else assumed,
        counted=counted,
    )


def _line_gaps(
    node: Therapy, judged: Mapping[str, DrugJudged], fills: Mapping[str, Fill], situation: Situation
) -> set[Gap]:
    """Return the courses whose line would have to be recorded, where the count of lines is open."""
    if node.counting != "lines" or lines_truth(node, fills, situation.scope) is not Truth.UNKNOWN:
        return set()
    courses = [course for drug in fillers(node.of, fills, situation.scope) for course in judged[drug].courses]
    return {
        missing(course.course.drug, "line")
        for course in courses
        if course.truth is not Truth.FALSE and course.course.line is None
    }


def _vague(judged: Mapping[str, DrugJudged], situation: Situation) -> set[Gap]:
    """Return the classes that courses are recorded with: which drug it was decides."""
    return {Gap(Cause.IMPRECISE, drug) for drug in judged if drug not in situation.scope.catalogue.drugs}


def _gathered(gaps: set[Gap]) -> frozenset[Gap]:
    """Return the gaps with those about the treatment list as one: nobody confirms drugs one by one."""
    lists = {gap for gap in gaps if gap.about is About.LIST}
    causes = {gap.cause for gap in lists}
    merged = {Gap(cause, "treatments", About.LIST) for cause in causes}
    return frozenset((gaps - lists) | merged)


def _days(each: DrugJudged) -> int | None:
    runs = [course.run_days for course in each.courses if course.run_days is not None]
    return max(runs, default=None)


def _fill(node: Therapy, each: DrugJudged, situation: Situation) -> Fill:
    """Return how a drug may fill a place: by its courses, or because it is contraindicated."""
    refs = tuple(
        entry.ref
        for entry in situation.chart.contraindications
        if each.drug in situation.scope.catalogue.drugs_of(entry.to) or each.drug == entry.to
    )
    is_contraindicated = bool(refs) and node.contraindicated != "ignored"
    truth = Truth.TRUE if is_contraindicated and node.contraindicated == "counts" else each.truth
    possible = [course for course in each.courses if course.truth is not Truth.FALSE]
    members = situation.scope.catalogue.drugs_of(each.drug)
    until = Period(None, situation.days.decision_on)
    return Fill(
        truth,
        is_contraindicated,
        refs if is_contraindicated else (),
        _lines(course for course in possible if course.truth is Truth.TRUE),
        _lines(possible),
        sum(course.course.line is None for course in possible),
        node.counting == "lines" and not cover((each.drug,), members, until, situation, is_count=True).is_whole,
    )


def _lines(courses: Iterable[Judged]) -> frozenset[int]:
    return frozenset(course.course.line for course in courses if course.course.line is not None)


# --- one drug


def _judge_drug(node: Therapy, drug: str, situation: Situation) -> DrugJudged:
    members = situation.scope.catalogue.drugs_of(drug)
    named = [course for course in situation.chart.courses if course.drug == drug]
    blurred = [
        course
        for course in situation.chart.courses
        if drug in situation.scope.catalogue.drugs
        and course.drug != drug
        and drug in situation.scope.catalogue.drugs_of(course.drug)
    ]
    courses = _judge_courses(node, drug, named, situation)
    truth = any_of(course.truth for course in courses)
    if truth is Truth.TRUE:
        carrying = [course for course in courses if course.truth is Truth.TRUE]
        refs = merged(course.refs for course in carrying)
        return DrugJudged(drug, truth, carrying[0].reason, frozenset(), refs, courses)
    covered = cover((drug,), members, Period(None, situation.days.decision_on), situation, is_count=True)
    refs = merged(course.refs for course in courses) | set(covered.evidence)
    refs |= {course.ref for course in blurred}
    gaps = merged(course.gaps for course in courses if course.truth is Truth.UNKNOWN)
    if truth is Truth.FALSE and covered.is_whole and not blurred:
        reason = courses[0].reason if courses else "not_taken"
        return DrugJudged(drug, truth, reason, frozenset(), refs, courses, frozenset(covered.assumed))
    reason = next((course.reason for course in courses if course.truth is Truth.UNKNOWN), "not_known")
    return DrugJudged(drug, Truth.UNKNOWN, reason, gaps | set(covered.gaps), refs, courses)


def _judge_courses(node: Therapy, drug: str, courses: Sequence[Course], situation: Situation) -> tuple[Judged, ...]:
    qualifying = {course.ref: _qualifying_days(node, drug, course, situation) for course in courses}
    sure = merged(each.sure for each in qualifying.values())
    maybe = merged(each.maybe for each in qualifying.values())
    lasting = _each_for(node, drug, situation)
    found: list[Judged] = []
    for course in courses:
        days = qualifying[course.ref]
        long_enough = _lasts(node, lasting, days, sure, maybe, situation)
        found.append(_judge_course(node, course, days, long_enough, situation))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Qualifying:
    sure: frozenset[date]
    maybe: frozenset[date]
    gaps: frozenset[Gap]
    refs: frozenset[str]
    is_looked_at: Truth  # has a day in the look-back, dose and companion aside


def _qualifying_days(node: Therapy, drug: str, course: Course, situation: Situation) -> _Qualifying:
    days = days_of_course(course, situation)
    reach = _reach(drug, course, situation)
    decision = situation.days.decision_on
    sure_last = decision if days.sure_end is None else min(decision, _plus(days.sure_end, reach))
    maybe_last = decision if days.possible_end is None else min(decision, _plus(days.possible_end, reach))
    sure = set(_range(days.onset_last, sure_last))
    maybe = set(_range(max(days.onset_first, _earliest(situation)), maybe_last))
    gaps: set[Gap] = set()
    refs = {course.ref}
    if node.looking_back is not None:
        periods = look_back_periods(node.looking_back, situation)
        if periods.gap is not None:
            return _Qualifying(frozenset(), frozenset(maybe), frozenset({periods.gap}), frozenset(refs), Truth.UNKNOWN)
        refs |= set(periods.evidence)
        sure = {day for day in sure if all(day in period for period in periods.periods)}
        maybe = {day for day in maybe if any(day in period for period in periods.periods)}
    is_looked_at = Truth.TRUE if sure else Truth.UNKNOWN if maybe else Truth.FALSE
    sure, maybe = _with_conditions(node, drug, course, sure, maybe, (gaps, refs), situation)
    return _Qualifying(frozenset(sure), frozenset(maybe | sure), frozenset(gaps), frozenset(refs), is_looked_at)


def _with_conditions(
    node: Therapy,
    drug: str,
    course: Course,
    sure: set[date],
    maybe: set[date],
    notes: tuple[set[Gap], set[str]],
    situation: Situation,
) -> tuple[set[date], set[date]]:
    """Keep the days on which dose and companion hold; note the gaps and the entries they rest on."""
    tests = _dose_tests(node, drug, situation)
    if not tests and not node.together_with:
        return sure, maybe
    gaps, refs = notes
    kept_sure: set[date] = set()
    kept_maybe: set[date] = set()
    for day in sorted(maybe | sure):
        answers = [_dose_holds(course, limit, day, situation) for limit in tests]
        answers += [_companion(name, day, situation) for name in node.together_with]
        truth = all_of(answer.truth for answer in answers)
        refs |= {ref for answer in answers for ref in answer.refs}
        if truth is Truth.FALSE:
            continue
        kept_maybe.add(day)
        if truth is Truth.TRUE and day in sure:
            kept_sure.add(day)
        gaps |= {gap for answer in answers if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
    return kept_sure, kept_maybe


def _dose_tests(node: Therapy, drug: str, situation: Situation) -> tuple[DoseLimit, ...]:
    return tuple(limit for name, limit in node.at_dose.items() if drug in situation.scope.drugs((name,)))


def _dose_holds(course: Course, limit: DoseLimit, day: date, situation: Situation) -> Answer:
    last = days_of_course(course, situation).sure_end
    held_on = day if last is None or day <= last else last  # within a dosing interval the last dose counts
    answers = tuple(compare_course_dose(course, op, each, held_on, situation) for op, each in limit.tests)
    return together(all_of(answer.truth for answer in answers), answers)


def _companion(name: str, day: date, situation: Situation) -> Answer:
    drugs = situation.scope.drugs((name,))
    taken = taken_on(courses_of(drugs, situation), day, situation)
    if taken.truth is Truth.TRUE:
        return taken
    covered = cover((name,), drugs, Period(day, day), situation)
    refs = (*taken.refs, *covered.evidence)
    if taken.truth is Truth.FALSE and covered.is_whole:
        return Answer(Truth.FALSE, (), refs)
    return Answer(Truth.UNKNOWN, (*taken.gaps, *covered.gaps), refs)


def _reach(drug: str, course: Course, situation: Situation) -> Duration | None:
    known = situation.scope.catalogue.drugs.get(drug)
    interval = situation.scope.dosing_intervals.get(drug)
    if interval is None and known is not None:
        interval = known.dosing_interval
    return None if course.is_ongoing else interval


def _plus(day: date, reach: Duration | None) -> date:
    return day if reach is None else reach.after(day) - _DAY


def _earliest(situation: Situation) -> date:
    birth = situation.chart.birth
    return birth.first if birth is not None else date(situation.evaluation_on.year - 120, 1, 1)


def _range(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=count) for count in range((last - first).days + 1))


# --- lengths


def _each_for(node: Therapy, drug: str, situation: Situation) -> Lasting | None:
    for name, lasting in node.each_for.items():
        if name and drug in situation.scope.drugs((name,)):
            return lasting
    return node.each_for.get("")


def _lasts(
    node: Therapy,
    lasting: Lasting | None,
    days: _Qualifying,
    sure: frozenset[date],
    maybe: frozenset[date],
    situation: Situation,
) -> tuple[Truth, int | None]:
    """Answer whether a course is part of a run of its substance that is long enough; and that run's days."""
    if lasting is None:
        return (Truth.TRUE if days.sure else Truth.UNKNOWN if days.maybe else Truth.FALSE), None
    gap = node.gap or _BRIDGED
    certain = [run for run in _runs(sure, gap) if _touches(run, days.sure)]
    possible = [run for run in _runs(maybe, gap) if _touches(run, days.maybe)]
    longest = max(((last - first).days + 1 for first, last in certain), default=0)
    if any(_is_long(run, lasting, situation) for run in certain):
        return Truth.TRUE, longest
    if any(_is_long(run, lasting, situation) for run in possible):
        return Truth.UNKNOWN, longest
    return Truth.FALSE, longest


def _touches(run: tuple[date, date], days: frozenset[date]) -> bool:
    return any(run[0] <= day <= run[1] for day in days)


def _runs(days: frozenset[date], gap: Duration) -> list[tuple[date, date]]:
    """Return the unbroken runs of days, breaks up to ``gap`` bridged."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day <= gap.after(runs[-1][1]) + _DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _is_long(run: tuple[date, date], lasting: Lasting, situation: Situation) -> bool:
    """A run from its first day through its last lasts until the day after its last."""
    complete_on = forward(lasting.span, run[0], situation.scope)
    after = run[1] + _DAY
    return complete_on < after if lasting.is_more else complete_on <= after


# --- one course


def _judge_course(
    node: Therapy, course: Course, days: _Qualifying, long_enough: tuple[Truth, int | None], situation: Situation
) -> Judged:
    lasts, run_days = long_enough
    outcome = _outcome(node, course)
    marks = _marks(node, course, situation)
    base = all_of((outcome.truth, lasts, *(mark.truth for mark in marks)))
    any_length = all_of((_any_length(node, course).truth, days.is_looked_at))
    truth = any_of((base, any_length))
    refs = days.refs | {ref for mark in marks for ref in mark.refs}
    reason = _reason(outcome.truth, lasts, base, any_length)
    gaps: set[Gap] = set()
    if truth is Truth.UNKNOWN:
        gaps = {gap for answer in (outcome, *marks) if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
        if lasts is Truth.UNKNOWN:
            gaps |= set(days.gaps) or {Gap(Cause.IMPRECISE, course.drug)}
        if not gaps:
            gaps = set(_any_length(node, course).gaps) or {Gap(Cause.IMPRECISE, course.drug)}
    return Judged(course, truth, reason, frozenset(gaps), frozenset(refs), days.sure, days.maybe, run_days)


def _reason(outcome: Truth, lasts: Truth, base: Truth, any_length: Truth) -> str:
    if any_length is Truth.TRUE:
        return "any_length"
    if base is Truth.TRUE:
        return "counted"
    if outcome is Truth.FALSE:
        return "outcome"
    if lasts is Truth.FALSE:
        return "too_short"
    return "not_known" if base is Truth.UNKNOWN else "mark"


def _outcome(node: Therapy, course: Course) -> Answer:
    """Answer whether the course ended as asked: by its outcome, or by why it was stopped."""
    if node.counted_if is None:
        return Answer(Truth.TRUE, (), (course.ref,))
    return _among(node.counted_if, course)


def _any_length(node: Therapy, course: Course) -> Answer:
    return _among(node.any_length_if, course) if node.any_length_if else Answer(Truth.FALSE)


def _among(words: tuple[str, ...], course: Course) -> Answer:
    if course.outcome in words or course.stopped_for in words:
        return Answer(Truth.TRUE, (), (course.ref,))
    asks_reason = any(word in REASONS_FOR_STOPPING for word in words)
    asks_outcome = any(word not in REASONS_FOR_STOPPING for word in words)
    gaps: list[Gap] = []
    if asks_outcome and not course.outcome:
        gaps.append(missing(course.drug, "outcome"))
    if asks_reason and not course.stopped_for and not course.is_ongoing:
        gaps.append(missing(course.drug, "stopped_for"))
    return Answer(Truth.UNKNOWN if gaps else Truth.FALSE, tuple(gaps), (course.ref,))


def _marks(node: Therapy, course: Course, situation: Situation) -> list[Answer]:
    """Return the further conditions a course has to fulfil."""
    marks: list[Answer] = []
    if node.is_dose_adequate_required:
        marks.append(_mark(course.is_dose_adequate, course, "dose_adequate"))
    if node.is_adherence_required:
        marks.append(_mark(course.is_adherence_documented, course, "adherence"))
    if node.is_still_on:
        now = days_of_course(course, situation).on(situation.days.decision_on)
        gaps = (Gap(Cause.IMPRECISE, course.drug),) if now is Truth.UNKNOWN else ()
        marks.append(Answer(now, gaps, (course.ref,)))
    if node.unchanged_for is not None:
        marks.append(_unchanged(node, node.unchanged_for, course, situation))
    marks += [
        _cumulative(course, limit, situation)
        for name, limit in node.cumulative.items()
        if course.drug in situation.scope.drugs((name,))
    ]
    return marks


def _mark(truth: Truth, course: Course, detail: str) -> Answer:
    return Answer(truth, (missing(course.drug, detail),) if truth is Truth.UNKNOWN else (), (course.ref,))


def _unchanged(node: Therapy, lasting: Lasting, course: Course, situation: Situation) -> Answer:
    """Answer whether the drug was taken on every day of the period and its dose did not change."""
    decision = situation.days.decision_on
    span = lasting.span if isinstance(lasting.span, Duration) else length(_plain(lasting), situation.scope, ())
    edge = timedelta(0) if lasting.is_more else _DAY
    period = Period(span.before(decision) + edge, decision)
    alone = courses_of(situation.scope.catalogue.drugs_of(course.drug), situation)
    daily = [taken_on(alone, day, situation) for day in period.days]
    taken = all_of(answer.truth for answer in daily)
    stable = stable_in(node, Which((course.drug,)), period, situation)
    truth = all_of((taken, stable.truth))
    gaps = (*(gap for answer in daily if answer.truth is Truth.UNKNOWN for gap in answer.gaps), *stable.gaps)
    refs = (*(ref for answer in daily for ref in answer.refs), *stable.evidence)
    return Answer(truth, gaps if truth is Truth.UNKNOWN else (), refs)


def _plain(lasting: Lasting) -> Duration:
    if isinstance(lasting.span, Duration):
        return lasting.span
    message = "an unchanged period is written as a length of time"
    raise TypeError(message)


def _cumulative(course: Course, limit: DoseLimit, situation: Situation) -> Answer:
    """Answer whether the doses of a course add up to what is asked."""
    summed = Interval.exactly(Decimal(0))
    for segment in course.doses:
        part = rate_of(segment.amount.amount, segment.amount.unit, Fraction(1))
        end = segment.end if segment.end is not None else PartialDate.on(situation.days.decision_on)
        if part.basis or not (segment.start.is_exact and end.is_exact):
            gap = Gap(Cause.UNIT if part.basis else Cause.IMPRECISE, course.drug)
            return Answer(Truth.UNKNOWN, (gap,), (course.ref,))
        times = 1 if not segment.per_days else floor((end.last - segment.start.first).days / segment.per_days) + 1
        summed = summed.plus(part.amount.scaled(Decimal(times)))
    if not course.doses:
        return Answer(Truth.UNKNOWN, (missing(course.drug, "dose"),), (course.ref,))
    truth = all_of(
        summed.compare(op, bound)
        for op, each in limit.tests
        if isinstance(each, Amount) and (bound := limit_rate(each).amount.low) is not None
    )
    return Answer(truth, (Gap(Cause.IMPRECISE, course.drug),) if truth is Truth.UNKNOWN else (), (course.ref,))


# --- several drugs at once


def _together(node: Therapy, lasting: Lasting, judged: Mapping[str, DrugJudged], situation: Situation) -> Answer:
    """Answer whether on every day of one long enough run all drugs needed qualify at once."""
    days = sorted({day for each in judged.values() for course in each.courses for day in course.maybe})
    seen: dict[tuple[Truth, ...], Truth] = {}
    sure: set[date] = set()
    maybe: set[date] = set()
    for day in days:
        truths = tuple(_on_day(each, day) for each in judged.values())
        if truths not in seen:
            fills = {drug: Fill(truth) for drug, truth in zip(judged, truths, strict=True)}
            seen[truths] = block_truth(node, fills, situation.scope)
        if seen[truths] is not Truth.FALSE:
            maybe.add(day)
        if seen[truths] is Truth.TRUE:
            sure.add(day)
    refs = tuple(ref for each in judged.values() for ref in each.refs)
    gap = node.gap or _BRIDGED
    if any(_is_long(run, lasting, situation) for run in _runs(frozenset(sure), gap)):
        return Answer(Truth.TRUE, (), refs)
    gaps = frozenset(gap for each in judged.values() for gap in each.gaps) or frozenset(
        {Gap(Cause.IMPRECISE, ", ".join(judged))}
    )
    is_open = any(each.truth is Truth.UNKNOWN and not each.courses for each in judged.values())
    if is_open or any(_is_long(run, lasting, situation) for run in _runs(frozenset(maybe), gap)):
        return Answer(Truth.UNKNOWN, tuple(gaps), refs)
    return Answer(Truth.FALSE, (), refs)


def _on_day(each: DrugJudged, day: date) -> Truth:
    truths = [
        all_of((course.truth, Truth.TRUE if day in course.sure else Truth.UNKNOWN))
        for course in each.courses
        if day in course.maybe
    ]
    if not truths and each.truth is Truth.UNKNOWN and not each.courses:
        return Truth.UNKNOWN
    return any_of(truths)


def _in_total(lasting: Lasting, judged: Mapping[str, DrugJudged]) -> Answer:
    """Answer whether the days on which any counted drug qualifies add up; a month is 30.4375 days."""
    span = _plain(lasting)
    sure = {
        day for each in judged.values() for course in each.courses if course.truth is Truth.TRUE for day in course.sure
    }
    maybe = {
        day
        for each in judged.values()
        for course in each.courses
        if course.truth is not Truth.FALSE
        for day in course.maybe
    }
    needed = floor(span.days) + 1 if lasting.is_more else ceil(span.days)
    refs = tuple(ref for each in judged.values() for ref in each.refs)
    if len(sure) >= needed:
        return Answer(Truth.TRUE, (), refs)
    gaps = frozenset(gap for each in judged.values() for gap in each.gaps)
    if len(maybe) >= needed or gaps:
        return Answer(Truth.UNKNOWN, tuple(gaps) or (Gap(Cause.IMPRECISE, ", ".join(judged)),), refs)
    return Answer(truth_of(is_so=False), (), refs)
