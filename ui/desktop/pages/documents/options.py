"""What can be chosen for a paper; the panel shows what its kind has, and says when a choice changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from core.documents.referral_letter import Consent, LetterPart, Statement
from core.language.languages import languages
from core.language.phrases import Phrases, language_name
from core.use_cases.make_paper import PaperKind, template_text
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.tick import Tick

_AFTER_MS = 300
_TEXT_HEIGHT = 130
_LETTERS = 44
_LETTER = (PaperKind.LETTER,)
_PLANNED = (PaperKind.PLAN, PaperKind.SHEET, PaperKind.CARD)
_EVERY = tuple(PaperKind)


class OptionsPanel(QScrollArea):
    """One field for each choice; ``changed`` comes a moment after the last change."""

    changed = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self.setWidgetResizable(True)
        self.setMinimumWidth(letters(_LETTERS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        self._column = column(holder, margin=14, spacing=6)
        self.setWidget(holder)
        self.confidential: dict[str, Tick] = {}
        self._shown_for: list[tuple[QWidget, tuple[PaperKind, ...]]] = []
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_AFTER_MS)
        self._clock.timeout.connect(self.changed)
        self.kind = self._choice("documents-kind", [(f"documents-{kind.value}", kind.value) for kind in PaperKind])
        own_names = [(language_name(each), each) for each in languages()]
        self.language = self._named_choice("documents-language", own_names)
        self.language.setCurrentIndex(languages().index(phrases.language))
        self.file = self._choice("documents-file", [], (PaperKind.REPORT, PaperKind.LETTER))
        self._build_plan()
        self._build_letter()
        self._column.addStretch(1)
        self.kind.currentIndexChanged.connect(self.show_kind)
        self.show_kind()

    @property
    def chosen(self) -> PaperKind:
        """The kind that is chosen."""
        return PaperKind(self.kind.currentData())

    def show_kind(self) -> None:
        """Show the choices of the chosen kind."""
        for widget, kinds in self._shown_for:
            widget.setVisible(self.chosen in kinds)

    def show_files(self, files: list[tuple[str, str]], selected: str) -> None:
        """Offer these rule files (id, title); the selected one counts."""
        self.file.blockSignals(True)
        self.file.clear()
        for file_id, title in files:
            self.file.addItem(title, file_id)
        self.file.setCurrentIndex(max(0, self.file.findData(selected)))
        self.file.blockSignals(False)

    def show_confidential(self, concepts: list[tuple[str, str]]) -> None:
        """Offer the confidential findings on record, none of them ticked."""
        for box in self.confidential.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._shown_for = [pair for pair in self._shown_for if pair[0] not in self.confidential.values()]
        self.confidential = {}
        for name, words in concepts:
            box = Tick(self._phrases.say("documents-confidential", what=words))
            box.toggled.connect(self._clock.start)
            self._column.insertWidget(self._column.count() - 1, box)
            self._shown_for.append((box, _LETTER))
            self.confidential[name] = box
        self.show_kind()

    @property
    def parts(self) -> frozenset[LetterPart]:
        """The blocks that are ticked."""
        return frozenset(part for part, box in self._parts.items() if box.is_ticked)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that are ticked."""
        return tuple(statement for statement, box in self._statements.items() if box.is_ticked)

    @property
    def consent(self) -> Consent:
        """Who agreed, as far as it was entered."""
        guardians = tuple(each.strip() for each in self.guardians.text().split(";") if each.strip())
        return Consent(
            self.participant.text(),
            guardians,
            self.assent.text(),
            self.talk_language.text(),
            self.consent_on.text(),
            self.informed_by.text(),
        )

    @property
    def confidential_ticked(self) -> frozenset[str]:
        """The confidential findings that were ticked one by one."""
        return frozenset(name for name, box in self.confidential.items() if box.is_ticked)

    # --- building

    def _build_plan(self) -> None:
        self.day0 = self._text("documents-day0", _PLANNED)
        self.leukapheresis = self._text("documents-leukapheresis", (PaperKind.PLAN,))
        self.product = self._choice(
            "documents-product", [(f"documents-product-{each or 'unknown'}", each) for each in _PRODUCTS], _PLANNED
        )
        self.vector = self._choice(
            "documents-vector", [(f"documents-vector-{each or 'unknown'}", each) for each in _VECTORS], _PLANNED
        )
        self.region = self._choice(
            "documents-region", [(f"documents-region-{each.lower() or 'unknown'}", each) for each in _REGIONS], _PLANNED
        )
        self.telephone = self._text("documents-telephone", _PLANNED)
        self.family = self._box("documents-family", (PaperKind.PLAN,))

    def _build_letter(self) -> None:
        self.recipient = self._long("documents-recipient", _LETTER)
        self._parts = {part: self._box(f"documents-part-{part.value}", _LETTER) for part in LetterPart}
        for box in self._parts.values():
            box.tick()
        self._statements = {each: self._box(f"documents-statement-{each.value}", _LETTER) for each in Statement}
        self.participant = self._text("letter-consent-participant", _LETTER)
        self.guardians = self._text("documents-guardians", _LETTER)
        self.assent = self._text("letter-consent-assent", _LETTER)
        self.talk_language = self._text("letter-consent-language", _LETTER)
        self.consent_on = self._text("letter-consent-date", _LETTER)
        self.informed_by = self._text("letter-consent-informed-by", _LETTER)
        self.enclosures = self._text("documents-enclosures", _LETTER)
        self.copies = self._text("documents-copies", _LETTER)
        self.template = self._long("documents-template", _LETTER)
        self.template.setPlainText(template_text(self._phrases.language))
        self.language.currentIndexChanged.connect(self._template_of_language)

    def _template_of_language(self) -> None:
        known = [template_text(each) for each in languages()]
        if self.template.toPlainText() in known:  # a text of one's own is not thrown away
            self.template.setPlainText(template_text(str(self.language.currentData())))

    def _choice(self, phrase: str, words: list[tuple[str, str]], kinds: tuple[PaperKind, ...] = _EVERY) -> QComboBox:
        return self._named_choice(phrase, [(self._phrases.say(word), value) for word, value in words], kinds)

    def _named_choice(
        self, phrase: str, names: list[tuple[str, str]], kinds: tuple[PaperKind, ...] = _EVERY
    ) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # titles are long
        for name, value in names:
            box.addItem(name, value)
        box.currentIndexChanged.connect(self._clock.start)
        self._add(phrase, box, kinds)
        return box

    def _text(self, phrase: str, kinds: tuple[PaperKind, ...]) -> QLineEdit:
        edit = QLineEdit()
        edit.textChanged.connect(self._clock.start)
        self._add(phrase, edit, kinds)
        return edit

    def _long(self, phrase: str, kinds: tuple[PaperKind, ...]) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setFixedHeight(_TEXT_HEIGHT)
        edit.setTabChangesFocus(True)
        edit.textChanged.connect(self._clock.start)
        self._add(phrase, edit, kinds)
        return edit

    def _box(self, phrase: str, kinds: tuple[PaperKind, ...]) -> Tick:
        box = Tick(self._phrases.say(phrase))
        box.toggled.connect(self._clock.start)
        self._column.addWidget(box)
        self._shown_for.append((box, kinds))
        return box

    def _add(self, phrase: str, widget: QWidget, kinds: tuple[PaperKind, ...]) -> None:
        words = label(self._phrases.say(phrase), "muted")
        words.setBuddy(widget)
        widget.setAccessibleName(self._phrases.say(phrase))
        for each in (words, widget):
            self._column.addWidget(each)
            self._shown_for.append((each, kinds))


_PRODUCTS = ("", "autologous", "allogeneic")
_VECTORS = ("", "lentiviral", "gammaretroviral", "transposon", "mrna")
_REGIONS = ("", "EU", "US", "other")
