"""Tables, grids and pairs as aligned columns of text."""

from __future__ import annotations

from collections.abc import Sequence

from core.documents.align import Align
from core.documents.blocks import Cell, Grid, GridRow, KeyValues, Line, Lines, Table, Verdict, runs_of
from core.documents.columns import shared
from core.documents.wrapping import PARTS, columns_of, hung, padded, wrapped

_GAP = 2
_NARROWEST = 3
_KEY_PART = 3  # a name takes at most a third of the line
_LABEL_PART = 3
_RULE = "─"
Setting = tuple[list[str], int, Align]
"""A cell's lines, its columns and where they stand."""


def plain_text(line: Line) -> str:
    """Return a line without its voices."""
    return "".join(run.text for run in runs_of(line))


def table_lines(table: Table, width: int) -> list[str]:
    """Return head, rule and rows."""
    widths = _widths(table, width)
    aligns = [column.align for column in table.columns]
    heads = [wrapped(column.title, share) for column, share in zip(table.columns, widths, strict=True)]
    lines: list[str] = []
    if any(column.title for column in table.columns):
        lines += [*_row(list(zip(heads, widths, aligns, strict=True))), _RULE * width]
    for row in table.rows:
        cells = [cell_lines(cell, share) for cell, share in zip(row, widths, strict=True)]
        lines += _row(list(zip(cells, widths, aligns, strict=True)))
    return lines


def grid_lines(grid: Grid, width: int) -> list[str]:
    """Return the points of time as head, then a line per activity."""
    labels = (grid.corner, *(row.label for row in grid.rows))
    longest = max(map(columns_of, labels), default=0)
    cells = (cell.text for row in grid.rows for cell in row.cells if cell.span == 1)
    need = max(_longest_word(text) for text in ("", *grid.columns, *cells)) + _GAP
    widest = width // _LABEL_PART
    most = max(min(widest, width - need * len(grid.columns)), min(widest, max(map(_longest_word, labels))))
    label = max(min(longest, most), _NARROWEST)
    share = max((width - label - _GAP * len(grid.columns)) // len(grid.columns), _NARROWEST)
    corner: Setting = (wrapped(grid.corner, label), label, Align.LEFT)
    heads: list[Setting] = [(wrapped(title, share), share, Align.CENTRE) for title in grid.columns]
    lines = [*_row([corner, *heads]), _RULE * width]
    for row in grid.rows:
        lines += _grid_row(row, label, share)
    return lines


def pair_lines(block: KeyValues, width: int) -> list[str]:
    """Return a line per pair, the values aligned."""
    longest = max((columns_of(name) for name, _ in block.pairs), default=0)
    key = max(min(longest, width // _KEY_PART), _NARROWEST)
    rest = max(width - key - _GAP, _NARROWEST)
    return [
        line
        for name, value in block.pairs
        for line in _row([(wrapped(name, key), key, Align.LEFT), (cell_lines(value, rest), rest, Align.LEFT)])
    ]


def cell_lines(cell: Cell, width: int) -> list[str]:
    """Return the lines of a cell; the word of a verdict hangs behind its sign."""
    match cell:
        case Verdict():
            return hung(cell.sign, cell.word, width)
        case Lines():
            return [piece for line in cell.lines for piece in wrapped(plain_text(line), width)]
        case _:
            return wrapped(plain_text(cell), width)


def _grid_row(row: GridRow, label: int, share: int) -> list[str]:
    settings: list[Setting] = [(wrapped(row.label, label), label, Align.LEFT)]
    for cell in row.cells:
        room = cell.span * share + (cell.span - 1) * _GAP
        settings.append((wrapped(cell.text, room), room, Align.CENTRE))
    return _row(settings)


def _row(settings: Sequence[Setting]) -> list[str]:
    height = max(len(lines) for lines, _, _ in settings)
    return [
        (" " * _GAP)
        .join(padded(lines[at] if at < len(lines) else "", width, align) for lines, width, align in settings)
        .rstrip(" ")
        for at in range(height)
    ]


def _longest_word(text: str) -> int:
    return max(map(columns_of, PARTS.findall(text)), default=0)


def _word_of(cell: Cell) -> int:
    """Return the columns below which a word of a cell would be cut."""
    match cell:
        case Verdict():
            return columns_of(cell.sign) + 1 + _longest_word(cell.word)
        case Lines():
            return max((_longest_word(plain_text(line)) for line in cell.lines), default=0)
        case _:
            return _longest_word(plain_text(cell))


def _widths(table: Table, width: int) -> list[int]:
    """Share the line out by the columns' shares, but give no column more than its longest cell needs.

    No word is cut as long as there is room for it.
    """
    room = width - _GAP * (len(table.columns) - 1)
    needs = [
        max(
            columns_of(column.title),
            _NARROWEST,
            *(max(map(columns_of, cell_lines(row[at], room))) for row in table.rows),
        )
        for at, column in enumerate(table.columns)
    ]
    words = [
        max((_longest_word(column.title), *(_word_of(row[at]) for row in table.rows)))
        for at, column in enumerate(table.columns)
    ]
    widths: dict[int, int] = {}
    while len(widths) < len(needs):
        open_columns = [at for at in range(len(needs)) if at not in widths]
        rest = room - sum(widths.values())
        parts = shared(rest, [table.columns[at].width for at in open_columns], [words[at] for at in open_columns])
        shares = {at: max(int(part), _NARROWEST) for at, part in zip(open_columns, parts, strict=True)}
        satisfied = {at: needs[at] for at in open_columns if needs[at] <= shares[at]}
        widths |= satisfied or shares
    return [widths[at] for at in range(len(needs))]
