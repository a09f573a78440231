"""Counting treatments: which drugs count, and whether the elements of the block are filled by them.

A day *qualifies* for a drug if it was taken on it and the dose, the companion and the look-back asked for hold
on that day. For lengths a course of an infused drug reaches to its last dose plus its dosing interval.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor

from core.chart.words import TREATMENTS
from core.criteria.nodes import Condition, Therapy
from core.criteria.values import Lasting
from core.engine.explaining.answers import missing
from core.engine.explaining.comparing import Answer
from core.engine.explaining.elements import Fill, block_truth, counts_courses, courses_truth, fillers, placed_courses
from core.engine.explaining.lists import Cover
from core.engine.explaining.meant import covers
from core.engine.explaining.regimens import Placed, line_bounds
from core.engine.explaining.therapy_courses import plain
from core.engine.explaining.therapy_days import BRIDGED, is_long
from core.engine.explaining.therapy_drugs import DrugJudged, absence_of_drugs, cover_of_drug, judge_drug
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause, Counted, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.day_spans import Spans, bridged, count, cut_up, holds, united
from core.values.duration import Duration
from core.values.merging import merged
from core.values.truth import Truth, all_of, any_of, truth_of


def judge_therapy(node: Therapy, situation: Situation) -> Outcome:
    """Judge a therapy block: Kleene over its elements, each filled by drugs that count."""
    return judge_therapy_as(node, node, situation)


def judge_therapy_as(node: Therapy, shown: Condition, situation: Situation) -> Outcome:
    """Judge a therapy block on behalf of another node (``failed``)."""
    absence = absence_of_drugs(situation)
    drugs = _named_drugs(node, situation)
    judged = _without_doubles({drug: judge_drug(node, drug, situation, absence) for drug in drugs}, situation)
    fills = {drug: _fill(node, each, situation, absence) for drug, each in judged.items()}
    truth = block_truth(node, fills, situation.scope)
    rest: tuple[Answer, ...] = ()
    if node.together_for is not None:
        rest = (_together(node, node.together_for, judged, fills, situation),)
    if node.in_total_for is not None:
        rest = (*rest, _in_total(node.in_total_for, judged))
    whole = all_of((truth, *(answer.truth for answer in rest)))
    return _explained(node, shown, whole, judged, fills, rest, situation)


def _without_doubles(judged: Mapping[str, DrugJudged], situation: Situation) -> dict[str, DrugJudged]:
    """A course of a class may be of a drug that counts already: it is not certainly one more."""
    can_be = {drug: may_be(drug, situation) for drug in judged}
    found: dict[str, DrugJudged] = {}
    for drug, each in judged.items():
        if each.truth is not Truth.TRUE or can_be[drug] == frozenset({drug}):
            found[drug] = each
            continue
        others = [other for other in judged.values() if other.drug != drug and can_be[other.drug] & can_be[drug]]
        if any(other.truth is not Truth.FALSE for other in others):
            found[drug] = replace(each, truth=Truth.UNKNOWN, gaps=frozenset({Gap(Cause.IMPRECISE, drug)}))
        else:  # that none of them was taken is what makes this one certain
            refs, assumed = (other.refs for other in others), (other.assumed for other in others)
            found[drug] = replace(each, refs=each.refs | merged(refs), assumed=each.assumed | merged(assumed))
    return found


def may_be(drug: str, situation: Situation) -> frozenset[str]:
    """Return the drugs that the courses written with a drug, class or product can be of."""
    catalogue = situation.scope.catalogue
    courses = situation.chart.courses_of.get(drug)
    if courses is None:
        return catalogue.drugs_of(drug)
    return merged(catalogue.may_be(drug, course.may_be) for course in courses) or catalogue.drugs_of(drug)


def _named_drugs(node: Therapy, situation: Situation) -> tuple[str, ...]:
    """Return every drug the block names, and what else courses are recorded with that may be one of them."""
    names = (*node.of, *node.all_of, *(name for place in node.one_from_each for name in place))
    wanted = situation.scope.drugs(names)
    courses = situation.chart.courses
    unnamed = {course.drug for course in courses if covers(course, wanted, situation) is not Truth.FALSE}
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
    refs |= {ref for fill in fills.values() for ref in fill.refs}
    gaps = {gap for drug in carrying if fills[drug].truth is Truth.UNKNOWN for gap in judged[drug].gaps}
    gaps |= {gap for answer in rest if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
    gaps |= _line_gaps(node, judged, fills, situation)
    if not gaps:
        gaps = {gap for each in judged.values() for gap in each.gaps} or _vague(judged, situation)
    assumed = merged(judged[drug].assumed for drug in carrying)
    if truth is Truth.TRUE and assumed and _is_true_without(node, judged, fills, situation):
        assumed = frozenset[Assumption]()
    assumed |= _taken_for_granted(node, truth) | _told_by_days(node, truth, fills, situation)
    is_open = truth is Truth.UNKNOWN
    return Outcome(
        shown,
        truth,
        _gathered(gaps) if is_open else frozenset(),
        frozenset(refs),
        frozenset() if is_open else assumed,
        counted=counted,
    )


def _taken_for_granted(node: Therapy, truth: Truth) -> frozenset[Assumption]:
    """Return that no further drug is contraindicated, where one more could turn a false count.

    There is no list of contraindications that could be complete: absence is inferred here, so it is said.
    """
    is_open = truth is Truth.FALSE and node.contraindicated != "ignored"
    return frozenset({Assumption(AssumptionKind.ABSENT, "contraindications")}) if is_open else frozenset()


def _told_by_days(
    node: Therapy, truth: Truth, fills: Mapping[str, Fill], situation: Situation
) -> frozenset[Assumption]:
    """Return that the days told regimens apart, where no lines are recorded that would."""
    none = frozenset[Assumption]()
    if node.counting != "regimens" or not truth.is_known or courses_truth(node, fills, situation.scope) is not truth:
        return none
    placed = placed_courses(node, fills, situation.scope)
    is_by_line = line_bounds(placed).least >= node.at_least or all(each.line is not None for each in placed)
    return none if is_by_line else frozenset({Assumption(AssumptionKind.REGIMENS, TREATMENTS)})


def _is_true_without(
    node: Therapy, judged: Mapping[str, DrugJudged], fills: Mapping[str, Fill], situation: Situation
) -> bool:
    """True if the drugs that count without an assumption are enough."""
    certain = {
        drug: replace(fill, truth=Truth.UNKNOWN) if judged[drug].assumed else fill for drug, fill in fills.items()
    }
    return block_truth(node, certain, situation.scope) is Truth.TRUE


def _line_gaps(
    node: Therapy, judged: Mapping[str, DrugJudged], fills: Mapping[str, Fill], situation: Situation
) -> set[Gap]:
    """Return the courses whose line would have to be recorded, where the count of lines is open."""
    if not counts_courses(node) or courses_truth(node, fills, situation.scope) is not Truth.UNKNOWN:
        return set()
    courses = [course for drug in fillers(node.of, fills, situation.scope) for course in judged[drug].courses]
    return {
        missing(course.course.drug, "line")
        for course in courses
        if course.truth is not Truth.FALSE and course.course.line is None
    }


def _vague(judged: Mapping[str, DrugJudged], situation: Situation) -> set[Gap]:
    """Return what courses are recorded with that can be several drugs: which it was decides."""
    return {Gap(Cause.IMPRECISE, drug) for drug in judged if may_be(drug, situation) != frozenset({drug})}


def _gathered(gaps: set[Gap]) -> frozenset[Gap]:
    """Return the gaps with those about the treatment list as one: nobody confirms drugs one by one."""
    lists = {gap for gap in gaps if gap.about is About.LIST}
    causes = {gap.cause for gap in lists}
    merged = {Gap(cause, TREATMENTS, About.LIST) for cause in causes}
    return frozenset((gaps - lists) | merged)


def _days(each: DrugJudged) -> int | None:
    runs = [course.run_days for course in each.courses if course.run_days is not None]
    return max(runs, default=None)


def _fill(node: Therapy, each: DrugJudged, situation: Situation, absence: Cover | None) -> Fill:
    """Return how a drug may fill a place: by its courses, or because it is contraindicated."""
    refs = tuple(
        entry.ref
        for entry in situation.chart.contraindications
        if each.drug in situation.scope.catalogue.drugs_of(entry.to) or each.drug == entry.to
    )
    is_contraindicated = bool(refs) and node.contraindicated != "ignored"
    truth = Truth.TRUE if is_contraindicated and node.contraindicated == "counts" else each.truth
    possible = [course for course in each.courses if course.truth is not Truth.FALSE]
    return Fill(
        truth,
        may_be(each.drug, situation),
        is_contraindicated,
        refs if is_contraindicated else (),
        tuple(
            Placed(
                situation.scope.catalogue.may_be(each.drug, course.course.may_be),
                course.course.line,
                course.taken,
                course.truth is Truth.TRUE,
            )
            for course in possible
        ),
        counts_courses(node) and absence is None and not cover_of_drug(each.drug, situation).is_whole,
    )


def _together(
    node: Therapy,
    lasting: Lasting,
    judged: Mapping[str, DrugJudged],
    fills: Mapping[str, Fill],
    situation: Situation,
) -> Answer:
    """Answer whether on every day of one long enough run all drugs needed qualify at once."""
    courses = [course for each in judged.values() for course in each.courses]
    turning = {edge for course in courses for spans in (course.sure, course.maybe) for pair in spans for edge in pair}
    every = united(course.maybe for course in courses)
    taken = [each for each in judged.values() if each.courses]
    rest = {each.drug: Fill(_untold(each), fills[each.drug].may_be) for each in judged.values() if not each.courses}
    seen: dict[tuple[Truth, ...], Truth] = {}
    on: dict[Truth, list[tuple[int, int]]] = {Truth.TRUE: [], Truth.UNKNOWN: [], Truth.FALSE: []}
    for stretch in cut_up(every, (*turning, *(edge + 1 for edge in turning))):
        truths = tuple(_on_day(each, stretch[0]) for each in taken)
        if truths not in seen:
            then = {each.drug: Fill(truth, fills[each.drug].may_be) for each, truth in zip(taken, truths, strict=True)}
            seen[truths] = block_truth(node, rest | then, situation.scope)
        on[seen[truths]].append(stretch)
    sure = united([tuple(on[Truth.TRUE])])
    maybe = united((sure, tuple(on[Truth.UNKNOWN])))
    refs = tuple(ref for each in judged.values() for ref in each.refs)
    gap = node.gap or BRIDGED
    if _has_long_run(sure, gap, lasting, situation):
        return Answer(Truth.TRUE, (), refs)
    # a course that is not on the list may be on the days that lack, also of a drug that counts already
    lists = [cover_of_drug(each.drug, situation) for each in judged.values()]
    refs = (*refs, *(ref for each in lists for ref in each.evidence))
    gaps = frozenset(gap for each in judged.values() for gap in each.gaps) | {
        gap for each in lists for gap in each.gaps
    }
    is_open = any(not each.is_whole for each in lists)
    if is_open or _has_long_run(maybe, gap, lasting, situation):
        return Answer(Truth.UNKNOWN, tuple(gaps) or _routes_or_days(judged), refs)
    return Answer(Truth.FALSE, (), refs)


def _routes_or_days(judged: Mapping[str, DrugJudged]) -> tuple[Gap, ...]:
    """Return the routes that are not recorded and say how long a dose counts; else that the days are not known."""
    routes = (course.route for each in judged.values() for course in each.courses)
    return tuple(dict.fromkeys(each for each in routes if each is not None)) or (
        Gap(Cause.IMPRECISE, ", ".join(judged)),
    )


def _has_long_run(days: Spans, gap: Duration, lasting: Lasting, situation: Situation) -> bool:
    return any(is_long(run, lasting, "", situation).truth is Truth.TRUE for run in bridged(days, gap))


def _on_day(each: DrugJudged, day: int) -> Truth:
    truths = [
        all_of((course.truth, Truth.TRUE if holds(course.sure, day) else Truth.UNKNOWN))
        for course in each.courses
        if holds(course.maybe, day)
    ]
    return any_of(truths)


def _untold(each: DrugJudged) -> Truth:
    """A drug without a course is taken on no day, or nobody knows."""
    return Truth.UNKNOWN if each.truth is Truth.UNKNOWN else Truth.FALSE


def _in_total(lasting: Lasting, judged: Mapping[str, DrugJudged]) -> Answer:
    """Answer whether the days on which any counted drug qualifies add up; a month is 30.4375 days."""
    span = plain(lasting)
    courses = [course for each in judged.values() for course in each.courses]
    sure = united(course.sure for course in courses if course.truth is Truth.TRUE)
    maybe = united(course.maybe for course in courses if course.truth is not Truth.FALSE)
    needed = floor(span.days) + 1 if lasting.is_more else ceil(span.days)
    refs = tuple(ref for each in judged.values() for ref in each.refs)
    if count(sure) >= needed:
        return Answer(Truth.TRUE, (), refs)
    gaps = frozenset(gap for each in judged.values() for gap in each.gaps)
    if count(maybe) >= needed or gaps:
        return Answer(Truth.UNKNOWN, tuple(gaps) or _routes_or_days(judged), refs)
    return Answer(truth_of(is_so=False), (), refs)
