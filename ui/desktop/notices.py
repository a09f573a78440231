"""Errors become messages, by whose they are; nothing clinical is written to a log."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from core.errors import KriterionError, WorldError
from core.language.phrases import Phrases
from core.wording.errors import error_words

_log = logging.getLogger("kriterion")


class Notices(QObject):
    """Collects what has to be said; the shell shows it."""

    said = Signal(str)

    def tell(self, words: str) -> None:
        """Say something that went well or that the user should know."""
        self.said.emit(words)

    def tell_error(self, error: BaseException, phrases: Phrases) -> None:
        """Say what went wrong: the world's in its own words with the advice, ours by its kind alone."""
        if isinstance(error, WorldError):
            self.said.emit(error_words(error, phrases))
        elif isinstance(error, KriterionError | OSError):
            self.said.emit(str(error))
        else:
            self.said.emit(phrases.say("shell-our-error", kind=type(error).__name__))

    def watch(self, phrases: Phrases) -> None:
        """Take every error nobody caught: the one broad catch of the program, and it never ends the window."""

        def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
                return
            _log.error("unexpected %s at %s", kind.__name__, _place(trace))
            self.tell_error(error, phrases)

        sys.excepthook = caught


def _place(trace: TracebackType | None) -> str:
    """Return file and line, without the message: a message can hold what was typed."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "?" if trace is None else f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"
