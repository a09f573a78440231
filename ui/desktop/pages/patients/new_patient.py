"""The panel for a new patient: name, birth date or age, sex, number; two of one name raise a warning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from core.entry.desk.births import Births
from core.entry.desk.fields import OfferedText
from core.entry.statement import Statement
from core.entry.typed import Typed, Understood
from core.language.phrases import Phrases
from core.store.records import PatientLine
from core.use_cases.look_over import births_of
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.offers import OfferRow


@dataclass(frozen=True, slots=True)
class Lookups:
    """What the panel asks: what birth date and age say, which words sex can be, who has the same name."""

    read_births: Callable[[str, str], Births]
    problem: Callable[[Typed], str]
    offers: Callable[[Typed], Sequence[OfferedText]]
    same_name: Callable[[str], Sequence[PatientLine]]
    sexes: Sequence[tuple[str, str]]


class NewPatientPanel(QWidget):
    """Emits the statements of a new patient; adds nobody itself."""

    made = Signal(object)
    given_up = Signal()

    def __init__(self, phrases: Phrases, lookups: Lookups, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._lookups = lookups
        outside = column(self, margin=0)
        card = frame("card")
        outside.addWidget(card)
        outside.addStretch(1)
        inside = column(card)
        inside.addWidget(label(phrases.say("patients-new"), "heading"))
        self.name = self._field("patients-name")
        self.birth = self._field("patients-birth-typed")
        self.age = self._field("patients-age-typed")
        self.sex = QComboBox()
        self.sex.setAccessibleName(phrases.say("patients-sex"))
        self.sex.addItem(phrases.say("patients-sex-not-asked"), "")
        for code, words in lookups.sexes:
            self.sex.addItem(words, code)
        self.number = self._field("patients-number")
        self.offers = {field: OfferRow() for field in (self.birth, self.age)}
        for phrase, field in (
            ("patients-name", self.name),
            ("patients-birth-typed", self.birth),
            ("patients-age-typed", self.age),
            ("patients-sex", self.sex),
            ("patients-number", self.number),
        ):
            above = label(phrases.say(phrase), "muted")
            above.setBuddy(field)
            inside.addWidget(above)
            inside.addWidget(field)
            if isinstance(field, QLineEdit) and field in self.offers:
                offers = self.offers[field]
                offers.setVisible(False)
                offers.accepted.connect(partial(self._accept, field))
                field.installEventFilter(self)
                inside.addWidget(offers)
        self.message = label("", "warning")
        inside.addWidget(self.message)
        self.add = QPushButton(phrases.say("patients-add"))
        self.add.setProperty("role", "primary")
        self.add.setAutoDefault(True)  # Return on it adds
        self.cancel = QPushButton(phrases.say("patients-cancel"))
        buttons = row(inside)
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.name.textChanged.connect(self._warn)
        self.birth.textChanged.connect(self._warn)
        self.age.textChanged.connect(self._warn)
        self.add.clicked.connect(self._make)
        for field in (self.name, self.birth, self.age, self.number):
            field.returnPressed.connect(self._confirm)
        self.cancel.clicked.connect(self.given_up)
        self.setFocusProxy(self.name)

    def clear(self) -> None:
        """Empty the panel for the next patient."""
        for field in (self.name, self.birth, self.age, self.number):
            field.clear()
        self.sex.setCurrentIndex(0)
        self.message.clear()

    def _field(self, phrase: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(self._phrases.say(phrase))
        return field

    def _warn(self) -> None:
        births, same = self._births(), self._same_name()
        for field, typed in ((self.birth, births.birth), (self.age, births.age)):
            self.offers[field].show_offers(self._lookups.offers(typed))
        words = [problem for each in (births.birth, births.age) if (problem := self._lookups.problem(each))]
        if same:
            born = births_of(same, self._phrases)
            words.append(self._phrases.say("patients-same-name", count=len(same), born=born))
        self.message.setText(" ".join(words))

    def _same_name(self) -> Sequence[PatientLine]:
        return self._lookups.same_name(self.name.text()) if self.name.text().strip() else ()

    def _accept(self, field: QLineEdit, text: str) -> None:
        field.setText(text)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Down goes from a date that can be read in several ways to its offers."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            for field, offers in self.offers.items():
                if watched is field and offers.isVisible():
                    offers.enter()
                    return True
        return super().eventFilter(watched, event)

    def _confirm(self) -> None:
        """Return in a field adds, but not somebody of whose name there is one already: that is said, and asked."""
        if self._same_name():
            self._warn()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._make()

    def _births(self) -> Births:
        return self._lookups.read_births(self.birth.text(), self.age.text())

    def _make(self) -> None:
        name, births = " ".join(self.name.text().split()), self._births()
        if not name or not births.statements:
            self._warn()
            self.message.setText(self.message.text() or self._phrases.say("patients-needs"))
            wrong = self.age if isinstance(births.birth, Understood) else self.birth
            (wrong if name else self.name).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        statements = [Statement.of("name", name), *births.statements]
        if self.sex.currentData():
            statements.append(Statement.of("sex", str(self.sex.currentData())))
        if self.number.text().strip():
            statements.append(Statement.of("number", self.number.text().strip()))
        self.made.emit(tuple(statements))
