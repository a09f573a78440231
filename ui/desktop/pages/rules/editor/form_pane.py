"""The criterion under the cursor as fields: what is typed into one writes its place in the text and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QScrollArea, QWidget
from typing_extensions import override

from core.language.phrases import Phrases
from core.rule_files.drafting.form import FormField, FormLine, Sort
from core.rule_files.rule_file import Criterion
from core.use_cases.edit_rules import DraftCheck, form_at
from ui.desktop.widgets.flow import Flow
from ui.desktop.widgets.frames import column, frame
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_LETTERS = {Sort.NUMBER: 10, Sort.NAME: 30, Sort.MEMBERS: 40}


class FormPane(QScrollArea):
    """One frame for each line of the text, its fields in the order in which they stand there."""

    changed = Signal(object, str)
    """A field was given another text."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self._shown: tuple[object, ...] = ()
        self.fields: list[tuple[FormField, QLineEdit | QComboBox]] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus, and are shown when they do

    def show_criterion(self, check: DraftCheck, criterion: Criterion | None) -> None:
        """Show a criterion as it was last checked; the field that had the focus keeps it."""
        if self._shown == (id(check), criterion):
            return
        self._shown = (id(check), criterion)
        at = next((at for at, (_, edit) in enumerate(self.fields) if edit.hasFocus()), None)
        self._build(() if criterion is None else form_at(check, criterion), criterion)
        if at is not None and at < len(self.fields):
            self.fields[at][1].setFocus()

    def _build(self, lines: Sequence[FormLine], criterion: Criterion | None) -> None:
        say = self._phrases.say
        holder = QWidget()
        inside = column(holder, margin=12)
        inside.addWidget(label(say("editor-no-criterion") if criterion is None else criterion.id, "heading"))
        self.fields = []
        for line in lines:
            inside.addWidget(self._line(line))
        if criterion is not None and not self.fields:
            inside.addWidget(label(say("editor-no-fields"), "muted"))
        inside.addStretch(1)
        self.setWidget(holder)

    def _line(self, line: FormLine) -> QWidget:
        made = frame("card")
        inside = column(made, margin=8, spacing=4)
        place = self._phrases.say("editor-line", line=line.line)
        inside.addWidget(label(f"{place} · {line.key}", "muted"))
        inside.addWidget(label(line.text, ""))
        if line.fields:
            holder = QWidget()
            flow = Flow(holder, spacing=6)
            for field in line.fields:
                flow.addWidget(self._field(field, line))
            inside.addWidget(holder)
        return made

    def _field(self, field: FormField, line: FormLine) -> QWidget:
        name = f"{self._phrases.say(f'editor-field-{field.sort.value}')}: {line.key}"
        if field.choices:
            box = QComboBox()
            box.addItems([field.text, *(each for each in field.choices if each != field.text)])
            box.setAccessibleName(name)
            box.textActivated.connect(partial(self._give, field))
            self._take_in(field, box)
            return box
        edit = QLineEdit(field.text)
        edit.setAccessibleName(name)
        edit.setFixedWidth(letters(min(max(_LETTERS[field.sort], len(field.text) + 4), _LETTERS[Sort.MEMBERS])))
        edit.setToolTip(field.text)
        edit.editingFinished.connect(lambda: self._give(field, edit.text()))
        self._take_in(field, edit)
        return edit

    def _take_in(self, field: FormField, edit: QLineEdit | QComboBox) -> None:
        self.fields.append((field, edit))
        edit.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.ensureWidgetVisible(watched)
        return super().eventFilter(watched, event)

    def _give(self, field: FormField, text: str) -> None:
        if text != field.text:
            self.changed.emit(field, text)
