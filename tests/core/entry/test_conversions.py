"""Toggling a unit: the amount stays, what stands beside it stays, and the way back is the text as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from core.entry.desk.conversions import Conversions
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept
from core.entry.statement import Plain, Statement
from tests.sample_screenings import catalogue

CREATININE = Field("creatinine")


def desk_with(content: Plain, language: str = "en") -> Desk:
    kept = Kept(1, Statement.of("creatinine", content), "Dr Example", datetime(2026, 11, 22, tzinfo=UTC))
    return Desk("p1", catalogue(), language, date(2026, 11, 22), "2026-11-22", (kept,))


def toggled(desk: Desk, known: Conversions, unit: str) -> tuple[Desk, Conversions]:
    known, text = known.converted(desk, CREATININE, unit)
    assert text is not None
    return desk.typed(CREATININE, text), known


@pytest.mark.parametrize("value", ["88 umol/L", "88.4 umol/L", "87.95 umol/L", "<30 umol/L"])
def test_there_and_back_is_the_text_as_it_was(value: str) -> None:
    desk = desk_with({"value": value, "date": "2026-11-20", "uln": "80 umol/L"})
    before = desk.text(CREATININE)
    there, known = toggled(desk, Conversions(), "mg/dL")
    assert there.text(CREATININE) != before
    back, _ = toggled(there, known, "µmol/L")
    assert back.text(CREATININE) == before
    assert not back.open_drafts, "what is on record is no draft"


def test_only_the_number_changes() -> None:
    desk = desk_with({"value": "88 umol/L", "date": "2026-11-20", "uln": "80 umol/L"})
    there, _ = toggled(desk, Conversions(), "mg/dL")
    draft = there.draft(CREATININE)
    assert draft is not None
    assert draft.statement is not None
    assert draft.statement.plain == {"value": "0.995 mg/dL", "date": "2026-11-20", "uln": "80 umol/L"}


def test_a_text_that_was_typed_begins_anew() -> None:
    desk = desk_with({"value": "88 umol/L", "date": "2026-11-20"})
    there, known = toggled(desk, Conversions(), "mg/dL")
    typed = there.typed(CREATININE, "1.2 mg/dL")
    back, _ = toggled(typed, known, "µmol/L")
    assert back.text(CREATININE).startswith("106 µmol/L")


def test_german_texts_toggle_too() -> None:
    desk = desk_with({"value": "0.9 mg/dL", "date": "2026-11-20"}, "de")
    there, known = toggled(desk, Conversions(), "µmol/L")
    back, _ = toggled(there, known, "mg/dL")
    assert back.text(CREATININE) == "0,9 mg/dL"


def test_a_text_that_is_no_amount_stays() -> None:
    desk = desk_with({"value": "88 umol/L", "date": "2026-11-20"}).typed(CREATININE, "eighty")
    _, text = Conversions().converted(desk, CREATININE, "mg/dL")
    assert text is None
    gone = replace(desk, kept=())
    assert Conversions().converted(gone, CREATININE, "mg/dL")[1] is None
