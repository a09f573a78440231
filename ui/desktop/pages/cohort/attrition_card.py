"""Who drops out where: the steps of one file, each with its numbers and a bar of who is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem
from typing_extensions import override

from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.survey import Attrition, Step
from core.screening.surveyed import Survey
from core.wording.survey import step_words
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.cells import NOWHERE, Index
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.named_box import NamedBox
from ui.desktop.widgets.row_delegate import Fonts, RowDelegate

LINE = Qt.ItemDataRole.UserRole
"""The line of a row, for whoever draws it."""
_LINES = 11
_NUMBER_LETTERS = 6


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as it is shown; ``share`` is of everybody who came, ``of`` of everybody there is."""

    what: str
    place: str
    fails: int
    unknown: int
    left: int
    everybody: int
    spoken: str


class StepsModel(QAbstractListModel):
    """The steps at which somebody is lost or not known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[StepLine, ...] = ()

    def show_lines(self, lines: Sequence[StepLine]) -> None:
        """Show these steps."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return line.spoken if role in shown else None


class _StepDelegate(RowDelegate):
    """A line of words and numbers, and the bar below it: who is left, of them who is not known, who is lost here."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, Fonts(option.font).two_lines)

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if not isinstance(line, StepLine):
            return
        fonts, theme = Fonts(option.font), self.theme
        place = option.rect.adjusted(fonts.pad, fonts.gap, -fonts.pad, -fonts.gap)
        number = fonts.strong_metrics.averageCharWidth() * _NUMBER_LETTERS
        right = place.right()
        columns = (
            (str(line.left), theme.text),
            (f"? {line.unknown}" if line.unknown else "", theme.tones["open"].text),
            (f"✕ {line.fails}" if line.fails else "", theme.tones["bad"].text),
        )
        for text, colour in columns:
            painter.setFont(fonts.strong)
            painter.setPen(QColor(colour))
            at = QRect(right - number, place.top(), number, fonts.line)
            painter.drawText(at, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
            right -= number
        room = max(right - place.left(), 1)
        what = min(fonts.strong_metrics.horizontalAdvance(line.what) + fonts.pad, room)
        self.draw_line(painter, QRect(place.left(), place.top(), what, fonts.line), option.font, theme.text, line.what)
        if what < room:
            beside = QRect(place.left() + what, place.top(), room - what, fonts.line)
            self.draw_line(painter, beside, fonts.small, theme.muted, line.place)
        bar = QRect(place.left(), place.top() + fonts.line + fonts.gap, place.width(), fonts.pad)
        self._draw_bar(painter, bar, line)

    def _draw_bar(self, painter: QPainter, place: QRect, line: StepLine) -> None:
        """Lengths are of everybody; what is not known is hatched, so that no colour alone tells it."""
        whole = max(line.everybody, 1)
        known = round(place.width() * (line.left - line.unknown) / whole)
        unknown = round(place.width() * line.left / whole) - known
        lost = round(place.width() * (line.left + line.fails) / whole) - known - unknown
        painter.fillRect(QRect(place.left(), place.top(), known, place.height()), QColor(self.theme.accent))
        hatched = QRect(place.left() + known, place.top(), unknown, place.height())
        painter.fillRect(hatched, QColor(self.theme.tones["open"].fill))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.tones["open"].text))
        painter.fillRect(hatched, Qt.BrushStyle.BDiagPattern)
        behind = QRect(place.left() + known + unknown, place.top(), lost, place.height())
        painter.fillRect(behind, QColor(self.theme.tones["bad"].fill))


class AttritionCard(QFrame):
    """Chooses a file and shows its steps."""

    file_chosen = Signal(str)

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._phrases = phrases
        self._survey: Survey | None = None
        inside = column(self, spacing=6)
        inside.addWidget(label(phrases.say("cohort-drops"), "heading"))
        self.files = NamedBox()
        self.files.setAccessibleName(phrases.say("cohort-file"))
        self.files.setSizeAdjustPolicy(NamedBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.files.setMinimumContentsLength(20)
        inside.addWidget(self.files)
        self.model = StepsModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_StepDelegate(theme, self.list))
        self.list.setAccessibleName(phrases.say("cohort-drops"))
        self.list.setUniformItemSizes(True)
        HeardLine(self.list)
        inside.addWidget(self.list, 1)
        self.legend = label(phrases.say("cohort-legend"), "muted")
        inside.addWidget(self.legend)
        self.sum = label("")
        inside.addWidget(self.sum)
        self.files.activated.connect(self._choose)

    def show_survey(self, survey: Survey) -> None:
        """Show this survey; the file that was chosen stays chosen where it is still there."""
        self._survey = survey
        chosen = str(self.files.currentData() or "")
        self.files.clear()
        for compiled in survey.files:
            title = in_language(compiled.checked.rule_file.short_title, self._phrases.language)
            self.files.addItem(title, compiled.checked.rule_file.id)
        at = self.files.findData(chosen)
        self.files.setCurrentIndex(max(at, 0))
        self.show_file(str(self.files.currentData() or ""))

    def show_file(self, file: str) -> None:
        """Show the steps of one file."""
        survey = self._survey
        if survey is None or file not in survey.ids:
            self.model.show_lines(())
            self.sum.setText("")
            return
        self.files.setCurrentIndex(self.files.findData(file))
        lost = survey.attrition(file)
        self.model.show_lines(self._lines(lost, survey.files[survey.ids.index(file)]))
        self.sum.setText(
            self._phrases.say(
                "survey-left-over", left=lost.left, clear=lost.pass_all, lack=lost.lack, site=lost.wait_for_site
            )
        )

    def _lines(self, lost: Attrition, compiled: CompiledRuleFile) -> list[StepLine]:
        say = self._phrases.say
        everybody = say("survey-everybody")
        spoken = say("cohort-step", what=everybody, fails=0, unknown=0, left=lost.everybody)
        lines = [StepLine(everybody, "", 0, 0, lost.everybody, lost.everybody, spoken)]
        lines += [self._line(step, *step_words(step, compiled, self._phrases), lost.everybody) for step in _told(lost)]
        return lines

    def _line(self, step: Step, what: str, place: str, everybody: int) -> StepLine:
        unknown = step.open + step.deferred
        whole = " · ".join(filter(None, (what, place)))
        spoken = self._phrases.say("cohort-step", what=whole, fails=step.fails, unknown=unknown, left=step.left)
        return StepLine(what, place, step.fails, unknown, step.left, everybody, spoken)

    def _choose(self, at: int) -> None:
        file = str(self.files.itemData(at) or "")
        self.show_file(file)
        self.file_chosen.emit(file)


def _told(lost: Attrition) -> list[Step]:
    return [step for step in lost.steps if step.key is None or step.fails or step.open or step.deferred]
