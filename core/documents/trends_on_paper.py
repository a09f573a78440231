"""Trends from their drawing lists, as the page of the follow-up shows them, to strokes and dots of a paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from core.documents.align import Align
from core.documents.blocks import Block, Cell, Column, Line, Lines, Table
from core.documents.trend_drawing import (
    CURVES,
    HEIGHT,
    MUTED,
    RULE,
    TEXT,
    WIDTH,
    DrawnDot,
    DrawnStroke,
    DrawnTrend,
    DrawnWords,
    TrendDrawing,
)
from core.follow_up.marks import Mark
from core.follow_up.trends import GAP_DAYS, Axis, Curve, Trend
from core.language.numbers import format_number
from core.wording.trends import TrendWords

_LEFT, _RIGHT, _NARROW = 30.0, 30.0, 8.0
_TITLE, _MARKS, _DAYS = 9.0, 8.0, 10.0
_TICK_ROOM = 34.0
_MARK_ROOM = 14.0
_MONTH_DAYS = Decimal("30.4")
_MONTHS_OF_A_YEAR = 12
_MOST_CURVES = 5
"""So many curves have a column each in one table."""


def trend_blocks(trends: Sequence[Trend], words: TrendWords) -> Iterator[Block]:
    """Yield the pictures with the tables that say the same; nothing where nothing is on record."""
    if not trends:
        return
    pictures = tuple(_Picture(trend, words).drawn() for trend in trends)
    yield TrendDrawing(
        pictures, tuple(_legend(trends, words)), tuple(_tables(trends, words)), tuple(_told(trends, words))
    )


def _marked(marks: Sequence[Mark], words: TrendWords) -> Iterator[str]:
    """Yield what each number at the top of the pictures stands for."""
    for number, each in enumerate(marks, start=1):
        name, first = words.mark(each), words.day(each.first)
        if each.is_ongoing:
            yield words.say("mark-ongoing", number=str(number), name=name, first=first)
        elif each.last is None or each.last == each.first:
            yield words.say("mark", number=str(number), name=name, day=first)
        else:
            yield words.say("mark-span", number=str(number), name=name, first=first, last=words.day(each.last))


def _legend(trends: Sequence[Trend], words: TrendWords) -> Iterator[str]:
    points = [each for trend in trends for curve in trend.curves for each in curve.points]
    if any(curve.baseline is not None for trend in trends for curve in trend.curves):
        yield words.say("baseline")
    if any(each.is_bound for each in points):
        yield words.say("unknown")
    if any(len(curve.stretches) > 1 for trend in trends for curve in trend.curves):
        yield words.say("gap", days=GAP_DAYS)
    if any(len({each.series for each in curve.points}) > 1 for trend in trends for curve in trend.curves):
        yield words.say("series")
    if any(curve.is_growth for trend in trends for curve in trend.curves):
        yield words.say("growth-about")


def _told(trends: Sequence[Trend], words: TrendWords) -> Iterator[str]:
    if trends[0].marks:
        yield words.say("marks", names="; ".join(_marked(trends[0].marks, words)))
    for curve in (each for trend in trends for each in trend.curves if each.left_out):
        yield f"{words.curve(curve)}: {words.left_out(curve)}."


# --- the table


def _tables(trends: Sequence[Trend], words: TrendWords) -> Iterator[Table]:
    curves = [curve for trend in trends for curve in trend.curves]
    count = -(-len(curves) // _MOST_CURVES)
    share = -(-len(curves) // count)
    for start in range(0, len(curves), share):
        yield _table(curves[start : start + share], words)


def _table(curves: Sequence[Curve], words: TrendWords) -> Table:
    """Return a row for each day with a value, a column for each curve; an empty cell is a day without one."""
    days = sorted({day for curve in curves for day in _days(curve)})
    columns = (Column(words.say("column-day"), 2.2), *(Column(words.curve(curve), 1.2) for curve in curves))
    rows = tuple((words.day(day), *(_cell(curve, day, words) for curve in curves)) for day in days)
    return Table(columns, rows, words.say("title"), is_dense=True)


def _days(curve: Curve) -> Iterator[int]:
    yield from (each.day for each in curve.points)
    yield from (each.first for each in curve.steps)


def _cell(curve: Curve, day: int, words: TrendWords) -> Cell:
    found: list[Line] = [words.number(each, curve) for each in curve.points if each.day == day]
    for each in curve.steps:
        if each.first == day:
            amount = format_number(each.amount, words.phrases.language)
            found.append(words.say("held-until", amount=amount, last=words.date(each.last)))
    return found[0] if len(found) == 1 else Lines(tuple(found)) if found else ""


# --- a picture


@dataclass(frozen=True)
class _Picture:
    trend: Trend
    words: TrendWords

    @property
    def _right(self) -> float:
        return WIDTH - (_RIGHT if len(self.trend.axes) > 1 else _NARROW)

    @property
    def _top(self) -> float:
        return _TITLE + _MARKS

    @property
    def _bottom(self) -> float:
        return HEIGHT - _DAYS

    def drawn(self) -> DrawnTrend:
        """Return the whole picture."""
        titles = tuple(self._titles())
        strokes, dots, words = list(self._frame()), list[DrawnDot](), list(self._days())
        for at, (curve, axis) in enumerate(zip(self.trend.curves, self.trend.axes, strict=True)):
            words += self._ticks(axis, at)
            strokes += self._lines(curve, axis, at)
            dots += self._dots(curve, axis, at)
        return DrawnTrend(titles, tuple(strokes), tuple(dots), (*words, *self._numbers()))

    def _x(self, day: int | Decimal) -> float:
        days = self.trend.days
        return _LEFT + float((Decimal(day) - days.low) / (days.high - days.low)) * (self._right - _LEFT)

    def _y(self, axis: Axis, amount: Decimal) -> float:
        return self._bottom - axis.share(amount) * (self._bottom - self._top)

    def _titles(self) -> Iterator[DrawnWords]:
        """Yield what each curve shows, over its axis."""
        for at, curve in enumerate(self.trend.curves):
            x, align = (0.0, Align.LEFT) if at == 0 else (WIDTH, Align.RIGHT)
            yield DrawnWords(x, _TITLE / 2, self.words.curve(curve), CURVES[at], align)

    def _frame(self) -> Iterator[DrawnStroke]:
        """Yield the axis of days, day 0, and where something was given or happened."""
        yield DrawnStroke(_LEFT, self._bottom, self._right, self._bottom, MUTED)
        yield DrawnStroke(self._x(0), self._top, self._x(0), self._bottom, TEXT, 0.7)
        for each in self.trend.marks:
            yield DrawnStroke(self._x(each.first), self._top, self._x(each.first), self._bottom, MUTED, 0.4, True)

    def _numbers(self) -> Iterator[DrawnWords]:
        """Yield the numbers of the marks; those too close for that stand together."""
        groups: list[list[tuple[int, float]]] = []
        for number, each in enumerate(self.trend.marks, start=1):
            x = self._x(each.first)
            if groups and x - groups[-1][0][1] < _MARK_ROOM:
                groups[-1].append((number, x))
            else:
                groups.append([(number, x)])
        for group in groups:
            first, last = group[0][0], group[-1][0]
            text = str(first) if first == last else f"{first}–{last}"
            yield DrawnWords(group[0][1], _TITLE + _MARKS / 2, text, MUTED)

    def _days(self) -> Iterator[DrawnWords]:
        taken = -1.0
        for tick in self.trend.days.ticks:
            x = self._x(tick)
            if x >= taken and x + _TICK_ROOM / 2 <= WIDTH:
                yield DrawnWords(x, self._bottom + _DAYS / 2 + 1, self._tick(tick), MUTED, Align.CENTRE)
                taken = x + _TICK_ROOM

    def _tick(self, tick: Decimal) -> str:
        if not tick:
            return self.words.say("day", day="0")
        months = round(tick / _MONTH_DAYS)
        if months % _MONTHS_OF_A_YEAR == 0:
            return self.words.say("year", year=str(months // _MONTHS_OF_A_YEAR))
        return self.words.say("month", month=str(months))

    def _ticks(self, axis: Axis, at: int) -> Iterator[DrawnWords]:
        for tick in axis.ticks:
            text = format_number(tick, self.words.phrases.language)
            x, align = (_LEFT - 3, Align.RIGHT) if at == 0 else (self._right + 3, Align.LEFT)
            yield DrawnWords(x, self._y(axis, tick), text, CURVES[at], align)

    def _lines(self, curve: Curve, axis: Axis, at: int) -> Iterator[DrawnStroke]:
        """Yield the lines between points that may be joined, and each dose as long as it was held."""
        if at == 0:
            for tick in axis.ticks:
                y = self._y(axis, tick)
                yield DrawnStroke(_LEFT, y, self._right, y, RULE, 0.4)
        for stretch in curve.stretches:
            for one, other in pairwise(stretch):
                ends = (self._x(one.day), self._y(axis, one.amount), self._x(other.day), self._y(axis, other.amount))
                yield DrawnStroke(*ends, CURVES[at], 1.0, at > 0)
        for step in curve.steps:
            y = self._y(axis, step.amount)
            yield DrawnStroke(self._x(step.first), y, self._x(step.last + 1), y, CURVES[at], 1.2, at > 0)

    def _dots(self, curve: Curve, axis: Axis, at: int) -> Iterator[DrawnDot]:
        for each in curve.points:
            is_first = each is curve.baseline
            yield DrawnDot(self._x(each.day), self._y(axis, each.amount), CURVES[at], each.is_bound, is_first)
