"""The log: who was screened when by which version, what was printed, what else was done; as a table no cell reckons."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.entry.statement import Statement
from core.exchange.tables import harmless
from core.language.phrases import Phrases
from core.store.records import Records, ScreeningLine
from core.store.vault import vault
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances
from core.use_cases.keep_paper import screening_line
from core.use_cases.read_log import Kind, log_table, narrowed, read_log
from tests.sample_screenings import catalogue, pairs

NOW = datetime(2026, 11, 22, tzinfo=UTC)
SCREENING, FILE = next(each for each in pairs() if each[0].conclusion.word.value == "not eligible")
ENGLISH = Phrases("en")


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    known = Circumstances(catalogue(), lambda: NOW, Cost(1, 32, 4))
    made, _ = vault.create_vault(tmp_path / "vault", "four words and more", known)
    yield made.records
    made.close()


def add(records: Records, name: str) -> str:
    return records.add_patient([Statement.of("name", name), Statement.of("number", "S-7")], "Dr A")


def test_a_screening_names_file_version_conclusion_and_what_fails(records: Records) -> None:
    patient = add(records, "Synthetic One")
    records.keep_screening(patient, screening_line(SCREENING, FILE, "Dr B")).result()
    (found,) = narrowed(read_log(records, (FILE,), ENGLISH).lines, "", Kind.SCREENING)
    rule_file = FILE.checked.rule_file
    assert (found.patient, found.number, found.by) == ("Synthetic One", "S-7", "Dr B")
    assert (found.file, found.version) == (rule_file.short_title["en"], rule_file.version)
    assert found.detail.startswith(ENGLISH.say("conclusion-not-eligible"))
    assert any(each.text in found.detail for each in rule_file.all_criteria), found.detail


def test_a_file_that_is_held_no_more_and_an_old_answer_are_told_as_far_as_they_go(records: Records) -> None:
    patient = add(records, "Synthetic One")
    for answer in ("{}", '{"conclusion": "not eligible", "criteria": [{"id": "upper_age", "verdict": "fails"}]}'):
        old = ScreeningLine("gone-01", "0.9.0", "hash", date(2026, 1, 2), answer, "Dr B", NOW)
        records.keep_screening(patient, old).result()
    newest, oldest, *_ = read_log(records, (), ENGLISH).lines
    assert (newest.file, newest.version, "upper age" in newest.detail) == ("gone-01", "0.9.0", True)
    assert oldest.detail == ""


def test_every_other_act_is_there_but_what_was_stated(records: Records) -> None:
    patient = add(records, "Synthetic One")
    records.record(patient, Statement.of("sex", "female"), "Dr A").result()
    stated = records.statements(patient)[-1]
    records.retract(patient, stated.id, "another patient", "Dr A").result()
    records.keep_paper(patient, "report", "0" * 64, "Dr A").result()
    records.note("rule file in force", "a 1.0.0 hash", "Dr A").result()
    told = [(each.kind, each.what, each.detail) for each in read_log(records, (), ENGLISH).lines]
    assert told == [
        (Kind.PROGRAM, "Rule file in force", "a 1.0.0 hash"),
        (Kind.PAPER, ENGLISH.say("documents-report"), ""),
        (Kind.RECORD, "Entry taken back", "another patient"),
        (Kind.RECORD, "Patient added", ""),
    ]


def test_an_erased_patient_has_no_name_in_it(records: Records) -> None:
    patient = add(records, "Synthetic One")
    records.keep_screening(patient, screening_line(SCREENING, FILE, "Dr B")).result()
    records.erase(patient, "asked for it", "Dr A")
    found = read_log(records, (FILE,), ENGLISH).lines
    assert {each.patient for each in found} == {"erased patient"}
    assert not any("synthetic one" in each.spelled or each.number for each in found)
    assert [each.detail for each in found if each.kind is Kind.SCREENING] == [""]


def test_older_ones_are_asked_for(records: Records) -> None:
    for count in range(5):
        add(records, f"Synthetic {count}")
    some = read_log(records, (), ENGLISH, most=3)
    assert [each.patient for each in some.lines] == ["Synthetic 4", "Synthetic 3", "Synthetic 2"]
    assert some.has_older
    assert not read_log(records, (), ENGLISH, most=5).has_older


def test_a_search_needs_every_word(records: Records) -> None:
    for name in ("Synthetic Müller", "Synthetic Other"):
        add(records, name)
    lines = read_log(records, (), ENGLISH).lines
    assert [each.patient for each in narrowed(lines, "added muller", None)] == ["Synthetic Müller"]
    assert narrowed(lines, "muller", Kind.PAPER) == ()


def test_no_cell_of_the_table_is_a_formula(records: Records) -> None:
    add(records, '=HYPERLINK("http://example.org")')
    text = log_table(read_log(records, (), ENGLISH).lines, ENGLISH)
    head, row = csv.reader(io.StringIO(text.lstrip("\ufeff")))
    assert head[3] == "Patient"
    assert row[3] == '\'=HYPERLINK("http://example.org")'


FORMULAS = ("=1", "+1-2", "-2+3", "@x", " =1", "\t=1", "\r=1", "\n=1", "\uff1d1", "--1", "-1e5", "-\u0661")
TEXTS = ("-2", "-2.5", "12", "", "a=1", "'=1", "10 mg")


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_begins_as_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", TEXTS)
def test_numbers_and_texts_stay(cell: str) -> None:
    assert harmless(cell) == cell


def test_possible_never_stands_alone(records: Records) -> None:
    patient = add(records, "Synthetic One")
    old = ScreeningLine("a", "1.0.0", "hash", date(2026, 1, 2), '{"conclusion": "possible"}', "Dr B", NOW)
    records.keep_screening(patient, old).result()
    assert read_log(records, (), ENGLISH).lines[0].detail == ENGLISH.say("conclusion-possible")
