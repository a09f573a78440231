"""Every criterion with its verdict and evidence, and those that stand in the way with what is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.criteria.printing.aloud import read_aloud
from core.documents.blocks import Block, Cell, Column, Heading, Lines, Paragraph, Table
from core.documents.eligibility_report.criterion_cells import (
    criterion_cell,
    evidence_cells,
    few,
    verdict_cell,
    who_can_help,
)
from core.documents.eligibility_report.desk import LONGEST_IN_A_CELL, Desk, each_once
from core.engine.judgement.outcome import About
from core.language.languages import in_language
from core.rule_files.rule_file import Polarity
from core.screening.judgements import Judgement, Remedy, Verdict
from core.screening.screening import CohortScreening
from core.values.truth import Truth
from core.wording.causes import cause_sentence, point_word
from core.wording.conclusions import changed_by
from core.wording.names import all_names
from core.wording.verdicts import called, numbered

_LONGEST_NAME = 90


def way_blocks(desk: Desk) -> Iterator[Block]:
    """Yield the tables of everything that fails or is open, and who can close it: one for each cohort judged."""
    yield Heading(desk.say("report-heading-way"))
    parts = desk.parts
    for part in parts:
        if len(parts) > 1:
            yield Heading(in_language(part.title, desk.language), 3)
        yield _way_table(desk, part)


def _way_table(desk: Desk, part: CohortScreening) -> Block:
    headline = part.headline
    rows = [*_membership_row(desk, part)]
    rows += [_way_row(desk, each) for each in each_once((*headline.fails, *headline.open, *headline.deferred))]
    later = each_once(each for conclusion in part.later_in_the_way.values() for each in conclusion.fails)
    rows += [_later_row(desk, each) for each in later if each not in headline.fails]
    if not rows:
        return Paragraph(desk.say("report-nothing-in-the-way" if part.judgements else "report-nothing-judged"))
    columns = (
        Column(desk.say("report-column-criterion"), 3.2),
        Column(desk.say("report-column-now"), 3.2),
        Column(desk.say("report-column-needed"), 3.2),
        Column(desk.say("report-column-who"), 1.8),
    )
    return Table(columns, tuple(rows), desk.say("report-heading-way"))


def _membership_row(desk: Desk, part: CohortScreening) -> Iterator[tuple[Cell, ...]]:
    """Yield a row where it is not known whether the patient belongs to the cohort."""
    cohort = desk.cohort(part)
    if part.membership is None or part.membership.truth is not Truth.UNKNOWN or cohort is None:
        return
    scope = desk.compiled.scopes[part.id]
    gaps = sorted(part.membership.gaps, key=lambda gap: (gap.subject, gap.cause.value))
    causes = tuple(cause_sentence(gap, scope, desk.phrases) for gap in gaps)
    needed = "" if cohort.applies_when is None else read_aloud(cohort.applies_when, scope, desk.phrases)
    name = desk.say("report-cohort", title=in_language(part.title, desk.language))
    yield (name, Lines(causes), needed, desk.say("who-record"))


def _way_row(desk: Desk, judgement: Judgement) -> tuple[Cell, ...]:
    return (_name(desk, judgement), _now(desk, judgement), _needed(desk, judgement), who_can_help(desk, judgement))


def _name(desk: Desk, judgement: Judgement) -> str:
    """Return which criterion it is; a long one in few words, since the table of criteria holds it whole."""
    criterion = judgement.criterion
    words = desk.told(criterion.text, judgement)
    if len(words) > _LONGEST_NAME:
        words = called(criterion, desk.scope(judgement), desk.phrases)
    return f"{numbered(criterion, desk.phrases)}: {words}"


def _later_row(desk: Desk, judgement: Judgement) -> tuple[Cell, ...]:
    """Return the row of what fails at a later point, which it names."""
    name, now, *rest = _way_row(desk, judgement)
    at = desk.say("report-at-point", point=point_word(judgement.point, desk.phrases))
    lines = now.lines if isinstance(now, Lines) else ()
    return (name, Lines((at, *lines)), *rest)


def _now(desk: Desk, judgement: Judgement) -> Cell:
    """Return what the record says now: the verdict and evidence of what fails, the causes of what is unknown."""
    if judgement.verdict is Verdict.UNKNOWN:
        return few(desk, judgement, tuple(dict.fromkeys(reason.text for reason in desk.reasons(judgement))))
    told = few(desk, judgement, tuple(each.text for each in desk.evidence(judgement)))
    return Lines((verdict_cell(desk, judgement).word, *told.lines))


def _needed(desk: Desk, judgement: Judgement) -> Cell:
    """Return what the criterion asks for, and how a failure ends."""
    scope = desk.scope(judgement)
    words = desk.needed(judgement)
    if judgement.outcome.gaps and all(gap.about is About.ANSWER for gap in judgement.outcome.gaps):
        words = desk.say("report-needs-answer")
    lines = [words if len(words) <= LONGEST_IN_A_CELL else desk.say("report-in-full")]
    if judgement.not_before is None:
        lines += [] if judgement.remedy is None else [changed_by(judgement, scope, desk.phrases)]
    elif judgement.remedy is Remedy.STOPPING:
        drugs, count = all_names(judgement.stop, scope, desk.phrases), len(judgement.stop)
        lines.append(desk.say("report-stops", date=desk.day(judgement.not_before), drugs=drugs, count=count))
    else:
        lines.append(desk.say("report-waits", date=desk.day(judgement.not_before)))
    return Lines(tuple(lines))


def criteria_blocks(desk: Desk) -> Iterator[Block]:
    """Yield every criterion with verdict, evidence and date: the common ones, then those of each cohort judged."""
    if not desk.screening.best.judgements:
        return
    yield Heading(desk.say("report-heading-criteria"))
    yield from _table(desk, (each for part in desk.parts for each in part.judgements if not each.cohort))
    for part in desk.parts:
        own = [each for each in part.judgements if each.cohort]
        if own:
            yield Heading(desk.say("report-cohort", title=in_language(part.title, desk.language)), 3)
            yield from _table(desk, own)


def _table(desk: Desk, shown: Iterable[Judgement]) -> Iterator[Block]:
    """Yield the table of criteria: inclusions first, then exclusions."""
    ordered = sorted(each_once(shown), key=lambda each: each.criterion.polarity is Polarity.EXCLUSION)
    columns = (
        Column(desk.say("report-column-verdict"), 1.5),
        Column(desk.say("report-column-criterion"), 4.2),
        Column(desk.say("report-column-evidence"), 3.8),
        Column(desk.say("report-column-date"), 1.3),
    )
    rows = tuple(
        (verdict_cell(desk, each), criterion_cell(desk, each), *evidence_cells(desk, each)) for each in ordered
    )
    if rows:
        yield Table(columns, rows, desk.say("report-heading-criteria"))
