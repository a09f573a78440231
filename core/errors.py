"""Whose error it is: the author of a file, the world (files, disk), or us."""

from __future__ import annotations


class KriterionError(Exception):
    """The root of every error this program raises on purpose.

    Raised bare it means a mistake of ours; ``AuthorError`` (``core.source_text.author_error``) and
    ``WorldError`` say that somebody else has to act.
    """


class WorldError(KriterionError):
    """Something outside the program failed: a file, a folder, the disk.

    ``phrase`` is what happened and what the person can do about it, said by ``core.wording.errors`` in a language;
    neither it nor its ``arguments`` hold clinical data.
    """

    def __init__(self, phrase: str, **arguments: str | int) -> None:
        super().__init__(phrase, arguments)
        self.phrase = phrase
        self.arguments = arguments
