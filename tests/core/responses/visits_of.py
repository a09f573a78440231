"""Invented patients at a visit, for the tests of responses."""

from __future__ import annotations

from datetime import date

from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.responses.contact import Contact, baseline_of
from core.responses.responding import INSTRUMENTS
from core.responses.response import Part, Response
from core.responses.visited import Visited
from tests.sample_screenings import catalogue

DAY0, VISIT, ON = date(2026, 2, 4), date(2026, 8, 4), date(2026, 8, 20)
ALL_TOLD = "treatments_complete: {since: 2000-01-01, as_of: 2026-08-20}"
HEAD = ("format: 1", "id: p", "synthetic: true", "birth_date: 1990-02-11", "sex: female")
CHILD = ("format: 1", "id: p", "synthetic: true", "birth_date: 2014-02-11", "sex: female")


def chart_of(*lines: str, head: tuple[str, ...] = HEAD) -> Chart:
    """Return a chart of these lines of a patient file."""
    chart, problems = read_patient("\n".join((*head, *lines)).encode(), "p.yaml", catalogue(), ON)
    assert chart is not None, problems
    assert not [each for each in problems if each.is_error], problems
    return chart


def response_of(score: str, *lines: str, head: tuple[str, ...] = HEAD, on: date = VISIT) -> Response:
    """Return what an instrument says of the visit of a day."""
    return at(score, chart_of(*lines, head=head), on)


def at(score: str, chart: Chart, on: date = VISIT, contact: Contact | None = None) -> Response:
    """Return what an instrument says of a chart at a visit."""
    instrument = next(each for each in INSTRUMENTS if each.score == score)
    visited = Visited.of(chart, catalogue(), ON)
    return instrument.at(visited, baseline_of(DAY0), contact or Contact.of_day(on))


def part(response: Response, name: str) -> Part:
    """Return one part by its name."""
    return next(each for each in response.parts if each.id == name)


def prednisone(dose: str, until: str = "ongoing") -> str:
    """Return the treatments of somebody who takes one glucocorticoid."""
    if not dose:
        return "treatments: []"
    doses = f"doses: [{{dose: {dose} mg/day, from: 2026-01-01}}]"
    return f"treatments: [{{drug: prednisone, from: 2026-01-01, to: {until}, route: oral, {doses}}}]"


def sledai(*present: str, day: date = VISIT, rest: str = "no") -> str:
    """Return an entry of the SLEDAI-2K by its items; of the rest that they are absent, or nothing."""
    items = [f"{name}: yes" for name in present] + ([f"others: {rest}"] if rest else [])
    return f"{{items: {{{', '.join(items)}}}, date: {day.isoformat()}}}"


def before_and_now(concept: str, before: str, now: str) -> str:
    """Return a value of the baseline and one of the visit; "" for none."""
    days = ((before, "2026-01-20"), (now, VISIT.isoformat()))
    entries = [f"{{value: {value}, date: {day}}}" for value, day in days if value]
    return f"{concept}: [{', '.join(entries)}]"
