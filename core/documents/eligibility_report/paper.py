"""From a screening to the eligibility report."""

from __future__ import annotations

from dataclasses import dataclass

from core.documents.blocks import (
    Banner,
    Block,
    Document,
    Heading,
    Lines,
    PaperWords,
    Paragraph,
    PatientLine,
    Signature,
    muted,
)
from core.documents.eligibility_report.desk import TONES, Desk
from core.documents.eligibility_report.tables import (
    criteria_tables,
    due_later_table,
    in_the_way_table,
    points_table,
)
from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.conclusions import Word
from core.screening.screening import CohortScreening, Screening, work_up_holds
from core.wording.causes import assumption_sentence, point_word
from core.wording.conclusions import conclusion_line, in_the_way
from core.wording.names import in_language
from core.wording.verdicts import numbered

_HASH_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the paper is told besides the screening: when it is printed (ISO 8601), by what, for which clinic."""

    printed_at: str
    program: str
    clinic: str = ""


def report_document(
    screening: Screening, compiled: CompiledRuleFile, phrases: Phrases, options: ReportOptions
) -> Document:
    """Return the report of one screening."""
    desk = Desk(screening, compiled, phrases)
    rule_file = screening.rule_file
    say = phrases.say
    return Document(
        title=in_language(rule_file.title, phrases.language),
        language=phrases.language,
        printed_at=options.printed_at,
        patient=_patient(desk),
        words=PaperWords(say("report-page", page="{page}", pages="{pages}"), say("report-escaped-signs")),
        header_left=options.clinic or say("report-clinic-not-given"),
        header_right=say("report-kind"),
        blocks=tuple(_blocks(desk, options)),
        subject=_subject(desk),
        footer=_footer(desk, options),
        marks=_marks(desk),
    )


def _patient(desk: Desk) -> PatientLine:
    chart = desk.screening.chart
    born = desk.phrases.say("report-born-not-known")
    if chart.birth is not None:
        born = desk.phrases.say("report-born", date=format_partial(chart.birth.text, desk.language))
    return PatientLine(chart.name or chart.id or "–", born, chart.id or "–")


def _subject(desk: Desk) -> tuple[str, ...]:
    found = [desk.phrases.say("report-judged-on", date=desk.day(desk.screening.evaluation_on))]
    for point, moment in desk.screening.chart.planned.items():
        shown = format_partial(moment.text, desk.language)
        found.append(desk.phrases.say("report-planned", point=point_word(point, desk.phrases), date=shown))
    return tuple(found)


def _blocks(desk: Desk, options: ReportOptions) -> list[Block]:
    screening, say = desk.screening, desk.phrases.say
    best = screening.best
    blocks: list[Block] = [_banner(desk, best), *_cohorts(desk)]
    blocks += [Heading(say("report-heading-way")), *in_the_way_table(desk, best)]
    blocks += points_table(desk, best)
    common = [each for each in best.judgements if not each.cohort]
    blocks += [Heading(say("report-heading-criteria")), *criteria_tables(desk, common)]
    for part in screening.cohorts:
        if part.headline.word is not Word.NOT_THIS_COHORT:
            title = in_language(part.title, desk.language)
            own = [each for each in part.judgements if each.cohort]
            blocks += [Heading(say("report-heading-cohort", title=title), 3), *criteria_tables(desk, own)]
    blocks += due_later_table(desk, best)
    blocks += _assumed(desk, best)
    blocks += _missing(desk, best)
    blocks += _basis(desk, options)
    blocks.append(Signature((say("report-signature"),)))
    return blocks


def _banner(desk: Desk, part: CohortScreening) -> Banner:
    scope = desk.compiled.scopes[part.id]
    line = conclusion_line(part.headline, part.headline_point, scope, desk.phrases)
    way = "; ".join(in_the_way(part, desk.screening.rule_file, scope, desk.phrases))
    lines = [way, _holds(desk, part), desk.phrases.say("report-site-decides")]
    return Banner(TONES[part.headline.word], line[:1].upper() + line[1:], tuple(text for text in lines if text))


def _holds(desk: Desk, part: CohortScreening) -> str:
    """Return until when today's work-up holds, where something passes at all."""
    if not part.judgements:
        return ""
    validity = work_up_holds(desk.compiled, desk.screening, part)
    if validity.until is None:
        return desk.phrases.say("report-holds-long")
    names = ", ".join(dict.fromkeys(numbered(each, desk.phrases) for each in validity.first_to_end))
    return desk.phrases.say("report-holds-until", date=desk.day(validity.until), names=names)


