"""The line of 15 years: one sign a visit, today marked. The list of all visits says the same in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from core.follow_up.following import FollowedVisit, Following, State
from core.wording.followed import TONES, FollowedWords
from ui.desktop.theme.tokens import Theme

_RADIUS_SHARE = 0.32
_NEAR_DAYS, _FIRST_YEAR_DAYS = 28, 365
_SHARES = (0.26, 0.34, 0.4)
"""Of the width: days 0 to 28, the rest of the first year, the years after it."""
_FILLED = (State.DONE, State.NOT_DONE, State.OVERDUE)
_HEIGHT_LINES = 4


class TimeLine(QWidget):
    """Nothing to press: it is a picture of what the list says, and named so for who cannot see it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._words: FollowedWords | None = None
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_following(self, words: FollowedWords | None) -> None:
        """Show what became of a plan; None: of nobody's."""
        self._words = words
        self.setAccessibleDescription("" if words is None else words.counted)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() * _HEIGHT_LINES)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        words = self._words
        if words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found, line = words.following, self.fontMetrics().height()
        middle = line * 2.0
        painter.setPen(QPen(QColor(self._theme.line), 3))
        painter.drawLine(QPointF(self._at(found.plan.day0, found), middle), QPointF(self._right, middle))
        self._draw_today(painter, found, middle)
        taken = -1.0
        for visit in found.visits:
            x = self._at(visit.visit.on, found)
            self._draw_sign(painter, visit, QPointF(x, middle), line * _RADIUS_SHARE)
            name = words.name(visit)
            half = self.fontMetrics().horizontalAdvance(name) / 2
            if x - half > taken and x + half <= self.width():
                painter.setPen(QColor(self._theme.muted))
                painter.drawText(QRectF(x - half, middle + line * 0.7, half * 2 + 2, line), name)
                taken = x + half + line / 2
        painter.end()

    def _draw_sign(self, painter: QPainter, visit: FollowedVisit, at: QPointF, radius: float) -> None:
        tone = self._theme.tones[TONES.get(visit.state, "neutral")]
        painter.setPen(QPen(QColor(tone.edge), 2))
        is_filled = visit.state in _FILLED
        painter.setBrush(QColor(tone.edge if is_filled else self._theme.surface))
        if visit.state in (State.OVERDUE, State.MISSED):  # a shape of its own: colour alone says nothing
            painter.drawRect(QRectF(at.x() - radius, at.y() - radius, radius * 2, radius * 2))
        else:
            painter.drawEllipse(at, radius, radius)

    def _draw_today(self, painter: QPainter, found: Following, middle: float) -> None:
        x, line = self._at(found.on, found), self.fontMetrics().height()
        words = self._words.say("today", count=found.day) if self._words is not None else ""
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawLine(QPointF(x, middle - line), QPointF(x, middle))
        width = self.fontMetrics().horizontalAdvance(words) + 2.0
        left = min(max(x + 4, 0.0), self.width() - width)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QRectF(left, middle - line * 1.8, width, line), words)

    @property
    def _left(self) -> float:
        return float(self.fontMetrics().height())

    @property
    def _right(self) -> float:
        return float(self.width() - self.fontMetrics().height())

    def _at(self, day: date, found: Following) -> float:
        """Return where a day stands: the first weeks have as much room as years later."""
        days, whole = (day - found.plan.day0).days, (found.plan.horizon - found.plan.day0).days
        ends = (0, _NEAR_DAYS, _FIRST_YEAR_DAYS, whole)
        share = 0.0
        for number, part in enumerate(_SHARES):
            first, last = ends[number], ends[number + 1]
            share += part * min(max((days - first) / (last - first), 0.0), 1.0)
        return self._left + share * (self._right - self._left)
