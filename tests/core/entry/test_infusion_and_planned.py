"""Day 0 and what is planned, as they are typed: by their declaration, with the reader of files having the last word."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from core.chart.points import POINTS
from core.chart.sections import section_of
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Change, Field, Kept, cells_of, text_of
from core.entry.form.form import fields_of, form_of
from core.entry.statement import Plain, Statement
from core.entry.typed import Refused, TwoReadings
from tests.sample_screenings import catalogue

ON = date(2026, 11, 22)
INFUSION, PLANNED = Field("infusion"), Field("planned", "treatments")
COURSES = (
    {"drug": "fludarabine", "from": "2026-01-30", "to": "2026-02-01"},
    {"drug": "cyclophosphamide", "from": "2026-01-30", "to": "2026-02-01"},
)


def desk(*statements: Statement, language: str = "en") -> Desk:
    found = Desk("p", catalogue(), language, ON, "2026-11-22", author="Dr Example")
    for number, statement in enumerate(statements, start=1):
        found = found.keeping(Kept(number, statement, "Dr Example", datetime(2026, 11, 22, tzinfo=UTC)))
    return found


def treated(language: str = "en") -> Desk:
    return desk(*(Statement.of("treatments", dict(each)) for each in COURSES), language=language)


def recorded(before: Desk, where: Field, text: str) -> Plain:
    typed = before.typed(where, text)
    change = typed.left(where)
    assert isinstance(change, Change), typed.draft(where)
    assert change.statement is not None
    assert change.statement.key == where.key
    return change.statement.plain


def refusal(before: Desk, where: Field, text: str) -> str:
    draft = before.typed(where, text).draft(where)
    assert draft is not None
    assert isinstance(draft.typed, Refused | TwoReadings), draft
    return draft.typed.reason.id


ROWS = {
    "en": {
        "date": "4 Feb 2026",
        "product": "allogeneic",
        "donor": "related donor",
        "product_name": "Example-cel",
        "batch": "B-17",
        "cells": "1.0e6 /kg",
        "lymphodepletion": "fludarabine; cyclophosphamide",
        "vector": "lentiviral",
        "region": "EU",
        "bridging": "none",
        "centre": "Example hospital",
        "indication": "by hospital exemption",
        "permit": "HE-7",
        "note": "in two bags",
    },
    "de": {
        "date": "4.2.2026",
        "product": "allogen",
        "donor": "verwandte Spende",
        "product_name": "Example-cel",
        "batch": "B-17",
        "cells": "1.0e6 /kg",
        "lymphodepletion": "Fludarabin; Cyclophosphamid",
        "vector": "lentiviral",
        "region": "eu",
        "bridging": "none",
        "centre": "Example hospital",
        "indication": "mit Krankenhausausnahme",
        "permit": "HE-7",
        "note": "in two bags",
    },
}
WRITTEN: dict[str, Plain] = {
    "date": "2026-02-04",
    "product": "allogeneic",
    "donor": "related",
    "product_name": "Example-cel",
    "batch": "B-17",
    "cells": "1.0e6 /kg",
    "lymphodepletion": ["fludarabine", "cyclophosphamide"],
    "vector": "lentiviral",
    "region": "EU",
    "indication": "exemption",
    "bridging": "none",
    "centre": "Example hospital",
    "permit": "HE-7",
    "note": "in two bags",
}


@pytest.mark.parametrize("language", ROWS)
def test_an_infusion_is_typed_cell_by_cell_and_reads_back(language: str) -> None:
    assert set(ROWS[language]) == set(section_of("infusion").cells)
    before = treated(language)
    assert recorded(before, INFUSION, text_of(ROWS[language])) == WRITTEN
    after = before.keeping(Kept(9, Statement.of("infusion", WRITTEN), "Dr Example", datetime(2026, 11, 22, tzinfo=UTC)))
    assert after.recorded.problems == {}
    infusion = after.recorded.chart.infusion
    assert infusion is not None
    assert (infusion.on, infusion.product, infusion.region) == (date(2026, 2, 4), "allogeneic", "EU")
    assert infusion.lymphodepletion == ("fludarabine", "cyclophosphamide")
    cells = cells_of(after.text(INFUSION))
    corrected = after.typed(INFUSION, text_of({**cells, "region": "US"})).left(INFUSION)
    assert corrected is not None
    assert corrected.replaces == 9
    assert corrected.statement == Statement.of("infusion", {**WRITTEN, "region": "US"})


def test_cells_of_the_patient_have_no_donor() -> None:
    assert refusal(desk(), INFUSION, text_of({"date": "2026-02-04", "product": "autologous", "donor": "cord blood"}))
    assert recorded(desk(), INFUSION, text_of({"date": "2026-02-04", "donor": "cord blood"}))


def test_no_lymphodepletion_is_said_in_a_word() -> None:
    for language, word in (("en", "none"), ("de", "keine")):
        before = desk(language=language)
        content = recorded(before, INFUSION, text_of({"date": "2026-02-04", "lymphodepletion": word}))
        assert content == {"date": "2026-02-04", "lymphodepletion": ["none"]}
        statement = Statement.of("infusion", content)
        after = before.keeping(Kept(1, statement, "", datetime(2026, 11, 22, tzinfo=UTC)))
        assert after.recorded.chart.infusion is not None
        assert after.recorded.chart.infusion.lymphodepletion == ()
        assert cells_of(after.text(INFUSION))["lymphodepletion"] == word


@pytest.mark.parametrize(
    ("cells", "phrase"),
    [
        ({"product": "autologous"}, "entry-missing-cell"),
        ({"date": "Feb 2026"}, "entry-file-problem"),
        ({"date": "4 Feb 2027"}, "entry-after-today"),
        ({"date": "4 Feb 2026", "cells": "many"}, "entry-file-problem"),
        ({"date": "4 Feb 2026", "product": "borrowed"}, "entry-no-word"),
        ({"date": "4 Feb 2026", "lymphodepletion": "fludarabine; bendamustine"}, "entry-file-problem"),
        ({"date": "03/04/2026"}, "entry-two-dates"),
    ],
)
def test_what_is_wrong_with_an_infusion_is_said(cells: dict[str, str], phrase: str) -> None:
    assert refusal(treated(), INFUSION, text_of(cells)) == phrase


@pytest.mark.parametrize(
    ("language", "text", "content", "shown"),
    [
        (
            "en",
            "mycophenolate mofetil: day 35",
            {"mycophenolate_mofetil": "day 35"},
            "Mycophenolate mofetil or mycophenolic acid: day 35",
        ),
        (
            "en",
            "MMF: 5 weeks after",
            {"mycophenolate_mofetil": "week 5"},
            "Mycophenolate mofetil or mycophenolic acid: week 5",
        ),
        (
            "de",
            "MMF: Tag 35; Hydroxychloroquin: 3.3.2027",
            {"mycophenolate_mofetil": "day 35", "hydroxychloroquine": "2027-03-03"},
            "Hydroxychloroquin: 3. März 2027; Mycophenolat-Mofetil oder Mycophenolsäure: Tag 35",
        ),
        (
            "de",
            "MMF: unbekannt",
            {"mycophenolate_mofetil": "unknown"},
            "Mycophenolat-Mofetil oder Mycophenolsäure: unbekannt",
        ),
        ("en", "glucocorticoids: month 3", {"glucocorticoids": "month 3"}, "Glucocorticoids: month 3"),
    ],
)
def test_planned_treatments_are_one_text(language: str, text: str, content: dict[str, Plain], shown: str) -> None:
    before = desk(language=language)
    assert recorded(before, PLANNED, text) == content
    statement = Statement.of("planned", content, "treatments")
    after = before.keeping(Kept(1, statement, "", datetime(2026, 11, 22, tzinfo=UTC)))
    assert after.recorded.problems == {}
    assert {each.drug for each in after.recorded.chart.planned_treatments} == set(content)
    assert after.text(PLANNED) == shown
    assert after.typed(PLANNED, shown).draft(PLANNED) is None
    assert after.said(PLANNED, statement) == shown


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("mycophenolate mofetil", "entry-no-planned-day"),
        ("mycophenolate mofetil: soon", "entry-no-planned-day"),
        ("mycophenolate mofetil: day 0", "entry-no-planned-day"),
        ("moonshine: day 35", "entry-no-drug"),
        ("MMF: day 35; MMF: day 40", "entry-detail-twice"),
        ("MMF: 03/04/2027", "entry-two-dates"),
    ],
)
def test_what_is_wrong_with_planned_treatments_is_said(text: str, phrase: str) -> None:
    assert refusal(desk(), PLANNED, text) == phrase


def test_an_offer_keeps_the_rest_of_the_text() -> None:
    draft = desk().typed(PLANNED, "prednisone: day 7; MMF: 03/04/2027").draft(PLANNED)
    assert draft is not None
    assert isinstance(draft.typed, TwoReadings)
    assert [each.text for each in draft.typed.offers] == [
        "prednisone: day 7; MMF: 3 Apr 2027",
        "prednisone: day 7; MMF: 4 Mar 2027",
    ]


@pytest.mark.parametrize("point", POINTS)
def test_every_planned_day_is_typed_and_may_lie_ahead(point: str) -> None:
    where = Field("planned", point)
    assert recorded(desk(), where, "14 Dec 2026") == "2026-12-14"
    after = desk(Statement.of("planned", "2026-12-14", point))
    assert after.recorded.chart.planned[point].first == date(2026, 12, 14)


def test_they_stand_on_the_pages_that_they_name() -> None:
    form = form_of(catalogue())
    assert "infusion" in form.page("treatments").lists
    keys = [each.key for each in fields_of("practical") if each.section == "planned"]
    assert keys == [*(point for point in POINTS if point != "leukapheresis"), "treatments"]
