"""A text that a rule file writes for people, in the language of the reader."""

from __future__ import annotations

from core.criteria.scope import Scope
from core.language.phrases import Phrases


def told(text: str, scope: Scope | None, phrases: Phrases) -> str:
    """Return a text of a rule file in the language; where the file lacks it, its own words in quotes.

    ``scope`` is that of the file, or of one of its cohorts.
    """
    if scope is None or not text or phrases.language == scope.language:
        return text
    return scope.told.get(phrases.language, {}).get(text) or phrases.say("told-elsewhere", text=text)


def is_told(text: str, scope: Scope | None, language: str) -> bool:
    """True if a rule file has a text in a language, as its own or translated."""
    return scope is None or language == scope.language or text in scope.told.get(language, {})
