"""Who the patient is: one text each, of which the latest holds."""

from __future__ import annotations

from core.chart.birth import AGE, BIRTH_DATE
from core.chart.reading.identity import read_sex
from core.chart.sections.section import Cell, Column, Section, Shape

_PAGE = "identity"
SYNTHETIC = "synthetic"

SECTIONS = (
    Section(SYNTHETIC, Shape.ONE, untyped="only a file can say that its patient is invented"),
    Section("name", Shape.ONE, page=_PAGE, is_typed_as=Cell.TEXT, listed_as="name"),
    Section(BIRTH_DATE, Shape.ONE, page=_PAGE, is_typed_as=Cell.BIRTH, listed_as="birth"),
    Section(AGE, Shape.ONE, (Column("value"), Column("date", Cell.DATE)), page=_PAGE, is_typed_as=Cell.AGE),
    Section("sex", Shape.ONE, read=read_sex, page=_PAGE, is_typed_as=Cell.CONCEPT, listed_as="sex"),
    Section("number", Shape.ONE, page=_PAGE, is_typed_as=Cell.TEXT, listed_as="number"),
    Section("judge_on", Shape.ONE, untyped="samples are made for a day; others are judged on the day chosen"),
    Section("note", Shape.ONE, page=_PAGE, is_typed_as=Cell.TEXT),
)
