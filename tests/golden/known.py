"""An invented state of a registry, and what the report of an invented patient says by it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.chart.chart import Chart
from core.trials.listing import HeldFile, KnownTrials, known_for, listing
from core.trials.person import person_of
from core.trials.places import NamedPlace
from core.trials.reading import read_registry
from core.trials.trial import Place
from tests.core.trials.states import SITES, TRIALS
from tests.sample_screenings import catalogue

IMPORTED_AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
BERLIN = NamedPlace("Berlin", Place(52.52, 13.40))
_ROW = "NCT9000000{},Invented cells {},{},PHASE1,Lupus Nephritis,Cells,2026-05-01,9,Spain,Sponsor,12 Years,,2026-06-01"
MANY = (
    TRIALS.replace("18 Years,65 Years", "12 Years,65 Years").strip()
    + "\n"
    + "\n".join(
        _ROW.format(number, name, status)
        for number, name, status in (
            (5, "soon", "NOT_YET_RECRUITING"),
            (6, "done", "COMPLETED"),
            (7, "held", "RECRUITING"),
        )
    )
    + "\n"
)


def known_of(chart: Chart, home: NamedPlace | None = BERLIN) -> KnownTrials:
    """Return the trials for the report of a patient on the day of the tests, the seventh of them with a rule file."""
    state = read_registry([("trials.csv", MANY.encode()), ("sites.csv", SITES.encode())]).state
    whole = listing(state, {"NCT90000007": HeldFile("nct90000007", "1.0.0")}, None if home is None else home.place)
    found, more = known_for(whole, person_of(chart, date(2026, 11, 22), catalogue()))
    return KnownTrials(state.as_of, f"{IMPORTED_AT:%Y-%m-%d}", found, more, "" if home is None else home.name)
