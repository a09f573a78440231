"""An error of the world in words: what happened, and what can be done about it."""

from __future__ import annotations

from core.errors import WorldError
from core.language.phrases import Phrases


def error_words(error: WorldError, phrases: Phrases) -> str:
    """Return what an error says in a language."""
    return phrases.say(error.phrase, **error.arguments)
