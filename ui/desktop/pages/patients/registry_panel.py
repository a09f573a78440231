"""The panel of a registry export: how days are told, what would leave, and the folder it is saved into."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton, QWidget

from core import clock
from core.errors import WorldError
from core.progress import Report
from core.registry import Time
from core.use_cases.export_registry import Export, Maker, Wish, preview, save
from core.use_cases.work_on_patient import Setting
from core.wording.errors import error_words
from core.wording.places import paper_warning
from core.wording.registry import preview_lines
from ui.desktop.notices import Notices
from ui.desktop.tasks import Task, Tasks
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.named_box import NamedBox
from ui.desktop.widgets.tick import Tick
from ui.desktop.workspace import Workspace


class RegistryPanel(QWidget):
    """What is shown is the object whose files are saved; another choice makes another one, on a thread."""

    given_up = Signal()

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._notices, self._tasks = workspace, notices, tasks
        self._task: Task | None = None
        self.export: Export | None = None
        say = workspace.phrases.say
        outside = column(self, margin=0)
        card = frame("card")
        outside.addWidget(card, 1)
        inside = column(card)
        inside.addWidget(label(say("registry-title"), "heading"))
        inside.addWidget(label(say("registry-why"), "muted"))
        self.time = NamedBox()
        for each in Time:
            self.time.addItem(say(f"registry-time-{each.value}"), each.value)
        self.time.setAccessibleName(say("registry-time"))
        inside.addWidget(self.time)
        self.synthetic = Tick(say("registry-synthetic"))
        inside.addWidget(self.synthetic)
        self.message = label("", "warning", is_heard=True)
        inside.addWidget(self.message)
        above = label(say("registry-preview-title"), "muted")
        self.shown = QPlainTextEdit()
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(say("registry-preview-title"))
        above.setBuddy(self.shown)
        inside.addWidget(above)
        inside.addWidget(self.shown, 1)
        self.save = QPushButton(say("registry-save"))
        self.save.setProperty("role", "primary")
        self.cancel = QPushButton(say("patients-cancel"))
        buttons = row(inside)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.time.currentIndexChanged.connect(self.make)
        self.synthetic.toggled.connect(self.make)
        self.save.clicked.connect(self.ask_where)
        self.cancel.clicked.connect(self.given_up)
        self.setFocusProxy(self.time)

    def begin(self) -> None:
        """Show what would leave as it is chosen now."""
        self.make()

    def clear(self) -> None:
        """Hold nothing of anybody."""
        if self._task is not None:
            self._task.drop()
            self._task = None
        self.export = None
        self.shown.clear()
        self.message.setText("")
        self.save.setEnabled(False)

    @property
    def is_making(self) -> bool:
        """True until what would leave is shown."""
        return self._task is not None

    def make(self) -> None:
        """Make on a thread what would leave."""
        self.clear()
        if not self.isVisible():
            return
        workspace = self._workspace
        wish = Wish(Time(str(self.time.currentData())), self.synthetic.is_ticked)
        knowledge, today = workspace.knowledge, clock.today()
        maker = Maker(knowledge.catalogue, knowledge.schedules, workspace.phrases)
        language = workspace.settings.language
        setting = Setting(knowledge.catalogue, language, "", today, today.isoformat(), clock.now_utc)
        records = workspace.records

        def work(report: Report) -> Export:
            return preview(records, maker, setting, wish, report)

        words = workspace.phrases.say("doing-registry")
        self._task = self._tasks.run_shown(words, work, self._show, self._failed)

    def ask_where(self) -> None:
        """Ask for a folder, and save what is shown."""
        chosen = QFileDialog.getExistingDirectory(self)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, folder: Path) -> None:
        """Save what is shown; the record keeps the keys and that it left."""
        export, workspace = self.export, self._workspace
        if export is None:
            return
        phrases = workspace.phrases
        try:
            paths = save(workspace.records, export, folder, workspace.author, clock.today())
        except WorldError as error:
            self._notices.tell_error(error, phrases)
            return
        places = ", ".join(path.name for path in paths)
        warnings = dict.fromkeys(paper_warning(path, phrases) for path in paths)
        told = phrases.say("registry-saved", places=places)
        self.given_up.emit()
        self._notices.tell(" ".join(filter(None, (told, *warnings))))

    def _show(self, export: Export) -> None:
        self._task = None
        self.export = export
        lines = preview_lines(export.data, export.small, self._workspace.phrases, len(export.made), export.unread)
        self.shown.setPlainText("\n".join(lines))
        self.save.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self._task = None
        if isinstance(error, WorldError):
            self.message.setText(error_words(error, self._workspace.phrases))
        else:
            self._notices.tell_error(error, self._workspace.phrases)
