"""What the report rests on: what was assumed, what the file does not hold, file, sources, marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.chart.sex import sex_of
from core.criteria.printing.told import told
from core.documents.blocks import Block, Heading, Lines, Paragraph, muted
from core.documents.eligibility_report.desk import Desk
from core.language.languages import in_language
from core.trials.listing import KnownTrials
from core.wording.causes import assumed_together, assumption_sentence
from core.wording.citing import has_published_titles, sources_words
from core.wording.conclusions import missing_sections
from core.wording.origins import is_review_proved, unproved_marks
from core.wording.recruitment import status_word
from core.wording.usual_exclusions import UsualFact, usual_facts

_HASH_SHOWN = 12


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What the paper is told besides the screening.

    ``printed_at`` is the instant of printing as in ``2026-11-22T09:41``; ``program`` name and version.
    ``record_head`` is the head of the trail of acts of the record the screening was made from, "" for a file.
    ``known`` are trials without a rule file that fit the patient coarsely; None where no state of a registry is kept.
    """

    printed_at: str
    program: str
    clinic: str = ""
    record_head: str = ""
    known: KnownTrials | None = None


def assumed_blocks(desk: Desk) -> Iterator[Block]:
    """Yield what was assumed."""
    texts: set[str] = set()
    for part in desk.parts:
        scope = desk.compiled.scopes[part.id]
        assumed = (each for judgement in part.judgements for each in judgement.assumed)
        texts |= {assumption_sentence(each, scope, desk.phrases) for each in assumed_together(assumed, scope)}
    if texts:
        yield Heading(desk.say("report-heading-assumed"))
        yield Lines(tuple(sorted(texts)))


def usual_blocks(desk: Desk) -> Iterator[Block]:
    """Yield what is on record and usually excludes, each with how many records name it and which."""
    best = desk.screening.best
    facts = usual_facts(desk.screening, desk.compiled.scopes[best.id], desk.phrases)
    if not facts:
        return
    yield Heading(desk.say("report-heading-usual"))
    yield Lines(tuple(_usual_line(desk, fact) for fact in facts))
    yield Paragraph(muted(desk.say("report-usual-why")))


def _usual_line(desk: Desk, fact: UsualFact) -> str:
    mark = fact.mark
    text = f"{fact.text} · {desk.say('report-confidential')}" if fact.is_confidential else fact.text
    source = in_language(mark.sources, desk.language)
    return desk.say("report-usual-share", fact=text, named=mark.named_by, records=mark.records, source=source)


def missing_blocks(desk: Desk) -> Iterator[Block]:
    """Yield what the rule file does not contain."""
    rule_file = desk.screening.rule_file
    sections = [each for part in desk.parts for each in missing_sections(part, rule_file)]
    texts = dict.fromkeys(
        (
            *(told(each, rule_file.scope, desk.phrases) for each in rule_file.missing),
            *(desk.say(f"report-missing-{each}") for each in sections),
        )
    )
    if texts:
        yield Heading(desk.say("report-heading-missing"))
        yield Lines(tuple(texts))


def basis_blocks(desk: Desk, options: ReportOptions) -> Iterator[Block]:
    """Yield file, version and hash, the sources, the evaluation date, the program."""
    yield Heading(desk.say("report-heading-basis"))
    yield Lines(tuple(muted(line) for line in _basis_lines(desk, options)))


def _basis_lines(desk: Desk, options: ReportOptions) -> Iterator[str]:
    screening, rule_file = desk.screening, desk.screening.rule_file
    fictional = desk.say("report-basis-fictional") if rule_file.is_fictional else ""
    yield desk.say(
        "report-basis-file",
        id=rule_file.id,
        version=rule_file.version,
        hash=rule_file.hash,
        state=desk.say(f"report-state-{rule_file.state}"),
        fictional=fictional,
    )
    yield desk.say("report-basis-evaluated", date=desk.day(screening.evaluation_on), program=options.program)
    yield desk.say("report-basis-later", count=screening.later_entries)
    yield from sources_words(rule_file.sources, desk.phrases)
    if has_published_titles(rule_file.sources.values(), rule_file.language, desk.language):
        yield desk.say("source-titles-published")
    recruitment = screening.recruitment
    if recruitment.status and not rule_file.is_fictional:
        shown = status_word(recruitment, rule_file.scope, desk.phrases)
        yield desk.say("report-basis-recruitment", status=shown, seen=desk.written(recruitment.seen))


def footer(desk: Desk, options: ReportOptions) -> tuple[str, ...]:
    """Return what stands at the foot of every page."""
    rule_file = desk.screening.rule_file
    printed = desk.say(
        "report-footer-printed",
        instant=desk.written(options.printed_at),
        program=options.program,
        id=rule_file.id,
        version=rule_file.version,
        hash=rule_file.hash[:_HASH_SHOWN],
    )
    head = (desk.say("report-record-head", head=options.record_head[:_HASH_SHOWN]),) if options.record_head else ()
    return (desk.say("report-footer-decision"), printed, *head)


def marks(desk: Desk) -> tuple[str, ...]:
    """Return what has to be seen on every page."""
    rule_file, review = desk.screening.rule_file, desk.screening.rule_file.review
    found: list[str] = []
    if rule_file.is_fictional:
        found.append(desk.say("report-mark-fictional"))
    if rule_file.state == "draft":
        found.append(desk.say("report-mark-draft"))
    found += unproved_marks(rule_file, desk.phrases)
    if is_review_proved(rule_file):
        found.append(desk.say("report-mark-reviewed", by=review.by, on=desk.written(review.on)))
    elif not review.by:
        found.append(desk.say("report-mark-not-reviewed"))
    if desk.screening.rule_file.is_unreviewed_in(desk.language):
        found.append(desk.say("report-mark-translated"))
    if desk.screening.chart.is_synthetic:
        found.append(desk.say(f"letter-mark-synthetic-{sex_of(desk.screening.chart)}"))
    return tuple(found)
