"""``rules sql``, ``table``, ``verdicts``: one rule file for many patients, in a database or in this process."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from core import clock
from core.engine.columns.sql import DIALECTS, PATIENT
from core.exchange.columns_sql import file_as_sql, schema_as_sql
from core.exchange.tables import harmless
from core.regular_files import read_named
from core.rule_files.compiling import CompiledRuleFile
from core.screening.in_columns import FilePlan, plan_file
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.named_files import PATIENT_SUFFIXES, named_files
from core.use_cases.remember import remembered
from core.use_cases.weigh_update import patients_of_files
from core.writing import write_atomically
from ui.command_line.arguments import Parser, day
from ui.command_line.problems import print_problems

HELPS = {
    "sql": "a rule file as SQL for DuckDB, PostgreSQL, SQLite or Spark, and which columns it needs",
    "table": "the table of columns that the SQL of a rule file reads, made from patients",
    "verdicts": "judge such a table in this process",
}
_BAD_INPUT = 2
_MOST_TABLE = 1 << 31


def fill(kinds: Mapping[str, Parser]) -> None:
    """Enter the options."""
    for kind in HELPS:
        kinds[kind].add_argument("id", help="the id of a shipped rule file, or the path of a file")
        kinds[kind].add_argument(
            "--on", type=day, metavar="DATE", help="the day patients are judged on; default: today"
        )
    sql, table, verdicts = (kinds[kind] for kind in HELPS)
    sql.add_argument("--dialect", choices=sorted(DIALECTS), default="duckdb", help="whose SQL; default: duckdb")
    sql.add_argument("--schema", action="store_true", help="the statement that makes the table instead of the query")
    sql.set_defaults(run=_sql)
    told = "patient files (YAML or JSON), folders of them, a pattern with *"
    table.add_argument("patients", nargs="+", type=Path, metavar="PATIENT", help=told)
    table.add_argument(
        "--csv", type=Path, metavar="FILE", required=True, help="where the table is written; it names patients"
    )
    table.set_defaults(run=_table)
    verdicts.add_argument(
        "table", type=Path, metavar="FILE", help="a table that 'rules table' or a database wrote (CSV)"
    )
    verdicts.add_argument(
        "--csv", type=Path, metavar="FILE", help="write each patient's verdicts: 1, 0 (not known), -1"
    )
    verdicts.set_defaults(run=_verdicts)


def _planned(chosen: argparse.Namespace) -> FilePlan | None:
    """Return the plan of the file that is meant; None where there is none, which is said."""
    written = Path(chosen.id)
    loaded = remembered().load_rules(rule_paths((written,) if written.is_file() else shipped_places()))
    found: CompiledRuleFile | None = loaded.by_id(chosen.id)
    if written.is_file() and loaded.files:
        found = loaded.files[0]
    if found is None:
        print_problems(problem for problem in loaded.problems if problem.is_error)
        if not written.is_file():
            known = ", ".join(each.checked.rule_file.id for each in loaded.files)
            print(f"there is no rule file '{chosen.id}'; known: {known}", file=sys.stderr)
        return None
    on: date = clock.today() if chosen.on is None else chosen.on
    return plan_file(found, on)


def _sql(chosen: argparse.Namespace) -> int:
    plan = _planned(chosen)
    if plan is None:
        return _BAD_INPUT
    dialect = DIALECTS[chosen.dialect]
    print(schema_as_sql(plan, dialect) if chosen.schema else file_as_sql(plan, dialect), end="")
    return 0


def _table(chosen: argparse.Namespace) -> int:
    from core.use_cases.judge_in_columns import make_table

    plan = _planned(chosen)
    if plan is None:
        return _BAD_INPUT
    named = named_files(chosen.patients, PATIENT_SUFFIXES)
    catalogue = plan.compiled.checked.scope.catalogue
    made = make_table(plan, patients_of_files(named.paths, catalogue, plan.on, plan.on))
    write_atomically(chosen.csv, made.text.encode())
    print(f"{made.patients} patients in {chosen.csv}, judged on {plan.on.isoformat()}")
    for name in made.unread:
        print(f"{name}: could not be read, and stands in no row", file=sys.stderr)
    print_problems(named.problems)
    return _BAD_INPUT if made.unread or any(each.is_error for each in named.problems) else 0


def _verdicts(chosen: argparse.Namespace) -> int:
    from core.use_cases.judge_in_columns import judge_table

    plan = _planned(chosen)
    if plan is None:
        return _BAD_INPUT
    text = read_named(chosen.table, _MOST_TABLE).decode("utf-8", errors="replace")
    judged = judge_table(plan, text, chosen.table.name)
    print(f"{len(judged.ids)} patients, judged on {plan.on.isoformat()}: passes, not known, does not")
    for name, found in judged.verdicts.items():
        passes, open_, fails = (int((found == truth).sum()) for truth in (1, 0, -1))
        print(f"{passes:9}{open_:9}{fails:9}  {name}")
    if chosen.csv is not None:
        kept = io.StringIO()
        writer = csv.writer(kept, lineterminator="\n")
        writer.writerow((PATIENT, *judged.verdicts))
        columns = [found.tolist() for found in judged.verdicts.values()]
        writer.writerows((harmless(who), *told) for who, *told in zip(judged.ids, *columns, strict=True))
        write_atomically(chosen.csv, kept.getvalue().encode())
    return 0
