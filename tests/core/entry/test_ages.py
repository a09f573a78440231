"""Ages on a day as they are typed; what is typed and what a patient file says are one statement."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.birth import AgeOn, years_on
from core.chart.reading.whole import read_patient
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept
from core.entry.desk.showing import field_state
from core.entry.statement import Plain, Statement
from core.entry.typed import Refused, TwoReadings, Typing, Understood
from core.entry.typed.ages import age_text, read_age
from core.language.phrases import Phrases
from core.values.duration import TimeUnit
from core.values.partial_date import PartialDate, parse_partial_date

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, tzinfo=UTC)
AGE, BIRTH = Field("age"), Field("birth_date")


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def typing(language: str, on: str = "2026-11-22") -> Typing:
    return Typing(language, TODAY, on=on)


def desk(*told: tuple[str, Plain], language: str = "en", on: str = "2026-11-22") -> Desk:
    kept = tuple(Kept(at, Statement.of(*each), "Dr A", NOW) for at, each in enumerate(told, start=1))
    return Desk("p", catalogue(), language, TODAY, on, kept)


def recorded(before: Desk, where: Field, text: str) -> Desk:
    """The desk after a text was typed and its field left."""
    typed = before.typed(where, text)
    change = typed.left(where)
    assert change is not None, typed.draft(where)
    assert change.statement is not None
    return typed.without_draft(where).keeping(Kept(9, change.statement, "Dr A", NOW), change.replaces)


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("15", "15 years", "2026-11-22"),
        ("15 years @ 3 May 2024", "15 years", "2024-05-03"),
        ("15 y @ 5/2024", "15 years", "2024-05"),
        ("15 Jahre @ 3. Mai 2024", "15 years", "2024-05-03"),
        ("15 Jahre am 3. Mai 2024", "15 years", "2024-05-03"),
        ("15 years on 2024", "15 years", "2024"),
        ("15 J.", "15 years", "2026-11-22"),
        ("1 year", "1 year", "2026-11-22"),
        ("0", "0 years", "2026-11-22"),
        ("7 Monate", "7 months", "2026-11-22"),
        ("7 months @ 2 Jan 2026", "7 months", "2026-01-02"),
        ("18mo", "18 months", "2026-11-22"),
    ],
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_an_age_is_typed_in_either_language_and_reads_back(text: str, value: str, day: str, language: str) -> None:
    read = read_age(text, typing(language))
    assert isinstance(read, Understood)
    assert read.content == {"value": value, "date": day}
    again = read_age(age_text(read.content, language), typing(language))
    assert again == read


@pytest.mark.parametrize(
    "text", ["", "15,5 Jahre", "15.5", "<15", "15 weeks", "fifteen", "-3", "15 kg", "150", "1500 months"]
)
def test_what_is_no_age_is_not_recorded(text: str) -> None:
    assert desk().typed(AGE, text).left(AGE) is None


def test_an_age_of_no_day_is_asked_for_its_day() -> None:
    read = read_age("15", typing("en", on=""))
    assert isinstance(read, Refused)
    assert read.reason.id == "entry-age-of-no-day"


def test_an_age_of_a_day_to_come_is_refused() -> None:
    assert isinstance(read_age("15 @ 1 Jan 2027", typing("en")), Refused)


def test_a_day_of_two_readings_is_asked_and_the_age_stays() -> None:
    read = read_age("15 Jahre @ 03/05/2024", typing("de"))
    assert isinstance(read, TwoReadings)
    assert [offer.text for offer in read.offers] == ["15 Jahre @ 3. Mai 2024", "15 Jahre @ 5. März 2024"]


@pytest.mark.parametrize(("language", "text"), [("en", "7 months @ 3 May 2024"), ("de", "7 Monate @ 3. Mai 2024")])
def test_an_age_on_record_shows_its_day_and_the_days_of_birth(language: str, text: str) -> None:
    now = desk(("age", {"value": "7 months", "date": "2024-05-03"}), language=language)
    state = field_state(now, AGE, Phrases(language))
    assert (state.text, state.unit) == (text, "")
    assert all(year in state.note for year in ("2023",)), state.note
    assert now.typed(AGE, text).drafts == {}
    assert now.birth == now.recorded.chart.birth == AgeOn(7, PartialDate.on(date(2024, 5, 3)), TimeUnit.MONTH).birth


def test_a_corrected_age_takes_the_place_of_the_old_one_also_of_another_day() -> None:
    now = recorded(desk(("age", {"value": "15 years", "date": "2026-01-01"})), AGE, "14 @ 3 May 2025")
    assert [each.statement.plain for each in now.all_of("age")] == [{"value": "14 years", "date": "2025-05-03"}]
    assert now.recorded.chart.birth == AgeOn(14, PartialDate.on(date(2025, 5, 3))).birth


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_birth_date_and_an_age_that_contradict_are_never_both_recorded(language: str) -> None:
    told: Plain = {"value": "15 years", "date": "2024-05-03"}
    for first, where, text in (
        (("birth_date", "1990-02-11"), AGE, "15 @ 3 May 2024"),
        (("age", told), BIRTH, "11 Feb 1990"),
    ):
        before = desk(first, language=language)
        typed = before.typed(where, text)
        assert typed.left(where) is None
        state = field_state(typed, where, Phrases(language))
        assert before.text(Field(first[0])) in state.warning
        assert typed.charting.chart.birth == before.recorded.chart.birth


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("where", "text"), [(AGE, "7 months @ 3 May 2024"), (BIRTH, "2023"), (BIRTH, "20.11.2026")])
def test_a_birth_is_corrected_to_any_day_and_nothing_falls_out_of_the_chart(
    where: Field, text: str, language: str
) -> None:
    """What lies before it is named and stays: either day can be the slip, and what is left out could exclude."""
    before = desk(
        ("diagnoses", {"is": "sle", "since": "2014-01"}),
        ("treatments", {"drug": "prednisone", "from": "2015", "to": "2016"}),
        ("ck", {"value": "200 U/L", "date": "2013-05-01"}),
        language=language,
    )
    typed = before.typed(where, text)
    assert typed.left(where) is not None
    warning = field_state(typed, where, Phrases(language)).warning
    assert all(year in warning for year in ("2014", "2015", "2013")), warning
    now = recorded(before, where, text)
    assert now.birth is not None
    assert now.birth.first.year > 2014
    assert now.recorded.chart.episodes == before.recorded.chart.episodes != ()
    assert now.recorded.chart.courses == before.recorded.chart.courses != ()
    assert len(now.recorded.chart.of("ck")) == 1
    assert len(now.recorded.problems) == 3
    assert field_state(now, Field("ck"), Phrases(language)).warning == Phrases(language).say("entry-before-birth")
    assert recorded(now, where, "15 @ 3 May 2013" if where == AGE else "1990").recorded.problems == {}


def test_a_file_with_something_before_the_birth_is_refused() -> None:
    text = b"format: 1\nid: x\nbirth_date: 2020-01-01\ndiagnoses: [{is: sle, since: 2014-01-20}]\n"
    chart, problems = read_patient(text, "x.yaml", catalogue())
    assert chart is None
    assert [problem.code for problem in problems if problem.is_error] == ["before-birth"]


def test_what_was_at_odds_before_does_not_keep_a_birth_date_from_being_corrected() -> None:
    before = desk(("birth_date", "1990-02-11"), ("diagnoses", {"is": "sle", "since": "1985"}))
    now = recorded(recorded(before, BIRTH, "11 Feb 1991"), BIRTH, "11 Feb 1980")
    assert now.recorded.problems == {}


def test_a_birth_year_is_narrowed_by_an_age_as_in_a_file() -> None:
    now = recorded(desk(("birth_date", "2009")), AGE, "15 @ 3 May 2024")
    assert now.recorded.problems == {}
    assert now.birth == now.recorded.chart.birth
    assert now.birth is not None
    assert (now.birth.first, now.birth.last) == (date(2009, 1, 1), date(2009, 5, 3))


def test_a_birth_date_is_corrected_to_an_earlier_one() -> None:
    now = recorded(desk(("birth_date", "1990-02-11")), BIRTH, "11 Feb 1980")
    assert now.recorded.chart.birth == parse_partial_date("1980-02-11")


def test_years_are_known_where_every_birth_gives_them() -> None:
    birth = AgeOn(15, PartialDate.on(date(2024, 5, 3))).birth
    assert years_on(birth, date(2024, 5, 3)) == 15
    assert years_on(birth, date(2026, 11, 22)) is None
    assert years_on(birth, date(2000, 1, 1)) is None
