"""Body mass index, body surface and filtration rate from what was measured.

The filtration rate is told by every formula that holds at that age, each by its name; where they disagree on a limit
the answer is unknown, since no formula was named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving.computing import Computed, Measures, Told, output_of, with_computed

FORMULAS: Mapping[str, tuple[str, int, int]] = {
    "ckd_epi": ("ckd_epi_2021", 18, 130),
    "schwartz": ("schwartz_bedside", 1, 18),
    "ckid_u25": ("ckid_u25", 1, 25),
}
"""The formulas by the words of the catalogue: the score, and from which age to below which it is asked."""
SIZES: Mapping[str, tuple[str, str]] = {"body_mass_index": ("bmi", "bmi"), "body_surface": ("bsa", "mosteller")}
"""What follows from weight and height, by role: the score and its output."""


def with_body_size(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with body mass index and body surface, computed from weight and height."""
    del on
    return with_computed(chart, catalogue, ("weight", "height", *SIZES), _sizes)


def with_filtration_rate(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with what can be computed from creatinine, height, sex and birth date."""
    del on
    return with_computed(chart, catalogue, ("creatinine", "height", "sex", "filtration_rate"), _rates)


def _sizes(measures: Measures) -> Iterator[Computed]:
    weight = measures.newest_of("weight")
    height = None if weight is None else measures.height(weight.on)
    if weight is None or height is None:
        return
    told = Told({"w": weight.number, "h": height.number}, weight.on, (weight.ref, height.ref))
    for role, (score, output) in SIZES.items():
        for number in output_of(score, told, output):
            yield Computed(role, number, told)


def _rates(measures: Measures) -> Iterator[Computed]:
    creatinine, sex = measures.newest_of("creatinine"), measures.sex()
    age = None if creatinine is None else measures.age(creatinine.on)
    if creatinine is None or age is None or sex is None:
        return
    without = Told({"scr": creatinine.number, "age": age, "sex": sex[0]}, creatinine.on, (creatinine.ref, sex[1]))
    height = measures.height(creatinine.on)
    for method, (score, low, below) in FORMULAS.items():
        told = without
        if not low <= age < below:
            continue
        if score != "ckd_epi_2021":
            if height is None:
                continue
            told = without.with_input("height_cm", height.number, height.ref)
        for number in output_of(score, told, "egfr"):
            yield Computed("filtration_rate", number, told, method)
