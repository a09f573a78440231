"""The whole paper, from a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.chart.sex import sex_of
from core.documents.blocks import Block, Document, PageBreak, PaperWords, PatientLine
from core.documents.monitoring_plan.bedside_blocks import bedside_blocks
from core.documents.monitoring_plan.detail_blocks import detail_blocks
from core.documents.monitoring_plan.front_blocks import about_blocks, due_blocks, glance_blocks, has_bedside
from core.documents.monitoring_plan.grid_blocks import grid_blocks
from core.documents.monitoring_plan.list_blocks import (
    awaited_blocks,
    note_blocks,
    preparation_blocks,
    report_blocks,
)
from core.documents.monitoring_plan.marking import Marking
from core.documents.monitoring_plan.visit_blocks import visit_blocks
from core.follow_up.bedside import LAST_DAY
from core.follow_up.plan import Plan
from core.follow_up.schedule import PRODUCTS, REGIONS, VECTORS
from core.language.dates import format_partial
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.rule_files.rule_file import OriginKind
from core.values.duration import completed_years
from core.wording.births import birth_words
from core.wording.plan_words import Wording

_HASH_SHOWN = 8
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What the paper needs besides the plan.

    ``on`` is the day it is told from (overdue, due, next), ``printed_at`` the instant, as in 2026-11-22T09:41.
    Without the centre's 24-hour ``telephone`` the paper tells nobody to call.
    """

    on: date
    printed_at: str
    clinic: str = ""
    telephone: str = ""
    program: str = "Kriterion"


def plan_document(plan: Plan, phrases: Phrases, options: PaperOptions) -> Document:
    """Return the monitoring plan as a paper in the language of ``phrases``."""
    wording = Wording(phrases)
    say = wording.say
    return Document(
        title=_title(plan, wording),
        language=phrases.language,
        printed_at=options.printed_at,
        patient=PatientLine(plan.chart.name, born_words(plan, wording), plan.chart.shown_number),
        words=PaperWords(say("page", page="{page}", pages="{pages}"), say("escaped-signs")),
        header_left=options.clinic or say("clinic-not-given"),
        header_right=say("kind"),
        blocks=_blocks(plan, wording, options),
        subject=_subject(plan, wording),
        footer=_footer(plan, wording, options),
        marks=paper_marks(plan, wording),
    )


def _blocks(plan: Plan, wording: Wording, options: PaperOptions) -> tuple[Block, ...]:
    """Return the paper's blocks: page 1, the sheet for the bedside, what comes when, and what is looked up."""
    marking = Marking(wording)
    plan = plan.told_from(options.on)
    front = (
        *about_blocks(plan, options.on, wording),
        *report_blocks(plan, options.telephone, marking),
        *due_blocks(plan, options.on, wording),
        *glance_blocks(plan, wording),
    )
    is_with_bedside = has_bedside(plan, options.on)
    bedside = (PageBreak(), *bedside_blocks(plan, wording)) if is_with_bedside else ()
    # the last day of the sheet is a whole visit and stands in the table, too
    since = plan.day0 + timedelta(days=LAST_DAY if is_with_bedside else -1)
    dated = (
        *preparation_blocks(plan, marking),
        *grid_blocks(plan, marking),
        *visit_blocks(plan, options.on, since, marking),
        *awaited_blocks(plan, marking),
    )
    reference = (*note_blocks(plan, marking), *detail_blocks(plan, marking))
    return (*front, *bedside, PageBreak(), *dated, marking.footnotes(), *reference)


def _title(plan: Plan, wording: Wording) -> str:
    subjects = dict.fromkeys(wording.text(schedule.subject) for schedule in plan.schedules if schedule.subject)
    if not subjects:
        return wording.say("title")
    return wording.say("title-of", subjects=", ".join(subjects))


def born_words(plan: Plan, wording: Wording) -> str:
    """Return the birth date in words, or that it is not known."""
    if plan.chart.birth is None:
        return wording.say("born-not-known")
    return wording.say("born", date=birth_words(plan.chart.birth, wording.phrases))


