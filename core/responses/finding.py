"""Responses as findings: dated, with what they rest on, beside what was recorded and never over it.

Only what is certain becomes a finding; of a number between two ends, the ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving import derived
from core.chart.deriving.marks import derived_finding
from core.chart.deriving.newest import valued
from core.chart.entries import Finding
from core.chart.values import Absence, Coded, Scored, Value
from core.responses.contact import Contact, baseline_of
from core.responses.responding import INSTRUMENTS, Instrument, instruments_of
from core.responses.response import Response
from core.responses.visited import Visited
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.truth import Truth

SCORES = frozenset(each.score for each in INSTRUMENTS)
"""The concepts of which findings are made."""
_CODES = {Truth.TRUE: "met", Truth.FALSE: "not_met"}


def all_derived(
    chart: Chart,
    catalogue: Catalogue,
    on: date,
    seen_by: frozenset[str] | None = None,
    responses_by: frozenset[str] | None = None,
) -> Chart:
    """Return the chart of a day with everything that follows from it, the responses among it.

    ``seen_by``: the names of all who will look (None: anybody may), ``responses_by`` those of all who will look at
    responses (None: who looks at the rest). What none of them sees need not be found.
    """
    found = derived(chart, catalogue, on, seen_by)
    names = seen_by if responses_by is None else responses_by
    if names is not None and names.isdisjoint(SCORES):
        return found
    visited = Visited(found, catalogue, on)
    wanted = (each for each in instruments_of(visited) if names is None or each.score in names)
    added = tuple(finding for each in wanted for finding in _newest(each, visited))
    return replace(found, findings=(*found.findings, *added)) if added else found


def _newest(instrument: Instrument, visited: Visited) -> Iterator[Finding]:
    """Yield what an instrument says of the newest day it can be told of, unless a result may be as new."""
    concept = visited.concept(instrument.score)
    days = [
        each.on.first
        for each in visited.chart.of(instrument.key)
        if each.on is not None and each.on.is_exact and not isinstance(each.value, Absence)
    ]
    infused = visited.chart.infused_by(visited.evaluation_on)
    day = max(days, default=None)
    if day is None or (not instrument.is_state and (infused is None or day <= infused.on)):
        return
    if any(each.on is None or each.on.last >= day for each in valued(visited.chart, concept)):
        return
    baseline = Contact.of_day(day) if infused is None else baseline_of(infused.on)
    response = instrument.at(visited, baseline, Contact.of_day(day))
    value = _value(response)
    if value is not None:
        yield derived_finding(concept.id, value, response.refs, PartialDate.on(day))


def _value(response: Response) -> Value | None:
    if response.low is not None and response.high is not None:
        is_open = not any(each.truth.is_known for each in response.parts)
        return None if is_open else Scored(Interval(_decimal(response.low), _decimal(response.high)))
    code = _CODES.get(response.truth)
    return None if code is None or response.low is not None else Coded(frozenset({code}))


def _decimal(number: float) -> Decimal:
    return Decimal(repr(number)).normalize() + 0
