"""What leaves for a registry: pseudonyms, days, limits, groups, and nobody's name, number or words."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from core.chart.chart import Chart
from core.errors import WorldError
from core.exchange.registry_csv import DICTIONARY, read_dictionary_table, read_rows_table, rows_table
from core.exchange.registry_fhir import registry_bundle
from core.language.phrases import LANGUAGES
from core.registry import SMALL, Dataset, Form, Kind, Pseudonym, Row, Time, new_pseudonym, small_cells
from core.registry.dataset import DATE, DAY, INFUSED, VISIT
from core.registry.pseudonyms import MOST_DAYS
from core.use_cases.export_registry import Export
from tests.core.registry.registries import CENTRE, FREE, KEY, TELEPHONE, export, infused
from tests.core.safety.cases import NAME, NUMBER, patient

LATER = "cd19_count: [{value: '<2 /uL', date: 2026-02-18}, {value: 38 /uL, date: 2026-08-12}]"


@cache
def many(time: Time) -> Export:
    return export(*infused(25), time=time)


def treated(*lines: str) -> Chart:
    return patient("infusion: {date: 2026-02-04, product: autologous}", *lines)


def row_of(made: Export, visit: str) -> Row:
    return next(each for each in made.data.rows if each.cells.get(VISIT) == visit)


# --- pseudonyms and days


def test_a_pseudonym_is_by_chance_and_nobodys_twice() -> None:
    made = [new_pseudonym() for _ in range(300)]
    assert len({each.code for each in made}) == len(made)
    assert all(1 <= each.shift <= MOST_DAYS for each in made)
    assert len({each.shift for each in made}) > 100


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(1, 365))
def test_shifted_days_keep_their_intervals(one: date, other: date, shift: int) -> None:
    key = Pseudonym("P", shift)
    assert key.shifted(one) - key.shifted(other) == one - other
    assert key.shifted(one) < one


def test_every_date_of_a_patient_is_as_far_from_the_infusion_as_its_day_says() -> None:
    data = many(Time.SHIFTED).data
    day0 = {each.record: date.fromisoformat(each.cells[INFUSED]) for each in data.rows if each.form is Form.PATIENT}
    dated = [each for each in data.rows if DATE in each.cells]
    assert dated
    for each in dated:
        assert (date.fromisoformat(each.cells[DATE]) - day0[each.record]).days == int(each.cells[DAY])


def test_counted_days_leave_no_date_at_all() -> None:
    made = many(Time.COUNTED)
    assert not any(each.kind is Kind.DATE for each in made.data.columns)
    told = b"".join(made.files.values()).decode()
    assert re.findall(r"(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])", told) == []


def test_both_tell_the_same_days() -> None:
    counted, shifted = many(Time.COUNTED).data, many(Time.SHIFTED).data
    days = [sorted(each.cells[DAY] for each in data.rows if DAY in each.cells) for data in (counted, shifted)]
    assert days[0] == days[1]


def test_a_known_key_is_used_again_and_a_new_one_is_told() -> None:
    chart = treated(LATER)
    first, second = export(chart, keys={"p0": KEY}), export(chart)
    assert first.data.records == (KEY.code,)
    assert first.made == {}
    assert second.data.records == (second.made["p0"].code,)


# --- what is told


def test_a_number_known_as_a_limit_leaves_as_a_limit_and_never_as_a_number() -> None:
    made = export(treated(LATER))
    below = row_of(made, "day 14")
    assert below.cells["cd19_count_at_most"] == "2"
    assert "cd19_count" not in below.cells
    bundle = json.loads(registry_bundle(made.data), parse_float=Decimal)
    values = [each["resource"].get("valueQuantity", {}) for each in bundle["entry"]]
    assert {"value": 2, "comparator": "<=", "unit": "/uL"} in values


def test_a_value_outside_every_window_has_a_row_of_its_own_day() -> None:
    made = export(treated(LATER))
    other = row_of(made, "other day")
    assert (other.cells[DAY], other.cells["cd19_count"]) == ("189", "38")


def test_units_are_those_of_the_catalogue() -> None:
    made = export(treated("igg: {value: 590 mg/dL, date: 2026-03-04}"))
    (column,) = (each for each in made.data.columns if each.name == "igg")
    (cell,) = (each.cells["igg"] for each in made.data.rows if "igg" in each.cells)
    assert (Decimal(cell), column.unit) == (Decimal("5.9"), "g/L")


def test_what_is_not_on_record_is_an_empty_cell() -> None:
    cells = export(treated()).data.rows[0].cells
    for name in ("cells", "lymphodepletion", "crs_grade", "earlier_drugs", "icaht_early_grade", "ground"):
        assert name not in cells
    none = export(patient("infusion: {date: 2026-02-04, lymphodepletion: none}")).data.rows[0].cells
    assert none["lymphodepletion"] == "none"


def test_a_grade_of_the_log_and_one_of_a_clinician_stand_apart() -> None:
    lines = ("events: [{event: crs, grade: 2, date: 2026-02-07}]", "astct_crs: {value: 1, date: 2026-02-07}")
    cells = export(treated(*lines)).data.rows[0].cells
    assert (cells["crs_grade"], cells["crs_first_day"], cells["crs_grade_clinician"]) == ("1", "3", "2")


def test_ages_above_89_are_one_group() -> None:
    old = patient("infusion: {date: 2026-02-04}", born="1930-01-01")
    assert export(old).data.rows[0].cells["age_at_infusion"] == "90"


def test_whoever_was_not_infused_and_whoever_is_real_among_invented_ones_is_not_there() -> None:
    with pytest.raises(WorldError, match="registry-nobody"):
        export(patient())
    assert len(export(treated(), patient()).data.records) == 1


# --- who stands out


def test_groups_below_the_limit_are_told_alone_and_together() -> None:
    made = export(*infused(3))
    cells = small_cells(made.data)
    assert all(each.count < SMALL for each in cells)
    assert any(len(each.columns) > 1 for each in cells)
    assert small_cells(made.data, limit=1) == ()


def test_a_group_of_eleven_is_not_small() -> None:
    rows = tuple(Row(f"P{number}", 0, {"sex": "female"}) for number in range(SMALL))
    assert small_cells(Dataset(Time.COUNTED, (), rows, {})) == ()
    assert small_cells(Dataset(Time.COUNTED, (), rows[1:], {}))


# --- files


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("time", list(Time))
def test_what_was_written_is_read_back_equal(time: Time, language: str) -> None:
    data = export(*infused(6), time=time, language=language).data
    assert read_rows_table(rows_table(data), data) == data.rows


def test_a_table_of_other_columns_is_refused() -> None:
    data = export(treated(LATER)).data
    with pytest.raises(WorldError, match="registry-other-table"):
        read_rows_table("record_id,sex\r\nP1,male\r\n", data)
    with pytest.raises(WorldError, match="registry-other-table"):
        read_dictionary_table("a,b\r\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dictionary_is_one_of_redcap(language: str) -> None:
    made = export(*infused(6), time=Time.SHIFTED, language=language)
    rows = read_dictionary_table(made.files["dictionary.csv"].decode())
    assert len(DICTIONARY) == 18
    assert [each["Variable / Field Name"] for each in rows] == [each.name for each in made.data.columns]
    assert rows[0]["Variable / Field Name"] == "record_id"
    forms = [each["Form Name"] for each in rows]
    assert forms == sorted(forms, key=["patient", "visit"].index), "fields of a form stand together"
    for each in rows:
        assert each["Variable / Field Name"].isascii()
        assert each["Variable / Field Name"].islower()
        assert each["Field Label"]
        assert each["Field Type"] in ("text", "radio")
        assert (each["Field Type"] == "radio") == bool(each["Choices, Calculations, OR Slider Labels"])
        assert each["Text Validation Type OR Show Slider Number"] in ("", "integer", "number", "date_ymd")


def test_every_coded_cell_is_a_choice_of_its_column() -> None:
    data = many(Time.SHIFTED).data
    choices = {each.name: {code for code, _ in each.choices} for each in data.columns if each.choices}
    for row in data.rows:
        for name, cell in row.cells.items():
            assert name not in choices or cell in choices[name], (name, cell)


@pytest.mark.parametrize("time", list(Time))
def test_the_bundle_is_fhir(time: Time) -> None:
    made = many(time)
    bundle = Bundle.model_validate_json(made.files["fhir.json"])
    assert bundle.entry is not None
    urls = [each.fullUrl for each in bundle.entry]
    assert len(set(urls)) == len(urls)
    text = made.files["fhir.json"].decode()
    told = json.loads(text)
    named = {each["resource"]["subject"]["reference"] for each in told["entry"] if "subject" in each["resource"]}
    assert named <= set(urls)
    assert made.files["fhir.json"] == registry_bundle(made.data)


def test_the_files_are_the_same_bytes_for_the_same_keys() -> None:
    charts, keys = infused(4), {f"p{number}": Pseudonym(f"P{number}", 7) for number in range(4)}
    one, two = export(*charts, keys=keys), export(*charts, keys=keys)
    assert one.files == two.files
    assert one.sha256 == two.sha256


# --- nobody in it

INFUSION = "date: 2026-02-04, product_name: WENDELIN-CEL, batch: B-778811"
CANARY = (
    f'note: "{FREE}"',
    f'infusion: {{{INFUSION}, centre: "{CENTRE}", bridging: "{FREE}", permit: "{TELEPHONE}", vector: "{FREE}"}}',
    f'events: [{{event: other, text: "{FREE}", date: 2026-03-01}}, {{event: crs, date: 2026-02-07, note: "{FREE}"}}]',
    f'diagnoses: [{{is: jdm, since: 2023-05, note: "{FREE}"}}, {{is: other, text: "{FREE}", since: 2024-01-01}}]',
    f'follow_up: [{{activity: visit, at: month 3, date: 2026-05-04, outcome: not_possible, why: "{FREE}"}}]',
    "hiv: {value: positive, date: 2026-02-18}",
    LATER,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("time", list(Time))
def test_no_name_number_birth_date_or_word_of_anybody_leaves(time: Time, language: str) -> None:
    # a shift by chance can make one visit's day the true day of another
    made = export(patient(*CANARY), time=time, language=language, keys={"p0": Pseudonym(KEY.code, 37)})
    words = [*NAME.split(), NUMBER, "2012-10-15", "15.10.2012", "20121015", "x-1", '"p0"', *FREE.split(), "hiv"]
    words += [TELEPHONE, *CENTRE.split(), "WENDELIN-CEL", "B-778811", "2026-02-04", "2026-05-04"]
    for name, content in made.files.items():
        text = content.decode()
        assert [word for word in words if len(word) > 3 and word.casefold() in text.casefold()] == [], name
    assert "hiv" not in {each.name for each in made.data.columns}


def test_a_cell_that_a_spreadsheet_would_reckon_with_is_read_back() -> None:
    data = export(treated(LATER)).data
    row = Row("=P1", 0, {"record_id": "=P1", "diseases": "@x"})
    written = rows_table(Dataset(data.time, data.columns, (row,), {}))
    assert "'=P1" in written
    assert read_rows_table(written, data) == (row,)
