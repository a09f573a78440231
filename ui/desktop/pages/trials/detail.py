"""The chosen trial: what the registry says of it, where it is, what of it changed, and the draft begun from it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.language.phrases import Phrases
from core.trials.listing import Listed
from core.trials.places import NamedPlace
from core.wording.trials import TrialWords
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, row, scrolled
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_NAME_LETTERS = 13
_MOST_SITES, _MOST_COUNTRIES = 5, 8


class Detail(QWidget):
    """Made anew for each trial; what can be done with it stays below."""

    draft_wanted = Signal(str)
    """The number of a trial of which a rule file is to be begun."""
    file_wanted = Signal(str)
    """The id of a rule file that is to be shown."""

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self._phrases, self._theme = phrases, theme
        self._words = TrialWords(phrases)
        self.listed: Listed | None = None
        whole = column(self, margin=0, spacing=0)
        self.area = QScrollArea()
        self.area.setAccessibleName(phrases.say("trials-detail"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = scrolled(self.area, spacing=0)
        self._body = QWidget()
        self._inside.addWidget(self._body)
        self._inside.addStretch(1)
        whole.addWidget(self.area, 1)
        foot = column(whole, spacing=6)
        self.draft = QPushButton(phrases.say("trials-draft"))
        self.draft.setProperty("role", "primary")
        self.show_file = QPushButton(phrases.say("trials-show-file"))
        self.why = label(phrases.say("trials-draft-why"), "muted")
        for widget in (self.draft, self.show_file, self.why):
            foot.addWidget(widget)
        self.draft.clicked.connect(self._want_draft)
        self.show_file.clicked.connect(self._want_file)
        self.show_trial(None, None)

    def show_trial(self, listed: Listed | None, home: NamedPlace | None) -> None:
        """Show one trial, None: say that one is to be chosen."""
        self.listed = listed
        old, self._body = self._body, QWidget()
        self._inside.removeWidget(old)
        self._inside.insertWidget(0, self._body)
        old.hide()
        old.deleteLater()
        inside = column(self._body, margin=0, spacing=10)
        has_file = listed is not None and listed.file is not None
        self.draft.setVisible(listed is not None and not has_file)
        self.why.setVisible(listed is not None and not has_file)
        self.show_file.setVisible(has_file)
        if listed is None:
            inside.addWidget(label(self._phrases.say("trials-detail-none"), "muted"))
            return
        self._add_head(inside, listed)
        self._add_facts(inside, listed)
        self._add_changes(inside, listed)
        self._add_sites(inside, listed, home)
        self._add_criteria(inside, listed)
        self.area.verticalScrollBar().setValue(0)

    def _add_head(self, inside: QVBoxLayout, listed: Listed) -> None:
        trial, words = listed.trial, self._words
        head = column(inside, margin=0, spacing=4)
        head.addWidget(label(words.title(trial), "heading"))
        head.addWidget(label(" · ".join(filter(None, (trial.number, trial.sponsor))), "muted"))
        holder, chips = flowing()
        chips.addWidget(Chip(words.badge(trial), words.tone(trial)[0], self._theme))
        if words.phases(trial):
            said = self._phrases.say("trials-phase", phase=words.phases(trial))
            chips.addWidget(Chip(said, "neutral", self._theme))
        if words.fit(listed):
            chips.addWidget(Chip(words.fit(listed), "open", self._theme))
        head.addWidget(holder)

    def _add_facts(self, inside: QVBoxLayout, listed: Listed) -> None:
        facts = column(inside, margin=0, spacing=4)
        for name, text in self._facts(listed):
            line = row(facts)
            what = label(self._phrases.say(f"trials-detail-{name}"), "muted")
            what.setFixedWidth(letters(_NAME_LETTERS))
            line.addWidget(what, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(text), 1)

    def _facts(self, listed: Listed) -> Iterator[tuple[str, str]]:
        trial, words, say = listed.trial, self._words, self._phrases.say
        yield "disease", ", ".join(trial.conditions)
        yield "age", words.ages(trial)
        if trial.sex in ("FEMALE", "MALE"):
            yield "sex", words.sex(trial)
        if trial.interventions:
            yield "given", ", ".join(trial.interventions)
        if trial.enrolment is not None:
            yield "planned", say("trials-participants", count=trial.enrolment)
        if trial.started:
            yield "start", words.day(trial.started)
        if trial.updated:
            yield "updated", words.day(trial.updated)
        if trial.countries:
            names, more = ", ".join(trial.countries[:_MOST_COUNTRIES]), len(trial.countries) - _MOST_COUNTRIES
            names = say("trials-and-more", told=names, count=more) if more > 0 else names
            yield "countries", say("trials-countries", count=len(trial.countries), names=names)

    def _add_changes(self, inside: QVBoxLayout, listed: Listed) -> None:
        if listed.changed is None:
            return
        part = self._part(inside, self._phrases.say("trials-column-changed"))
        for line in self._words.change_lines(listed.changed):
            part.addWidget(label(line))

    def _add_sites(self, inside: QVBoxLayout, listed: Listed, home: NamedPlace | None) -> None:
        say, words, trial = self._phrases.say, self._words, listed.trial
        far: list[tuple[str, str]] = []
        if home is not None:
            far = [(words.site(site), words.km(km)) for site, km in trial.by_way(home.place)]
        else:
            far = [(words.site(site), "") for site in sorted(trial.sites, key=lambda site: site.is_left)]
        head = say("trials-sites") if home is None else say("trials-sites-near", place=home.name or home.text)
        part = self._part(inside, head)
        if not trial.sites:
            part.addWidget(label(say("trials-sites-none"), "muted"))
        towns = list(dict.fromkeys(far))
        for where, km in towns[:_MOST_SITES]:
            line = row(part)
            line.addWidget(label(where), 1)
            if km:
                way = label(km, "muted")
                way.setWordWrap(False)
                line.addWidget(way, 0, Qt.AlignmentFlag.AlignTop)
        more = len(trial.sites) - sum(far.count(each) for each in towns[:_MOST_SITES])
        if more > 0:
            part.addWidget(label(say("trials-sites-more", count=more), "muted"))

    def _add_criteria(self, inside: QVBoxLayout, listed: Listed) -> None:
        say, trial, file = self._phrases.say, listed.trial, listed.file
        part = self._part(inside, say("trials-criteria"))
        part.addWidget(label(say("trials-criteria-here" if trial.has_criteria else "trials-criteria-not-here")))
        if file is None:
            part.addWidget(label(say("trials-file-none"), "muted"))
            return
        seen = say("trials-file-held", version=file.version, seen=self._words.day(file.seen)) if file.seen else ""
        part.addWidget(label(seen or say("trials-file-held-undated", version=file.version)))
        if listed.is_newer:
            part.addWidget(label(say("trials-file-newer-why", day=self._words.day(trial.updated)), "muted"))

    def _part(self, inside: QVBoxLayout, title: str) -> QVBoxLayout:
        part = column(inside, margin=0, spacing=4)
        part.addWidget(label(title, "section"))
        return part

    def _want_draft(self) -> None:
        if self.listed is not None:
            self.draft_wanted.emit(self.listed.trial.number)

    def _want_file(self) -> None:
        if self.listed is not None and self.listed.file is not None:
            self.file_wanted.emit(self.listed.file.id)
