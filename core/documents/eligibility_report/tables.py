"""The tables of the report: what stands in the way, the criteria, what is due later, the points."""

from __future__ import annotations

from collections.abc import Iterable

from core.documents.blocks import Block, Cell, Column, Heading, Lines, Paragraph, Table, Verdict
from core.documents.eligibility_report.desk import TONES, Desk
from core.rule_files.rule_file import Polarity
from core.screening import judgements
from core.screening.judgements import Judgement, Remedy
from core.screening.screening import CohortScreening
from core.wording.aloud import needed_words
from core.wording.causes import cause_sentence, point_word
from core.wording.conclusions import conclusion_line, remedy_words
from core.wording.evidence import evidence_of
from core.wording.names import names_of
from core.wording.verdicts import numbered

_SHORT = 300
"""A criterion longer than this when read aloud stands in the table by its own text."""


def in_the_way_table(desk: Desk, part: CohortScreening) -> tuple[Block, ...]:
    """Return the table of everything that fails or is open, and who can close it."""
    headline = part.headline
    rows = [_row(desk, each) for each in _once((*headline.fails, *headline.open, *headline.deferred))]
    if not rows:
        return (Paragraph(desk.phrases.say("report-nothing-in-the-way")),)
    say = desk.phrases.say
    columns = (
        Column(say("report-column-criterion"), 3.2),
        Column(say("report-column-now"), 3.2),
        Column(say("report-column-needed"), 3.2),
        Column(say("report-column-who"), 1.8),
    )
    return (Table(columns, tuple(rows), say("report-heading-way")),)


def _once(found: Iterable[Judgement]) -> list[Judgement]:
    seen: dict[tuple[str, str, str], Judgement] = {}
    for each in found:
        seen.setdefault((each.cohort, each.criterion.id, each.point), each)
    return list(seen.values())


def _row(desk: Desk, judgement: Judgement) -> tuple[Cell, ...]:
    criterion = judgement.criterion
    name = f"{numbered(judgement, desk.phrases)}: {criterion.text}"
    return (name, _now(desk, judgement), needed(desk, judgement), _who(desk, judgement))


def _now(desk: Desk, judgement: Judgement) -> Cell:
    """Return what the record says now: the causes of what is unknown, the evidence of what fails."""
    scope = desk.scope(judgement)
    if judgement.verdict is judgements.Verdict.UNKNOWN:
        gaps = (*judgement.open_gaps, *judgement.deferred_gaps)
        return Lines(tuple(cause_sentence(gap, scope, desk.phrases) for gap in gaps))
    found = evidence_of(judgement, desk.screening.chart, scope, desk.phrases)
    return Lines((desk.verdict(judgement).word, *(each.text for each in found)))


def needed(desk: Desk, judgement: Judgement) -> Cell:
    """Return what the criterion asks for, and how a failure ends."""
    words = needed_words(judgement.criterion, desk.scope(judgement), desk.phrases)
    lines = [words if len(words) <= _SHORT else judgement.criterion.text]
    if judgement.not_before is not None:
        day = desk.day(judgement.not_before)
        if judgement.remedy is Remedy.STOPPING:
            drugs = names_of(judgement.stop, desk.scope(judgement), desk.phrases)
            lines.append(desk.phrases.say("report-stops", date=day, drugs=drugs))
        else:
            lines.append(desk.phrases.say("report-waits", date=day))
    elif judgement.remedy is not None:
        lines.append(remedy_words(judgement, desk.scope(judgement), desk.phrases))
    return Lines(tuple(lines))


def _who(desk: Desk, judgement: Judgement) -> str:
    return desk.who(judgement) or "–"


def criteria_tables(desk: Desk, shown: Iterable[Judgement]) -> tuple[Block, ...]:
    """Return every criterion with verdict and evidence: inclusions first, then exclusions."""
    ordered = sorted(_once(shown), key=lambda each: each.criterion.polarity is Polarity.EXCLUSION)
    if not ordered:
        return ()
    say = desk.phrases.say
    columns = (
        Column(say("report-column-verdict"), 1.5),
        Column(say("report-column-criterion"), 4.2),
        Column(say("report-column-evidence"), 4.3),
    )
    rows = tuple((desk.verdict(each), desk.criterion(each), _evidence(desk, each)) for each in ordered)
    return (Table(columns, rows, say("report-heading-criteria")),)


def _evidence(desk: Desk, judgement: Judgement) -> Cell:
    scope = desk.scope(judgement)
    found = evidence_of(judgement, desk.screening.chart, scope, desk.phrases)
    gaps = (*judgement.open_gaps, *judgement.deferred_gaps)
    lines = [each.text for each in found] + [cause_sentence(gap, scope, desk.phrases) for gap in gaps]
    return Lines(tuple(lines)) if lines else desk.phrases.say("report-not-recorded")


def due_later_table(desk: Desk, part: CohortScreening) -> tuple[Block, ...]:
    """Return what needs a result or act of a time that has not come."""
    due = _once(each for each in part.judgements if each.is_due_later)
    if not due:
        return ()
    say = desk.phrases.say
    columns = (Column(say("report-column-criterion"), 5), Column(say("report-column-point"), 3))
    rows = tuple((f"{numbered(each, desk.phrases)}: {each.criterion.text}", _point_of(desk, each)) for each in due)
    return (Heading(say("report-heading-later")), Table(columns, rows, say("report-heading-later")))


def _point_of(desk: Desk, judgement: Judgement) -> str:
    anchor = desk.screening.anchors[judgement.point]
    point = point_word(judgement.point, desk.phrases)
    if anchor.is_assumed:
        return desk.phrases.say("report-due-on-assumed", point=point)
    return desk.phrases.say("report-due-on", point=point, date=desk.day(anchor.day))


def points_table(desk: Desk, part: CohortScreening) -> tuple[Block, ...]:
    """Return the conclusion at each decision point, where there is more than one."""
    if len(part.points) <= 1:
        return ()
    say = desk.phrases.say
    columns = (
        Column(say("report-column-point"), 2),
        Column(say("report-column-day"), 2),
        Column(say("report-column-conclusion"), 5),
    )
    scope = desk.compiled.scopes[part.id]
    rows: list[tuple[Cell, ...]] = []
    for point, conclusion in part.points.items():
        line = conclusion_line(conclusion, point, scope, desk.phrases)
        day = desk.day(desk.screening.anchors[point].day)
        rows.append((point_word(point, desk.phrases), day, Verdict.of(TONES[conclusion.word], line)))
    return (Heading(say("report-heading-points")), Table(columns, tuple(rows), say("report-heading-points")))
