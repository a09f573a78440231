"""A rule file in the shorter forms there are now: step by step, each kept only where the file says what it said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from core.catalogue.catalogue import Catalogue
from core.rule_files.reading.whole import Reading, read_rule_file
from core.rule_files.rewriting.edits import Edit, Group, accepted, applied
from core.rule_files.rewriting.once import defaults_said, window_named, windows_said
from core.rule_files.rewriting.promises import commitments, consents
from core.rule_files.rewriting.quotes import unquoted
from core.rule_files.rewriting.saying import said_hash
from core.source_text.lines import Lines
from core.source_text.problem import Problem
from core.source_text.tree import Mapping as Tree


class Form(Enum):
    """A shorter form of the language."""

    CONSENT = "consent"
    COMMITMENT = "commitment"
    DEFAULT = "default"
    RESULTS = "results"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file and what it is said shorter; ``said`` is the hash of what it says, before and after.

    A file with errors comes back as it is, with them and without a hash.
    """

    before: bytes
    after: bytes
    forms: Mapping[Form, int]
    said: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def is_changed(self) -> bool:
        """True if something could be said shorter."""
        return self.after != self.before


_STEPS: tuple[tuple[Form, Callable[[Lines, Tree], list[Group]]], ...] = (
    (Form.CONSENT, consents),
    (Form.COMMITMENT, commitments),
    (Form.DEFAULT, defaults_said),
    (Form.QUOTES, unquoted),
)


def rewritten(content: bytes, file: str, catalogue: Catalogue) -> Rewritten:
    """Return a rule file said shorter; every byte that is not part of a longer form stays where it is.

    What is read of it is the same to the last text, and so is each problem: an edit after which it would not be is not
    made. What was rewritten once stays as it is.
    """
    reading = read_rule_file(content, file, catalogue)
    if reading.rule_file is None:
        return Rewritten(content, content, {}, problems=tuple(each for each in reading.problems if each.is_error))
    work = _Work(content.decode("utf-8"), file, catalogue, _said(reading))
    forms: dict[Form, int] = {}
    for form, step in _STEPS:
        made = work.shortened(step)
        forms |= {form: made} if made else {}
    if windows := work.windows_shortened():
        forms[Form.RESULTS] = windows
    return Rewritten(content, work.text.encode(), forms, work.said[0])


def _said(reading: Reading) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return everything that must stay: what was read, and what there was to complain of."""
    hashed = "" if reading.rule_file is None else said_hash(reading.rule_file)
    return hashed, tuple(sorted((each.code, str(each.message)) for each in reading.problems))


@dataclass
class _Work:
    text: str
    file: str
    catalogue: Catalogue
    said: tuple[str, tuple[tuple[str, str], ...]]

    def shortened(self, step: Callable[[Lines, Tree], list[Group]]) -> int:
        """Make the edits of a step with which the file says the same; return how many places are shorter."""
        tree = self._read(self.text).tree
        groups = step(Lines(self.text), tree) if isinstance(tree, Tree) else []
        kept = accepted(groups, self._says_the_same)
        self.text = applied(self.text, (edit for group in kept for edit in group))
        return sum(sum(not edit.text for edit in group) or 1 for group in kept)

    def windows_shortened(self) -> int:
        """Name the window of results once, where sentences then say it shorter; return how many do."""
        before = self.text
        self.shortened(lambda lines, tree: [group for group in (window_named(lines, tree),) if group])
        made = self.shortened(windows_said)
        if not made:
            self.text = before
        return made

    def _says_the_same(self, edits: list[Edit]) -> bool:
        return _said(self._read(applied(self.text, edits))) == self.said

    def _read(self, text: str) -> Reading:
        return read_rule_file(text.encode(), self.file, self.catalogue)
