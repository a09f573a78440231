"""Two thousand followed patients: one follow-up, the looks over everybody, unlock and list, the event loop, memory.

Each is one of the three patients of the tests, 900 days after the infusion with every value on record of the visits so
far. CPU milliseconds. ``--one`` measures one follow-up alone, ``--profile`` prints what it spends its time on.

QT_QPA_PLATFORM=offscreen python -m benchmarks.followed
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from benchmarks.desktop import PASSPHRASE, Bench, resident_mb, watch
from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.entry.statement import Statement
from core.follow_up.schedule import Schedule
from core.use_cases.follow_patient import follow_patient
from core.use_cases.glance_over import NOBODY, glance_over, glanced
from core.use_cases.plan_follow_up import Compiled, load_schedules
from core.use_cases.take_in_samples import sample_statements
from tests.followed_patients import DAY0, PERSONS, record_of
from ui.desktop.pages.patients.page import PatientsPage

PATIENTS, ROUNDS = 2_000, 15
ON = DAY0 + timedelta(days=900)


def main() -> None:
    """Print the figures."""
    catalogue = load_catalogue()
    schedules = load_schedules(catalogue)
    charts = [record_of(each) for each in PERSONS]
    if "--profile" in sys.argv:
        _profile(charts, schedules, catalogue)
        return
    _one(charts, schedules, catalogue)
    if "--one" not in sys.argv:
        _everybody(catalogue, schedules)


def _one(charts: list[Chart], schedules: tuple[Schedule, ...], catalogue: Catalogue) -> None:
    compiled: Compiled = {}
    for person, chart in zip(PERSONS, charts, strict=True):
        _follow(chart, schedules, catalogue, compiled)
        taken = [_timed(partial(_follow, chart, schedules, catalogue, compiled)) for _ in range(ROUNDS)]
        print(f"one follow-up, {person.name}: {median(taken):.1f} ms")


def _follow(chart: Chart, schedules: tuple[Schedule, ...], catalogue: Catalogue, compiled: Compiled) -> None:
    following = follow_patient(chart, schedules, catalogue, ON, compiled=compiled)
    if following is not None:
        glanced(chart, catalogue, following)


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _profile(charts: list[Chart], schedules: tuple[Schedule, ...], catalogue: Catalogue) -> None:
    compiled: Compiled = {}
    with cProfile.Profile() as profile:
        for chart in islice(cycle(charts), 9):
            _follow(chart, schedules, catalogue, compiled)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


def _everybody(catalogue: Catalogue, schedules: tuple[Schedule, ...]) -> None:
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name) / "vault")
        _fill(bench, Path(name))
        until_list, worked = bench.unlock()
        print(f"unlock to the list of {PATIENTS} followed: {until_list:.0f} ms, CPU {worked:.0f} ms")
        opened = bench.window.opening.opened
        assert opened is not None
        lags: list[float] = []
        clock = watch(lags)
        patients = bench.window.shell.findChildren(PatientsPage)[-1]
        begun = time.process_time()
        bench.until(lambda: not patients.is_looking)
        rows = sum(patients.model.has_overview(at) for at in range(patients.model.rowCount()))
        print(f"next due of the {rows} in view: CPU {(time.process_time() - begun) * 1000:.0f} ms")
        print(f"event loop meanwhile: worst {max(lags, default=0):.0f} ms (reach 100)")
        clock.stop()
        records = opened.workspace.records
        print(f"resident memory: {resident_mb():.0f} MB")
        found = NOBODY
        for what in ("the first look over everybody", "again, nothing changed"):
            begun = time.process_time()
            found = glance_over(records, catalogue, schedules, "en", found)
            print(f"{what}: CPU {(time.process_time() - begun) * 1000:.0f} ms, {len(found.treated)} treated")
        who = min(found.treated)
        records.record(who, Statement.of("igg", {"value": "5 g/L", "date": ON.isoformat()}), "bench").result()
        begun = time.process_time()
        glance_over(records, catalogue, schedules, "en", found)
        print(f"again, one changed: CPU {(time.process_time() - begun) * 1000:.0f} ms")
        print(f"resident memory after that: {resident_mb():.0f} MB")
        bench.window.shell.close()


def _fill(bench: Bench, folder: Path) -> None:
    """Make the vault: each of the three over and over, under names of their own."""
    made: list[tuple[Statement, ...]] = []
    for person in PERSONS:
        path = folder / f"{person.name}.yaml"
        path.write_text(person.file(until=ON), encoding="utf-8")
        made.append(sample_statements(path))
    named = (
        (*(each for each in statements if each.section != "name"), Statement.of("name", f"Synthetic {number:05}"),
         Statement.of("judge_on", ON.isoformat()))
        for number, statements in islice(enumerate(cycle(made)), PATIENTS)
    )  # fmt: skip
    vault, _ = bench.loaded.create(bench.folder, PASSPHRASE)
    vault.records.add_patients(named, "benchmark")
    vault.close()


if __name__ == "__main__":
    main()
