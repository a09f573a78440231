"""``rules sql``, ``table`` and ``verdicts``: what is printed belongs together; half a table judges nobody."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from core.discovery import resource_path, rules_path
from ui.command_line.app import main

FILE, ON = str(rules_path("protocols", "nct05765006.yaml")), "2026-11-22"
SAMPLES = sorted(str(path) for path in resource_path("samples").glob("*.yaml"))[:3]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the table of some samples."""
    path = tmp_path_factory.mktemp("columns") / "table.csv"
    assert main(["rules", "table", FILE, *SAMPLES, "--on", ON, "--csv", str(path)]) == 0
    return path


def test_the_table_is_judged_patient_by_patient(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verdicts = tmp_path / "verdicts.csv"
    assert main(["rules", "verdicts", FILE, str(table), "--on", ON, "--csv", str(verdicts)]) == 0
    head, *rows = csv.reader(verdicts.read_text(encoding="utf-8").splitlines())
    assert head[0] == "patient"
    assert head[-1] == "fits"
    assert len(rows) == len(SAMPLES)
    assert {cell for row in rows for cell in row[1:]} <= {"1", "0", "-1"}
    told = capsys.readouterr().out
    assert "nct05765006_age_consent" in told


@pytest.mark.parametrize("dialect", ["duckdb", "postgresql", "sqlite", "spark"])
def test_the_query_names_what_the_table_holds(dialect: str, table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with table.open(encoding="utf-8") as file:
        names = next(csv.reader(file))
    capsys.readouterr()
    assert main(["rules", "sql", FILE, "--dialect", dialect, "--on", ON, "--schema"]) == 0
    schema = capsys.readouterr().out
    assert main(["rules", "sql", FILE, "--dialect", dialect, "--on", ON]) == 0
    query = capsys.readouterr().out
    mark = "`" if dialect == "spark" else '"'
    assert all(f"{mark}{name}{mark}" in schema for name in names)
    assert all(name in query for name in names)
    assert "Needs the deciding engine" in query


def changed(path: Path, line: int, column: str, cell: str) -> None:
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    rows[line - 1][rows[0].index(column)] = cell
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("born_first", "1.5", "line 3: what stands under born_first"),
        ("born_first", "-3", "line 3: what stands under born_first"),
        ("born_first", "9" * 30, "line 3: what stands under born_first"),
        ("selena_sledai_number", "many", "line 3: what stands under selena_sledai_number"),
        ("nct05765006_age_consent_exception", "2", "line 3: what stands under nct05765006_age_consent_exception"),
        ("judged_on", "739000", "line 3: the row is of another day"),
    ],
)
def test_a_cell_that_cannot_be(
    column: str, cell: str, said: str, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(table.read_bytes())
    changed(path, 3, column, cell)
    assert main(["rules", "verdicts", FILE, str(path), "--on", ON]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("text", ["", "patient\n", "patient,judged_on\nA,1,2\n", "\x00\n", '"'])
def test_what_is_no_table_of_the_file(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    assert main(["rules", "verdicts", FILE, str(path), "--on", ON]) == 2
    assert "other.csv" in capsys.readouterr().err


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "sql", "nct00000000"]) == 2
    assert "there is no rule file 'nct00000000'" in capsys.readouterr().err


def test_a_patient_who_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.yaml").write_text("{", encoding="utf-8")
    words = ["rules", "table", FILE, str(tmp_path / "broken.yaml"), "--on", ON]
    assert main([*words, "--csv", str(tmp_path / "table.csv")]) == 2
    assert "broken.yaml" in capsys.readouterr().err
