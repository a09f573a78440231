"""What follows from a record: findings and diagnoses nobody typed, each with the entries it follows from.

Derived once for a chart and a day, before anything is judged, so that every rule sees the same facts. What is derived
stands beside what was recorded; where both can be known and differ, the answer is conflicting, never a pass.
"""

from __future__ import annotations

from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving.childhood import with_childhood_forms
from core.chart.deriving.codes import with_codes_of_diagnoses
from core.chart.deriving.marks import as_recorded
from core.chart.deriving.measures import with_measures
from core.chart.deriving.pregnancy import with_pregnancy
from core.chart.deriving.reproduction import with_either_told, with_potential_told
from core.chart.deriving.support import with_support

_STEPS = (
    with_childhood_forms,
    with_codes_of_diagnoses,
    with_potential_told,
    with_pregnancy,
    with_either_told,
    with_measures,
    with_support,
)


def derived(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart of a day with everything that follows from it; what was derived before is derived anew."""
    found = as_recorded(chart)
    for step in _STEPS:
        found = step(found, catalogue, on)
    return found
