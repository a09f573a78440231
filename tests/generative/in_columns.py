"""What is asked of every machine that carries out plans: rows of the specification, invented cases, files that ship."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.criteria.nodes import Condition
from core.engine.columns.cells import Row
from core.engine.columns.place import Place
from core.engine.columns.planning import Plan, plan_of
from core.engine.columns.table import Table, table_of
from core.engine.deciding.asking import decided
from core.engine.deciding.kleene import NUMBER
from core.engine.deciding.moment import ordinals
from core.engine.deciding.record import record_of
from core.engine.judgement.situation import Situation
from core.screening.in_columns import FilePlan, plan_file, row_of
from tests.generative.agreement import case
from tests.generative.clinic import Clinic, clinic_of
from tests.sample_screenings import ON, catalogue, rules
from tests.spec.test_tables import JUDGED, asked

NAME = "asked"
"""What the plan of a single case is called."""


@dataclass(frozen=True)
class Case:
    """One condition in one situation, planned; ``truth`` is what the deciding engine says."""

    name: str
    condition: Condition
    of: Situation

    @property
    def plan(self) -> Plan:
        """The plan for the day of the situation."""
        days = self.of.days
        anchors = ordinals(days.anchors)
        evaluation, decision = self.of.evaluation_on.toordinal(), days.decision_on.toordinal()
        place = Place(evaluation, decision, anchors, self.of.is_absence_assumed)
        return plan_of(self.condition, self.of.scope, place, NAME)

    @property
    def row(self) -> Row:
        """The one patient."""
        return Row("somebody", record_of(self.of.chart, self.of.scope.catalogue), {})

    def table(self, plan: Plan) -> Table:
        """The table of the one patient."""
        return table_of({NAME: plan}, [self.row])

    @property
    def truth(self) -> int:
        """What the deciding engine says."""
        return NUMBER[decided(self.condition, self.of.scope)(self.of)]

    @property
    def is_of_one_day(self) -> bool:
        """False where results are held or courses stopped: a plan is made for one day."""
        return self.of.days == self.of.measured and not self.of.stopped


def written_cases() -> Iterator[Case]:
    """Yield the rows of the specification."""
    for row in JUDGED:
        found = asked(row)
        if found.condition is not None:
            yield Case(row.name, found.condition, found.situation)


def invented_cases(seeds: range) -> Iterator[Case]:
    """Yield invented cases that are of one day."""
    for seed in seeds:
        found = Case(f"seed {seed}", *case(seed))
        if found.is_of_one_day:
            yield found


@cache
def plans() -> tuple[FilePlan, ...]:
    """Return every file that ships, planned."""
    return tuple(plan_file(each, ON) for each in rules().files)


@cache
def whole() -> dict[str, Plan]:
    """Return all that they ask."""
    return {name: plan for file in plans() for name, plan in file.plans.items()}


@cache
def clinic() -> Clinic:
    """Return the clinic that their patients are drawn from."""
    return clinic_of(whole().values(), catalogue(), ON)


def patients(seeds: range) -> list[Row]:
    """Return invented patients of some seeds."""
    return [row_of(f"clinic-{seed}", clinic().patient(seed), plans(), ON) for seed in seeds]


def truth_of(plan: Plan, name: str, row: Row) -> int:
    """Return what the deciding engine says of a patient, on the patient's own days."""
    return plan.decide(row.own_places.get(name, plan.place).moment(row.record))
