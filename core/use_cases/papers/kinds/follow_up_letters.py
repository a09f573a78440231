"""The letters after the infusion: a kind of paper for each."""

from __future__ import annotations

from datetime import date
from functools import partial

from core.documents.blocks import Document
from core.documents.follow_up_letters import FollowUpLetter, Telling, every_letter, follow_up_letter
from core.documents.follow_up_letters.letter import LAST_YEAR, AfterInfusion
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.telling import LetterTelling
from core.errors import WorldError
from core.language.phrases import Phrases
from core.use_cases.papers.day0 import PlanWish, typed_day
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind
from core.use_cases.tell_after_infusion import after_infusion, as_of

_FIRST = 110


def _document(kind: FollowUpLetter, job: PaperJob, phrases: Phrases) -> Document:
    found = after_infusion(job.chart, job.catalogue, job.on)
    if found is None:
        raise WorldError("documents-not-infused")
    return follow_up_letter(kind, telling_of(job, found, phrases))


def telling_of(job: PaperJob, found: AfterInfusion, phrases: Phrases) -> Telling:
    """Return what the letters of a job tell; WorldError for a day or a year that the follow-up does not have."""
    options = job.letter_options
    letter = LetterTelling(as_of(job.chart, job.on), job.scope, phrases, job.on, None, options.confidential)
    return Telling(Writing(letter, options), found, _since(job, found), _year(job, found), job.telephone.strip())


def _since(job: PaperJob, found: AfterInfusion) -> date:
    """Return the day that was typed, else that of the visit before the last; WorldError for one outside."""
    text = job.letter_options.typed.get("since-day", "")
    typed = typed_day(text, job.chart, job.plan or PlanWish(job.on, job.language))
    if typed is None:
        return found.last_but_one
    if not found.following.plan.day0 <= typed <= job.on:
        raise WorldError("documents-bad-since", text=text.strip())
    return typed


def _year(job: PaperJob, found: AfterInfusion) -> int:
    """Return the year that was typed, else the one whose visit came last; WorldError for one the plan does not have."""
    text = job.letter_options.typed.get("year-n", "").strip()
    if not text:
        return found.year
    if not text.isdecimal() or not 1 <= int(text) <= LAST_YEAR:
        raise WorldError("documents-bad-year", text=text, last=LAST_YEAR)
    return int(text)


_CHOICES = frozenset({Choice.LETTER, Choice.TELEPHONE, Choice.FOLLOWED})

KINDS = tuple(
    PaperKind(each.id, _FIRST + each.order, f"documents-{each.id}", _CHOICES, partial(_document, each), each.typed)
    for each in every_letter()
)
