"""Tables and lists of pairs as slices: a row is one slice, a very long row one slice per line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.documents.align import Align
from core.documents.blocks import Cell, KeyValues, Line, Lines, Table, Verdict, muted, plain, strong
from core.documents.columns import shared
from core.documents.pdf.slices import Item, Slice, Stroke
from core.documents.pdf.style import (
    CELL_INSET,
    DENSE,
    DENSE_HEAD,
    HAIRLINE,
    RULE_COLOUR,
    TABLE,
    TABLE_HEAD,
    TINTS,
    TextStyle,
)
from core.documents.pdf.typesetting import (
    SetLine,
    coloured,
    hanging,
    longest_word,
    natural_width,
    placed,
    set_lines,
)

_WHOLE_ROW_LINES = 14
_TOGETHER = 3
_GAP = 1.0
_WHOLE_VERDICT_PART = 0.18
_WHOLE_TEXT_PART = 0.13
_KEY_PART = 0.42
_WIDE_VALUE_LINES = 1.6
Setting = tuple[tuple[SetLine, ...], Align]
"""A cell's lines and where they stand."""


def set_table(table: Table, width: float) -> tuple[Slice, ...]:
    """Return the head and the rows of a table."""
    style, head_style = (DENSE, DENSE_HEAD) if table.is_dense else (TABLE, TABLE_HEAD)
    widths = _widths(table, width, style, head_style)
    heads = [
        (set_lines(column.title, _measure(share), head_style), column.align)
        for column, share in zip(table.columns, widths, strict=True)
    ]
    has_head = any(column.title for column in table.columns)
    head = row_slices(heads, widths, head_style) if has_head else ()
    repeated = head[0] if table.is_header_repeated and len(head) == 1 else None
    rows = [
        tuple(
            replace(piece, head=repeated) for piece in row_slices(_settings(row, table, widths, style), widths, style)
        )
        for row in table.rows
    ]
    return opened((*(replace(piece, is_kept_with_next=True) for piece in head), *together(rows)))


def together(rows: Sequence[Sequence[Slice]]) -> tuple[Slice, ...]:
    """Return the slices of all rows; neither the first nor the last row stands alone on a page."""
    pieces: list[Slice] = []
    for number, row in enumerate(rows):
        is_bound = number < len(rows) - 1 and number in (0, len(rows) - 2)
        last = replace(row[-1], is_kept_with_next=True) if is_bound else row[-1]
        pieces += (*row[:-1], last)
    return tuple(pieces)


def set_pairs(block: KeyValues, width: float) -> tuple[Slice, ...]:
    """Return names and values side by side under hairlines; a value too wide for its column has the whole line."""
    widths = _pair_widths(block, width)
    slices: list[Slice] = []
    for pairs in _lines_of_pairs(block, widths[1]):
        is_alone = len(pairs) == 1 and block.columns > 1
        shares = (widths[0], width - widths[0]) if is_alone else widths
        settings: list[Setting] = []
        for number, (name, value) in enumerate(pairs):
            key_width, value_width = shares[2 * number], shares[2 * number + 1]
            settings.append((set_lines(muted(name), _measure(key_width), TABLE), Align.LEFT))
            settings.append((set_cell(value, _measure(value_width), TABLE), Align.LEFT))
        slices.extend(row_slices(settings, shares, TABLE))
    bound = {0, len(slices) - 2}  # no first or last line stands alone on a page
    return opened(
        [
            replace(piece, is_kept_with_next=number in bound and number < len(slices) - 1)
            for number, piece in enumerate(slices)
        ]
    )


def _lines_of_pairs(block: KeyValues, value_width: float) -> Iterator[tuple[tuple[str, Cell], ...]]:
    """Yield the pairs that stand on one line, in their order."""
    line: list[tuple[str, Cell]] = []
    for pair in block.pairs:
        is_wide = block.columns > 1 and _natural(pair[1]) > value_width * _WIDE_VALUE_LINES
        if line and (is_wide or len(line) == block.columns):
            yield tuple(line)
            line = []
        line.append(pair)
        if is_wide:
            yield tuple(line)
            line = []
    if line:
        yield tuple(line)


