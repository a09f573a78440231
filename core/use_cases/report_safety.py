"""A case of a safety report from what a paper is made of; the same case is the paper and the file."""

from __future__ import annotations

from datetime import date

from core.documents.referral_letter import LetterOptions
from core.entry.typed import Typing, Understood
from core.entry.typed.dates import read_past_date
from core.safety import Matter, Reportable, Reporter, SafetyCase, reportables
from core.safety.case import judged_letters
from core.use_cases.papers.kind import PaperJob
from core.values.partial_date import parse_partial_date


def case_of(job: PaperJob, matter: Matter) -> SafetyCase:
    """Return the case that a job is about: what was chosen, else the newest of its matter, else nothing."""
    options, on = job.letter_options, date.fromisoformat(job.printed_at[:10])
    chart, said = job.chart.as_of(on), options.typed
    found = reportables(chart, job.catalogue, on, matter)
    return SafetyCase(
        chart,
        job.catalogue,
        on,
        _chosen(found, job.event),
        reporter_of(options),
        number=said.get("own-case-number", "").strip(),
        aware_on=day_typed(said.get("aware-on", ""), job.language, on),
        judged=judged_letters(said.get("serious-criteria", "")),
        narrative=" ".join(said.get("event-narrative", "").split()),
        relatedness=" ".join(said.get("event-relatedness", "").split()),
        indication=" ".join(said.get("indication", "").split()),
    )


def _chosen(found: tuple[Reportable, ...], wanted: str) -> Reportable | None:
    return next((each for each in found if each.id == wanted), next(iter(found), None))


def reporter_of(options: LetterOptions) -> Reporter:
    """Return who reports: who signs, the letterhead, and what was typed."""
    head = options.letterhead
    return Reporter(
        options.signer.strip(),
        head.department.strip(),
        tuple(line.strip() for line in head.address.splitlines() if line.strip()),
        head.telephone.strip(),
        options.typed.get("reporter-country", ""),
        options.typed.get("reporter-qualification", ""),
    )


def day_typed(text: str, language: str, on: date) -> date | None:
    """Return a day as it is typed everywhere; None where none was, or where it is no day of the past."""
    if not text.strip():
        return None
    read = read_past_date(text.strip(), Typing(language, on, None))
    moment = parse_partial_date(str(read.content)) if isinstance(read, Understood) else None
    return None if moment is None or not moment.is_exact else moment.first
