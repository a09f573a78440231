"""One patient by one file with reasons, by all files, all files compiled cold.

``uv run python -m benchmarks.screening``
"""

from __future__ import annotations

from datetime import date

from benchmarks.measuring import milliseconds, side_by_side
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.discovery import resource_path, yaml_files
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.screening.screening import screen, screen_all
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places

ON = date(2026, 11, 22)


def main() -> None:
    """Print the figures beside the ones to reach (engineering notes, section 2)."""
    catalogue = load_catalogue()
    paths = rule_paths(shipped_places())
    contents = [(path.read_bytes(), str(path)) for path in paths]
    checked = [check_rule_file(content, name, catalogue).checked for content, name in contents]
    files = [compile_rule_file(each) for each in checked if each is not None]
    charts: list[Chart] = []
    for path in yaml_files(resource_path("samples")):
        chart, _ = read_patient(path.read_bytes(), path.name, catalogue)
        if chart is not None:
            charts.append(chart)
    fullest = max(charts, key=lambda each: len(each.entries))
    longest = max(range(len(files)), key=lambda index: len(files[index].judges))
    criteria = len(files[longest].judges)
    times = side_by_side(
        {
            f"one patient, one file of {criteria} criteria": lambda: screen(files[longest], fullest, ON),
            f"one patient, all {len(files)} files": lambda: screen_all(files, fullest, ON),
            f"{len(charts)} sample patients, all files": lambda: [screen_all(files, one, ON) for one in charts],
        },
        rounds=9,
        repeats=1,
    )
    cold = side_by_side(
        {f"read, check and compile {len(files)} files": lambda: load_rules(paths, catalogue)}, rounds=3, repeats=1
    )
    for name, seconds in {**times, **cold}.items():
        print(f"{name:48} {milliseconds(seconds):>14}")


if __name__ == "__main__":
    main()
