"""The impact of an update in words: from what a patient moves to what, and the criterion and value that did it."""

from __future__ import annotations

from dataclasses import dataclass

from core.language.phrases import Phrases
from core.rule_files.comparison.comparing import Key
from core.rule_files.compiling import CompiledRuleFile
from core.screening.impact import PatientImpact
from core.screening.screening import Screening
from core.wording.causes import subject_words
from core.wording.evidence import evidence_of
from core.wording.headline import headline_line, headline_tone, headline_word
from core.wording.reasons import reasons_of
from core.wording.verdicts import named

_MOST_REASONS = 2


@dataclass(frozen=True, slots=True)
class Stand:
    """What a version concludes. ``tone`` and ``sign`` go with the word, never without."""

    tone: str
    sign: str
    word: str
    line: str  # the whole, with its days and what fails later


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One patient who moves. ``reason`` is what is on record of the first criterion, or why it is not known."""

    was: Stand
    now: Stand
    criteria: tuple[str, ...]
    reason: str


def impact_row(
    impact: PatientImpact, old: CompiledRuleFile | None, new: CompiledRuleFile, phrases: Phrases
) -> ImpactRow:
    """Return a patient's move in words; for whom nothing was screened nothing is told."""
    words = phrases.say("impact-not-judged")
    none = Stand("neutral", "–", words, words)
    was = none if impact.old is None or old is None else stand(impact.old, old, phrases)
    now = none if impact.new is None else stand(impact.new, new, phrases)
    criteria = tuple(_named(key, old, new, phrases) for key in impact.by) or (phrases.say("impact-by-head"),)
    return ImpactRow(was, now, criteria, _reason(impact, old, new, phrases))


def stand(screening: Screening, compiled: CompiledRuleFile, phrases: Phrases) -> Stand:
    """Return what a version concludes of a patient."""
    tone, sign = headline_tone(screening)
    line = headline_line(screening, compiled.scopes[screening.best.id], phrases)
    return Stand(tone, sign, headline_word(screening, phrases), line)


def asked_words(impact: PatientImpact, new: CompiledRuleFile, phrases: Phrases) -> str:
    """Return what a patient would be asked that was not asked before."""
    names = (subject_words(gap, new.checked.scope, phrases) for gap in impact.asked)
    return ", ".join(dict.fromkeys(names))


def _named(key: Key, old: CompiledRuleFile | None, new: CompiledRuleFile, phrases: Phrases) -> str:
    compiled = new.criteria.get(key) or (None if old is None else old.criteria.get(key))
    return key[1] if compiled is None else named(compiled.criterion, compiled.scope, phrases)


def _reason(impact: PatientImpact, old: CompiledRuleFile | None, new: CompiledRuleFile, phrases: Phrases) -> str:
    """Return the evidence of the first criterion that moved the conclusion, by the version that judges it."""
    for screening, compiled in ((impact.new, new), (impact.old, old)):
        if screening is None or compiled is None or not impact.by:
            continue
        scope = compiled.scopes[screening.best.id]
        judged = (each for each in screening.best.judgements if (each.cohort, each.criterion.id) == impact.by[0])
        for each in judged:
            found = [entry.text for entry in evidence_of(each, screening.chart, scope, phrases)]
            reasons = [reason.text for reason in reasons_of(each, screening, scope, phrases)]
            return "; ".join((found or reasons)[:_MOST_REASONS])
    return ""
