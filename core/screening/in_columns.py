"""A whole rule file over columns: each criterion at each of its decision points, and whether a patient fits now.

Nothing of a conclusion's reasons is said: who fits, who does not and of whom it is not known. Patients whose decision
points lie on days of their own are judged by the deciding engine, since a plan is made for one day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.chart.chart import Chart
from core.criteria.nodes import Condition, Has
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.engine.columns.cells import Row
from core.engine.columns.column import named
from core.engine.columns.place import Place
from core.engine.columns.planning import Plan, plan_of
from core.engine.columns.steps import Constant, Greatest, Least, Step
from core.engine.deciding.kleene import TRUE
from core.engine.deciding.moment import ordinals
from core.engine.deciding.record import record_of
from core.rule_files.compiling import CompiledRuleFile
from core.screening.anchors import AnchorDay, anchor_days
from core.screening.screening import HEADLINE, chart_seen


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition of a file at one decision point: a criterion, or without one who belongs to a cohort or file."""

    cohort: str
    criterion: str
    point: str
    plan: Plan


@dataclass(frozen=True)
class FilePlan:
    """Everything a file asks, by the name of each plan. ``fits`` is the truth of all that is asked until consent."""

    compiled: CompiledRuleFile
    on: date
    asked: Mapping[str, Asked]
    fits: Step

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The plans by their names."""
        return {name: each.plan for name, each in self.asked.items()}


def plan_file(compiled: CompiledRuleFile, on: date) -> FilePlan:
    """Return the plan of a file for patients who are judged on a day and have no day of their own for any point."""
    planner = _Planner(compiled, on)
    rule_file = compiled.checked.rule_file
    disease = Has(Which(rule_file.diseases))
    needed = [planner.add("", "", "screening", disease, compiled.checked.scope, is_absence_assumed=False)]
    needed += planner.criteria("")
    cohorts: list[Step] = []
    for cohort in rule_file.cohorts:
        member: Step = Constant(TRUE)
        if cohort.applies_when is not None:
            default = "enrolment" if "enrolment" in rule_file.anchors else "screening"
            scope, point = compiled.scopes[cohort.id], cohort.at or default
            member = planner.add(cohort.id, "", point, cohort.applies_when, scope, is_absence_assumed=False)
        cohorts.append(Least((member, *planner.criteria(cohort.id))))
    if cohorts:
        needed.append(Greatest(tuple(cohorts)))
    return FilePlan(compiled, on, planner.asked, Least(tuple(needed)))


class _Planner:
    def __init__(self, compiled: CompiledRuleFile, on: date) -> None:
        self.compiled = compiled
        self.asked: dict[str, Asked] = {}
        nobody = Chart("nobody", is_synthetic=True)
        self._anchors = anchor_days(compiled.checked.rule_file, nobody, on)
        self._on = on

    def criteria(self, cohort: str) -> list[Step]:
        """Plan the criteria of a cohort at every point, and return the steps of those asked until consent."""
        found: list[Step] = []
        for (owner, _), compiled in self.compiled.criteria.items():
            if owner != cohort:
                continue
            criterion = compiled.criterion
            for point in criterion.points:
                step = self.add(
                    cohort, criterion.id, point, criterion.satisfied, compiled.scope,
                    is_absence_assumed=criterion.is_absence_assumed,
                )  # fmt: skip
                if point in HEADLINE:
                    found.append(step)
        return found

    def add(
        self, cohort: str, criterion: str, point: str, condition: Condition, scope: Scope, *, is_absence_assumed: bool
    ) -> Step:
        rule_file = self.compiled.checked.rule_file.id
        name = named(rule_file, cohort, criterion or "belongs", point)
        place = _place(self._anchors, point, self._on, is_absence_assumed=is_absence_assumed)
        plan = plan_of(condition, scope, place, name)
        self.asked[name] = Asked(cohort, criterion, point, plan)
        return plan.step


def _place(anchors: Mapping[str, AnchorDay], point: str, on: date, *, is_absence_assumed: bool) -> Place:
    days = ordinals({name: anchor.day for name, anchor in anchors.items()})
    return Place(on.toordinal(), days[point], days, is_absence_assumed)


def row_of(identity: str, chart: Chart, files: Iterable[FilePlan], on: date) -> Row:
    """Return one patient for the table of some files, all of them planned for the same day."""
    given = tuple(files)
    catalogue = given[0].compiled.checked.scope.catalogue
    seen = chart_seen(chart, catalogue, on)
    own: dict[str, Place] = {}
    for file in given:
        anchors = anchor_days(file.compiled.checked.rule_file, seen, on)
        days = ordinals({name: anchor.day for name, anchor in anchors.items()})
        for name, each in file.asked.items():
            place = each.plan.place
            if days != place.anchors:
                own[name] = replace(place, decision=days[each.point], anchors=days)
    return Row(identity, record_of(seen, catalogue), own)
