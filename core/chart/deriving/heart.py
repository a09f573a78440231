"""The QT interval corrected for the heart rate of the same electrocardiogram."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving.computing import Computed, Measures, Told, output_of, with_computed


def with_corrected_qt(chart: Chart, catalogue: Catalogue, on: date) -> Chart:
    """Return the chart with the QTc by Fridericia, from QT interval and heart rate of one ECG.

    The rate has to be that of the ECG: a pulse counted at another moment of the day corrects another interval.
    """
    del on
    return with_computed(chart, catalogue, ("qt_interval", "ecg_rate", "corrected_qt"), _corrected)


def _corrected(measures: Measures) -> Iterator[Computed]:
    interval = measures.newest_of("qt_interval")
    rate = None if interval is None else measures.beside("ecg_rate", interval)
    if interval is None or rate is None:
        return
    told = Told({"qt": interval.number, "hr": rate.number}, interval.on, (interval.ref, rate.ref))
    for number in output_of("qtcf", told, "qtcf"):
        yield Computed("corrected_qt", number, told)
