"""Takes the pictures of docs/screens: ``xvfb-run -s "-screen 0 3000x2000x24" python -m tests.ui.take_pictures``.

With ``manual`` behind it those of the manual alone, small ones of the light window.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from itertools import product
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from core import clock
from core.entry.desk.fields import Field
from core.language.phrases import LANGUAGES, Phrases, spoken
from core.use_cases.keep_settings import THEMES, Settings, keep_settings
from core.use_cases.papers import PaperKind, every_kind
from tests.core.trials.states import LATER, SITES, TRIALS
from ui.desktop.app import Window
from ui.desktop.opened import Opened
from ui.desktop.pages.cohort.page import CohortPage
from ui.desktop.pages.documents.page import DocumentsPage
from ui.desktop.pages.follow_up.page import FollowUpPage
from ui.desktop.pages.log.page import LogPage
from ui.desktop.pages.patients.page import PatientsPage
from ui.desktop.pages.rules.page import RulesPage
from ui.desktop.pages.screening.page import ScreeningPage
from ui.desktop.pages.settings.page import SettingsPage
from ui.desktop.pages.trials.page import TrialsPage
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet
from ui.desktop.pages.unlock.view import UnlockPage
from ui.desktop.palette import Palette

PLACE = Path(__file__).resolve().parents[2] / "docs" / "screens"
MANUAL = PLACE.parents[1] / "resources" / "manual"
OF_MANUAL = {
    "1-start": "start",
    "4-screening-organ-function": "screening",
    "5-documents-report": "report",
    "6-rules": "rules",
    "10-follow-up": "follow-up",
    "11-cohort": "cohort",
    "13-drill": "drill",
}
"""What the manual shows, by the names there."""
_WIDE, _FEW_COLOURS = 860, 64
WAYS = tuple(product(LANGUAGES, THEMES, (100, 200)))
SIZE = (1440, 900)
_COLOURS = 192
"""A page has few."""
ON = date(2026, 11, 22)
PASSPHRASE = "four words and more"
WAIT_SECONDS = 60


class Photographer:
    """One window, photographed page by page."""

    def __init__(self, app: QApplication, way: tuple[str, str, int], folder: Path, *, is_of_manual: bool) -> None:
        self._app = app
        self._is_of_manual = is_of_manual
        self._way = way
        self._key = ""
        language, theme, percent = way
        keep_settings(
            folder,
            Settings(
                language=language,
                theme=theme,
                percent=percent,
                author="Dr Example",
                department="Example department",
                place="Berlin (52.52, 13.40)",
            ),
        )
        self.window = Window(app, folder)
        scale = percent / 100
        self.window.shell.resize(int(SIZE[0] * scale), int(SIZE[1] * scale))
        self.window.start()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something."""
        end = time.monotonic() + WAIT_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self._app.processEvents()
            time.sleep(0.01)

    def take(self, name: str, over: QWidget | None = None) -> None:
        """Take a picture once everything has settled, with what lies over the window."""
        end = time.monotonic() + 0.4
        self.until(lambda: time.monotonic() > end)
        language, theme, percent = self._way
        shell = self.window.shell
        picture = shell.grab()
        if over is not None:
            over.render(picture, shell.mapFromGlobal(over.mapToGlobal(QPoint(0, 0))))
        if picture.width() > SIZE[0]:
            picture = picture.scaledToWidth(SIZE[0], Qt.TransformationMode.SmoothTransformation)
        if self._is_of_manual and name in OF_MANUAL:
            small = Image.fromqpixmap(picture.scaledToWidth(_WIDE, Qt.TransformationMode.SmoothTransformation))
            few = small.quantize(_FEW_COLOURS, dither=Image.Dither.NONE)
            few.save(MANUAL / language / "pictures" / f"{OF_MANUAL[name]}.png", optimize=True)
        elif not self._is_of_manual:
            taken = Image.fromqpixmap(picture).quantize(_COLOURS, dither=Image.Dither.NONE)
            taken.save(PLACE / f"{name}-{language}-{theme}-{percent}.png", optimize=True)

    def run(self) -> None:
        """Walk through the pages."""
        shell = self.window.shell
        self.take("1-start")
        page = shell.findChildren(UnlockPage)[-1]
        page.create_wanted.emit(PASSPHRASE)
        self.until(lambda: bool(shell.findChildren(RecoverySheet)))
        self.take("2-recovery-key")
        self._key = shell.findChildren(RecoverySheet)[-1].key.text()
        shell.findChildren(RecoverySheet)[-1].confirmed.emit()
        self.until(lambda: self.window.opening.opened is not None)
        opened = self.window.opening.opened
        assert opened is not None
        self._pages(opened)
        shell.close()

    def _pages(self, opened: Opened) -> None:
        shell, workspace = self.window.shell, opened.workspace
        opened.add_samples()
        self.until(lambda: len(workspace.records.patients()) > 0)
        self.window.shell.hide_notice()
        shell.show_page("patients")
        patients = shell.findChildren(PatientsPage)[-1]
        self.until(lambda: not patients.is_looking)
        self.take("3-patients")
        opened.open_patient(next(line.id for line in workspace.records.patients() if line.number == "00-0318"))
        workspace.judge_on(ON)
        self.until(lambda: not workspace.is_judging)
        shell.hide_notice()
        screening = shell.findChildren(ScreeningPage)[-1]
        for section in ("identity", "diagnosis", "organ_function", "treatments", "judgement"):
            screening.entry.open_page(section)
            self.take(f"4-screening-{section.replace('_', '-')}")
        workspace.work.enter_for("2026-11-20")
        screening.entry.open_page("activity")
        screening.entry.open_parts(Field("sledai_2k"))
        self.take("4-screening-items")
        screening.scoring.leave()
        workspace.work.enter_for(ON.isoformat())
        self._papers()
        self._clinic()
        shell.show_page("screening")
        opened.find()
        palette = shell.findChildren(Palette)[-1]
        palette.search.setText("creat")
        self.until(lambda: not palette.is_gathering)
        self.take("8-palette", palette)
        palette.close()
        opened.open_patient(next(line.id for line in workspace.records.patients() if line.number == "S-0007"))
        self.until(lambda: not workspace.is_judging)
        shell.show_page("follow_up")
        following = shell.findChildren(FollowUpPage)[-1]
        self.until(lambda: not following.is_finding_out)
        shell.hide_notice()
        self.take("10-follow-up")

    def _clinic(self) -> None:
        """The pages that are about more than one patient."""
        shell = self.window.shell
        shell.show_page("rules")
        rules = shell.findChildren(RulesPage)[-1]
        self.until(lambda: rules.model.rowCount() > 0)
        self.take("6-rules")
        shell.show_page("settings")
        self.take("7-settings")
        self._drill()
        shell.findChildren(ScreeningPage)[-1].keep_screening()
        shell.show_page("log")
        log = shell.findChildren(LogPage)[-1]
        self.until(lambda: not log.is_reading)
        shell.hide_notice()
        self.take("9-log")
        shell.show_page("cohort")
        cohort = shell.findChildren(CohortPage)[-1]
        self.until(lambda: not cohort.is_judging)
        shell.hide_notice()
        self.take("11-cohort")
        shell.show_page("trials")
        trials = shell.findChildren(TrialsPage)[-1]
        for name, state in (("older", TRIALS), ("newer", LATER)):
            with tempfile.TemporaryDirectory() as folder:
                files = [Path(folder) / f"{name}-{kind}.csv" for kind in ("trials", "sites")]
                for file, text in zip(files, (state, SITES), strict=True):
                    file.write_text(text, encoding="utf-8")
                trials.import_files(files)
                self.until(lambda: not trials.is_reading)
        shell.hide_notice()
        self.take("12-trials")

    def _drill(self) -> None:
        """The recovery drill, gone through."""
        opened = self.window.opening.opened
        assert opened is not None
        settings = self.window.shell.findChildren(SettingsPage)[-1]
        opened.workspace.vault.backup()
        settings.moving.show()
        settings.begin_drill()
        settings.moving_card.key.setText(self._key)
        settings.moving_card.go.click()
        self.until(lambda: not settings.moving.is_doing)
        self.window.shell.hide_notice()
        self.take("13-drill")
        settings.left()

    def _papers(self) -> None:
        shell = self.window.shell
        shell.show_page("documents")
        page = shell.findChildren(DocumentsPage)[-1]
        page.options.day0.setText("4.2.2027")
        page.options.telephone.setText("000 000")
        for kind in every_kind():
            if self._is_of_manual and f"5-documents-{kind.id}" not in OF_MANUAL:
                continue
            page.options.kind.setCurrentIndex(page.options.kind.findData(kind.id))
            self.until(partial(_shows, page, spoken(self._way[0]), kind))
            self.take(f"5-documents-{kind.id}")


def _shows(page: DocumentsPage, phrases: Phrases, kind: PaperKind) -> bool:
    """True once the paper is there, or the page says why there is none for this patient."""
    if page.paper is not None:
        return page.paper.job.kind is kind
    return page.about.text() not in ("", phrases.say("documents-making"), phrases.say("results-judging"))


def main() -> None:
    """Take every picture in every way."""
    clock.now_utc = lambda: datetime(2026, 11, 22, 9, 41, tzinfo=UTC)
    PLACE.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    is_of_manual = sys.argv[1:] == ["manual"]
    for way in WAYS:
        if is_of_manual and way[1:] != ("light", 100):
            continue
        with tempfile.TemporaryDirectory() as folder:
            Photographer(app, way, Path(folder), is_of_manual=is_of_manual).run()
            app.processEvents()


if __name__ == "__main__":
    main()
