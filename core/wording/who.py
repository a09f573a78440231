"""Who can provide what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from core.criteria.scope import Scope
from core.engine.judgement.outcome import About, Cause, Gap
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.screening.judgements import Judgement


def who_words(judgement: Judgement, scope: Scope, phrases: Phrases) -> str:
    """Return who can provide what a judgement lacks, each once; "" where nothing is missing."""
    gaps = (*judgement.open_gaps, *judgement.deferred_gaps)
    return ", ".join(dict.fromkeys(provider(gap, scope, phrases) for gap in gaps))


def provider(gap: Gap, scope: Scope, phrases: Phrases) -> str:
    """Return who can close one gap: the site, who a question is asked of, how a concept is obtained, the record."""
    if gap.cause is Cause.ASK_THE_SITE:
        return phrases.say("who-site")
    if gap.about is About.TEXT:
        return phrases.say("who-source")
    if gap.about is About.ANSWER:
        question = scope.questions.get(gap.name)
        return asked_words(() if question is None else question.asked_of, phrases)
    concept = scope.catalogue.concept(gap.name)
    if gap.about is About.LIST or concept is None or not concept.obtained_by:
        return phrases.say("who-record")
    return in_language(concept.obtained_by, phrases.language)


def asked_words(asked_of: Iterable[str], phrases: Phrases) -> str:
    """Return who a question is asked of; where the file says nothing, the investigator."""
    return ", ".join(phrases.say(f"who-{each}") for each in tuple(asked_of) or ("investigator",))
