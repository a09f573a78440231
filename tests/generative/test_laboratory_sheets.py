"""Five hundred prints with known truth through paste: no wrong value, and nearly every line understood or asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from core.entry.desk.desk import Desk
from core.entry.desk.fields import Kept
from core.entry.paste.line import ASKING, State
from core.entry.paste.pasting import Pasting
from core.entry.paste.sheet import Printed
from core.entry.statement import Plain, Statement
from core.values.quantity import parse_quantity
from tests.generative.laboratory_sheets import LAYOUTS, Made, sheet
from tests.sample_screenings import catalogue

TODAY = date(2026, 11, 21)
SHEETS, GROUPS = 500, 20
_AT = datetime(2026, 11, 21, tzinfo=UTC)
_LEAST_UNDERSTOOD = 0.97


def desk(language: str) -> Desk:
    born = (Kept(1, Statement.of("birth_date", "1990-02-11"), "Dr A", _AT),)
    return replace(Desk("p", catalogue(), language, TODAY, TODAY.isoformat(), born, author="Dr A"), today=TODAY)


def said(concept: str, content: Plain) -> tuple[str, str, Decimal, str]:
    """Return what a finding says: concept, day, the exact amount in the first unit of its family, and the family."""
    assert isinstance(content, dict)
    value, day = content["value"], content["date"]
    assert isinstance(value, str)
    assert isinstance(day, str)
    return concept, day, *measured(concept, value)


def measured(concept: str, value: str) -> tuple[Decimal, str]:
    quantity, known = parse_quantity(value), catalogue().concept(concept)
    assert quantity is not None, value
    assert known is not None
    unit = known.unit(quantity.unit)
    assert unit is not None, value
    assert quantity.amount.low is not None
    return (quantity.amount.low * unit.factor).normalize(), unit.family


def truths(made: Made) -> set[tuple[str, str, Decimal, str]]:
    return {
        (each.concept, each.on.isoformat(), *measured(each.concept, f"{each.amount} {each.unit}"))
        for each in made.truths
    }


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_wrong_value_ever(group: int) -> None:
    told, right = 0, 0
    for seed in range(group, SHEETS, GROUPS):
        made = sheet(seed)
        pasting = Pasting(made.text, desk(made.language))
        true = truths(made)
        recorded = [
            said(line.concept.id, line.content)
            for line in pasting.lines
            if line.is_recordable and line.concept and line.content
        ]
        wrong = [each for each in recorded if each not in true]
        assert wrong == [], f"seed {seed}, {made.layout}\n{made.text}"
        told += len(true)
        asked = {line.concept.id for line in pasting.lines if line.concept is not None and line.state in ASKING}
        right += sum(each in recorded or each[0] in asked for each in true)
    assert right >= told * _LEAST_UNDERSTOOD, f"{right} of {told}"


def test_every_layout_is_tried() -> None:
    assert {sheet(seed).layout for seed in range(SHEETS)} == set(LAYOUTS)


@pytest.mark.parametrize("seed", range(0, SHEETS, 25))
def test_every_line_is_accounted_for(seed: int) -> None:
    made = sheet(seed)
    pasting = Pasting(made.text, desk(made.language))
    filled = {number for number, line in enumerate(made.text.splitlines(), start=1) if line.strip()}
    shown = {
        row.line + extra
        for row in pasting.sheet.rows
        for extra in range(row.raw.count(" · ") + 1 if made.layout == "ldt" else 1)
    }
    assert shown == filled
    assert {(row.line, row.part if isinstance(row, Printed) else 0) for row in pasting.sheet.rows} == {
        line.place for line in pasting.lines
    }


@pytest.mark.parametrize("seed", range(0, SHEETS, 10))
def test_what_is_of_urine_or_a_share_is_never_taken_for_blood(seed: int) -> None:
    made = sheet(seed)
    for line in Pasting(made.text, desk(made.language)).lines:
        if line.state is State.UNDERSTOOD:
            assert "%" not in line.raw or line.concept is None or "anc" not in line.concept.id
