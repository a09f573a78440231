"""Three synthetic patients followed for 15 years: visits generated from their own plan, the same in every run.

A girl with lupus who comes of age in year 4 (EU), a man with systemic sclerosis who is treated again from year 3 on and
is lost from year 8 to 10 (US), a boy with dermatomyositis after cells of a donor (EU). Values follow plain curves over
the years; what is done, what is missed and why is drawn for each visit by its name.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.follow_up.plan import Visit
from tests.core.follow_up.sample_plans import plan_of

DAY0 = date(2026, 2, 4)
YEAR = 365
MOMENTS = (
    "day 0", "day 7", "day 14", "day 28", "month 2", "month 3", "month 4", "month 6", "month 9", "year 1",
    "month 18", "year 2", "year 3", "year 4", "year 5", "year 6", "year 8", "year 10", "year 12", "year 15",
)  # fmt: skip
"""The 20 visits on whose day each of them is told."""
REASONS = ("moved house", "family holiday", "admitted elsewhere")
MISSED, DONE = "missed", "done"

Curve = Callable[[int], str]
"""The value of a concept so many days after the infusion, as a patient file writes it."""


def _through(unit: str, *points: tuple[int, float], digits: int = 0) -> Curve:
    """Return a curve through points, level before the first and after the last."""

    def value(day: int) -> str:
        first, low = max((each for each in points if each[0] <= day), default=points[0])
        last, high = min((each for each in points if each[0] > day), default=points[-1])
        share = (day - first) / (last - first) if last > first <= day else 0.0
        return f"{low + share * (high - low):.{digits}f} {unit}".strip()

    return value


def _b_cells(day: int) -> str:
    return "<2 /uL" if 3 < day < 90 else _through("/uL", (0, 120), (90, 6), (250, 90), (500, 160))(day)


COMMON: Mapping[str, Curve] = {
    "cd19_count": _b_cells,
    "igg": _through("g/L", (-30, 9.5), (20, 5.2), (90, 3.6), (250, 5.1), (500, 7.2), (900, 8.4), digits=1),
    "cd4_count": _through("/uL", (0, 380), (10, 60), (60, 170), (160, 240), (400, 520)),
    "wbc": _through("10^9/L", (-10, 6.1), (5, 1.2), (20, 2.9), (60, 4.8), (200, 6.0), digits=1),
    "anc": _through("10^9/L", (-10, 4.0), (6, 0.4), (12, 0.7), (25, 1.9), (90, 3.1), digits=1),
    "platelets": _through("10^9/L", (-10, 260), (9, 62), (30, 150), (90, 240)),
    "haemoglobin": _through("g/dL", (-10, 11.2), (12, 9.1), (60, 11.5), (300, 13.0), digits=1),
    "crp": _through("mg/L", (-5, 4), (4, 60), (12, 8), (30, 3)),
    "ferritin": _through("ug/L", (-5, 210), (6, 1900), (20, 400), (90, 90)),
    "creatinine": _through("umol/L", (-5, 62), (20, 60)),
    "lvef": _through("%", (0, 62)),
}
MUSCLE: Mapping[str, Curve] = {
    "mmt8": _through("", (-20, 98), (90, 132), (360, 148)),
    "cmas": _through("", (-20, 27), (90, 44), (360, 51)),
    "phga_vas": _through("cm", (-20, 7.0), (90, 2.1), (360, 0.3), digits=1),
    "chaq": _through("", (-20, 1.5), (180, 0.0), digits=3),
    "ck": _through("U/L", (-20, 910), (30, 190), (90, 88)),
    "ldh": _through("U/L", (-20, 410), (60, 220)),
}
LUPUS: Mapping[str, Curve] = {
    "sledai_2k": _through("", (-20, 16), (30, 6), (90, 0)),
    "upcr": _through("mg/mmol", (-20, 210), (90, 60), (360, 14)),
    "egfr": _through("mL/min/1.73m2", (-20, 92), (360, 108)),
    "c3": _through("g/L", (-20, 0.42), (90, 0.95), digits=2),
    "c4": _through("g/L", (-20, 0.05), (90, 0.17), digits=2),
}
SCLEROSIS: Mapping[str, Curve] = {
    "mrss": _through("", (-20, 28), (180, 18), (720, 9), (1100, 15), (1500, 10)),
    "fvc_percent": _through("%", (-20, 64), (360, 72), (1100, 65), (1600, 69)),
    "dlco_percent": _through("%", (-20, 48), (360, 55)),
    "nt_probnp": _through("ng/L", (-20, 240), (360, 120)),
    "haq_di": _through("", (-20, 1.5), (360, 0.625), digits=3),
}
GROWTH: Mapping[str, Curve] = {
    "height": _through("cm", (0, 138), (4 * YEAR, 164), (6 * YEAR, 168)),
    "weight": _through("kg", (0, 34), (4 * YEAR, 56), (6 * YEAR, 62)),
}


@dataclass(frozen=True, eq=False)
class Person:
    """One of the three. ``told`` are further lines of the file, ``diagnosed`` further diagnoses, their days written as
    ``<day 3>``; ``away`` are the days on which nobody came, ``untaken`` the share of visits that are not done.
    """

    name: str
    number: int
    diagnosis: str
    born: str
    sex: str
    infusion: str
    curves: Mapping[str, Curve]
    events: tuple[str, ...]
    treatments: tuple[str, ...]
    told: tuple[str, ...] = ()
    diagnosed: tuple[str, ...] = ()
    away: range = field(default_factory=lambda: range(0))
    untaken: float = 0.1

    def chart(self, day0: date = DAY0) -> Chart:
        """Return the whole record of 15 years, its days counted from ``day0``."""
        return _read(self.file(day0))

    def file(self, day0: date = DAY0, until: date = date.max) -> str:
        """Return the patient file of all visits up to a day."""
        values: dict[str, dict[date, str]] = {}
        said: list[str] = []
        events = [_dated(each, day0) for each in self.events]
        self._measure(values, self.curves, day0 - timedelta(days=20), day0)
        for visit, fate, day in self.visits(day0):
            if day > until:
                continue
            at = visit.names[0]
            if fate not in (DONE, MISSED):
                said.append(f"{{activity: visit, at: {at}, date: {day}, outcome: not_done, why: {fate}}}")
            for item in visit.items if fate == DONE else ():
                measured = [name for name in item.activity.yields if name in self.curves]
                self._measure(values, measured, day, day0)
                if "influenza_vaccine" in item.activity.yields:
                    events.append(f"{{event: influenza_vaccine, date: {day}}}")
                elif not measured and not item.activity.is_confidential:
                    said.append(f"{{activity: {item.activity.id}, at: {item.at[0]}, date: {day}, outcome: done}}")
        lists = {name: [_finding(*each) for each in found.items()] for name, found in values.items()}
        lists |= {"events": events, "follow_up": said}
        return self._text(day0, lists)

    def visits(self, day0: date = DAY0) -> Iterator[tuple[Visit, str, date]]:
        """Yield each visit with what became of it (done, missed, else why it was not) and its day."""
        for visit in plan_of(_read(self._text(day0, {})), day0, product="", vector="", region="").visits:
            chance = random.Random(f"{self.number} {visit.names[0]}")
            fate, slack = chance.random(), chance.randint(0, (visit.latest - visit.on).days)
            day = visit.on + timedelta(days=slack)
            if (visit.on - day0).days in self.away or fate < self.untaken / 2:
                yield visit, MISSED, day
            else:
                yield visit, chance.choice(REASONS) if fate < self.untaken else DONE, day

    def _measure(self, values: dict[str, dict[date, str]], names: Iterable[str], day: date, day0: date) -> None:
        for name in names:
            values.setdefault(name, {})[day] = self.curves[name]((day - day0).days)

    def _text(self, day0: date, lists: Mapping[str, list[str]]) -> str:
        own = {
            "diagnoses": [
                f"{{is: {self.diagnosis}, since: 2023-05}}",
                *(_dated(each, day0) for each in self.diagnosed),
            ],
            "treatments": [_dated(each, day0) for each in self.treatments],
        }
        lines = (
            "format: 1",
            f"id: followed-{self.number}",
            "synthetic: true",
            f"name: Sample patient {self.number}",
            f"birth_date: {self.born}",
            f"sex: {self.sex}",
            f"infusion: {{date: {day0}, {self.infusion}}}",
            *(_dated(each, day0) for each in self.told),
            *(line for name, entries in {**own, **lists}.items() for line in (f"{name}:", *_listed(entries))),
        )
        return "\n".join(lines)


def _read(text: str) -> Chart:
    found, problems = read_patient(text.encode(), "followed.yaml", load_catalogue())
    assert problems == (), [(each.message, each.hint) for each in problems]
    assert found is not None
    return found


def _listed(entries: list[str]) -> Iterator[str]:
    yield from (f"  - {each}" for each in entries)


def _dated(text: str, day0: date) -> str:
    """Return a text with its days, written as ``<day 3>``, as dates."""
    first, *others = text.split("<day ")
    parts = (each.partition(">") for each in others)
    return first + "".join(f"{day0 + timedelta(days=int(day))}{rest}" for day, _, rest in parts)


def _finding(day: date, value: str) -> str:
    told = f'"{value}"' if value.startswith("<") else value
    return f"{{value: {told}, date: {day}}}"


_CRS = (
    "astct_crs:",
    "  - {date: <day 3>, inputs: {temp: 38.4, hypotension: none, oxygen: none, others: no}}",
    "  - {date: <day 4>, inputs: {temp: 39.1, hypotension: none, oxygen: none, others: no}}",
)
_GIVEN = "lymphodepletion: [fludarabine, cyclophosphamide], product_name: Example cells, batch: B-1, centre: Example"
_DEPLETION = (
    "{drug: fludarabine, from: <day -5>, to: <day -3>, route: intravenous}",
    "{drug: cyclophosphamide, from: <day -3>, to: <day -3>, route: intravenous}",
)
_DOSES = "[{dose: 20 mg/day, from: <day -700>, to: <day -8>}, {dose: 5 mg/day, from: <day -7>, to: <day 60>}]"

LUPUS_GIRL = Person(
    "lupus",
    101,
    "sle",
    "2012-06-10",
    "female",
    f"product: autologous, vector: lentiviral, region: EU, {_GIVEN}",
    {**COMMON, **LUPUS, **GROWTH},
    events=("{event: crs, grade: 1, from: <day 3>, to: <day 6>}",),
    treatments=(
        f"{{drug: prednisolone, from: <day -700>, to: <day 60>, route: oral, doses: {_DOSES}}}",
        *_DEPLETION,
        "{drug: immunoglobulin_sc, from: <day 95>, to: <day 400>, route: subcutaneous, stopped_for: planned}",
    ),
    told=(*_CRS, "treatments_complete: {since: 2012-06-10, as_of: <day 400>}"),
    diagnosed=("{is: herpes_zoster, since: <day 210>, until: <day 224>}",),
)
SCLEROSIS_MAN = Person(
    "sclerosis",
    102,
    "systemic_sclerosis",
    "1979-11-02",
    "male",
    f"product: autologous, vector: lentiviral, region: US, {_GIVEN}",
    {**COMMON, **SCLEROSIS},
    events=(
        "{event: crs, grade: 2, from: <day 2>, to: <day 7>}",
        "{event: icans, grade: 1, from: <day 6>, to: <day 7>}",
    ),
    treatments=(
        *_DEPLETION,
        "{drug: tocilizumab, from: <day 4>, to: <day 4>, route: intravenous}",
        "{drug: mycophenolate_mofetil, from: <day 1105>, to: <day 2200>, route: oral, outcome: partial_response}",
    ),
    told=_CRS,
    away=range(7 * YEAR + 60, 10 * YEAR + 200),
)
DERMATOMYOSITIS_BOY = Person(
    "dermatomyositis",
    103,
    "jdm",
    "2017-03-20",
    "male",
    f"product: allogeneic, region: EU, {_GIVEN}",
    {**COMMON, **MUSCLE, **GROWTH},
    events=("{event: crs, grade: 1, from: <day 3>, to: <day 4>}",),
    treatments=(*_DEPLETION, "{drug: immunoglobulin_iv, from: <day 40>, to: ongoing, route: intravenous}"),
    told=_CRS,
    untaken=0.2,
)
PERSONS = (LUPUS_GIRL, SCLEROSIS_MAN, DERMATOMYOSITIS_BOY)


@cache
def record_of(person: Person, day0: date = DAY0) -> Chart:
    """Return the record of one of them."""
    return person.chart(day0)
