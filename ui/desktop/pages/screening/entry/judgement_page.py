"""The page of the judgements: each question of the rule files with its answer, signed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea

from core.criteria.scope import Question
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, cells_of
from core.entry.typed.dates import shown_date
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.values.partial_date import parse_partial_date
from core.wording.causes import length_word
from core.wording.who import asked_words
from ui.desktop.pages.screening.entry.answer_card import AnswerCard, AnswerState, AnswerWords
from ui.desktop.widgets.frames import scrolled
from ui.desktop.widgets.labels import label

Questions = Mapping[str, tuple[Question, tuple[str, ...]]]


class JudgementPage(QScrollArea):
    """Cards come and go with the files; one that was answered stays."""

    answered = Signal(object, str, str)

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self._column = scrolled(self, spacing=8)
        self.empty = label(phrases.say("form-no-questions"), "muted")
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self.cards: dict[str, AnswerCard] = {}
        say = phrases.say
        self._words = AnswerWords(
            (say("form-answer-yes"), say("form-answer-no"), say("form-answer-unknown")), say("form-answer-note")
        )

    def show_desk(self, desk: Desk, questions: Questions) -> None:
        """Show the questions with what was answered."""
        for name in questions:
            if name not in self.cards:
                self._add(name)
        for name, card in self.cards.items():
            card.setVisible(name in questions)
            if name in questions:
                card.show_state(self._state(desk, card.where, *questions[name]))
        self.empty.setVisible(not questions)

    def _add(self, name: str) -> None:
        card = AnswerCard(Field("answers", name), self._words)
        card.answered.connect(self.answered)
        self.cards[name] = card
        self._column.insertWidget(self._column.count() - 1, card)

    def _state(self, desk: Desk, where: Field, question: Question, files: tuple[str, ...]) -> AnswerState:
        cells = cells_of(desk.text(where))
        say, language = self._phrases.say, self._phrases.language
        of = say("form-answer-asked-of", who=asked_words(question.asked_of, self._phrases))
        asked = f"{of} · {say('form-answer-asked-by', count=len(files))}"
        signed = ""
        if cells.get("by") or cells.get("date"):
            day = cells.get("date", "")
            shown = shown_date(day, language) if day[:1].isdecimal() else "?"
            signed = say("form-answer-signed", by=cells.get("by", "?"), day=shown)
        stands, is_expired = self._stands(question, cells.get("date", ""), desk.evaluation_on)
        answer, note = cells.get("answer", ""), cells.get("note", "")
        return AnswerState(question.ask, asked, answer, note, signed, stands, is_expired)

    def _stands(self, question: Question, day: str, evaluation_on: date) -> tuple[str, bool]:
        """Return how long an answer stands, or stood, and whether that is over on the date of evaluation."""
        if question.valid_for is None:
            return "", False
        given = parse_partial_date(day)
        if given is None:
            length = length_word(str(question.valid_for), self._phrases)
            return self._phrases.say("form-answer-for", length=length), False
        last = question.valid_for.after(given.first)
        is_over = evaluation_on > last
        words = format_date(last, self._phrases.language)
        return self._phrases.say("form-answer-over" if is_over else "form-answer-until", day=words), is_over
