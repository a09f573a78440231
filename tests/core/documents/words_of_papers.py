"""The words of a paper block by block, cell by cell: no column breaks a line of them."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import (
    Block,
    Cell,
    Checklist,
    Document,
    Heading,
    KeyValues,
    Lines,
    Paragraph,
    Signature,
    Table,
    Verdict,
    runs_of,
)


def words_of(document: Document) -> str:
    """Return everything that the blocks say, the words of a cell behind one another."""
    parts = (*document.marks, *(words for block in document.blocks for words in _block(block)), *document.footer)
    return " ".join(" ".join(parts).split())


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield _cell(block.text)
        case Lines():
            yield _cell(block)
        case Table():
            yield from (column.title for column in block.columns)
            yield from (_cell(cell) for row in block.rows for cell in row)
        case KeyValues():
            yield from (words for name, value in block.pairs for words in (name, _cell(value)))
        case Checklist():
            yield from (_cell(item.text) for item in block.items)
        case Signature():
            yield from block.labels
        case _:
            yield ""


def _cell(cell: Cell) -> str:
    match cell:
        case Verdict():
            return cell.text
        case Lines():
            return " ".join("".join(run.text for run in runs_of(line)) for line in cell.lines)
        case _:
            return "".join(run.text for run in runs_of(cell))
