"""What follows from a record: findings and diagnoses nobody typed, each with the entries it follows from.

Derived once for a chart and a day, before anything is judged, so that every rule sees the same facts. What is derived
stands beside what was recorded; where both can be known and differ, the answer is conflicting, never a pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving.beside import told_beside, with_told_beside
from core.chart.deriving.childhood import with_childhood_forms
from core.chart.deriving.codes import with_codes_of_diagnoses
from core.chart.deriving.heart import with_corrected_qt
from core.chart.deriving.lung import FOLLOWING, with_lung_function
from core.chart.deriving.marks import as_recorded
from core.chart.deriving.measures import SIZES, with_body_size, with_filtration_rate
from core.chart.deriving.pregnancy import with_pregnancy
from core.chart.deriving.reproduction import with_either_told, with_potential_told
from core.chart.deriving.support import with_support

_Step = Callable[[Chart, Catalogue, date], Chart]
_ABOUT_REPRODUCTION = (
    "pregnant", "pregnancy_test", "childbearing_potential", "breast_feeding", "reproductive_potential"
)  # fmt: skip
_DIAGNOSES: tuple[_Step, ...] = (with_childhood_forms, with_codes_of_diagnoses)
_STEPS: tuple[tuple[_Step, tuple[str, ...]], ...] = (
    (with_potential_told, _ABOUT_REPRODUCTION),
    (with_pregnancy, _ABOUT_REPRODUCTION),
    (with_either_told, _ABOUT_REPRODUCTION),
    (with_body_size, tuple(SIZES)),
    (with_filtration_rate, ("filtration_rate",)),
    (with_corrected_qt, ("corrected_qt",)),
    (with_lung_function, FOLLOWING),
)
"""What follows besides from diagnoses, each with the roles of all that it, or what builds on it, can touch."""


def derived(chart: Chart, catalogue: Catalogue, on: date, seen_by: frozenset[str] | None = None) -> Chart:
    """Return the chart of a day with everything that follows from it; what was derived before is derived anew.

    ``seen_by``: the names of all who will look (None: anybody may). What none of them sees need not be found.
    """
    found = as_recorded(chart)
    for step in _DIAGNOSES:
        found = step(found, catalogue, on)
    for step, roles in _STEPS:
        if _is_seen((concept.id for role in roles if (concept := catalogue.by_role.get(role))), seen_by):
            found = step(found, catalogue, on)
    if _is_seen(told_beside(), seen_by):
        found = with_told_beside(found, catalogue, on)
    is_marked = _is_seen((concept.id for concept in catalogue.supported), seen_by)
    return with_support(found, catalogue, on) if is_marked else found


def _is_seen(concepts: Iterable[str], seen_by: frozenset[str] | None) -> bool:
    return seen_by is None or not seen_by.isdisjoint(concepts)
