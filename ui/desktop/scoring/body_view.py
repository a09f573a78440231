"""The items of a score on a body: painted, clicked, walked through by arrows. The list beside it holds the same."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from typing_extensions import override

from core.entry.desk.scoring.mapped import MapState
from core.scores.body_map import Seen
from core.scores.plane import Polygon, centre, hatched, holds
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.heard import announce
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.row_delegate import Fonts

_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_ASIDE = 2.0
"""What lies aside of an arrow is so much further away."""
_HATCH = 3.0
_LEAST_LETTERS = 24
"""For each view; the level of a finger can be read then."""
_LEAST_LINES = 26


class BodyView(QWidget):
    """Shows what it is given; says which item is wanted and what was chosen. All keys but arrows are the list's."""

    wanted = Signal(str)
    chosen = Signal(str, str)
    keyed = Signal(QKeyEvent)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._state: MapState | None = None
        self.menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_map(self, state: MapState | None) -> None:
        """Show a map, or nothing."""
        before = self._state
        self._state = state
        if state is None:
            self.hide()
            return
        if before is None or before.body is not state.body:
            self.setMinimumWidth(letters(_LEAST_LETTERS * len(state.body.views)))
        told = state.spoken.get(state.current, "")
        self.setAccessibleDescription(told)
        if self.hasFocus() and told and (before is None or before.spoken.get(before.current) != told):
            announce(self, told)
        self.update()

    @property
    def state(self) -> MapState | None:
        """What is shown."""
        return self._state

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.fontMetrics().height() * _LEAST_LINES // 2)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.fontMetrics().height() * _LEAST_LINES)

    # --- where things lie

    def _fonts(self) -> Fonts:
        return Fonts(self.font())

    def _legend_rows(self, state: MapState) -> list[list[tuple[int, int]]]:
        """Return the places of the legend's entries by row: x and width, in the order of the legend."""
        fonts, rows, x = self._fonts(), list[list[tuple[int, int]]]([[]]), self._fonts().pad
        for each in state.legend:
            box = self._box_width(each.told)
            words = fonts.small_metrics.horizontalAdvance(each.words) + fonts.pad if each.words else 0
            width = box + words + fonts.pad
            if x + width > self.width() and rows[-1]:
                rows.append([])
                x = fonts.pad
            rows[-1].append((x, width))
            x += width
        return rows

    def _box_width(self, told: str) -> int:
        fonts = self._fonts()
        return max(fonts.small_metrics.horizontalAdvance(told) + fonts.pad, fonts.small_line * 3 // 2)

    def _frames(self, state: MapState) -> dict[str, tuple[QPointF, float]]:
        """Return where each view begins, and how many pixels one unit of the box is."""
        fonts, outline, views = self._fonts(), state.body.outline, state.body.views
        top = (3 if state.words.sign else 2) * fonts.small_line + 2 * fonts.pad
        legend = len(self._legend_rows(state)) * (fonts.small_line + fonts.pad) + fonts.small_line + 2 * fonts.pad
        room = max(self.height() - top - legend, 1)
        part = self.width() / len(views)
        scale = min(room / outline.height, (part - 2 * fonts.pad) / outline.width)
        down = top + (room - scale * outline.height) / 2
        lefts = (at * part + (part - scale * outline.width) / 2 for at in range(len(views)))
        return {view: (QPointF(left, down), scale) for view, left in zip(views, lefts, strict=True)}

    def place_of(self, item: str) -> QPoint:
        """Return where the level of an item stands, of one on both sides the first."""
        return next((at.toPoint() for each, at in self._centres() if each.region.item == item), QPoint(-1, -1))

    def _centres(self) -> Iterator[tuple[Seen, QPointF]]:
        state = self._state
        frames = {} if state is None else self._frames(state)
        for each in () if state is None else state.seen:
            origin, scale = frames[each.region.view]
            for shape in each.region.shapes:
                x, y = centre(shape)
                yield each, origin + QPointF(x * scale, y * scale)

    def item_at(self, at: QPointF) -> str:
        """Return the item whose region holds a point of the widget, "" for none."""
        frames = {} if self._state is None else self._frames(self._state)
        for each in () if self._state is None else self._state.seen:
            origin, scale = frames[each.region.view]
            point = ((at.x() - origin.x()) / scale, (at.y() - origin.y()) / scale)
            if any(holds(shape, point) for shape in each.region.shapes):
                return each.region.item
        return ""

    # --- by mouse and keyboard

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position())
        if item:
            self.wanted.emit(item)
            self._offer(item, event.globalPosition().toPoint())

    def _offer(self, item: str, at: QPoint) -> None:
        """Offer the answers of an item where it was clicked."""
        state = self._state
        if state is None:
            return
        self.menu.clear()
        self.menu.addSection(state.words.label(item))
        for choice in state.choices[item]:
            words = choice.label if choice.label == choice.key else f"{choice.key}   {choice.label}"
            self._add(words, item, choice.word)
        self._add(state.words.phrases.say("body-take-away"), item, "")
        self.menu.popup(at)

    def _add(self, words: str, item: str, word: str) -> None:
        action = self.menu.addAction(words)
        action.setData((item, word))
        action.triggered.connect(lambda: self.chosen.emit(item, word))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.keyed.emit(event)
        elif next_item := self._beside(arrow):
            self.wanted.emit(next_item)

    def _beside(self, arrow: tuple[int, int]) -> str:
        """Return the nearest item in the direction of an arrow; the first one where none has the focus.

        A site on both sides is left by the side that the arrow points to.
        """
        state = self._state
        centres = list(self._centres())
        here = [at for each, at in centres if state is not None and each.region.item == state.current]
        if not here:
            return centres[0][0].region.item if centres else ""
        start = max(here, key=lambda at: at.x() * arrow[0] + at.y() * arrow[1])
        found: list[tuple[float, str]] = []
        for each, at in centres:
            across, down = at.x() - start.x(), at.y() - start.y()
            along = across * arrow[0] + down * arrow[1]
            aside = abs(across * arrow[1]) + abs(down * arrow[0])
            if along > 1 and each.region.item != (state.current if state is not None else ""):
                found.append((along + _ASIDE * aside, each.region.item))
        return min(found, default=(0.0, ""))[1]

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        if self._state is not None:
            announce(self, self._state.spoken.get(self._state.current, ""))

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        state = self._state
        if state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.surface))
        self._sign(painter, state)
        for view, (origin, scale) in self._frames(state).items():
            self._view(painter, state, view, origin, scale)
        self._legend(painter, state)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _sign(self, painter: QPainter, state: MapState) -> None:
        """Say which of several signs the map shows."""
        fonts = self._fonts()
        painter.setFont(fonts.small_strong)
        painter.setPen(QColor(self._theme.text))
        place = QRectF(fonts.pad, fonts.pad, self.width() - 2 * fonts.pad, fonts.small_line)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, state.words.sign)

    def _view(self, painter: QPainter, state: MapState, view: str, origin: QPointF, scale: float) -> None:
        theme, fonts, outline = self._theme, self._fonts(), state.body.outline
        part = self.width() / len(state.body.views)
        left = part * state.body.views.index(view)
        painter.setFont(fonts.small)
        painter.setPen(QColor(theme.muted))
        head = QRectF(left, fonts.pad + (fonts.small_line if state.words.sign else 0), part, fonts.small_line)
        if len(state.body.views) > 1:
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, state.words.view(view))
        painter.setFont(fonts.small_strong)
        painter.setPen(QColor(theme.text))
        below = head.translated(0, fonts.small_line).adjusted(fonts.pad, 0, -fonts.pad, 0)
        one, other = state.words.sides(view)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, one)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, other)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.sunken))
        for line in outline.lines[view]:
            painter.drawPolygon(_polygon(line, origin, scale))
        mine = [each for each in state.seen if each.region.view == view]
        for each in sorted(mine, key=lambda each: each.region.item == state.current):  # the focus lies above all
            for shape in each.region.shapes:
                self._region(painter, each, shape, origin, scale, is_current=each.region.item == state.current)

    def _region(
        self, painter: QPainter, each: Seen, shape: Polygon, origin: QPointF, scale: float, *, is_current: bool
    ) -> None:
        theme, fonts = self._theme, self._fonts()
        self._look(painter, each.shade)
        if is_current:
            painter.setPen(QPen(QColor(theme.accent), max(fonts.line / 6, 3)))
        elif each.shade is None and not each.is_not_examined:
            painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DashLine))
        painter.drawPolygon(_polygon(shape, origin, scale))
        if each.is_not_examined:
            painter.setPen(QPen(QColor(theme.muted), 1))
            for one, other in hatched(shape, _HATCH):
                painter.drawLine(_point(one, origin, scale), _point(other, origin, scale))
        if each.told:
            self._told(painter, each, _point(centre(shape), origin, scale), fonts)

    def _told(self, painter: QPainter, each: Seen, at: QPointF, fonts: Fonts) -> None:
        width = fonts.small_metrics.horizontalAdvance(each.told) + fonts.gap * 4
        place = QRectF(at.x() - width / 2, at.y() - fonts.small_line / 2, width, fonts.small_line)
        if each.is_not_examined:
            painter.fillRect(place.adjusted(0, fonts.gap, 0, -fonts.gap), QColor(self._theme.surface))
        painter.setFont(fonts.small_strong)
        painter.setPen(QColor(self._theme.text if each.shade is None else self._theme.shades[each.shade].text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, each.told)

    def _look(self, painter: QPainter, shade: int | None) -> None:
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        painter.setBrush(QColor(self._theme.surface if shade is None else self._theme.shades[shade].fill))

    def _legend(self, painter: QPainter, state: MapState) -> None:
        fonts, theme = self._fonts(), self._theme
        rows = self._legend_rows(state)
        high = fonts.small_line + fonts.pad
        y = self.height() - len(rows) * high - fonts.small_line - fonts.pad
        entries = iter(state.legend)
        for row in rows:
            for x, width in row:
                each = next(entries)
                box = QRectF(x, y, self._box_width(each.told), fonts.small_line)
                self._look(painter, each.shade)
                painter.drawRect(box)
                if each.is_not_examined:
                    corners = ((box.left(), box.top()), (box.right(), box.top()), (box.right(), box.bottom()),
                               (box.left(), box.bottom()))  # fmt: skip
                    for one, other in hatched(corners, 2 * _HATCH):
                        painter.drawLine(QPointF(*one), QPointF(*other))
                painter.setFont(fonts.small_strong)
                painter.setPen(QColor(theme.text if each.shade is None else theme.shades[each.shade].text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "" if each.is_not_examined else each.told)
                painter.setFont(fonts.small)
                painter.setPen(QColor(theme.text))
                words = QRectF(box.right() + fonts.pad / 2, y, width, fonts.small_line)
                painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, each.words)
            y += high
        painter.setPen(QColor(theme.muted))
        keys = QRectF(fonts.pad, self.height() - fonts.small_line - fonts.pad, self.width(), fonts.small_line)
        painter.drawText(keys, Qt.AlignmentFlag.AlignLeft, state.words.phrases.say("body-keys"))


def _point(at: tuple[float, float], origin: QPointF, scale: float) -> QPointF:
    return QPointF(origin.x() + at[0] * scale, origin.y() + at[1] * scale)


def _polygon(points: Polygon, origin: QPointF, scale: float) -> QPolygonF:
    return QPolygonF([_point(each, origin, scale) for each in points])
