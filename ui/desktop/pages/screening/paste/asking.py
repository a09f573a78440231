"""What is asked of a line: which unit, which value, which day, or what its name means; one button or one field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from core.catalogue.catalogue import Catalogue
from core.catalogue.units import shown_unit
from core.chart.words import OTHER
from core.entry.desk.fields import OfferedText
from core.entry.paste.line import PastedLine, State
from core.entry.paste.names import drug_labels, episode_labels, measured_labels
from core.entry.paste.sheet import Matter
from core.entry.paste.showing import LineWords
from core.entry.typed.choices import choice_label
from core.entry.typed.dates import shown_date
from core.language.phrases import Phrases
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.named_box import NamedBox
from ui.desktop.widgets.offers import OfferRow

_LETTERS = 34
_MOST_OPTIONS = 9


class AskingBar(QWidget):
    """Asks about one line. ``chosen`` is the text of an option, ``meant`` the concept of a name."""

    chosen = Signal(str)
    meant = Signal(str)

    def __init__(self, catalogue: Catalogue, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self._options: tuple[OfferedText, ...] = ()
        whole = column(self, margin=0, spacing=0)
        panel = frame("ask")
        whole.addWidget(panel)
        inside = column(panel, margin=10, spacing=6)
        self.what = label("", "strong")
        inside.addWidget(self.what)
        self.printed = label("", "muted")
        inside.addWidget(self.printed)
        line = row(inside)
        self.offers = OfferRow()
        self.names = NamedBox()
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setFixedWidth(letters(_LETTERS))
        self._catalogue = catalogue
        self._wanted: Matter | None = None
        self._offer_names()
        completer = QCompleter(self.names.model(), self.names)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.names.setCompleter(completer)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.names.setAccessibleName(phrases.say("paste-choose"))
        line.addWidget(self.names)
        line.addWidget(self.offers, 1)
        self.offers.accepted.connect(self.chosen)
        self.names.activated.connect(self._mean)
        self.show_line(None, None)

    def show_line(self, line: PastedLine | None, words: LineWords | None) -> None:
        """Show what is asked of a line; nothing where nothing is."""
        is_name = line is not None and line.state is State.NOT_KNOWN
        self.printed.setText("" if line is None else " ".join(line.raw.split()))
        self._options = () if line is None else tuple(self._offered(line))
        if is_name and line is not None:
            if line.wants is not self._wanted:
                self._wanted = line.wants
                self._offer_names()
            self.what.setText(self._phrases.say("paste-ask-name", name=line.name))
            self.names.setCurrentIndex(0)
        else:
            told = "" if words is None else " ".join(part for part in (words.understood_as, words.reason) if part)
            self.what.setText(told)
        self.names.setVisible(is_name)
        self.offers.show_offers(self._options)

    def _offer_names(self) -> None:
        """Offer what a line can be of; a diagnosis can also stay in its own words."""
        self.names.clear()
        self.names.addItem("", "")
        for text, name in self._labels():
            self.names.addItem(text, name)

    def _labels(self) -> Sequence[tuple[str, str]]:
        language = self._phrases.language
        if self._wanted is None:
            return measured_labels(self._catalogue, language)
        if self._wanted is Matter.COURSE:
            return drug_labels(self._catalogue, language)
        return ((choice_label(OTHER, language), OTHER), *episode_labels(self._catalogue, language))

    def enter(self) -> None:
        """Put the focus on the answer."""
        if self.names.isVisibleTo(self):
            self.names.setFocus()
        else:
            self.offers.enter()

    def choose(self, number: int) -> None:
        """Choose the option with a number, counted from 1."""
        if 0 < number <= len(self._options):
            self.chosen.emit(self._options[number - 1].text)

    def _offered(self, line: PastedLine) -> Sequence[OfferedText]:
        options = line.options[:_MOST_OPTIONS]
        match line.state:
            case State.WHICH_UNIT:
                return [OfferedText(shown_unit(each), each) for each in options]
            case State.WHICH_DAY:
                return [OfferedText(shown_date(each, self._phrases.language), each) for each in options]
            case State.WHICH_VALUE:
                return [OfferedText(each, each) for each in options]
            case _:
                return []

    def _mean(self, at: int) -> None:
        concept = self.names.itemData(at)
        if isinstance(concept, str) and concept:
            self.meant.emit(concept)
