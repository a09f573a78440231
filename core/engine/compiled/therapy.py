"""The therapy block: a count over treatment courses, judged drug by drug, then place by place."""

from __future__ import annotations

from collections.abc import Callable

from core.chart.entries import Course
from core.criteria.nodes import Condition, Therapy
from core.criteria.scope import Scope
from core.criteria.values import Window
from core.engine.compiled.courses import Drugs, courses_of, drugs_of
from core.engine.compiled.judged import (
    FALSE,
    NO_ASSUMPTIONS,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    Gaps,
    Judge,
    Judged,
    Refs,
    outcome_of,
    together,
)
from core.engine.compiled.lists import TREATMENTS, Unrecorded, compile_unrecorded
from core.engine.compiled.therapy_days import Companion, compile_companions
from core.engine.compiled.therapy_drugs import DrugStatus, Status, compile_drug
from core.engine.compiled.therapy_lengths import compile_together, compile_total
from core.engine.compiled.therapy_places import NOTHING_OPEN, Element, Taken, compile_elements
from core.engine.compiled.windows import EVER, Bounds, FrameOf, look_back_frame
from core.engine.judgement.contraindications import taken_for_granted
from core.engine.judgement.outcome import About, Counted, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.truth import Truth


def judge_therapy(node: Therapy, scope: Scope) -> Judge:
    """Make the judge of a therapy block."""
    return compile_count(node, node, scope)


def compile_count(shown: Condition, node: Therapy, scope: Scope, window: Window | None = None) -> Judge:
    """Make the judge of a count; ``shown`` is the condition the outcome speaks of, ``window`` its look-back."""
    names = (*node.of, *node.all_of, *(name for line in node.one_from_each for name in line))
    drugs = drugs_of(names, (), scope)
    frame_of = look_back_frame(node.looking_back or window, scope, drugs.ids)
    look = _compile_look(node, drugs, frame_of, scope)
    elements = compile_elements(node, scope)
    lengths = _lengths(node, elements, scope)

    def judge(situation: Situation) -> Outcome:
        taken = look(situation)
        answers = [element(taken) for element in elements]
        answers += [length(taken) for length in lengths]
        truth = _all(answers)
        judged = together(truth, answers)
        if truth is UNKNOWN:
            judged = judged._replace(assumed=NO_ASSUMPTIONS)
        assumed = judged.assumed | taken_for_granted(node, truth)
        evidence = judged.evidence.union(*taken.contraindicated.values())
        if truth is not TRUE:
            evidence = evidence.union(*(status.judged.evidence for status in taken.statuses))
        judged = Judged(truth, _gathered(judged.gaps), evidence, assumed)
        return outcome_of(shown, judged, counted=tuple(_counted(status) for status in taken.statuses))

    return judge


def _gathered(gaps: Gaps) -> Gaps:
    """Return the gaps with those about the list of treatments as one: nobody confirms drugs one by one."""
    return frozenset(Gap(gap.cause, TREATMENTS, About.LIST) if gap.about is About.LIST else gap for gap in gaps)


def _all(answers: list[Judged]) -> Truth:
    truths = {answer.truth for answer in answers}
    return FALSE if FALSE in truths else UNKNOWN if UNKNOWN in truths else TRUE


def _lengths(node: Therapy, elements: tuple[Element, ...], scope: Scope) -> tuple[Element, ...]:
    members = scope.catalogue.drugs_of

    def of_day(statuses: tuple[Status, ...]) -> Truth:
        taken = Taken(statuses, {each.drug: members(each.drug) for each in statuses}, NOTHING_OPEN, {}, frozenset())
        return _all([element(taken) for element in elements])

    found = (compile_together(node, of_day, scope), compile_total(node))
    return tuple(each for each in found if each is not None)


def _counted(status: Status) -> Counted:
    refs = tuple(sorted(status.judged.evidence))
    return Counted(status.drug, status.judged.truth, status.reason, refs, status.days)


