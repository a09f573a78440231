"""The conclusion at each decision point, the cohorts of a file, and what is due later."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.printing.aloud import read_aloud
from core.documents.blocks import Block, Cell, Column, Heading, Paragraph, Table, Verdict
from core.documents.eligibility_report.desk import TONES, Desk, each_once
from core.language.languages import in_language
from core.screening.conclusions import Word
from core.screening.judgements import Judgement
from core.screening.screening import CohortScreening
from core.wording.causes import point_word
from core.wording.conclusions import conclusion_line, in_the_way
from core.wording.verdicts import numbered


def cohort_blocks(desk: Desk) -> Iterator[Block]:
    """Yield the cohorts of the file with their conclusions; those that are not the patient's fold into one line.

    Where none is the patient's, what each asks for is the reason of the conclusion and stands in full.
    """
    cohorts = desk.screening.cohorts
    if not cohorts:
        return
    own = tuple(each for each in cohorts if each.headline.word is not Word.NOT_THIS_COHORT)
    others = [in_language(each.title, desk.language) for each in cohorts if each not in own] if own else []
    columns = (
        Column(desk.say("report-column-cohort"), 3),
        Column(desk.say("report-column-conclusion"), 3),
        Column(desk.say("report-heading-way"), 4),
    )
    rows = tuple(_cohort_row(desk, part) for part in own or cohorts)
    yield Heading(desk.say("report-heading-cohorts"))
    yield Table(columns, rows, desk.say("report-heading-cohorts"))
    if others:
        yield Paragraph(desk.say("report-cohorts-others", titles="; ".join(others)))


def _cohort_row(desk: Desk, part: CohortScreening) -> tuple[Cell, ...]:
    verdict = Verdict.of(TONES[part.headline.word], desk.line(part))
    return (in_language(part.title, desk.language), verdict, _why(desk, part))


def _why(desk: Desk, part: CohortScreening) -> str:
    scope = desk.compiled.scopes[part.id]
    cohort = desk.cohort(part)
    if part.headline.word is Word.NOT_THIS_COHORT and cohort is not None and cohort.applies_when is not None:
        return desk.say("report-cohort-asks", what=read_aloud(cohort.applies_when, scope, desk.phrases))
    return "; ".join(in_the_way(part, desk.screening.rule_file, scope, desk.phrases))


def point_blocks(desk: Desk) -> Iterator[Block]:
    """Yield the conclusion at each decision point, where there is more than one."""
    parts = [part for part in desk.parts if len(part.points) > 1]
    if not parts:
        return
    columns = (
        Column(desk.say("report-column-point"), 2),
        Column(desk.say("report-column-day"), 2),
        Column(desk.say("report-column-conclusion"), 5),
    )
    yield Heading(desk.say("report-heading-points"))
    for part in parts:
        if len(desk.parts) > 1:
            yield Heading(in_language(part.title, desk.language), 3)
        yield Table(columns, tuple(_point_rows(desk, part)), desk.say("report-heading-points"))


def _point_rows(desk: Desk, part: CohortScreening) -> Iterator[tuple[Cell, ...]]:
    scope = desk.compiled.scopes[part.id]
    for point, conclusion in part.points.items():
        line = conclusion_line(conclusion, point, scope, desk.phrases)
        day = desk.day(desk.screening.anchors[point].day)
        if desk.screening.anchors[point].is_assumed:
            day = desk.say("report-day-earliest", date=day)
        yield (point_word(point, desk.phrases), day, Verdict.of(TONES[conclusion.word], line))


def due_later_blocks(desk: Desk) -> Iterator[Block]:
    """Yield what needs a result or act of a time that has not come."""
    due = each_once(each for part in desk.parts for each in part.judgements if each.is_due_later)
    if not due:
        return
    columns = (Column(desk.say("report-column-criterion"), 5), Column(desk.say("report-column-point"), 3))
    rows = tuple(
        (f"{numbered(each.criterion, desk.phrases)}: {desk.told(each.criterion.text, each)}", _when(desk, each))
        for each in due
    )
    yield Heading(desk.say("report-heading-later"))
    yield Table(columns, rows, desk.say("report-heading-later"))


def _when(desk: Desk, judgement: Judgement) -> str:
    point = point_word(judgement.point, desk.phrases)
    if judgement.point not in desk.screening.chart.planned:
        return desk.say("report-due-on-assumed", point=point)
    return desk.say("report-due-on", point=point, date=desk.day(judgement.on))
