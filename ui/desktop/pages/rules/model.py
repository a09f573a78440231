"""The library as an item model, filtered by name, number and disease."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from core import clock
from core.catalogue.catalogue import Catalogue
from core.entry.typed.searching import plain
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.rule_file import RuleFile
from core.use_cases.keep_library import LibraryFile
from core.wording.origins import care_marks, is_review_proved, unproved_marks

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LibraryModel(QAbstractListModel):
    """One row a file: its title, then version, state, review and whose it is."""

    def __init__(self, phrases: Phrases, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._catalogue = catalogue
        self._all: tuple[tuple[str, str, LibraryFile], ...] = ()
        self._shown: tuple[tuple[str, str, LibraryFile], ...] = ()
        self._judged: frozenset[Path] = frozenset()

    def show_library(self, library: Sequence[LibraryFile], judged: Collection[Path] = ()) -> None:
        """Show these files, by disease and title; ``judged`` are the paths of those in force."""
        self._judged = frozenset(judged)
        rows = [(self._spelled(file), self._words(file), file) for file in library]
        self._all = tuple(sorted(rows, key=lambda row: row[0]))
        self.filter("")

    def filter(self, text: str) -> None:
        """Show only files that hold every word of the text."""
        words = plain(text).split()
        self.beginResetModel()
        self._shown = tuple(row for row in self._all if all(word in row[0] for word in words))
        self.endResetModel()

    def file(self, at: int) -> LibraryFile:
        """Return the file of a row."""
        return self._shown[at][2]

    def is_held(self, file: LibraryFile) -> bool:
        """True for a version that can be judged and is not in force."""
        return file.compiled is not None and bool(self._judged) and file.path not in self._judged

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown[index.row()][1]
        return None

    def _diseases(self, file: LibraryFile) -> str:
        rule_file = file.rule_file
        names = () if rule_file is None else rule_file.diseases
        concepts = (self._catalogue.concept(name) for name in names)
        return ", ".join(in_language(each.label, self._phrases.language) for each in concepts if each is not None)

    def _spelled(self, file: LibraryFile) -> str:
        rule_file = file.rule_file
        if rule_file is None:
            return plain(f"~ {file.path.name}")
        title = in_language(rule_file.title, self._phrases.language)
        return plain(f"{self._diseases(file)} {title} {rule_file.id}")

    def _words(self, file: LibraryFile) -> str:
        say, rule_file = self._phrases.say, file.rule_file
        whose = say("rules-yours" if file.is_yours else "rules-shipped")
        if not file.is_taken_in:
            return f"{file.path.name}\n{say('rules-found')}"
        if rule_file is None:
            errors = sum(problem.is_error for problem in file.problems)
            return f"{file.path.name}\n{say('rules-not-usable', count=errors)} · {whose}"
        parts = [say("rules-held")] if self.is_held(file) else []
        parts += [say("listing-version", version=rule_file.version), say(f"report-state-{rule_file.state}")]
        parts += self._review(rule_file)
        parts += [] if rule_file.is_full else [say("rules-partial")]
        parts += [say("report-mark-fictional")] if rule_file.is_fictional else []
        title = in_language(rule_file.title, self._phrases.language)
        parts += () if file.is_yours else (whose,)
        return f"{title}\n{self._diseases(file)}\n{' · '.join(parts)}"

    def _review(self, rule_file: RuleFile) -> Iterator[str]:
        say, review = self._phrases.say, rule_file.review
        yield from unproved_marks(rule_file, self._phrases)
        if is_review_proved(rule_file):
            yield say("report-mark-reviewed", by=review.by, on=review.on)
        elif not review.by:
            yield say("report-mark-not-reviewed")
        yield from care_marks(rule_file, self._phrases, clock.today())
