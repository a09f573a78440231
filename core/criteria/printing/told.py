"""A text that a rule file writes for people, in the language of the reader."""

from __future__ import annotations

from core.criteria.scope import Scope
from core.language.phrases import Phrases
from core.language.signs import in_print


def told(text: str, scope: Scope | None, phrases: Phrases) -> str:
    """Return a text of a rule file in the language; where the file lacks it, its own words in quotes.

    ``scope`` is that of the file, or of one of its cohorts.
    """
    is_known = not text or is_told(text, scope, phrases.language)
    words = bare(text, scope, phrases.language)
    return words if is_known else phrases.say("told-elsewhere", text=words)


def bare(text: str, scope: Scope | None, language: str) -> str:
    """Return a text of a rule file in a language, else its own words, for where it is quoted anyway.

    Either has the signs of print.
    """
    return in_print(text if scope is None else scope.told.get(language, {}).get(text) or text)


def is_told(text: str, scope: Scope | None, language: str) -> bool:
    """True if a rule file has a text in a language, as its own or translated."""
    return scope is None or language == scope.language or text in scope.told.get(language, {})
