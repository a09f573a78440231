"""What can be chosen for a paper; the panel shows what its kind has, and says when a choice changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from core.documents.referral_letter import Consent, every_block
from core.documents.referral_letter.typed import TypedField
from core.language.languages import languages
from core.language.phrases import Phrases, language_name
from core.use_cases.make_paper import shipped_texts, template_text
from core.use_cases.papers import Choice, PaperKind, every_kind, kind_called
from ui.desktop.widgets.frames import scrolled
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.tick import Tick

_AFTER_MS = 300
_TEXT_HEIGHT = 130
_LETTERS = 44


def _kinds(choice: Choice) -> tuple[PaperKind, ...]:
    """Return the kinds of paper that a choice is made for."""
    return tuple(kind for kind in every_kind() if choice in kind.choices)


_EVENT = _kinds(Choice.EVENT)
_LETTER, _BLOCKS, _PLANNED = _kinds(Choice.LETTER), _kinds(Choice.BLOCKS), _kinds(Choice.PLAN)


class OptionsPanel(QScrollArea):
    """One field for each choice; ``changed`` comes a moment after the last change."""

    changed = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self.setMinimumWidth(letters(_LETTERS))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = scrolled(self, spacing=6)
        self.confidential: dict[str, Tick] = {}
        self.further: dict[str, Tick] = {}
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._shown_for: list[tuple[QWidget, tuple[PaperKind, ...]]] = []
        self._is_infused = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.changed)
        self.kind = self._choice("documents-kind", [(kind.phrase, kind.id) for kind in every_kind()])
        own_names = [(language_name(each), each) for each in languages()]
        self.language = self._named_choice("documents-language", own_names)
        self.language.setCurrentIndex(languages().index(phrases.language))
        self.file = self._choice("documents-file", [], _kinds(Choice.FILE))
        self.reported = self._choice("documents-event", [], _EVENT)
        self.reported.currentTextChanged.connect(self.reported.setToolTip)  # words of a record may be long
        self._why_safety = label(phrases.say("documents-safety-why"), "muted")
        self._column.addWidget(self._why_safety)
        self._shown_for.append((self._why_safety, _EVENT))
        self._build_plan()
        self._build_letter()
        self._column.addStretch(1)
        self.kind.currentIndexChanged.connect(self.show_kind)
        self.show_kind()

    @property
    def chosen(self) -> PaperKind:
        """The kind that is chosen."""
        return kind_called(str(self.kind.currentData()))

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

    def show_events(self, events: list[tuple[str, str]]) -> None:
        """Offer what can be reported (id, words); what was chosen and is still there stays so, else the newest."""
        chosen = self.reported.currentData()
        self.reported.blockSignals(True)
        self.reported.clear()
        for event_id, words in events or [("", self._phrases.say("documents-event-none"))]:
            self.reported.addItem(words, event_id)
        self.reported.setCurrentIndex(max(0, self.reported.findData(chosen)))
        self.reported.blockSignals(False)
        self.reported.setToolTip(self.reported.currentText())

    def show_confidential(self, concepts: list[tuple[str, str]]) -> None:
        """Offer the confidential findings on record, none of them ticked."""
        say = self._phrases.say
        words = [(name, say("documents-confidential", what=what)) for name, what in concepts]
        self.confidential = self._ticks(self.confidential, words, _LETTER)

    def show_further(self, files: list[tuple[str, str]]) -> None:
        """Offer these rule files (id, title) to be told besides; what was ticked and is still offered stays so."""
        ticked = self.further_ticked
        say = self._phrases.say
        words = [(name, say("documents-further", title=title)) for name, title in files]
        self.further = self._ticks(self.further, words, _kinds(Choice.FURTHER))
        for name in ticked & self.further.keys():
            self.further[name].blockSignals(True)
            self.further[name].tick()
            self.further[name].blockSignals(False)

    def _ticks(
        self, old: dict[str, Tick], words: list[tuple[str, str]], kinds: tuple[PaperKind, ...]
    ) -> dict[str, Tick]:
        """Put ticks in the place of others."""
        for box in old.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._shown_for = [pair for pair in self._shown_for if pair[0] not in old.values()]
        made: dict[str, Tick] = {}
        for name, text in words:
            box = Tick(text)
            box.toggled.connect(self._chosen)
            self._column.insertWidget(self._column.count() - 1, box)
            self._shown_for.append((box, kinds))
            made[name] = box
        self.show_kind()
        return made

    @property
    def parts(self) -> frozenset[str]:
        """The blocks of the letter that are ticked."""
        return frozenset(part for part, box in self._parts.items() if box.is_ticked)

    @property
    def typed(self) -> dict[str, str]:
        """What was typed for the paper, by field."""
        return {
            name: edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
            for name, edit in self.fields.items()
        }

    @property
    def further_ticked(self) -> frozenset[str]:
        """The further rule files that are ticked."""
        return frozenset(name for name, box in self.further.items() if box.is_ticked)

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
        self.leukapheresis = self._text("documents-leukapheresis", _kinds(Choice.LEUKAPHERESIS))
        self.product = self._choice(
            "documents-product", [(f"documents-product-{each or 'unknown'}", each) for each in _PRODUCTS], _PLANNED
        )
        self.vector = self._choice(
            "documents-vector", [(f"documents-vector-{each or 'unknown'}", each) for each in _VECTORS], _PLANNED
        )
        self.region = self._choice(
            "documents-region", [(f"documents-region-{each.lower() or 'unknown'}", each) for each in _REGIONS], _PLANNED
        )
        self.telephone = self._text("documents-telephone", _kinds(Choice.TELEPHONE))
        self.family = self._box("documents-family", _kinds(Choice.FAMILY))
        self.other_day = self._box("documents-other-day", _PLANNED)

    def _build_letter(self) -> None:
        self.recipient = self._long("documents-recipient", _LETTER)
        self.greeting = self._text("documents-greeting", _LETTER)
        self.signer = self._text("documents-signer", _LETTER)
        self._parts = {block.id: self._box(block.phrase, _BLOCKS) for block in every_block()}
        for box in self._parts.values():
            box.tick()
        self._build_typed()
        self.participant = self._text("letter-consent-participant", _BLOCKS)
        self.guardians = self._text("documents-guardians", _BLOCKS)
        self.assent = self._text("letter-consent-assent", _BLOCKS)
        self.talk_language = self._text("letter-consent-language", _BLOCKS)
        self.consent_on = self._text("letter-consent-date", _BLOCKS)
        self.informed_by = self._text("letter-consent-informed-by", _BLOCKS)
        self.enclosures = self._text("documents-enclosures", _LETTER)
        self.copies = self._text("documents-copies", _LETTER)
        self.template = self._long("documents-template", _BLOCKS)
        self.template.setPlainText(template_text(self._phrases.language))
        self.language.currentIndexChanged.connect(self._text_that_fits)

    def _build_typed(self) -> None:
        """One field for each thing that papers say and no record holds; papers that ask the same share it."""
        asking: dict[str, list[tuple[TypedField, PaperKind]]] = {}
        for kind in every_kind():
            for each in kind.typed:
                asking.setdefault(each.id, []).append((each, kind))
        for name, pairs in asking.items():
            make = self._long if any(each.is_long for each, _ in pairs) else self._text
            self.fields[name] = make(pairs[0][0].phrase, tuple(kind for _, kind in pairs))

    def show_infused(self, *, is_infused: bool) -> None:
        """Offer the text for a patient who was treated, or for a candidate."""
        self._is_infused = is_infused
        self._text_that_fits()

    def _text_that_fits(self) -> None:
        text = template_text(str(self.language.currentData()), is_infused=self._is_infused)
        shown = self.template.toPlainText()
        if shown in shipped_texts() and shown != text:  # a text of one's own is not thrown away
            self.template.setPlainText(text)

    def _typed(self) -> None:
        """Who types has not ended with one letter."""
        self._clock.start(_AFTER_MS)

    def _chosen(self) -> None:
        """What is chosen holds at once. What the signal brings along is no time: it would be taken for milliseconds."""
        self._clock.start(0)

    def forget(self) -> None:
        """Empty what was typed of one patient: nothing of it may stand on the paper of another."""
        kept = (self.signer, self.telephone)
        for line in self.findChildren(QLineEdit):
            if line not in kept:
                line.clear()
        for text in self.findChildren(QPlainTextEdit):
            text.clear()
        self.template.setPlainText(template_text(str(self.language.currentData())))
        self.reported.clear()
        for choice in (self.product, self.vector):
            choice.setCurrentIndex(0)
        for box in (self.other_day, self.family):
            box.tick(is_ticked=False)

    def _choice(
        self, phrase: str, words: list[tuple[str, str]], kinds: tuple[PaperKind, ...] | None = None
    ) -> QComboBox:
        return self._named_choice(phrase, [(self._phrases.say(word), value) for word, value in words], kinds)

    def _named_choice(
        self, phrase: str, names: list[tuple[str, str]], kinds: tuple[PaperKind, ...] | None = None
    ) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)  # titles are long
        for name, value in names:
            box.addItem(name, value)
        box.currentIndexChanged.connect(self._chosen)
        self._add(phrase, box, every_kind() if kinds is None else kinds)
        return box

    def _text(self, phrase: str, kinds: tuple[PaperKind, ...]) -> QLineEdit:
        edit = QLineEdit()
        edit.textChanged.connect(self._typed)
        self._add(phrase, edit, kinds)
        return edit

    def _long(self, phrase: str, kinds: tuple[PaperKind, ...]) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setFixedHeight(_TEXT_HEIGHT)
        edit.setTabChangesFocus(True)
        edit.textChanged.connect(self._typed)
        self._add(phrase, edit, kinds)
        return edit

    def _box(self, phrase: str, kinds: tuple[PaperKind, ...]) -> Tick:
        box = Tick(self._phrases.say(phrase))
        box.toggled.connect(self._chosen)
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
