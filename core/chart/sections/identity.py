"""Who the patient is: one text each, of which the latest holds."""

from __future__ import annotations

from core.chart.reading.identity import read_sex
from core.chart.sections.section import Cell, Column, Section, Shape

_PAGE = "identity"
SYNTHETIC = "synthetic"

SECTIONS = (
    Section(SYNTHETIC, Shape.ONE),
    Section("name", Shape.ONE, page=_PAGE, is_typed_as=Cell.TEXT, listed_as="name"),
    Section("birth_date", Shape.ONE, page=_PAGE, is_typed_as=Cell.BIRTH, listed_as="birth"),
    Section("age", Shape.ONE, (Column("value"), Column("date", Cell.DATE)), page=_PAGE, is_typed_as=Cell.AGE),
    Section("sex", Shape.ONE, read=read_sex, page=_PAGE, is_typed_as=Cell.CONCEPT, listed_as="sex"),
    Section("number", Shape.ONE, page=_PAGE, is_typed_as=Cell.TEXT, listed_as="number"),
    Section("judge_on", Shape.ONE),
    Section("note", Shape.ONE),
)
