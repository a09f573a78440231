"""A value is typed: every rule file judged again, for 18, 60 and 300 files; and all of them from nothing.

``uv run python -m benchmarks.keystroke`` prints CPU milliseconds, median and the 99th of a hundred.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import cycle
from time import process_time

from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.reading.whole import read_patient
from core.chart.values import Measured
from core.criteria.scope import Scope
from core.discovery import resource_path, yaml_files
from core.rule_files.compiling import CompiledRuleFile, compile_rule_file
from core.screening.rejudging import Rejudging, watch
from core.screening.screening import screen_all
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity

ROUNDS = 100
VALUES = (("crp", "mg/L", "5, 15"), ("creatinine", "umol/L", "5, 15"), ("lvef", "%", "5, 15"), ("weight", "kg", "25"))


def files_of(
    shipped: tuple[CompiledRuleFile, ...], count: int, *, is_shared: bool = True
) -> tuple[CompiledRuleFile, ...]:
    """Return so many files: the shipped ones over and over, each under an id of its own.

    What files ask alike is judged once. Unless ``is_shared``, each has a window of its own, so that nothing is alike.
    """
    found: list[CompiledRuleFile] = []
    for number, compiled in zip(range(count), cycle(shipped), strict=False):
        checked = compiled.checked
        named = replace(checked.rule_file, id=f"{checked.rule_file.id}-{number}")
        apart = {} if is_shared else {f"own_{number}": Duration(number + 1, TimeUnit.DAY)}

        def own(scope: Scope, apart: Mapping[str, Duration] = apart) -> Scope:
            return replace(scope, windows={**scope.windows, **apart})

        cohorts = tuple(replace(each, scope=each.scope and own(each.scope)) for each in named.cohorts)
        rule_file = replace(named, cohorts=cohorts)
        found.append(compile_rule_file(replace(checked, rule_file=rule_file, scope=own(checked.scope))))
        found[-1].make_all()
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


def _line(what: str, found: list[float], goal: str) -> None:
    print(f"{what:44}{found[len(found) // 2]:8.1f}{found[-1 - len(found) // 50]:8.1f}  {goal}")


def main() -> None:
    """Print the figures beside those to reach (engineering notes, section 4)."""
    catalogue = load_catalogue()
    shipped = load_rules(rule_paths(shipped_places()), catalogue).files
    chart = fullest()
    on = chart.judged_on
    assert on is not None
    day = PartialDate.on(on)
    sizes = [(18, True), (60, True), (60, False), (300, True)]
    sets = [(count, is_shared, files_of(shipped, count, is_shared=is_shared)) for count, is_shared in sizes]
    gc.collect()
    gc.freeze()
    print(f"{'':44}{'median':>8}{'p99':>8}  to reach with 60 files")
    for count, is_shared, files in sets:
        head = f"{count} files{'' if is_shared else ', nothing alike'}"
        screen_all(files, chart, on)
        _line(f"{head}, all from nothing", times(partial(screen_all, files, chart, on), 15), "60")
        watched = watch(files)
        for concept, unit, goal in VALUES:
            rejudging = Rejudging(watched)
            rejudging.screen(chart, on)
            found = times(partial(_typed_once, rejudging, typed(chart, concept, unit, day), on), ROUNDS)
            seen = sum(concept in each.names for each in watched)
            _line(f"{head}, {concept} ({seen} see it)", found, goal)


if __name__ == "__main__":
    main()
