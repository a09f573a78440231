"""The row of a patient: who, which disease, which cells, the toxicity of the first weeks. No text that somebody typed.

Which things are asked follows what registries of cellular therapy ask in general (decision 62); names and words are
ours. A cell is empty where the record does not say: never 0, never no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Infusion
from core.chart.reading.infusions import INDICATIONS, PRODUCTS, REGIONS
from core.chart.sex import sex_of
from core.chart.words import TREATMENTS
from core.follow_up.schedule import VECTORS
from core.follow_up.strip import Strip, StripRow
from core.follow_up.toxicity_rows import BY_CAPD, BY_ICE, CRS, IEC_HS, LICATS, NEUTROPHILS
from core.language.phrases import Phrases
from core.registry.dataset import INFUSED, RECORD, Column, Form, Kind, Time
from core.registry.pseudonyms import Pseudonym
from core.values.duration import completed_years

OLDEST = 90
"""From this age on nobody's age is told (45 CFR 164.514: ages over 89 are one group)."""
_NONE, _OTHER = "none", "other"
_GRADED = {"crs": (CRS,), "icans": (BY_ICE, BY_CAPD), "iec_hs": (IEC_HS,), "licats": (LICATS,)}
_EVENTS = {"crs": "crs", "icans": "icans", "iec_hs": "iec_hs_event", "licats": "licats_event"}
_CELLS = "car_t_cells"


def patient_columns(phrases: Phrases, time: Time) -> Iterator[Column]:
    """Yield the columns of a patient."""

    def column(name: str, kind: Kind, words: Iterable[str] = (), unit: str = "") -> Column:
        choices = tuple((word, phrases.say(f"registry-{word.replace('_', '-')}")) for word in words)
        note = f"registry-{name.replace('_', '-')}-note"
        said = phrases.say(note) if phrases.can_say(note) else ""
        return Column(name, Form.PATIENT, kind, phrases.say(f"registry-{name.replace('_', '-')}"), unit, choices, said)

    yield column(RECORD, Kind.WORDS)
    yield column("sex", Kind.CHOICE, ("female", "male"))
    yield column("age_at_infusion", Kind.WHOLE, unit="a")
    yield column("diseases", Kind.WORDS)
    yield column("years_since_diagnosis", Kind.WHOLE, unit="a")
    yield column("earlier_drugs", Kind.WHOLE)
    yield column("product", Kind.CHOICE, PRODUCTS)
    yield column("vector", Kind.CHOICE, (*VECTORS, _OTHER))
    yield column("ground", Kind.CHOICE, INDICATIONS)
    yield column("region", Kind.CHOICE, (each.lower() for each in REGIONS))
    yield column("cells", Kind.NUMBER)
    yield column("cells_power", Kind.WHOLE)
    yield column("cells_per_kg", Kind.CHOICE, ("yes", "no"))
    yield column("lymphodepletion", Kind.WORDS)
    yield column("infusions", Kind.WHOLE)
    if time is Time.SHIFTED:
        yield column(INFUSED, Kind.DATE)
    for name in _GRADED:
        yield column(f"{name}_grade", Kind.WHOLE)
        yield column(f"{name}_first_day", Kind.WHOLE, unit="d")
        yield column(f"{name}_grade_clinician", Kind.WHOLE)
    yield column("icaht_early_grade", Kind.WHOLE)
    yield column("icaht_late_grade", Kind.WHOLE)


