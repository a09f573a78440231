"""A criterion: its sign, what it asks, the evidence in at most three lines, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem
from typing_extensions import override

from core.wording.listing import CriterionRow
from ui.desktop.pages.screening.results.rows_model import ROW
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.lines import broken
from ui.desktop.widgets.row_delegate import Fonts, Index, RowDelegate

_EVIDENCE_SHARE = 0.37
_TITLE_LINES = 2
_EVIDENCE_LINES = 3
_NO_END = 1000


class CriterionDelegate(RowDelegate):
    """Rows that somebody opened show everything; the others end in ``more`` where something has no room."""

    button_clicked = Signal(QModelIndex)
    more_clicked = Signal(QModelIndex)

    def __init__(self, theme: Theme, view: QAbstractItemView, more: str) -> None:
        super().__init__(theme, view)
        self.more = more
        self.opened: set[str] = set()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.view.viewport().width()
        row = index.data(ROW)
        if not isinstance(row, CriterionRow):
            return QSize(width, 0)
        return QSize(width, self._layout(row, QRect(0, 0, width, 0), option.font).height)

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, CriterionRow):
            return
        layout, theme = self._layout(row, option.rect, option.font), self.theme
        fonts = layout.fonts
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self.draw_badge(painter, layout.dot, row.tone)
        painter.setFont(fonts.strong)
        painter.drawText(layout.dot, int(Qt.AlignmentFlag.AlignCenter), row.sign)
        top = layout.top
        for line in layout.title:
            place = QRect(layout.middle, top, layout.middle_width, fonts.line)
            self.draw_line(painter, place, fonts.strong, theme.text, line)
            top += fonts.line
        muted = theme.accent_text if is_selected else theme.muted
        for line in layout.below:
            place = QRect(layout.middle, top + fonts.gap, layout.middle_width, fonts.small_line)
            self.draw_line(painter, place, fonts.small, muted, line)
            top += fonts.small_line
        top = layout.top
        for line in layout.evidence:
            place = QRect(layout.right, top, layout.right_width, fonts.small_line)
            self.draw_line(painter, place, fonts.small, theme.text, line)
            top += fonts.small_line
        if not layout.more.isEmpty():
            more = QFont(fonts.small)
            more.setUnderline(True)
            self.draw_line(painter, layout.more, more, theme.accent_text, self.more)
        if row.act:
            painter.setPen(QPen(QColor(theme.tones["neutral"].edge), 1))
            painter.setBrush(QColor(theme.surface))
            painter.drawRoundedRect(QRectF(layout.button), fonts.pad * 0.6, fonts.pad * 0.6)
            painter.setPen(QColor(theme.text))
            painter.setFont(fonts.small)
            painter.drawText(layout.button, int(Qt.AlignmentFlag.AlignCenter), row.act)

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(ROW)
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if isinstance(row, CriterionRow) and isinstance(event, QMouseEvent) and is_click:
            layout, at = self._layout(row, option.rect, option.font), event.position().toPoint()
            if layout.button.contains(at):
                self.button_clicked.emit(index)
                return True
            if layout.more.contains(at):
                self.more_clicked.emit(index)
                return True
        return super().editorEvent(event, model, option, index)

    def button_in(self, place: QRect, font: QFont, index: Index) -> QRect:
        """Return where the button of a row lies that is drawn in this place; empty where it has none."""
        row = index.data(ROW)
        return self._layout(row, place, font).button if isinstance(row, CriterionRow) else QRect()

    def _layout(self, row: CriterionRow, place: QRect, font: QFont) -> _Layout:
        return _Layout(row, place, Fonts(font), "" if row.id in self.opened else self.more)


class _Layout:
    """Where the parts of a row lie inside a rectangle; ``more`` is "" for a row that shows everything."""

    def __init__(self, row: CriterionRow, place: QRect, fonts: Fonts, more: str) -> None:
        self.fonts = fonts
        inside = place.adjusted(int(fonts.pad * 1.5), 0, -fonts.pad, 0)
        self.top = top = place.top() + fonts.pad
        dot = fonts.line + fonts.gap
        self.dot = QRect(inside.left(), top - fonts.gap // 2, dot, dot)
        self.middle = inside.left() + dot + fonts.pad
        act_width = fonts.small_metrics.horizontalAdvance(row.act) + 3 * fonts.pad if row.act else 0
        self.right_width = int(inside.width() * _EVIDENCE_SHARE)
        right_end = inside.right() - (act_width + fonts.pad if act_width else 0)
        self.right = right_end - self.right_width
        self.middle_width = max(self.right - fonts.pad - self.middle, 1)
        title = broken(row.text, fonts.strong, self.middle_width, _TITLE_LINES if more else _NO_END)
        below = broken(row.under, fonts.small, self.middle_width, 1 if more else _NO_END)
        ending = f"   {more}" if more else ""
        most = _EVIDENCE_LINES if more else _NO_END
        evidence = broken("\n".join(row.evidence), fonts.small, self.right_width, most, ending)
        self.title, self.below, self.evidence = title.lines, below.lines, evidence.lines
        is_cut = title.is_cut or evidence.is_cut or below.is_cut
        evidence_height = len(self.evidence) * fonts.small_line
        self.more = QRect()
        if more and is_cut:
            width = fonts.small_metrics.horizontalAdvance(more) + fonts.gap * 2
            at = top + max(evidence_height - fonts.small_line, 0) if evidence.is_cut else top + evidence_height
            left = self.right + self.right_width - width if evidence.is_cut else self.right
            self.more = QRect(left, at, width, fonts.small_line)
        self.button = QRect()
        if row.act:
            self.button = QRect(right_end + fonts.pad, top, act_width, fonts.small_line + fonts.pad)
        left_height = len(self.title) * fonts.line + fonts.gap + len(self.below) * fonts.small_line
        right_height = max(evidence_height, 0 if self.more.isEmpty() else self.more.bottom() + 1 - top)
        self.height = max(left_height, right_height, self.button.height(), dot) + 2 * fonts.pad