def _subject(plan: Plan, wording: Wording) -> tuple[str, ...]:
    given = plan.given
    return (
        wording.say("day0", date=wording.day(plan.day0)),
        *_age(plan, wording),
        wording.say(f"product-{given.product if given.product in PRODUCTS else 'unknown'}"),
        _word("vector", given.vector, VECTORS, wording),
        _word("region", given.region, REGIONS, wording),
        *_as_given(plan, wording),
        *_to_give(plan, wording),
    )


def _as_given(plan: Plan, wording: Wording) -> Iterator[str]:
    """Yield the cells and the lymphodepletion of the recorded infusion, where the plan counts from its day."""
    infusion = plan.infusion
    if plan.given.lymphodepletion is None and plan.given.is_without_lymphodepletion:
        yield wording.say("no-lymphodepletion-planned")
    if infusion is None:
        return
    if infusion.cells is not None:
        number = format_number(infusion.cells.number, wording.language)
        unit = "per-kg" if infusion.cells.is_per_kg else "in-all"
        yield wording.say(f"cells-{unit}", number=number, power=str(infusion.cells.power).translate(_RAISED))
    if infusion.lymphodepletion is not None:
        drugs = ", ".join(drug_words(each, plan, wording) for each in infusion.lymphodepletion)
        yield wording.say("lymphodepletion", drugs=drugs) if drugs else wording.say("no-lymphodepletion")


def _to_give(plan: Plan, wording: Wording) -> Iterator[str]:
    """Yield what is planned after the infusion; it is nothing that is taken."""
    for each in plan.chart.planned_treatments:
        first, drug = each.first_on(plan.day0), drug_words(each.drug, plan, wording)
        if first is None:
            yield wording.say("to-give", drug=drug)
        else:
            yield wording.say("to-give-from", drug=drug, date=format_partial(first.text, wording.language))


def drug_words(name: str, plan: Plan, wording: Wording) -> str:
    """Return a drug of the record by its label."""
    label = plan.drug_labels.get(name)
    return name if label is None else wording.text(label)


def _word(kind: str, value: str, known: Iterable[str], wording: Wording) -> str:
    if value in known:
        return wording.say(f"{kind}-{value}")
    return wording.say(f"{kind}-other" if value else f"{kind}-unknown")


def _age(plan: Plan, wording: Wording) -> tuple[str, ...]:
    birth = plan.chart.birth
    if birth is None:
        return ()
    youngest, oldest = completed_years(birth.last, plan.day0), completed_years(birth.first, plan.day0)
    if youngest == oldest:
        return (wording.say("age-at-day0", age=youngest),)
    return (wording.say("age-at-day0-between", youngest=youngest, oldest=oldest),)


def paper_marks(plan: Plan, wording: Wording) -> tuple[str, ...]:
    """Return what every page says: invented, from a local file, not reviewed, without what is confidential.

    A review that a local file names is what it says of itself, and no mark is left out for it.
    """
    local = [schedule.id for schedule in plan.schedules if schedule.origin.kind is OriginKind.LOCAL]
    is_unreviewed = any(not schedule.review.by for schedule in plan.schedules)
    return (
        *((wording.say("mark-synthetic", sex=sex_of(plan.chart)),) if plan.chart.is_synthetic else ()),
        *((wording.say("mark-local", schedules=", ".join(local)),) if local else ()),
        *((wording.say("mark-not-reviewed"),) if is_unreviewed else ()),
        *((wording.say("mark-family"),) if plan.is_family_copy else ()),
    )


def schedules_line(plan: Plan, wording: Wording) -> str:
    """Return the schedules a paper rests on, with version and hash."""
    schedules = " · ".join(
        f"{schedule.id} {schedule.version}, {schedule.hash[:_HASH_SHOWN]}" for schedule in plan.schedules
    )
    return wording.say("footer-schedules", schedules=schedules)


def _footer(plan: Plan, wording: Wording, options: PaperOptions) -> tuple[str, ...]:
    return (
        schedules_line(plan, wording),
        wording.say("footer-lifelong"),
        wording.say("footer-decision"),
        wording.say(
            "footer-printed", instant=format_partial(options.printed_at, wording.language), program=options.program
        ),
    )
