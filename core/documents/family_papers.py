"""Papers for the patient: a sheet with the visits to come, and a card for the wallet. Nothing confidential, no dose."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Checklist, ChecklistItem, Document, Heading, PaperWords, Paragraph, PatientLine
from core.documents.monitoring_plan import PaperOptions
from core.documents.monitoring_plan.list_blocks import held_blocks, report_blocks
from core.documents.monitoring_plan.marking import Marking
from core.documents.monitoring_plan.wording import Wording
from core.errors import WorldError
from core.follow_up.plan import Plan, Visit
from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.wording.births import birth_words

_MOST_VISITS = 24


def patient_sheet(plan: Plan, phrases: Phrases, options: PaperOptions) -> Document:
    """Return the sheet: when to call, what to keep to, the visits to come. It is always the family's copy."""
    family = plan.family_copy()
    marking = Marking(Wording(phrases))
    blocks = (
        Paragraph(phrases.say("family-sheet-why", day=marking.wording.day(plan.day0))),
        *report_blocks(family, options.telephone, marking),
        *held_blocks(family, marking),
        *_visits(family, marking.wording, options, phrases),
        Paragraph(phrases.say("family-separately")),
    )
    return _paper(family, phrases, options, phrases.say("family-sheet-title"), blocks)


def wallet_card(plan: Plan, phrases: Phrases, options: PaperOptions) -> Document:
    """Return the card; WorldError without the centre's number for day and night: the card tells to call it."""
    if not options.telephone.strip():
        raise WorldError(phrases.say("family-card-needs-telephone"))
    family = plan.family_copy()
    marking = Marking(Wording(phrases))
    product = plan.given.product if plan.given.product in ("autologous", "allogeneic") else "unknown"
    blocks = (
        Paragraph(
            phrases.say(
                "family-card-treated",
                day=marking.wording.day(plan.day0),
                product=marking.wording.say(f"product-{product}"),
            )
        ),
        *report_blocks(family, options.telephone, marking),
        Paragraph(phrases.say("family-card-show")),
    )
    return _paper(family, phrases, options, phrases.say("family-card-title"), blocks)


def _visits(plan: Plan, wording: Wording, options: PaperOptions, phrases: Phrases) -> Iterator[Block]:
    coming = [visit for visit in plan.visits if visit.latest >= options.on][:_MOST_VISITS]
    if coming:
        yield Heading(phrases.say("family-visits"))
        yield Checklist(tuple(ChecklistItem(_visit(visit, wording)) for visit in coming))


def _visit(visit: Visit, wording: Wording) -> str:
    what = ", ".join(dict.fromkeys(wording.text(item.label) for item in visit.items))
    return f"{wording.day(visit.on)}: {what}"


def _paper(plan: Plan, phrases: Phrases, options: PaperOptions, title: str, blocks: tuple[Block, ...]) -> Document:
    chart = plan.chart
    born = phrases.say("report-born-not-known")
    if chart.birth is not None:
        born = phrases.say("report-born", date=birth_words(chart.birth, phrases))
    printed = phrases.say(
        "letter-printed", instant=format_partial(options.printed_at, phrases.language), program=options.program
    )
    return Document(
        title=title,
        language=phrases.language,
        printed_at=options.printed_at,
        patient=PatientLine(chart.name, born, chart.shown_number),
        words=PaperWords(
            phrases.say("report-page", page="{page}", pages="{pages}"), phrases.say("report-escaped-signs")
        ),
        header_left=options.clinic or phrases.say("report-clinic-not-given"),
        header_right=title,
        blocks=blocks,
        footer=(phrases.say("report-footer-decision"), printed),
        marks=(phrases.say("report-mark-synthetic"),) if chart.is_synthetic else (),
    )
