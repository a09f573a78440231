"""Lung function against the references of the Global Lung Function Initiative: per cent, z, lower limit of normal.

Spirometry is told by GLI Global 2022 and, where the group of GLI-2012 is recorded, by GLI-2012 too; each by its name,
so that a criterion that names none is unknown where they disagree on its limit. The transfer factor is told by
GLI-2017: as it was measured and corrected for haemoglobin. One that was printed as corrected is not corrected again,
and one of which nobody said whether it was is not corrected at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving.computing import Computed, Known, Measures, Told, output_of, with_computed
from core.scores.given import Json

SPIROMETRY: Mapping[str, tuple[str, str]] = {
    "forced_vital_capacity": ("FVC_L", "FVC"),
    "forced_expiratory_volume": ("FEV1_L", "FEV1"),
}
"""By role: the input of the score, and how its outputs begin."""
TRANSFER = "transfer_factor"
CORRECTED, UNCORRECTED = "hb_corrected", "uncorrected"
GLOBAL, OF_GROUPS = "gli_2022", "gli_2012"
REFERENCES: Mapping[str, str] = {GLOBAL: "GLI_Global_2022", OF_GROUPS: "GLI_2012"}
"""The references of spirometry by the words of the catalogue."""
GROUPS: Mapping[str, str] = {
    "gli_caucasian": "caucasian",
    "gli_african_american": "black",
    "gli_north_east_asian": "NE_asia",
    "gli_south_east_asian": "SE_asia",
    "gli_other": "other",
}
"""The groups of GLI-2012 by the codes of the catalogue."""
_SCORE = "gli_lung"
PERCENT, Z = "_percent", "_z"
"""What the roles of that which follows from a measurement end with."""
FOLLOWING = tuple(f"{role}{end}" for role in (*SPIROMETRY, TRANSFER) for end in (PERCENT, Z))
"""The roles of all that is told here."""


def with_lung_function(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with lung function as per cent of the predicted, with its lower limit, and as z."""
    del on
    roles = (*SPIROMETRY, TRANSFER, *FOLLOWING, "height", "sex", "haemoglobin", "lung_reference_group")
    return with_computed(chart, catalogue, roles, _told)


def _told(measures: Measures) -> Iterator[Computed]:
    for role in SPIROMETRY:
        yield from _spirometry(measures, role)
    yield from _transfer(measures)


def _asked(measures: Measures, role: str, name: str) -> tuple[Known, Told] | None:
    """Return the newest measurement with what its reference asks besides."""
    known, sex = measures.newest_of(role), measures.sex()
    height = None if known is None else measures.height(known.on)
    age = None if known is None else measures.age(known.on)
    if known is None or sex is None or height is None or age is None:
        return None
    inputs: dict[str, Json] = {name: known.number, "sex": sex[0], "age": age, "height_cm": height.number}
    return known, Told(inputs, known.on, (known.ref, height.ref, sex[1]))


def _spirometry(measures: Measures, role: str) -> Iterator[Computed]:
    name, prefix = SPIROMETRY[role]
    asked = _asked(measures, role, name)
    if asked is None:
        return
    told, group = asked[1], measures.coded("lung_reference_group")
    yield from _against(role, prefix, told.setting("set", REFERENCES[GLOBAL]), GLOBAL)
    if group is not None and group[0] in GROUPS:
        of_group = told.with_input("ethnicity", GROUPS[group[0]], group[1])
        yield from _against(role, prefix, of_group.setting("set", REFERENCES[OF_GROUPS]), OF_GROUPS)


def _transfer(measures: Measures) -> Iterator[Computed]:
    asked = _asked(measures, TRANSFER, "DLCO_trad")
    if asked is None:
        return
    known, told = asked
    method = next((each for each in (CORRECTED, UNCORRECTED) if each in known.qualifiers), "")
    yield from _against(TRANSFER, "TLCO", told, method)
    haemoglobin = measures.fresh("haemoglobin", known.on)
    if method == UNCORRECTED and haemoglobin is not None:
        with_haemoglobin = told.with_input("hb", haemoglobin.number, haemoglobin.ref)
        yield from _against(TRANSFER, "TLCO", with_haemoglobin, CORRECTED, "_corrected")


def _against(role: str, prefix: str, told: Told, method: str, which: str = "") -> Iterator[Computed]:
    outputs = (f"{prefix}{which}_pct", f"{prefix}{which}_z", f"{prefix}_LLN", f"{prefix}_pred")
    found = output_of(_SCORE, told, *outputs)
    if found:
        percent, z, lower, predicted = found
        yield Computed(f"{role}{PERCENT}", percent, told, method, lower=100 * lower / predicted)
        yield Computed(f"{role}{Z}", z, told, method)
