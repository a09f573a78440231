"""An update weighed over 1,000 patients: who moves, by which criterion.

``uv run python -m benchmarks.impact`` prints CPU seconds: judging by the impact, judging by two whole screenings of
each patient (which it must equal), and the share of finding what was on record on the day. The patients are the
samples, each as often as it takes; two in five have another disease.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from datetime import date
from itertools import cycle, islice
from time import process_time
from typing import TypeVar

from benchmarks.measuring import milliseconds
from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.discovery import resource_path, rules_path, yaml_files
from core.rule_files.checking import check_rule_file
from core.rule_files.comparison.comparing import Written, compare
from core.rule_files.compiling import compile_rule_file
from core.screening.impact import Impact, PatientImpact
from core.screening.screening import Screening, chart_seen, screen

Result = TypeVar("Result")
PATIENTS = 1000
ON = date(2026, 11, 22)
FILE = "example-sle-cart-01.yaml"
AMENDMENTS = {
    "a limit raised (kidney)": ("egfr >= 30 mL/min/1.73m2", "egfr >= 45 mL/min/1.73m2"),
    "a list widened (antibodies)": ("any of (anti_dsdna, anti_sm)", "any of (anti_dsdna, anti_sm, anti_ro)"),
    "an age raised": ("age between 18 years and 65 years", "age between 18 years and 70 years"),
    "a washout shortened": ("rituximab within 26 weeks", "rituximab within 12 weeks"),
    "the text alone": ("en: Active infection", "en: An active infection"),
}


def main() -> None:
    """Print the figures."""
    catalogue = load_catalogue()
    text = rules_path("protocols", FILE).read_text("utf-8")
    old = _written(text, catalogue)
    for name, (before, after) in AMENDMENTS.items():
        new = _written(text.replace(before, after, 1), catalogue)
        _measure(name, old, new, catalogue)


def _measure(name: str, old: Written, new: Written, catalogue: Catalogue) -> None:
    versions = [compile_rule_file(each.checked) for each in (old, new)]
    for each in versions:
        each.make_all()
    impact = Impact(versions[0], versions[1], compare(old, new))
    judged, found = _timed(lambda chart: impact.of(chart, ON), _charts(catalogue))
    whole, both = _timed(lambda chart: [screen(each, chart, ON) for each in versions], _charts(catalogue))
    seeing, _ = _timed(lambda chart: chart_seen(chart, catalogue, ON), _charts(catalogue))
    moved = sum(_is_moved(each) for each in found)
    agree = sum(_is_moved(each) == _differ(*pair) for each, pair in zip(found, both, strict=True))
    screened = sum(each.new is not None for each in found)
    print(
        f"{name}: {judged:.2f} s ({milliseconds(judged / PATIENTS)} a patient), two screenings {whole:.2f} s, "
        f"what was on record {seeing:.2f} s; {moved} move, {screened} screened, {agree} of {PATIENTS} agree"
    )


def _timed(work: Callable[[Chart], Result], charts: Sequence[Chart]) -> tuple[float, list[Result]]:
    gc.disable()
    start = process_time()
    found = [work(each) for each in charts]
    taken = process_time() - start
    gc.enable()
    return taken, found


def _is_moved(impact: PatientImpact) -> bool:
    return impact.is_moved


def _differ(old: Screening, new: Screening) -> bool:
    return _told(old) != _told(new)


def _told(screening: Screening) -> tuple[object, ...]:
    later = [(name, each.word, each.not_before) for name, each in screening.best.later_in_the_way.items()]
    return screening.conclusion.word, screening.conclusion.not_before, *later


def _charts(catalogue: Catalogue) -> list[Chart]:
    """Return the patients, each read anew: a chart keeps what was found of it."""
    contents = [path.read_bytes() for path in yaml_files(resource_path("samples"))]
    read = (read_patient(content, "sample", catalogue, None)[0] for content in islice(cycle(contents), PATIENTS))
    return [chart for chart in read if chart is not None]


def _written(text: str, catalogue: Catalogue) -> Written:
    check = check_rule_file(text.encode(), FILE, catalogue)
    if check.checked is None:
        raise SystemExit(check.problems)
    return Written(check.checked, text.encode())


if __name__ == "__main__":
    main()
