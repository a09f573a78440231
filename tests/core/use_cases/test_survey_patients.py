"""The clinic as a table: narrowed, without names, and judged again only where something changed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core.entry.statement import Statement
from core.language.phrases import Phrases
from core.progress import GivenUpError
from core.screening.conclusions import Word
from core.screening.surveyed import Survey, Wish
from core.store.records import Records
from core.use_cases.survey_patients import row_of, survey, table_without_names
from core.use_cases.survey_record import RecordSurvey
from core.use_cases.take_in_samples import take_in_samples
from core.use_cases.weigh_update import Candidate, patients_of_files
from tests.core.store.test_records import opened
from tests.sample_screenings import ON, catalogue, rules, sample_paths

FILES = rules().files[:3]


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = opened(tmp_path)
    take_in_samples(made, "Dr Example")
    yield made
    made.close()


def whole() -> Survey:
    return survey(FILES, tuple(patients_of_files(sample_paths(), catalogue(), ON, ON)))


def test_everybody_is_in_it_and_who_cannot_be_read_is_named() -> None:
    paths = (*sample_paths(), sample_paths()[0].with_name("nobody.yaml"))
    found = survey(FILES, tuple(patients_of_files(paths, catalogue(), ON, ON)))
    assert len(found.rows) == len(sample_paths())
    assert [each.endswith("nobody.yaml") for each in found.unread] == [True]
    assert all(len(row.founds) == len(FILES) for row in found.rows)


@pytest.mark.parametrize(
    ("wish", "is_met"),
    [
        (Wish(), True),
        (Wish(disease="jdm"), True),
        (Wish(disease="sle"), False),
        (Wish(age_to=9), True),
        (Wish(age_to=8), False),
        (Wish(age_from=9), True),
        (Wish(age_from=10), False),
        (Wish(best=frozenset({Word.UNDECIDED})), True),
        (Wish(best=frozenset({Word.ELIGIBLE})), False),
        (Wish(one_item_away=True), False),
    ],
)
def test_whom_a_wish_meets(wish: Wish, *, is_met: bool) -> None:
    row = replace(
        whole().rows[0], age=9, diagnoses=("jdm",), founds=(replace(whole().rows[0].founds[0], word=Word.UNDECIDED),)
    )
    row = replace(row, founds=(replace(row.founds[0], takes_patients=True, fails=frozenset(), items=frozenset()),))
    assert wish.is_met(row) is is_met
    assert Wish(age_from=0).is_met(replace(row, age=None)) is False, "who has no known age meets no limit"


def test_a_table_without_names_names_nobody() -> None:
    found = whole()
    for language in ("en", "de"):
        text = table_without_names(found, catalogue(), Phrases(language))
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
        assert len(rows) == len(found.rows) + 1
        assert {len(each) for each in rows} == {len(FILES) + 2}
        assert rows[1:] == sorted(rows[1:]), "the order of the record would tell who is who"
        for row in found.rows:
            for secret in (row.name, row.id, row.birth):
                assert not secret or secret not in text
        ages = {each[1] for each in rows[1:]}
        assert all("to" in age or "bis" in age or "known" in age or "bekannt" in age or "older" in age for age in ages)


def test_only_who_changed_is_judged_again(records: Records) -> None:
    kept, judged = RecordSurvey(), list[int]()

    def renew(on: date = ON) -> Survey:
        judged.clear()
        return kept.renew(records, FILES, catalogue(), on, lambda _, total: judged.append(total))

    first = renew()
    assert judged[-1] == len(first.rows) == len(records.patients())
    assert renew().rows == first.rows
    assert judged[-1] == 0
    changed = first.rows[0].id
    records.record(changed, Statement.of("sex", "male"), "Dr Example").result_soon()
    again = renew()
    assert judged[-1] == 1
    assert {row.id for row in again.rows} == {row.id for row in first.rows}
    renew(date(2027, 1, 1))
    assert judged[-1] == len(first.rows), "another day is another answer"


def test_given_up_it_goes_on_from_where_it_was(records: Records) -> None:
    kept = RecordSurvey()

    def give_up(done: int, total: int) -> None:
        del total
        if done == 3:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        kept.renew(records, FILES, catalogue(), ON, give_up)
    left: list[int] = []
    kept.renew(records, FILES, catalogue(), ON, lambda _, total: left.append(total))
    assert left[-1] == len(records.patients()) - 3


def test_of_whoever_was_erased_nothing_stays(records: Records) -> None:
    kept = RecordSurvey()
    before = kept.renew(records, FILES, catalogue(), ON)
    gone = before.rows[0]
    records.erase(gone.id, "asked for", "Dr Example")
    after = kept.renew(records, FILES, catalogue(), ON)
    assert gone.id not in {row.id for row in after.rows}
    assert gone.name not in repr(vars(kept))


def test_a_row_is_one_patient_by_every_file() -> None:
    (_, read), *_ = patients_of_files(sample_paths(), catalogue(), ON, ON)
    patient: Candidate = read()
    row = row_of(patient, FILES)
    assert (row.id, row.name) == (patient.chart.id, patient.chart.name)
    assert len(row.founds) == len(FILES)
