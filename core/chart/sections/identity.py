"""Who the patient is: one text each, of which the latest holds."""

from __future__ import annotations

from core.chart.sections.section import Cell, Column, Section, Shape

_PAGE = "identity"

SECTIONS = (
    Section("synthetic", Shape.ONE),
    Section("name", Shape.ONE, page=_PAGE, is_typed_as=Cell.TEXT, is_listed=True),
    Section("birth_date", Shape.ONE, page=_PAGE, is_typed_as=Cell.BIRTH, is_listed=True),
    Section("age", Shape.ONE, (Column("value"), Column("date", Cell.DATE)), page=_PAGE, is_typed_as=Cell.AGE),
    Section("sex", Shape.ONE, page=_PAGE, is_typed_as=Cell.CONCEPT, is_listed=True),
    Section("number", Shape.ONE, page=_PAGE, is_typed_as=Cell.TEXT, is_listed=True),
    Section("judge_on", Shape.ONE),
    Section("note", Shape.ONE),
)
