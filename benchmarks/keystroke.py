"""A value is typed: every rule file judged again, for 18, 60 and 300 files; and all of them from nothing.

``uv run python -m benchmarks.keystroke`` prints CPU milliseconds, median and the 99th of a hundred.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import cycle
from time import process_time

from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.reading import read_patient
from core.chart.values import Measured
from core.discovery import resource_path, yaml_files
from core.rule_files.compiling import CompiledRuleFile
from core.screening.rejudging import Rejudging, watch
from core.screening.screening import screen_all
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity

ROUNDS = 100
VALUES = (("platelets", "10^9/L", "5, 15"), ("creatinine", "umol/L", "5, 15"), ("weight", "kg", "25"))


def files_of(shipped: tuple[CompiledRuleFile, ...], count: int) -> tuple[CompiledRuleFile, ...]:
    """Return so many files: the shipped ones over and over, each under an id of its own."""
    found: list[CompiledRuleFile] = []
    for number, compiled in zip(range(count), cycle(shipped), strict=False):
        checked = compiled.checked
        named = replace(checked.rule_file, id=f"{checked.rule_file.id}-{number}")
        found.append(replace(compiled, checked=replace(checked, rule_file=named)))
    return tuple(found)


def fullest() -> Chart:
    """Return the sample patient with the most on record."""
    catalogue = load_catalogue()
    charts = (read_patient(path.read_bytes(), path.name, catalogue)[0] for path in yaml_files(resource_path("samples")))
    return max((chart for chart in charts if chart is not None), key=lambda chart: len(chart.entries))


def typed(chart: Chart, concept: str, unit: str, day: PartialDate) -> Iterator[Chart]:
    """Yield the chart with one value typed anew each time."""
    at = next((index for index, each in enumerate(chart.findings) if each.concept == concept), None)
    for number in range(10**6):
        text = f"{60 + number % 7} {unit}"
        value = Measured(Quantity(Interval.exactly(Decimal(60 + number % 7)), unit, text))
        finding = Finding(f"{concept}/typed", concept, value, day)
        rest = chart.findings if at is None else (*chart.findings[:at], *chart.findings[at + 1 :])
        yield replace(chart, findings=(*rest, finding))


def times(act: Callable[[], object], rounds: int) -> list[float]:
    """Return the CPU milliseconds of each round, in order of length."""
    found: list[float] = []
    for _ in range(rounds):
        start = process_time()
        act()
        found.append((process_time() - start) * 1000)
    return sorted(found)


def _typed_once(rejudging: Rejudging, charts: Iterator[Chart], on: date) -> object:
    return rejudging.screen(next(charts), on)


def main() -> None:
    """Print the figures beside those to reach (engineering notes, section 4)."""
    catalogue = load_catalogue()
    shipped = load_rules(rule_paths(shipped_places()), catalogue).files
    chart = fullest()
    on = chart.judged_on
    assert on is not None
    day = PartialDate.on(on)
    gc.collect()
    gc.freeze()
    print(f"{'':34}{'median':>9}{'p99':>9}  reach (60 files)")
    for count in (18, 60, 300):
        files = files_of(shipped, count)
        screen_all(files, chart, on)
        whole = times(partial(screen_all, files, chart, on), 7)
        print(f"{count:4} files, all from nothing     {whole[len(whole) // 2]:9.1f}{whole[-1]:9.1f}  60")
        for concept, unit, goal in (
            ("creatinine", "umol/L", "5, 15"),
            ("crp", "mg/L", "5, 15"),
            ("weight", "kg", "25"),
        ):
            rejudging = Rejudging(watch(files))
            rejudging.screen(chart, on)
            charts = typed(chart, concept, unit, day)
            found = times(partial(_typed_once, rejudging, charts, on), ROUNDS)
            seen = sum(concept in each.names for each in watch(files))
            print(f"{count:4} files, {concept:12} ({seen:3} see it) {found[ROUNDS // 2]:9.2f}{found[-2]:9.2f}  {goal}")


if __name__ == "__main__":
    main()
