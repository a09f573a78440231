"""Whose error it is: the author of a file, the world (files, disk), or us."""

from __future__ import annotations


class KriterionError(Exception):
    """The root of every error this program raises on purpose.

    Raised bare it means a mistake of ours; ``AuthorError`` (``core.source_text.author_error``) and
    ``WorldError`` say that somebody else has to act.
    """


class WorldError(KriterionError):
    """Something outside the program failed: a file, a folder, the disk.

    ``message`` says what happened, ``advice`` what the person can do about it; neither holds clinical data.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(f"{message} {advice}".rstrip())
        self.message = message
        self.advice = advice
