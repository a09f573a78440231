"""Trends with events: each picture is drawn from its drawing list; a table says the same."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHeaderView, QPushButton, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from core.follow_up.trends import Axis, Curve, Trend
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.wording.trends import TrendWords
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label

_LINES, _LETTERS = 9, 44
_MONTH_DAYS = 30.4
_TONES = ("waiting", "judge")
_TABLE_LINES = 12


class TrendView(QWidget):
    """One picture: nothing to press; what it shows is said in its description and in the table."""

    def __init__(self, trend: Trend, words: TrendWords, theme: Theme) -> None:
        super().__init__()
        self.trend, self._words, self._theme = trend, words, theme
        self.setAccessibleName(words.title(trend))
        self.setAccessibleDescription(words.described(trend))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LETTERS, metrics.height() * _LINES)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS // 2, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        line = self.fontMetrics().height()
        wide = self.fontMetrics().horizontalAdvance("00000")
        right = wide if len(self.trend.axes) > 1 else line
        title = self.fontMetrics().elidedText(self._words.title(self.trend), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QRectF(0, 0, self.width(), line), title)
        place = QRectF(wide, line * 1.6, self.width() - wide - right, self.height() - line * 3.2)
        self._draw_days(painter, place, line)
        for at, (curve, axis) in enumerate(zip(self.trend.curves, self.trend.axes, strict=True)):
            self._draw_axis(painter, place, axis, at, wide)
            self._draw_curve(painter, place, curve, axis, at)
        painter.end()

    def _x(self, place: QRectF, day: int) -> float:
        days = self.trend.days
        share = (day - float(days.low)) / (float(days.high) - float(days.low))
        return place.left() + share * place.width()

    def _y(self, place: QRectF, axis: Axis, share: float) -> float:
        del axis
        return place.bottom() - share * place.height()

    def _draw_days(self, painter: QPainter, place: QRectF, line: int) -> None:
        """Draw day 0, months, and each mark as a dashed line; the table has their names."""
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        taken = -1.0
        for tick in self.trend.days.ticks:
            x = self._x(place, int(tick))
            month = round(int(tick) / _MONTH_DAYS)
            words = self._words.say("month", month=str(month)) if tick else self._words.say("day", day="0")
            width = self.fontMetrics().horizontalAdvance(words)
            if x > taken and x + width <= self.width():
                painter.setPen(QColor(self._theme.muted))
                painter.drawText(QRectF(x, place.bottom() + line * 0.2, width + 2, line), words)
                taken = x + width + line / 2
        for day, colour in ((0, self._theme.accent), *((each.first, self._theme.muted) for each in self.trend.marks)):
            x = self._x(place, day)
            if place.left() <= x <= place.right():
                painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))

    def _draw_axis(self, painter: QPainter, place: QRectF, axis: Axis, at: int, wide: int) -> None:
        tone, line = self._theme.tones[_TONES[at]], self.fontMetrics().height()
        painter.setPen(QColor(tone.text))
        for tick in axis.ticks:
            y = self._y(place, axis, axis.share(tick))
            words = format_number(tick, self._words.phrases.language)
            left = 0.0 if at == 0 else place.right() + 2
            align = Qt.AlignmentFlag.AlignRight if at == 0 else Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(left, y - line / 2, wide - 4, line), int(align), words)

    def _draw_curve(self, painter: QPainter, place: QRectF, curve: Curve, axis: Axis, at: int) -> None:
        tone = self._theme.tones[_TONES[at]]
        style = Qt.PenStyle.SolidLine if at == 0 else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(tone.edge), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in curve.stretches:
            line = [QPointF(self._x(place, p.day), self._y(place, axis, axis.share(p.amount))) for p in stretch]
            painter.drawPolyline(QPolygonF(line))
        for step in curve.steps:
            y = self._y(place, axis, axis.share(step.amount))
            painter.drawLine(QPointF(self._x(place, step.first), y), QPointF(self._x(place, step.last + 1), y))
        painter.setPen(QPen(QColor(tone.edge), 1.5))
        for point in curve.points:
            painter.setBrush(QColor(self._theme.surface if point.is_bound else tone.edge))
            middle = QPointF(self._x(place, point.day), self._y(place, axis, axis.share(point.amount)))
            painter.drawEllipse(middle, 3.0, 3.0)


class TrendCard(QFrame):
    """The pictures side by side as there is room, and the table that says the same."""

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        say = phrases.say
        inside = column(self, margin=10, spacing=6)
        head = row(inside)
        head.addWidget(label(say("trends-title"), "heading"), 1)
        self.as_table = QPushButton(say("trends-as-table"))
        self.as_table.setCheckable(True)
        head.addWidget(self.as_table)
        self._pictures, self._line = flowing()
        inside.addWidget(self._pictures)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([say(f"trends-{each}") for each in ("what", "when", "value")])
        self.table.setAccessibleName(say("trends-title"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(self.fontMetrics().height() * _TABLE_LINES)
        self.table.hide()
        inside.addWidget(self.table)
        self.as_table.toggled.connect(self.table.setVisible)
        self.views: list[TrendView] = []

    def show_trends(self, trends: tuple[Trend, ...], words: TrendWords | None) -> None:
        """Show other pictures; none where nothing is on record."""
        for view in self.views:
            self._line.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.views = [] if words is None else [TrendView(each, words, self._theme) for each in trends]
        for view in self.views:
            self._line.addWidget(view)
        self._fill(() if words is None else tuple(_told(trends, words)))

    def _fill(self, told: tuple[tuple[str, str, str], ...]) -> None:
        self.table.setRowCount(len(told))
        for at, cells in enumerate(told):
            for number, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, number, item)


def _told(trends: tuple[Trend, ...], words: TrendWords) -> Iterator[tuple[str, str, str]]:
    for trend in trends:
        yield from words.rows(trend)
    if trends:
        yield from words.marks(trends[0])
