"""Which schedules a patient is followed by."""

from __future__ import annotations

from collections.abc import Iterable

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.follow_up.schedule import Schedule
from core.values.merging import merged


def schedules_for(chart: Chart, schedules: Iterable[Schedule], catalogue: Catalogue) -> tuple[Schedule, ...]:
    """Return the schedules that are for everybody, then those of the patient's diagnoses, each in its order."""
    known = tuple(schedules)
    diagnoses = {episode.concept for episode in chart.episodes}
    for_all = [schedule for schedule in known if not schedule.diseases]
    own = [
        schedule
        for schedule in known
        if not diagnoses.isdisjoint(merged(catalogue.concepts_of(disease) for disease in schedule.diseases))
    ]
    return (*for_all, *own)
