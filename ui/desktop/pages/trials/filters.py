"""What the list of trials is narrowed to: boxes to choose from and chips to press, and the wish they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from core.language.phrases import Phrases
from core.trials.fitting import PATTERNS
from core.trials.listing import FileWish, Listed, Wish
from core.trials.person import Person
from core.trials.places import NamedPlace
from core.wording.trials import TrialWords
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.named_box import NamedBox

OURS, ANY = "ours", ""
AGES: dict[str, tuple[int | None, int | None]] = {
    "any": (None, None),
    "child": (0, 11),
    "adolescent": (12, 17),
    "adult": (18, None),
}
"""Ages by completed years, as on the page of the cohort."""
STATUSES: dict[str, frozenset[str]] = {
    "any": frozenset(),
    "recruiting": frozenset({"RECRUITING"}),
    "soon": frozenset({"RECRUITING", "NOT_YET_RECRUITING"}),
}
_CLOSED = "closed"
_SEARCH_LETTERS = 24
_PLACE_LETTERS = 18
_TYPED_MS = 150


class Filters(QWidget):
    """Says when something else is wished; it holds no list and judges nothing."""

    changed = Signal()
    place_chosen = Signal(str)
    """Where distances are told from, as the settings keep it."""
    since_chosen = Signal(str)
    """The day of another older state to compare with."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases, self._words = phrases, TrialWords(phrases)
        say = phrases.say
        self._person: Person | None = None
        self._others: frozenset[str] = frozenset()
        holder, line = flowing()
        column(self, margin=0).addWidget(holder)
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("trials-search"))
        self.search.setAccessibleName(say("trials-search"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(letters(_SEARCH_LETTERS))
        line.addWidget(self.search)
        self.disease = self._box("trials-disease")
        self.country = self._box("trials-country")
        self.age = self._box("trials-age")
        self.sex = self._box("trials-sex")
        self.status = self._box("trials-status")
        self.file = self._box("trials-file")
        self.since = self._box("trials-since")
        self.boxes = (self.disease, self.country, self.age, self.sex, self.status, self.file)
        self.only_changed, self.fits_patient, self.perhaps = _chip(), _chip(), _chip()
        self.perhaps.setChecked(True)
        self.all = QPushButton(say("trials-all"))
        self.chips = (self.only_changed, self.fits_patient, self.perhaps)
        for widget in (*self.boxes, self.since, *self.chips, self.all, self._place_box()):
            line.addWidget(widget)
        self._fill()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TYPED_MS)
        self._soon.timeout.connect(self.changed)
        self.search.textChanged.connect(self._soon.start)
        for box in self.boxes:
            box.activated.connect(self.changed)
        self.since.activated.connect(self._choose_since)
        self.place.activated.connect(self._choose_place)
        for chip in self.chips:
            chip.toggled.connect(self.changed)
        self.all.clicked.connect(self.clear)

    def _box(self, name: str) -> NamedBox:
        box = NamedBox()
        box.setAccessibleName(self._phrases.say(name))
        box.setSizeAdjustPolicy(NamedBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _place_box(self) -> QWidget:
        """The box of places with its words: they are not broken apart."""
        holder = QWidget()
        line = row(holder, spacing=6)
        words = label(self._phrases.say("trials-place"), "muted")
        words.setWordWrap(False)
        line.addWidget(words)
        self.place = self._box("trials-place")
        self.place.setSizeAdjustPolicy(NamedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.place.setMinimumContentsLength(_PLACE_LETTERS)
        line.addWidget(self.place)
        return holder

    def _fill(self) -> None:
        say = self._phrases.say
        self.disease.addItem(say("trials-disease-ours"), OURS)
        for name in PATTERNS:
            self.disease.addItem(say(f"trials-disease-{name}"), name)
        self.disease.addItem(say("trials-disease-any"), ANY)
        for name in AGES:
            self.age.addItem(say(f"cohort-age-{name}"), name)
        for name in ("any", "female", "male"):
            self.sex.addItem(say(f"trials-sex-{name}"), ANY if name == "any" else name.upper())
        for name in (*STATUSES, _CLOSED):
            self.status.addItem(say(f"trials-status-{name}"), name)
        for wish in FileWish:
            self.file.addItem(say(f"trials-file-{wish.value}"), wish)
        self.country.addItem(say("trials-country-any"), ANY)

    # --- what there is to choose from

    def know(self, listed: Sequence[Listed], states: Sequence[str], since: str) -> None:
        """Offer the countries of these trials, the most first, and the days of older states; what is chosen stays."""
        say, chosen = self._phrases.say, self.country.currentData()
        self._others = frozenset(each.trial.status for each in listed) - STATUSES["soon"]
        count = Counter(country for each in listed for country in each.trial.countries)
        self.country.clear()
        self.country.addItem(say("trials-country-any"), ANY)
        for name, trials in sorted(count.items(), key=lambda each: (-each[1], each[0])):
            self.country.addItem(say("trials-named-count", name=name, count=trials), name)
        self.country.setCurrentIndex(max(self.country.findData(chosen), 0))
        self.since.clear()
        for day in states:
            self.since.addItem(say("trials-since-day", day=self._words.day(day)), day)
        if not states:
            self.since.addItem(say("trials-since-none"), "")
        self.since.setCurrentIndex(max(self.since.findData(since), 0))
        self.since.setEnabled(len(states) > 1)

    def know_places(self, kept: str, places: Iterable[NamedPlace]) -> None:
        """Offer the towns of a state; ``kept`` is where the clinic is by the settings, "" where nobody said."""
        self.place.clear()
        self.place.addItem(self._phrases.say("trials-place-none"), "")
        if kept:
            self.place.addItem(kept, kept)
        for each in places:
            if each.text != kept:
                self.place.addItem(each.name, each.text)
                self.place.setItemData(self.place.count() - 1, each.text, Qt.ItemDataRole.ToolTipRole)
        self.place.setCurrentIndex(max(self.place.findData(kept), 0))

    def know_person(self, person: Person | None) -> None:
        """Take in who is open; None: nobody, or nobody trials can be looked for."""
        self._person = person
        self.fits_patient.setEnabled(person is not None)
        if person is None:
            self.fits_patient.setChecked(False)

    def count(self, changed: int, fitting: int | None, perhaps: int) -> None:
        """Say on each chip how many there are."""
        say = self._phrases.say
        self.only_changed.setText(say("trials-only-changed", count=changed))
        phrase = "trials-fits-patient-none" if fitting is None else "trials-fits-patient"
        self.fits_patient.setText(say(phrase, count=fitting or 0))
        self.perhaps.setText(say("trials-also-perhaps", count=perhaps))

    # --- what is wished

    @property
    def wish(self) -> Wish:
        """What the list is narrowed to."""
        return Wish(
            words=self.search.text(),
            diseases=self._diseases(),
            first_age=AGES[str(self.age.currentData())][0],
            last_age=AGES[str(self.age.currentData())][1],
            sex=str(self.sex.currentData()),
            country=str(self.country.currentData() or ""),
            statuses=self._statuses(),
            file=FileWish(self.file.currentData()),
            only_changed=self.only_changed.isChecked(),
            person=self._person if self.fits_patient.isChecked() else None,
        )

    @property
    def person(self) -> Person | None:
        """Who is open, whether or not the list is narrowed to what fits."""
        return self._person

    @property
    def is_everything(self) -> bool:
        """True where nothing is narrowed."""
        return self.wish == Wish() and self.perhaps.isChecked()

    def _diseases(self) -> tuple[str, ...]:
        chosen = str(self.disease.currentData())
        return tuple(PATTERNS) if chosen == OURS else tuple(filter(None, (chosen,)))

    def _statuses(self) -> frozenset[str]:
        chosen = str(self.status.currentData())
        return self._others or frozenset({_CLOSED}) if chosen == _CLOSED else STATUSES[chosen]

    def clear(self) -> None:
        """Take every filter away, that of the diseases too."""
        self.search.clear()
        for box in self.boxes:
            box.setCurrentIndex(0)
        self.disease.setCurrentIndex(self.disease.findData(ANY))
        for chip in (self.only_changed, self.fits_patient):
            chip.setChecked(False)
        self.perhaps.setChecked(True)
        self.changed.emit()

    def _choose_place(self) -> None:
        self.place_chosen.emit(str(self.place.currentData()))

    def _choose_since(self) -> None:
        self.since_chosen.emit(str(self.since.currentData()))


def _chip() -> QPushButton:
    chip = QPushButton()
    chip.setCheckable(True)
    chip.setProperty("role", "chip")
    return chip
