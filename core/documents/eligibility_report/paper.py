"""From a screening to the eligibility report."""

from __future__ import annotations

from collections.abc import Iterator

from core.chart.birth import years_on
from core.documents.blocks import Banner, Block, Document, PaperWords, PatientLine, Signature, Tone
from core.documents.eligibility_report.annex import annex_blocks
from core.documents.eligibility_report.basis import (
    ReportOptions,
    assumed_blocks,
    basis_blocks,
    footer,
    marks,
    missing_blocks,
    usual_blocks,
)
from core.documents.eligibility_report.criteria_tables import criteria_blocks, way_blocks
from core.documents.eligibility_report.desk import TONES, Desk
from core.documents.eligibility_report.known import known_blocks
from core.documents.eligibility_report.points import cohort_blocks, due_later_blocks, point_blocks
from core.documents.scored import newest_scores, scored_blocks
from core.language.dates import format_partial
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.conclusions import Word
from core.screening.screening import Screening, work_up_holds
from core.values.partial_date import PartialDate
from core.wording.births import birth_words
from core.wording.causes import point_word
from core.wording.conclusions import in_the_way
from core.wording.headline import headline_line
from core.wording.recruitment import age_of_status
from core.wording.telling import Telling
from core.wording.verdicts import named


def report_document(
    screening: Screening, compiled: CompiledRuleFile, phrases: Phrases, options: ReportOptions
) -> Document:
    """Return the report of one screening."""
    desk = Desk(screening, compiled, phrases)
    say = phrases.say
    return Document(
        title=in_language(screening.rule_file.title, phrases.language),
        language=phrases.language,
        printed_at=options.printed_at,
        patient=_patient(desk),
        words=PaperWords(say("report-page", page="{page}", pages="{pages}"), say("report-escaped-signs")),
        header_left=options.clinic or say("report-clinic-not-given"),
        header_right=say("report-kind"),
        blocks=tuple(_blocks(desk, options)),
        subject=tuple(_subject(desk)),
        footer=footer(desk, options),
        marks=marks(desk),
    )


def _patient(desk: Desk) -> PatientLine:
    chart = desk.screening.chart
    born = desk.say("report-born-not-known")
    if chart.birth is not None:
        born = _born(desk, chart.birth)
    return PatientLine(chart.name or chart.id or "–", born, chart.shown_number or "–")


def _born(desk: Desk, birth: PartialDate) -> str:
    """Return the birth date, with the age on the evaluation date where the birth date tells it."""
    on, shown = desk.screening.evaluation_on, birth_words(birth, desk.phrases)
    years = years_on(birth, on)
    return (
        desk.say("report-born", date=shown) if years is None else desk.say("report-born-age", date=shown, years=years)
    )


def _subject(desk: Desk) -> Iterator[str]:
    yield desk.say("report-judged-on", date=desk.day(desk.screening.evaluation_on))
    for point, moment in desk.screening.chart.planned.items():
        shown = format_partial(moment.text, desk.language)
        yield desk.say("report-planned", point=point_word(point, desk.phrases), date=shown)


def _blocks(desk: Desk, options: ReportOptions) -> Iterator[Block]:
    yield _banner(desk)
    yield from usual_blocks(desk)
    yield from cohort_blocks(desk)
    yield from way_blocks(desk)
    yield from point_blocks(desk)
    yield from criteria_blocks(desk)
    yield from due_later_blocks(desk)
    yield from assumed_blocks(desk)
    yield from missing_blocks(desk)
    yield from _scores(desk)
    yield from annex_blocks(desk)
    yield from basis_blocks(desk, options)
    yield from known_blocks(desk, options.known)
    yield Signature((desk.say("report-signature"),))


def _scores(desk: Desk) -> Iterator[Block]:
    """Yield the newest finding of each score whose answers are on record; the criteria tell what each asks."""
    scope = desk.compiled.scopes[desk.screening.best.id]
    newest = newest_scores(desk.screening.chart, scope.catalogue)
    yield from scored_blocks(newest, Telling(scope, desk.phrases), level=2)


def _banner(desk: Desk) -> Banner:
    best = desk.screening.best
    scope = desk.compiled.scopes[best.id]
    way = "; ".join(in_the_way(best, desk.screening.rule_file, scope, desk.phrases, is_day_shown=False))
    status = age_of_status(desk.screening.recruitment, desk.screening.rule_file.scope, desk.phrases)
    title = headline_line(desk.screening, scope, desk.phrases)
    way = "" if way.casefold() == title.casefold() else way  # another disease: nothing else is said of it
    told = (f"{_capital(text)}." for text in (way, status) if text)
    lines = (*told, _partial(desk), _holds(desk), desk.say("report-site-decides"))
    tone = TONES[best.headline.word] if desk.screening.takes_patients else Tone.NEUTRAL
    return Banner(tone, _capital(title), tuple(text for text in lines if text))


def _partial(desk: Desk) -> str:
    """Say that the file is partial, where the lines above do not say already what it does not hold."""
    word = desk.screening.best.headline.word
    is_said = word in (Word.POSSIBLE, Word.OTHER_DISEASE)
    return "" if is_said or desk.screening.rule_file.is_full else desk.say("report-partial")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _holds(desk: Desk) -> str:
    """Return until when today's work-up holds, where something was judged at all."""
    best = desk.screening.best
    if not best.judgements:
        return ""
    validity = work_up_holds(desk.compiled, desk.screening, best)
    if validity.until is None:
        return desk.say("report-holds-long")
    scope, first = desk.screening.rule_file.scope, validity.first_to_end
    names = ", ".join(dict.fromkeys(named(each.criterion, scope, desk.phrases) for each in first))
    return desk.say("report-holds-until", date=desk.day(validity.until), names=names)
