"""Reasons that the program itself gives for taking a statement back: kept as a word, told in the reader's language."""

from __future__ import annotations

from core.language.phrases import Phrases

CORRECTED = "corrected"
"""A newer statement of the same thing stands in its place."""
UNDONE = "undone"
"""Somebody took back the step that recorded it."""
OWN_REASONS = (CORRECTED, UNDONE)


def reason_words(reason: str, phrases: Phrases) -> str:
    """Return a reason in words: one of the program's own in the language, any other as somebody wrote it."""
    return phrases.say(f"reason-{reason}") if reason in OWN_REASONS else reason