# --- the drugs


def _compile_look(node: Therapy, drugs: Drugs, frame_of: FrameOf, scope: Scope) -> Callable[[Situation], Taken]:
    unrecorded = compile_unrecorded(scope)
    companions = compile_companions(node, scope)
    status_of = _StatusOf(node, companions, scope)
    named = drugs.ids | scope.drugs(node.must_include)

    def look(situation: Situation) -> Taken:
        frame = frame_of(situation)
        by_drug: dict[str, list[Course]] = {}
        for course in courses_of(situation, drugs):
            by_drug.setdefault(course.drug, []).append(course)
        contraindicated = _contraindicated(situation, named, node, scope)
        rest = unrecorded(situation, Bounds(EVER, situation.days.decision_on), drugs.ids)
        statuses = [
            _with_list(status_of(drug)(situation, courses, frame), rest, scope) for drug, courses in by_drug.items()
        ]
        if node.contraindicated != "ignored":
            statuses += [_not_taken(drug, rest) for drug in contraindicated if drug in drugs.ids - by_drug.keys()]
        told = {status.drug for status in statuses if status.judged.truth is not FALSE}
        rest = rest._replace(assumed=frozenset(each for each in rest.assumed if each.subject not in told))
        if node.contraindicated == "counts":
            statuses = [_counting(status, contraindicated) for status in statuses]
        statuses.sort(key=lambda status: status.drug)
        members = {status.drug: scope.catalogue.drugs_of(status.drug) for status in statuses}
        return Taken(tuple(statuses), members, rest, contraindicated, drugs.ids)

    return look


class _StatusOf:
    """The look at one drug's courses, made when a chart first names the drug."""

    def __init__(self, node: Therapy, companions: tuple[Companion, ...], scope: Scope) -> None:
        self._node, self._companions, self._scope = node, companions, scope
        self._made: dict[str, DrugStatus] = {}

    def __call__(self, drug: str) -> DrugStatus:
        if drug not in self._made:
            self._made[drug] = compile_drug(self._node, drug, self._companions, self._scope)
        return self._made[drug]


def _with_list(status: Status, rest: Unrecorded, scope: Scope) -> Status:
    """Return the status where an unrecorded course of the drug could still make it count."""
    judged = status.judged
    if judged.truth is TRUE:
        return status
    evidence = judged.evidence | rest.evidence_of(scope.catalogue.drugs_of(status.drug))
    if not rest.open_ids.isdisjoint(scope.catalogue.drugs_of(status.drug)):
        return status._replace(judged=Judged(UNKNOWN, judged.gaps | rest.gaps, evidence), reason="not_known")
    return status._replace(judged=Judged(judged.truth, judged.gaps, evidence, rest.assumed))


def _not_taken(drug: str, rest: Unrecorded) -> Status:
    if drug in rest.open_ids:
        return Status(drug, Judged(UNKNOWN, rest.gaps, rest.evidence_of((drug,))), "not_known", None, ())
    judged = Judged(FALSE, NO_GAPS, rest.evidence_of((drug,)), rest.assumed)
    return Status(drug, judged, "not_taken", None, ())


def _contraindicated(situation: Situation, named: frozenset[str], node: Therapy, scope: Scope) -> dict[str, Refs]:
    if node.contraindicated == "ignored":
        return {}
    found: dict[str, Refs] = {}
    for entry in situation.chart.contraindications:
        for drug in scope.catalogue.drugs_of(entry.to) & named:
            found[drug] = found.get(drug, frozenset()) | {entry.ref}
    return found


def _counting(status: Status, contraindicated: dict[str, Refs]) -> Status:
    refs = contraindicated.get(status.drug)
    if refs is None or status.judged.truth is TRUE:
        return status
    return status._replace(judged=Judged(TRUE, NO_GAPS, status.judged.evidence | refs))