@dataclass(frozen=True, slots=True)
class PatientCells:
    """The cells of one patient; those that are not known are left out."""

    chart: Chart
    catalogue: Catalogue
    infusion: Infusion
    strip: Strip
    diseases: frozenset[str]
    key: Pseudonym
    time: Time

    def cells(self) -> dict[str, str]:
        """Return every cell that is known."""
        found = {**dict(self._who()), **dict(self._given()), **dict(self._toxicity())}
        return {name: value for name, value in found.items() if value}

    def _who(self) -> Iterator[tuple[str, str]]:
        sex, birth, day0 = sex_of(self.chart), self.chart.birth, self.infusion.on
        yield RECORD, self.key.code
        yield "sex", sex if sex != "unknown" else ""
        if birth is not None and completed_years(birth.first, day0) == completed_years(birth.last, day0):
            yield "age_at_infusion", str(min(OLDEST, completed_years(birth.first, day0)))
        mine = [each for each in self.chart.episodes if each.concept in self.diseases and not each.is_suspected]
        yield "diseases", ";".join(sorted({each.concept for each in mine}))
        onsets = [each.onset for each in mine if each.onset is not None and each.onset.last <= day0]
        first = min(onsets, key=lambda each: each.first, default=None)
        if first is not None and completed_years(first.first, day0) == completed_years(first.last, day0):
            yield "years_since_diagnosis", str(completed_years(first.first, day0))
        if any(each.of == TREATMENTS and each.as_of >= day0 for each in self.chart.complete):
            yield "earlier_drugs", str(len(self._earlier()))

    def _earlier(self) -> frozenset[str]:
        """Return the drugs whose courses certainly began before the infusion; a number only where the list is whole."""
        apart = {_CELLS, *self.catalogue.drugs_of(_CELLS), *(self.infusion.lymphodepletion or ())}
        before = (each for each in self.chart.courses if each.start is not None and each.start.last < self.infusion.on)
        return frozenset(each.drug for each in before if each.drug not in apart)

    def _given(self) -> Iterator[tuple[str, str]]:
        infusion = self.infusion
        yield "product", infusion.product
        yield "vector", infusion.vector if infusion.vector in VECTORS else _OTHER if infusion.vector else ""
        yield "ground", infusion.indication
        yield "region", infusion.region.lower()
        if infusion.cells is not None:
            yield "cells", str(infusion.cells.number)
            yield "cells_power", str(infusion.cells.power)
            yield "cells_per_kg", "yes" if infusion.cells.is_per_kg else "no"
        if infusion.lymphodepletion is not None:
            yield "lymphodepletion", ";".join(sorted(infusion.lymphodepletion)) or _NONE
        yield "infusions", str(len(self.chart.infusions))
        if self.time is Time.SHIFTED:
            yield INFUSED, self.key.shifted(infusion.on).isoformat()

    def _toxicity(self) -> Iterator[tuple[str, str]]:
        for name, rows in _GRADED.items():
            known = [row for row in map(self.strip.row, rows) if row is not None]
            yield from _graded(name, known)
            yield f"{name}_grade_clinician", self._stated(_EVENTS[name])
        blood = self.strip.row(NEUTROPHILS)
        if blood is not None and blood.in_all.blood is not None:
            for part, ends in (("early", blood.in_all.blood.early), ("late", blood.in_all.blood.late)):
                yield f"icaht_{part}_grade", str(ends[0]) if ends is not None and ends[0] == ends[1] else ""

    def _stated(self, event: str) -> str:
        """Return the highest grade a clinician gave by the table of the row, on an event since the infusion."""
        grades = [
            each.grade
            for row in self.strip.rows
            if row.kind.event == event
            for cell in row.cells
            for each in cell.stated
            if each.is_comparable and each.first >= 0
        ]
        return str(max(grades)) if grades else ""


def _graded(name: str, rows: Sequence[StripRow]) -> Iterator[tuple[str, str]]:
    """Yield the highest grade where it is certain, and the first day with one above 0."""
    found = [each.in_all.highest for each in rows if each.in_all.highest is not None]
    least, most = max((low for low, _ in found), default=None), max((high for _, high in found), default=None)
    if least is not None and least == most:
        yield f"{name}_grade", str(least)
    days = [
        cell.day
        for row in rows
        for cell in row.cells
        if cell.day >= 0 and cell.graded is not None and cell.graded.low is not None and cell.graded.low > 0
    ]
    if days:
        yield f"{name}_first_day", str(min(days))
