"""An update before it is stored: what differs in words, the patients it moves, examples, and the proof of the rest."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLineEdit, QListWidget, QSplitter, QTextEdit, QVBoxLayout, QWidget

from core import clock
from core.entry.typed import Typing, Understood, read_typed_date
from core.language.dates import format_date
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.use_cases.keep_library import TakenIn
from core.use_cases.weigh_update import Found, Weighed, comparison_of
from core.values.partial_date import parse_partial_date
from core.wording.births import whose_birth
from core.wording.changes import (
    ChangeRow,
    PartRow,
    Piece,
    change_rows,
    changelog_words,
    example_words,
    head_rows,
)
from core.wording.impacts import asked_words, impact_row
from core.wording.origins import care_marks, unproved_marks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_SHARES = (26, 40, 34)
_MOST_EXAMPLES = 2
_DATE_LETTERS = 15


class UpdateView(QWidget):
    """One decision on one page: words, patients, examples. Everything in it is read with the keyboard."""

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self._phrases = phrases
        self._theme = theme
        self._rows: tuple[ChangeRow, ...] = ()
        say = phrases.say
        whole = column(self, margin=0, spacing=0)
        above, below = frame("header"), frame("strip")
        head, strip = (column(each, margin=12, spacing=2) for each in (above, below))
        whole.addWidget(above)
        self.title = label("", "heading")
        self.line = label("", "muted")
        head.addWidget(self.title)
        head.addWidget(self.line)
        head.addWidget(self._asked())
        self.changes = QListWidget()
        self.words = QTextEdit()
        self.patients = QListWidget()
        thirds = QSplitter()
        thirds.setChildrenCollapsible(False)
        self.differ, self.proof = label("", "heading"), label("", "muted")
        self.moved, self.stay = label("", "heading"), label("", "muted")
        self._third(thirds, (self.differ, self.changes, self.proof))
        self._third(thirds, (label(say("rules-in-words"), "heading"), self.words))
        self._third(thirds, (self.moved, self.patients, self.stay))
        for at, share in enumerate(_SHARES):
            thirds.setStretchFactor(at, share)
        whole.addWidget(thirds, 1)
        whole.addWidget(below)
        self.examples = label("", "")
        strip.addWidget(self.examples)
        for each, name in (
            (self.changes, "rules-changes"),
            (self.words, "rules-in-words"),
            (self.patients, "rules-patients"),
        ):
            each.setAccessibleName(say(name))
        for listed in (self.changes, self.patients):
            listed.setWordWrap(True)
            listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.changes.currentRowChanged.connect(self._go_to)

    def _asked(self) -> QWidget:
        """What is asked for where the file does not say it: from which day on the version holds."""
        say = self._phrases.say
        self.asked = QWidget()
        line = row(self.asked, spacing=8)
        name = label(say("rules-holds-from"))
        name.setWordWrap(False)
        line.addWidget(name)
        self.holds_from = QLineEdit()
        self.holds_from.setAccessibleName(say("rules-holds-from"))
        self.holds_from.setAccessibleDescription(say("rules-holds-from-why"))
        self.holds_from.setFixedWidth(letters(_DATE_LETTERS))
        line.addWidget(self.holds_from)
        line.addWidget(label(say("rules-holds-from-why"), "muted"), 1)
        return self.asked

    def day_asked(self) -> str | None:
        """Return the day that was typed, as a file writes it, "" where none was; None for what is no day."""
        text = self.holds_from.text().strip()
        if not text or self.asked.isHidden():
            return ""
        typed = read_typed_date(text, Typing(self._phrases.language, clock.today()))
        moment = parse_partial_date(str(typed.content)) if isinstance(typed, Understood) else None
        return moment.first.isoformat() if moment is not None and moment.is_exact else None

    def _third(self, thirds: QSplitter, parts: Iterable[QWidget]) -> None:
        holder = QWidget()
        inside: QVBoxLayout = column(holder, margin=12)
        for part in parts:
            inside.addWidget(part, 0 if part.property("role") is not None else 1)
        thirds.addWidget(holder)

    # --- what differs

    def show_taken(self, taken: TakenIn) -> None:
        """Show what a file changes; the patients follow when they were judged."""
        phrases, say = self._phrases, self._phrases.say
        new, old = taken.file.rule_file, None if taken.replaces is None else taken.replaces.rule_file
        if new is None:
            return
        title = in_language(new.title, phrases.language)
        versions = new.version if old is None else say("change-of", old=old.version, new=new.version)
        self.title.setText(f"{title} · {versions}")
        succession = taken.succession
        told = (
            say("rules-new-file")
            if old is None
            else changelog_words(succession.line, succession.effective_from, phrases)
        )
        about = (*unproved_marks(new, phrases), *care_marks(new, phrases, clock.today()))
        self.line.setText(" · ".join((told, *about)))
        self.holds_from.clear()
        self.asked.setVisible(old is not None and not succession.effective_from and succession.same is None)
        comparison = comparison_of(taken.replaces, taken.file)
        self._rows = () if comparison is None else change_rows(comparison, phrases)
        heads = () if comparison is None else head_rows(comparison, phrases)
        self.changes.clear()
        for each in self._rows:
            self.changes.addItem(f"{each.sign} {each.word}: {each.title}\n{each.below}")
        if heads:
            self.changes.addItem(say("change-head"))
        self._write_words(heads)
        self.differ.setText(say("change-differ", count=len(self._rows)))
        same = 0 if comparison is None else len(comparison.same)
        self.proof.setText(say("change-same-proof", count=same))
        held = say("change-examples-held", held=sum(run.holds for run in taken.runs), count=len(taken.runs))
        which = "" if comparison is None else f" · {example_words(comparison, phrases, _MOST_EXAMPLES)}"
        self.examples.setText(f"{say('change-examples')}: {held}{which}")
        self.patients.clear()
        self.moved.setText(say("rules-weighing"))
        self.stay.setText("")
        self.changes.setCurrentRow(0)

    def _write_words(self, heads: tuple[PartRow, ...]) -> None:
        self.words.clear()
        cursor = self.words.textCursor()
        for change in self._rows:
            self._put(cursor, f"{change.title}\n", _plain(is_strong=True))
            self._put(cursor, f"{change.word} · {change.below}\n", _plain(self._theme.muted))
            for part in change.parts:
                self._part(cursor, part)
            self._put(cursor, f"{change.source}\n\n", _plain(self._theme.muted))
        if heads:
            self._put(cursor, f"{self._phrases.say('change-head')}\n", _plain(is_strong=True))
        for part in heads:
            self._part(cursor, part)

    def _part(self, cursor: QTextCursor, part: PartRow) -> None:
        self._put(cursor, f"{part.name}\n", _plain(self._theme.muted))
        for word, pieces, form in (
            ("change-was", part.was, self._form("bad", is_out=True)),
            ("change-is", part.now, self._form("good")),
        ):
            if pieces:
                self._pieces(cursor, f"{self._phrases.say(word)}: ", pieces, form)

    def _pieces(self, cursor: QTextCursor, before: str, pieces: tuple[Piece, ...], form: QTextCharFormat) -> None:
        self._put(cursor, before, _plain(self._theme.muted))
        for piece in pieces:
            self._put(cursor, piece.text, form if piece.is_marked else _plain(self._theme.text))
        self._put(cursor, "\n", _plain())

    @staticmethod
    def _put(cursor: QTextCursor, text: str, form: QTextCharFormat) -> None:
        cursor.insertText(text, form)

    def _form(self, tone: str, *, is_out: bool = False) -> QTextCharFormat:
        """Return how what differs looks: taken out red and struck, put in green and underlined."""
        colours, form = self._theme.tones[tone], QTextCharFormat()
        form.setForeground(QColor(colours.text))
        form.setBackground(QColor(colours.fill))
        form.setFontStrikeOut(is_out)
        form.setFontUnderline(not is_out)
        return form

    def _go_to(self, at: int) -> None:
        """Show a change at the top of the words."""
        titles = [*(row.title for row in self._rows), self._phrases.say("change-head")]
        if not 0 <= at < len(titles):
            return
        block = self.words.document().begin()
        wanted = titles[:at].count(titles[at])
        while block.isValid():
            if block.text() == titles[at]:
                if wanted == 0:
                    break
                wanted -= 1
            block = block.next()
        if block.isValid():
            bar = self.words.verticalScrollBar()
            self.words.setTextCursor(QTextCursor(block))
            bar.setValue(bar.value() + self.words.cursorRect().top())

    # --- patients

    def show_weighed(self, weighed: Weighed) -> None:
        """Show who moves, who would be asked something new, and who has a report by an older version."""
        say = self._phrases.say
        if weighed.old is None:
            self.moved.setText(say("impact-new", count=weighed.with_disease))
        elif weighed.is_needless:
            self.moved.setText(say("impact-title", moved=0, count=weighed.count))
        else:
            self.moved.setText(say("impact-title", moved=len(weighed.moved), count=weighed.count))
        self.patients.clear()
        for found in weighed.moved:
            self.patients.addItem(self._patient(found, weighed))
        self.stay.setText("\n".join((*self._below(weighed), say("impact-nothing-rewritten"))))

    def say_not_weighed(self) -> None:
        """Say that it is not known whom the file moves."""
        self.moved.setText(self._phrases.say("rules-not-weighed"))

    def _patient(self, found: Found, weighed: Weighed) -> str:
        phrases, patient = self._phrases, found.patient
        row = impact_row(found.impact, weighed.old, weighed.new, phrases)
        born = whose_birth(patient.birth, patient.age, clock.today(), phrases)
        lines = [f"{patient.name} {born}".strip(), f"{row.was.sign} {row.was.line} → {row.now.sign} {row.now.line}"]
        lines.append(" · ".join(part for part in ("; ".join(row.criteria), row.reason) if part))
        if found.printed is not None:
            day = format_date(found.printed.at.date(), phrases.language)
            version = found.printed.version
            lines.append(phrases.say("impact-printed", name=patient.name, date=day, version=version))
        return "\n".join(lines)

    def _below(self, weighed: Weighed) -> Iterable[str]:
        say = self._phrases.say
        if weighed.is_needless:
            yield say("impact-needless")
            return
        if weighed.asked:
            names = (
                f"{each.patient.name} ({asked_words(each.impact, weighed.new, self._phrases)})"
                for each in weighed.asked
            )
            yield say("impact-asked", count=len(weighed.asked), names="; ".join(names))
        if weighed.unread:
            yield say("impact-unread", count=len(weighed.unread), names=", ".join(weighed.unread))
        if weighed.old is not None:
            yield say("impact-stay", stay=weighed.stay, judged=weighed.staying, other=weighed.others)


def _plain(colour: str = "", *, is_strong: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    if colour:
        form.setForeground(QColor(colour))
    if is_strong:
        form.setFontWeight(600)
    return form