def _cohorts(desk: Desk) -> list[Block]:
    if not desk.screening.cohorts:
        return []
    lines = [
        f"{in_language(part.title, desk.language)}: "
        + conclusion_line(part.headline, part.headline_point, desk.compiled.scopes[part.id], desk.phrases)
        for part in desk.screening.cohorts
    ]
    return [Heading(desk.phrases.say("report-heading-cohorts")), Lines(tuple(lines))]


def _assumed(desk: Desk, part: CohortScreening) -> list[Block]:
    scope = desk.compiled.scopes[part.id]
    texts = sorted(
        {assumption_sentence(each, scope, desk.phrases) for judgement in part.judgements for each in judgement.assumed}
    )
    if not texts:
        return []
    return [Heading(desk.phrases.say("report-heading-assumed")), Lines(tuple(texts))]


def _missing(desk: Desk, part: CohortScreening) -> list[Block]:
    rule_file, say = desk.screening.rule_file, desk.phrases.say
    cohort = next((each for each in rule_file.cohorts if each.id == part.id), None)
    texts = list(rule_file.missing)
    if not (rule_file.is_inclusion_public and (cohort is None or cohort.is_inclusion_public)):
        texts.append(say("report-missing-inclusions"))
    if not (rule_file.is_exclusion_public and (cohort is None or cohort.is_exclusion_public)):
        texts.append(say("report-missing-exclusions"))
    return [Heading(say("report-heading-missing")), Lines(tuple(texts))] if texts else []


def _basis(desk: Desk, options: ReportOptions) -> list[Block]:
    screening, say = desk.screening, desk.phrases.say
    rule_file = screening.rule_file
    fictional = say("report-basis-fictional") if rule_file.is_fictional else ""
    lines = [
        say(
            "report-basis-file",
            id=rule_file.id,
            version=rule_file.version,
            hash=rule_file.hash,
            state=rule_file.state,
            fictional=fictional,
        ),
        say("report-basis-evaluated", date=desk.day(screening.evaluation_on), program=options.program),
        say("report-basis-later", count=screening.later_entries),
    ]
    for source in rule_file.sources.values():
        title = f"[{source.id}] {source.title}"
        lines.append(
            say("report-basis-source", title=title, date=source.date, read=source.read, place=source.place or "–")
        )
    status, seen = rule_file.recruitment.get("status", ""), rule_file.recruitment.get("seen", "")
    if status:
        lines.append(say("report-basis-recruitment", status=status, seen=seen))
    return [
        Heading(say("report-heading-basis")),
        Paragraph(muted(lines[0])),
        Lines(tuple(muted(each) for each in lines[1:])),
    ]


def _footer(desk: Desk, options: ReportOptions) -> tuple[str, ...]:
    rule_file, say = desk.screening.rule_file, desk.phrases.say
    printed = say(
        "report-footer-printed",
        instant=options.printed_at,
        program=options.program,
        id=rule_file.id,
        version=rule_file.version,
        hash=rule_file.hash[:_HASH_SHOWN],
    )
    return (say("report-footer-decision"), printed)


def _marks(desk: Desk) -> tuple[str, ...]:
    rule_file, say = desk.screening.rule_file, desk.phrases.say
    marks: list[str] = []
    if rule_file.is_fictional:
        marks.append(say("report-mark-fictional"))
    if rule_file.state == "draft":
        marks.append(say("report-mark-draft"))
    review = rule_file.review
    reviewed = say("report-mark-reviewed", by=review.by, on=review.on) if review.by else say("report-mark-not-reviewed")
    marks.append(reviewed)
    if desk.screening.chart.is_synthetic:
        marks.append(say("report-mark-synthetic"))
    return tuple(marks)
