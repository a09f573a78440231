"""Spark in local mode, over a table in partitions, says what this process says of the files that ship."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random

from core.engine.columns.cells import cells_of
from core.engine.columns.sql import DIALECTS, JUDGED_ON, PATIENT, Writer
from core.exchange.columns_csv import cells_text
from core.exchange.columns_sql import columns_of_file, file_as_sql
from core.screening.in_columns import FilePlan
from core.use_cases.judge_in_columns import judge_table
from tests.architecture.program_sources import ROOT
from tests.drawn import IS_WHOLE
from tests.generative.in_columns import patients, plans
from tests.sample_screenings import ON

SPARK = DIALECTS["spark"]
DRAWN = 2
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Half the processor time for a run as short as this one."""


def schema(file: FilePlan) -> str:
    """Return the columns of a file as Spark reads them from CSV."""
    writer = Writer(SPARK)
    held = [f"{writer.name(PATIENT)} STRING", f"{writer.name(JUDGED_ON)} INTEGER"]
    return ", ".join([*held, *(f"{writer.column(each)} {SPARK.types[each.holds]}" for each in columns_of_file(file))])


def test_invented_patients_by_files_that_ship(tmp_path: Path) -> None:
    """Some of the files in each run, all of them with KRITERION_WHOLE."""
    drawn = plans() if IS_WHOLE else Random(4).sample(plans(), DRAWN)
    rows = patients(range(40 if IS_WHOLE else 10))
    asked: dict[str, dict[str, str]] = {}
    expected: dict[str, list[list[object]]] = {}
    for file in drawn:
        name = file.compiled.checked.rule_file.id
        text = cells_text([row.id for row in rows], ON.toordinal(), columns_of_file(file), cells_of(file.plans, rows))
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        query = file_as_sql(file, SPARK).partition("\n\n")[2].removesuffix(";\n")
        asked[name] = {"csv": str(tmp_path / f"{name}.csv"), "schema": schema(file), "query": query}
        here = judge_table(file, text, name)
        expected[name] = [list(each) for each in sorted(zip(here.ids, *map(list, here.verdicts.values()), strict=True))]
    found = subprocess.run(
        [sys.executable, str(ROOT / "tests/scale/on_spark.py")],
        input=json.dumps(asked), capture_output=True, text=True, check=False, timeout=600, cwd=tmp_path,
        env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "JDK_JAVA_OPTIONS": JAVA},
    )  # fmt: skip
    assert found.returncode == 0, found.stderr[-3000:]
    told = json.loads(found.stdout)
    assert {name: sorted(each) for name, each in told.items()} == json.loads(json.dumps(expected, default=int))
