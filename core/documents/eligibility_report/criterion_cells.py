"""The cells of a judged criterion: its words and marks, verdict, evidence with dates, causes, who can help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.criteria.nodes import SourcesDiffer
from core.criteria.printing.told import is_told
from core.documents.blocks import Cell, Line, Lines, Tone, Verdict, muted, plain, strong
from core.documents.eligibility_report.desk import LONGEST_IN_A_CELL, Desk
from core.rule_files.rule_file import Form
from core.screening import judgements
from core.screening.judgements import Judgement
from core.wording.aloud import days_of
from core.wording.causes import assumed_shortly, point_word
from core.wording.citing import citations
from core.wording.disputes import dispute_lines
from core.wording.entries import Evidence
from core.wording.telling import GOING_ON
from core.wording.verdicts import numbered, verdict_words
from core.wording.who import who_words

MOST_LINES = 3
"""So many lines of evidence stand in a row; more make a column that fills a page."""
_MOST_LETTERS = 280
_TONES = {
    judgements.Verdict.PASSES: Tone.GOOD,
    judgements.Verdict.FAILS: Tone.BAD,
    judgements.Verdict.UNKNOWN: Tone.OPEN,
}


def criterion_cell(desk: Desk, judgement: Judgement) -> Cell:
    """Return number and words of a criterion, what the sources dispute, how it was read, marks and sources."""
    criterion = judgement.criterion
    scope, days = desk.scope(judgement), days_of(judgement, desk.screening)
    lines: list[Line] = [(strong(numbered(criterion, desk.phrases)), plain(f" {desk.told(criterion.text, judgement)}"))]
    if is_told_by_sentence(desk, judgement):
        words = desk.needed(judgement)
        lines.append(words if len(words) <= LONGEST_IN_A_CELL else muted(desk.say("report-in-full")))
    assumed = assumed_shortly(judgement.assumed, desk.phrases)
    lines += [muted(assumed)] if assumed else []
    lines += dispute_lines(criterion, scope, desk.phrases, days)
    if criterion.reading:
        lines.append(muted(desk.say("report-reading", reading=desk.told(criterion.reading, judgement))))
    return Lines((*lines, muted(" · ".join(_marks(desk, judgement)))))


def is_told_by_sentence(desk: Desk, judgement: Judgement) -> bool:
    """True if the generated sentence stands beside the source's own words, which nobody has translated.

    Where all of it is in dispute the readings say it already.
    """
    criterion = judgement.criterion
    is_all_disputed = isinstance(criterion.condition, SourcesDiffer) and criterion.satisfied is criterion.condition
    is_foreign = not is_told(criterion.text, desk.scope(judgement), desk.language)
    return is_foreign and criterion.form is Form.CONDITION and not is_all_disputed


def _marks(desk: Desk, judgement: Judgement) -> Iterator[str]:
    """Yield where a criterion comes from, how far its wording can be trusted, when and how it is judged."""
    criterion = judgement.criterion
    yield from citations(criterion, desk.screening.rule_file.sources, desk.scope(judgement), desk.phrases)
    if criterion.wording != "full":
        yield desk.say(f"report-wording-{criterion.wording}")
    if judgement.point != "screening":
        yield desk.say("report-judged-for", point=point_word(judgement.point, desk.phrases))
    if _is_confidential(desk, judgement):
        yield desk.say("report-confidential")


def _is_confidential(desk: Desk, judgement: Judgement) -> bool:
    catalogue = desk.compiled.checked.scope.catalogue
    missing = (catalogue.concept(name) for gap in judgement.outcome.gaps for name in gap.names)
    is_asked = any(concept is not None and concept.is_confidential for concept in missing)
    return is_asked or any(each.is_confidential for each in desk.evidence(judgement))


def verdict_cell(desk: Desk, judgement: Judgement) -> Verdict:
    """Return the verdict as it is printed."""
    tone = Tone.WAITING if judgement.is_due_later else _TONES[judgement.verdict]
    return Verdict.of(tone, verdict_words(judgement, desk.phrases))


def evidence_cells(desk: Desk, judgement: Judgement) -> tuple[Cell, str]:
    """Return what the record says and of when; one date for all stands in its own column only.

    What is too much for a row stands in the appendix, and the row says where.
    """
    lines, found = evidence_lines(desk, judgement)
    return (few(desk, judgement, lines) if lines else desk.say("report-not-recorded")), _dates(desk, found)


def evidence_lines(desk: Desk, judgement: Judgement) -> tuple[tuple[str, ...], Sequence[Evidence]]:
    """Return all that the record says, what keeps a verdict open first; and the entries that have a date to show."""
    reasons = desk.reasons(judgement)
    told = frozenset[str]().union(*(reason.refs for reason in reasons))  # the reasons show these, dates and all
    found = [each for each in desk.evidence(judgement) if each.ref not in told]
    is_one_date = len({each.date for each in found if each.date}) == 1
    entries = (each.undated_text if is_one_date else each.text for each in found)
    return tuple(dict.fromkeys((*(reason.text for reason in reasons), *entries))), found


def few(desk: Desk, judgement: Judgement, lines: Sequence[str]) -> Lines:
    """Return the lines that a row has room for, and where the others stand."""
    shown = few_of(lines)
    rest = len(lines) - len(shown)
    if not rest:
        return Lines(tuple(lines))
    more = desk.say("report-evidence-more", count=rest, number=desk.number(judgement))
    return Lines((*shown, muted(more)))


def few_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the first lines, at most three with the one that points to the rest."""
    if len(lines) <= MOST_LINES and sum(map(len, lines)) <= _MOST_LETTERS:
        return tuple(lines)
    kept = tuple(lines[: MOST_LINES - 1])
    return kept if sum(map(len, kept)) <= _MOST_LETTERS or len(kept) == 1 else kept[:1]


def _dates(desk: Desk, found: Sequence[Evidence]) -> str:
    """Return the date of the evidence; of several dates the first and the last."""
    dated = [each for each in found if each.date]
    if len({each.date for each in dated}) <= 1:
        return dated[0].date if dated else ""
    days = sorted(day for each in dated for day in each.written.split("/") if day not in ("", GOING_ON))
    if not days:
        return ""
    first, last = desk.written(days[0]), desk.written(days[-1])
    return first if first == last else desk.say("evidence-span", to=last, **{"from": first})


def who_can_help(desk: Desk, judgement: Judgement) -> str:
    """Return who can provide what is missing."""
    return who_words(judgement, desk.scope(judgement), desk.phrases) or "–"
