"""Errors become messages, by whose they are; nothing clinical is written to a log."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core import unexpected
from core.errors import KriterionError, WorldError
from core.language.phrases import Phrases
from core.wording.errors import error_words


class Notices(QObject):
    """Collects what has to be said; the shell shows it."""

    said = Signal(str)

    def tell(self, words: str) -> None:
        """Say something that went well or that the user should know."""
        self.said.emit(words)

    def tell_error(self, error: BaseException, phrases: Phrases) -> None:
        """Say what went wrong: the world's in its own words with the advice, ours by its kind alone."""
        self.said.emit(words_of(error, phrases))

    def watch(self, phrases: Phrases) -> None:
        """Take every error nobody caught: it is said, and it never ends the window."""
        unexpected.watch(lambda error: self.tell_error(error, phrases))


def words_of(error: BaseException, phrases: Phrases) -> str:
    """Return what is said of an error; the message of one of ours could hold what was typed."""
    if isinstance(error, WorldError):
        return error_words(error, phrases)
    if isinstance(error, KriterionError | OSError):
        return str(error)
    return phrases.say("shell-our-error", kind=type(error).__name__)
