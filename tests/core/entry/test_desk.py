"""The desk: typing makes a draft that is judged, leaving records one finding, undo takes it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.values import Measured
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept, text_of
from core.entry.desk.showing import field_state, problem_words
from core.entry.statement import Plain, Statement
from core.language.phrases import Phrases

CREATININE = Field("creatinine")
NOW = datetime(2026, 11, 22, tzinfo=UTC)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


@cache
def english() -> Phrases:
    return Phrases("en")


def kept(number: int, section: str, content: Plain, key: str = "") -> Kept:
    return Kept(number, Statement.of(section, content, key), "Dr A", NOW)


def desk(*statements: Kept, entry_on: str = "2026-11-22") -> Desk:
    born = kept(1, "birth_date", "1990-02-11")
    return Desk("p", catalogue(), "en", date(2026, 11, 22), entry_on, (born, *statements))


def amounts(which: Desk) -> list[str]:
    found = which.charting.chart.of("creatinine")
    return [each.value.quantity.text for each in found if isinstance(each.value, Measured)]


def test_a_draft_is_judged_and_not_on_record() -> None:
    typed = desk().typed(CREATININE, "88 umol/L")
    assert amounts(typed) == ["88 umol/L"]
    assert typed.recorded.chart.of("creatinine") == ()
    assert typed.open_drafts == (CREATININE,)


def test_what_the_reader_of_files_refuses_is_said_in_the_language() -> None:
    cells = {"drug": "mmf", "from": "2024", "to": "2025-01-01", "dose": "1000 mg alle 12 Stunden ab 2024 bis 2026"}
    row = Field("treatments", row="new1")
    draft = replace(desk(), language="de").typed(row, text_of(cells)).draft(row)
    assert draft is not None
    assert "die Therapie nur bis 2025-01-01 (beide Daten prüfen)" in problem_words(draft.typed, Phrases("de"))
    assert "the course only to 2025-01-01 (check both dates)" in problem_words(draft.typed, english())


def test_typing_88_leaves_one_finding() -> None:
    now = desk(kept(2, "creatinine", {"value": "70 umol/L", "date": "2026-10-01"}))
    for text in ("8", "88"):
        now = now.typed(CREATININE, text)
    change = now.left(CREATININE)
    assert change is not None
    assert change.statement == Statement.of("creatinine", {"value": "88 umol/L", "date": "2026-11-22"})
    assert change.replaces is None


def test_a_value_of_the_same_day_is_a_correction() -> None:
    now = desk(kept(2, "creatinine", {"value": "880 umol/L", "date": "2026-11-22"})).typed(CREATININE, "88")
    change = now.left(CREATININE)
    assert change is not None
    assert change.replaces == 2
    assert amounts(now) == ["88 umol/L"]


def test_a_text_that_is_no_value_yet_records_nothing() -> None:
    now = desk().typed(CREATININE, "88 parsec")
    assert now.left(CREATININE) is None
    assert amounts(now) == []
    state = field_state(now, CREATININE, english())
    assert state.is_waiting
    assert state.offers == ()  # no unit but the one typed is offered
    asked = field_state(desk().typed(CREATININE, "88"), CREATININE, english())
    assert [offer.text for offer in asked.offers] == ["88 µmol/L", "88 mg/L"]  # 88 mg/dL nobody can have


def test_the_text_on_record_is_no_draft() -> None:
    stands = desk(kept(2, "creatinine", {"value": "88 umol/L", "date": "2026-11-20"}))
    assert stands.text(CREATININE) == "88 µmol/L"
    assert stands.typed(CREATININE, "88 µmol/L").drafts == {}
    shown = field_state(stands, CREATININE, english())
    assert (shown.brief, shown.day, shown.note) == ("88", "20 Nov 2026", "2 days old · 0.995 mg/dL")


def test_an_emptied_field_asks_before_anything_is_taken_back() -> None:
    emptied = desk(kept(2, "creatinine", {"value": "88 umol/L", "date": "2026-11-20"})).typed(CREATININE, "")
    assert emptied.is_emptied(CREATININE)
    assert emptied.left(CREATININE) is None
    assert amounts(emptied) == ["88 umol/L"]


def test_the_latest_day_is_shown_not_the_last_typed() -> None:
    now = desk(
        kept(2, "creatinine", {"value": "88 umol/L", "date": "2026-11-20"}),
        kept(3, "creatinine", {"value": "70 umol/L", "date": "2026-01-20"}),
    )
    assert now.text(CREATININE) == "88 µmol/L"


def test_a_row_is_one_statement() -> None:
    row = Field("treatments", row="new1")
    cells = {"drug": "mmf", "from": "3/2024", "to": "ongoing"}
    now = desk().typed(row, text_of({"drug": "mmf"}))
    assert now.left(row) is None
    now = now.typed(row, text_of(cells))
    change = now.left(row)
    assert change is not None
    assert change.statement is not None
    assert [course.drug for course in now.charting.chart.courses] == ["mycophenolate_mofetil"]


def test_a_corrected_row_keeps_its_place() -> None:
    rows = desk(
        kept(5, "treatments", {"drug": "methotrexate", "from": "2020", "to": "2021"}),
        kept(6, "treatments", {"drug": "azathioprine", "from": "2022", "to": "2023"}),
    )
    corrected = rows.keeping(kept(-1, "treatments", {"drug": "methotrexate", "from": "2019", "to": "2021"}), 5)
    assert [each.id for each in corrected.all_of("treatments")] == [-1, 6]
    assert [each.id for each in corrected.renumbered(-1, 9).all_of("treatments")] == [9, 6]


def test_the_reader_of_patient_files_has_the_last_word() -> None:
    row = Field("treatments", row="new1")
    cells = {"drug": "mmf", "from": "2024-03-01", "to": "2023-03-01"}
    state = field_state(desk().typed(row, text_of(cells)), row, english())
    assert state.is_waiting
    assert state.warning


def test_identity_and_planned_dates_are_fields_too() -> None:
    planned = Field("planned", "leukapheresis")
    now = desk().typed(Field("name"), "Ada Lovelace").typed(planned, "10 Dec 2026").typed(Field("sex"), "female")
    chart = now.charting.chart
    assert (chart.name, chart.planned["leukapheresis"].text) == ("Ada Lovelace", "2026-12-10")
    assert chart.of("sex")


def test_an_answer_is_a_field_with_its_question() -> None:
    where = Field("answers", "caregiver")
    now = desk().typed(where, text_of({"answer": "yes", "by": "Dr A", "date": "2026-11-22"}))
    assert [answer.question for answer in now.charting.chart.answers] == ["caregiver"]


def test_a_birth_date_after_today_is_refused() -> None:
    typed = desk().typed(Field("birth_date"), "11.2.2090")
    assert typed.left(Field("birth_date")) is None
    assert field_state(typed, Field("birth_date"), english()).warning == "Nobody is born after today."


def test_a_result_of_a_day_to_come_is_refused_and_a_planned_day_is_not() -> None:
    typed = replace(desk(), today=date(2026, 11, 22)).typed(CREATININE, "88 umol/L @ 1 Dec 2026")
    assert typed.left(CREATININE) is None
    where = Field("planned", "leukapheresis")
    assert typed.typed(where, "1 Dec 2026").left(where) is not None


def test_an_age_on_a_day_stands_for_the_birth_date() -> None:
    aged = Desk(
        "p",
        catalogue(),
        "en",
        date(2026, 11, 22),
        "2026-11-22",
        (kept(1, "age", {"value": "15 years", "date": "2026-11-20"}),),
    )
    assert aged.birth == aged.recorded.chart.birth
    assert aged.birth is not None
    assert (aged.birth.first, aged.birth.last) == (date(2010, 11, 21), date(2011, 11, 20))
    row = Field("treatments", row="new1")
    state = field_state(aged.typed(row, text_of({"drug": "mmf", "from": "2009", "to": "2025"})), row, english())
    assert state.warning == "This lies before the birth date."


def test_a_patient_with_a_day_of_its_own() -> None:
    assert desk().own_day is None
    assert desk(kept(2, "judge_on", "2026-11-20")).own_day == date(2026, 11, 20)


def test_an_answer_is_signed_and_one_of_another_day_stands_beside_it() -> None:
    where, blank = Field("answers", "caregiver"), replace(desk(), author="Dr Example")
    first = blank.answered(where, "yes", " in writing ")
    assert first.replaces is None
    assert first.statement is not None
    signed = {"answer": "yes", "by": "Dr Example", "date": blank.evaluation_on.isoformat(), "note": "in writing"}
    assert first.statement.plain == signed
    now = blank.keeping(Kept(7, first.statement, "Dr Example", NOW))
    assert now.answered(where, "no", "").replaces == 7
    assert replace(now, evaluation_on=now.evaluation_on + timedelta(days=1)).answered(where, "no", "").replaces is None