def _natural(cell: Cell) -> float:
    """Return the width of a cell if none of its lines broke, those below each other added up."""
    match cell:
        case Verdict():
            return natural_width(cell.text, TABLE)
        case Lines():
            return sum(natural_width(line, TABLE) for line in cell.lines)
        case _:
            return natural_width(cell, TABLE)


def set_cell(cell: Cell, measure: float, style: TextStyle) -> tuple[SetLine, ...]:
    """Return the lines of a cell; the word of a verdict hangs behind its sign."""
    match cell:
        case Verdict():
            first, *others = hanging(strong(cell.sign), cell.word, measure, style)
            return (coloured(first, TINTS[cell.tone].ink), *others)
        case Lines():
            return tuple(piece for line in cell.lines for piece in set_lines(line, measure, style))
        case _:
            return set_lines(cell, measure, style)


def row_slices(settings: Sequence[Setting], widths: Sequence[float], style: TextStyle) -> tuple[Slice, ...]:
    """Return a row under its cells' tallest, with a hairline below; more than 14 lines may be torn between them."""
    count = max((len(lines) for lines, _ in settings), default=1)
    return tuple(_part(settings, widths, style, part, count) for part in _torn(count))


def _torn(count: int) -> tuple[range, ...]:
    """Return the lines of a row that stay together: of a long one its first and last few, so that none stands alone."""
    if count <= _WHOLE_ROW_LINES:
        return (range(count),)
    middle = (range(line, line + 1) for line in range(_TOGETHER, count - _TOGETHER))
    return (range(_TOGETHER), *middle, range(count - _TOGETHER, count))


def opened(slices: Sequence[Slice]) -> tuple[Slice, ...]:
    """Return the slices with a little air above the first."""
    return (replace(slices[0], gap=_GAP), *slices[1:]) if slices else ()


def _part(settings: Sequence[Setting], widths: Sequence[float], style: TextStyle, part: range, count: int) -> Slice:
    above = style.row_inset if part.start == 0 else 0.0
    is_last = part.stop == count
    height = above + len(part) * style.leading + (style.row_inset if is_last else 0.0)
    items: list[Item] = []
    left = 0.0
    for (lines, align), width in zip(settings, widths, strict=False):
        for number, line in enumerate(lines[part.start : part.stop]):
            top = above + number * style.leading
            items.extend(placed(line, left + CELL_INSET, top, _measure(width), style, align))
        left += width
    if is_last:
        items.append(Stroke(0.0, height, sum(widths), 0.0, RULE_COLOUR, HAIRLINE))
    return Slice(height, tuple(items))


def _settings(row: Sequence[Cell], table: Table, widths: Sequence[float], style: TextStyle) -> list[Setting]:
    return [
        (set_cell(cell, _measure(width), style), column.align)
        for cell, width, column in zip(row, widths, table.columns, strict=True)
    ]


def _widths(table: Table, width: float, style: TextStyle, head_style: TextStyle) -> tuple[float, ...]:
    needs = [
        max(
            longest_word(column.title, head_style),
            max((_need(row[number], width, style) for row in table.rows), default=0.0),
        )
        + 2 * CELL_INSET
        + HAIRLINE
        for number, column in enumerate(table.columns)
    ]
    return shared(width, [column.width for column in table.columns], needs)


def _need(cell: Cell, width: float, style: TextStyle) -> float:
    match cell:
        case Verdict():
            whole = natural_width((strong(cell.sign), plain(f" {cell.word}")), style)
            return min(whole, max(width * _WHOLE_VERDICT_PART, longest_word(cell.word, style)))
        case Lines():
            return max((_line_need(line, width, style) for line in cell.lines), default=0.0)
        case _:
            return _line_need(cell, width, style)


def _line_need(line: Line, width: float, style: TextStyle) -> float:
    """A short text, such as a date, is not broken; a longer one at its words."""
    whole = natural_width(line, style)
    return whole if whole <= width * _WHOLE_TEXT_PART else longest_word(line, style)


def _pair_widths(block: KeyValues, width: float) -> tuple[float, ...]:
    pair = width / block.columns
    longest = max((natural_width(name, TABLE) for name, _ in block.pairs), default=0.0)
    key = min(longest + 2 * CELL_INSET + HAIRLINE, pair * _KEY_PART)
    return (key, pair - key) * block.columns


def _measure(width: float) -> float:
    return max(width - 2 * CELL_INSET, TABLE.size)
