"""Data sets of invented patients; all synthetic."""

from __future__ import annotations

from core.chart.chart import Chart
from core.language.phrases import spoken
from core.registry import Pseudonym, Time
from core.use_cases.export_registry import Export, Maker, Person, Wish
from core.use_cases.plan_follow_up import load_schedules
from tests.core.safety.cases import ON, invented
from tests.sample_screenings import catalogue

FREE = "Onkel Wendelin aus Buxtehude"
TELEPHONE, CENTRE = "0170 5550199", "Klinikum Quackenmoor"
KEY = Pseudonym("PTESTCODE22", 100)


def maker(language: str = "en") -> Maker:
    return Maker(catalogue(), load_schedules(catalogue()), spoken(language))


def export(
    *charts: Chart, time: Time = Time.COUNTED, language: str = "en", keys: dict[str, Pseudonym] | None = None
) -> Export:
    people = [Person(f"p{number}", chart, ON) for number, chart in enumerate(charts)]
    return maker(language).make(people, {} if keys is None else keys, Wish(time, are_synthetic=True))


def infused(count: int) -> list[Chart]:
    """Return invented patients who were infused."""
    found = (chart for chart in map(invented, range(1000)) if chart.infusion is not None)
    return [next(found) for _ in range(count)]
