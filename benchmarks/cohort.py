"""Everybody by every file: what a patient costs, and what it costs to look again where nothing changed.

``uv run python -m benchmarks.cohort`` prints CPU milliseconds a patient. The patients are the samples, each as often as
it takes; ``followed`` is what the follow-up of one costs, for a clinic of treated patients.
"""

from __future__ import annotations

import gc
from datetime import date
from itertools import cycle, islice
from time import process_time

from core.catalogue.reading import load_catalogue
from core.discovery import resource_path, yaml_files
from core.follow_up.schedule import Schedule
from core.screening.survey import attrition, awaited
from core.use_cases.follow_patient import follow_patient
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from core.use_cases.plan_follow_up import load_schedules
from core.use_cases.survey_patients import row_of
from core.use_cases.weigh_update import Candidate, patients_of_files

PATIENTS = 280
FOLLOWED = 40
ON = date(2026, 11, 22)


def main() -> None:
    """Print the figures."""
    catalogue = load_catalogue()
    files = load_rules(rule_paths(shipped_places()), catalogue).files
    for each in files:
        each.make_all()
    samples = [read() for _, read in patients_of_files(yaml_files(resource_path("samples")), catalogue, ON, ON)]
    patients = list(islice(cycle(samples), PATIENTS))
    row_of(patients[0], files)
    gc.disable()
    begin = process_time()
    rows = [row_of(each, files) for each in patients]
    judged = process_time() - begin
    begin = process_time()
    for at, file in enumerate(files):
        attrition(file, [row.founds[at] for row in rows])
    awaited([each.checked.rule_file.id for each in files], [row.founds for row in rows])
    counted = process_time() - begin
    print(f"{PATIENTS} patients by {len(files)} files: {judged / PATIENTS * 1000:.1f} ms a patient")
    print(f"who is lost at what, and what one answer brings, of all of them: {counted * 1000:.1f} ms")
    _measure_followed(samples, load_schedules(catalogue))


def _measure_followed(samples: list[Candidate], schedules: tuple[Schedule, ...]) -> None:
    catalogue = load_catalogue()
    treated = [each for each in samples if each.chart.infusion is not None]
    begin = process_time()
    for each in islice(cycle(treated), FOLLOWED):
        follow_patient(each.chart, schedules, catalogue, each.on)
    print(f"followed: {(process_time() - begin) / FOLLOWED * 1000:.1f} ms a patient")


if __name__ == "__main__":
    main()
