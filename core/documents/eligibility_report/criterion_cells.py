"""The cells of a judged criterion: its words and marks, verdict, evidence with dates, causes, who can help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.chart.values import Absence
from core.documents.blocks import Cell, Line, Lines, Tone, Verdict, muted, plain, strong
from core.documents.eligibility_report.desk import Desk
from core.engine.judgement.outcome import About, Cause, Gap
from core.rule_files.rule_file import Form
from core.screening import judgements
from core.screening.judgements import Judgement
from core.wording.aloud import days_of, needed_words
from core.wording.causes import cause_sentence, point_word
from core.wording.citing import citations
from core.wording.disputes import dispute_lines
from core.wording.entries import Evidence
from core.wording.names import in_language
from core.wording.telling import GOING_ON
from core.wording.verdicts import numbered, verdict_words

_TONES = {
    judgements.Verdict.PASSES: Tone.GOOD,
    judgements.Verdict.FAILS: Tone.BAD,
    judgements.Verdict.UNKNOWN: Tone.OPEN,
}
_ABSENCES = {absence.value for absence in Absence}


def criterion_cell(desk: Desk, judgement: Judgement) -> Cell:
    """Return number and words of a criterion, what the sources dispute, how it was read, marks and sources."""
    criterion = judgement.criterion
    scope, days = desk.scope(judgement), days_of(judgement, desk.screening)
    lines: list[Line] = [(strong(numbered(criterion, desk.phrases)), plain(f" {criterion.text}"))]
    if desk.language != desk.screening.rule_file.language and criterion.form is Form.CONDITION:
        lines.append(needed_words(criterion, scope, desk.phrases, days))
    lines += dispute_lines(criterion, scope, desk.phrases, days)
    if criterion.reading:
        lines.append(muted(desk.say("report-reading", reading=criterion.reading)))
    return Lines((*lines, muted(" · ".join(_marks(desk, judgement)))))


def _marks(desk: Desk, judgement: Judgement) -> Iterator[str]:
    """Yield where a criterion comes from, how far its wording can be trusted, when and how it is judged."""
    criterion = judgement.criterion
    yield from citations(criterion)
    if criterion.wording != "full":
        yield desk.say(f"report-wording-{criterion.wording}")
    if judgement.point != "screening":
        yield desk.say("report-judged-for", point=point_word(judgement.point, desk.phrases))
    if _is_confidential(desk, judgement):
        yield desk.say("report-confidential")


def _is_confidential(desk: Desk, judgement: Judgement) -> bool:
    catalogue = desk.compiled.checked.scope.catalogue
    missing = (catalogue.concept(gap.subject) for gap in judgement.outcome.gaps)
    is_asked = any(concept is not None and concept.is_confidential for concept in missing)
    return is_asked or any(each.is_confidential for each in desk.evidence(judgement))


def verdict_cell(desk: Desk, judgement: Judgement) -> Verdict:
    """Return the verdict as it is printed."""
    tone = Tone.WAITING if judgement.is_due_later else _TONES[judgement.verdict]
    return Verdict.of(tone, verdict_words(judgement, desk.phrases))


def evidence_cells(desk: Desk, judgement: Judgement) -> tuple[Cell, str]:
    """Return what the record says and of when; one date for all stands in its own column only."""
    found = desk.evidence(judgement)
    date_text = _dates(desk, found)
    is_one_date = len({each.date for each in found if each.date}) == 1
    lines = [each.undated_text if is_one_date else each.text for each in found]
    lines += cause_lines(desk, judgement, found)
    return (Lines(tuple(lines)) if lines else desk.say("report-not-recorded")), date_text


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


def cause_lines(desk: Desk, judgement: Judgement, shown: Sequence[Evidence]) -> list[str]:
    """Return why it is unknown; what the evidence shown says itself ("not done") is not said again."""
    concepts = {each.ref.partition("/")[0] for each in shown}
    gaps = (*judgement.open_gaps, *judgement.deferred_gaps)
    told = [gap for gap in gaps if not (gap.detail in _ABSENCES and gap.subject in concepts)]
    return list(dict.fromkeys(cause_sentence(gap, desk.scope(judgement), desk.phrases) for gap in told))


def who_can_help(desk: Desk, judgement: Judgement) -> str:
    """Return who can provide what is missing."""
    gaps = (*judgement.open_gaps, *judgement.deferred_gaps)
    return ", ".join(dict.fromkeys(_provider(desk, gap, judgement) for gap in gaps)) or "–"


def _provider(desk: Desk, gap: Gap, judgement: Judgement) -> str:
    if gap.cause is Cause.ASK_THE_SITE:
        return desk.say("report-who-site")
    if gap.about is About.TEXT:
        return desk.say("report-who-source")
    if gap.about is About.ANSWER:
        question = desk.scope(judgement).questions.get(gap.subject)
        asked = ("investigator",) if question is None else question.asked_of
        return ", ".join(desk.say(f"report-who-{each}") for each in asked)
    concept = desk.scope(judgement).catalogue.concept(gap.subject.partition(".")[0])
    if gap.about is About.LIST or concept is None or not concept.obtained_by:
        return desk.say("report-who-record")
    return in_language(concept.obtained_by, desk.language)
