"""How the program looks and speaks, who writes, when it locks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QSpinBox, QWidget

from core.language.languages import languages
from core.language.phrases import Phrases, language_name
from core.use_cases.keep_settings import LOCK_MINUTES, REGIONS, SIZES, THEMES, Settings
from ui.desktop.pages.settings.fields import Fields
from ui.desktop.pages.settings.logo_row import LogoRow
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label


class GeneralCard(QFrame):
    """Emits the settings when they are to be kept."""

    kept = Signal(object)

    def __init__(self, phrases: Phrases, settings: Settings, logo: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inside = column(self, margin=18)
        inside.addWidget(label(phrases.say("settings-title"), "title"))
        fields = Fields(phrases, inside)
        own_names = [(language_name(each), each) for each in languages()]
        themes = [(f"settings-theme-{each}", each) for each in THEMES]
        regions = [(f"settings-region-{each.lower()}", each) for each in REGIONS]
        self.language = fields.named_choice("settings-language", own_names, settings.language)
        self.theme = fields.choice("settings-theme", themes, settings.theme)
        self.scale = QComboBox()
        for size in SIZES:
            self.scale.addItem(f"{size} %", size)
        self.scale.setCurrentIndex(SIZES.index(settings.percent))
        fields.labelled("settings-size", self.scale)
        self.author = fields.text("settings-author", settings.author)
        self.department = fields.text("settings-department", settings.department)
        self.address = fields.text("settings-address", settings.address)
        self.logo = LogoRow(phrases, logo)
        fields.labelled("settings-logo", self.logo)
        self.telephone = fields.text("settings-telephone", settings.telephone)
        self.telephone_24h = fields.text("settings-telephone-24h", settings.telephone_24h)
        self.place = fields.text("settings-place", settings.place)
        self._known_place = settings.place
        self.place.setPlaceholderText(phrases.say("settings-place-example"))
        self.region = fields.choice("settings-region", regions, settings.region)
        self.lock = QSpinBox()
        self.lock.setRange(LOCK_MINUTES[0], LOCK_MINUTES[-1])
        self.lock.setValue(settings.lock_minutes)
        fields.labelled("settings-lock", self.lock)
        self.keep = QPushButton(phrases.say("settings-keep"))
        self.keep.setProperty("role", "primary")
        inside.addWidget(self.keep)
        self.keep.clicked.connect(self._keep)
        self.setFocusProxy(self.language)

    def know_place(self, text: str) -> None:
        """Take in where the clinic is by now: it can be chosen elsewhere."""
        if text != self._known_place:
            self._known_place = text
            self.place.setText(text)

    def _keep(self) -> None:
        self.kept.emit(
            Settings(
                language=str(self.language.currentData()),
                theme=str(self.theme.currentData()),
                percent=int(self.scale.currentData()),
                author=self.author.text().strip(),
                department=self.department.text().strip(),
                address=self.address.text().strip(),
                telephone=self.telephone.text().strip(),
                telephone_24h=self.telephone_24h.text().strip(),
                lock_minutes=self.lock.value(),
                region=str(self.region.currentData()),
                place=self.place.text().strip(),
            )
        )
