"""Which value, window or missing fact made the difference in an example: criterion by criterion, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.assurance.examples import ExampleRun
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.judgements import Judgement, Verdict
from core.wording.aloud import days_of, needed_words
from core.wording.evidence import evidence_of
from core.wording.reasons import reasons_of
from core.wording.verdicts import numbered, verdict_words


@dataclass(frozen=True, slots=True)
class WhyRow:
    """One criterion of an example: its verdict, what it asks for with the days meant, and what made the difference.

    ``because`` are the entries it rests on, and where it is unknown what is missing, too old or not exact; nothing
    where neither decided it (a list that is complete and does not name it).
    """

    cohort: str
    id: str
    point: str
    number: str
    verdict: Verdict
    words: str
    needed: str
    because: tuple[str, ...]


def why_rows(run: ExampleRun, compiled: CompiledRuleFile, phrases: Phrases) -> Iterator[WhyRow]:
    """Yield the criteria of an example in the order of the file; what fails or is unknown, and what passes."""
    for part in run.screening.cohorts or (run.screening.best,):
        for judgement in part.judgements:
            yield _row(judgement, run, compiled, phrases)


def _row(judgement: Judgement, run: ExampleRun, compiled: CompiledRuleFile, phrases: Phrases) -> WhyRow:
    criterion, screening = judgement.criterion, run.screening
    scope = compiled.scopes[judgement.cohort]
    reasons = reasons_of(judgement, screening, scope, phrases)
    shown = frozenset(ref for reason in reasons for ref in reason.refs)
    evidence = evidence_of(judgement, screening.chart, scope, phrases)
    because = [reason.text for reason in reasons]
    because += [each.text for each in evidence if each.ref not in shown]
    if judgement.not_before is not None:
        because.append(phrases.say("why-not-before", date=format_date(judgement.not_before, phrases.language)))
    return WhyRow(
        judgement.cohort,
        criterion.id,
        judgement.point,
        numbered(criterion, phrases),
        judgement.verdict,
        verdict_words(judgement, phrases),
        needed_words(criterion, scope, phrases, days_of(judgement, screening)),
        tuple(dict.fromkeys(because)),
    )
