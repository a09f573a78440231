"""What leaves in a data set, in words: the same in the window and on the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.language.phrases import Phrases
from core.registry import SMALL, Column, Dataset, Form, SmallCell
from core.registry.dataset import Time

_FIRST = 4
"""So many rows are shown whole; all of them are in the files."""


def preview_lines(
    data: Dataset, small: Sequence[SmallCell], phrases: Phrases, made: int = 0, unread: int = 0, keys: str = "keys"
) -> Iterator[str]:
    """Yield what leaves, what does not, and who would stand out; a line that is empty parts paragraphs.

    ``keys`` names the phrase that says where the keys are kept.
    """
    say = phrases.say
    counts = {"patients": len(data.records), "visits": data.visits, "columns": len(data.columns)}
    yield say("registry-preview-counts", **counts)
    yield say("registry-preview-none")
    yield say("registry-preview-shifted" if data.time is Time.SHIFTED else "registry-preview-counted")
    yield say(f"registry-preview-{keys}", made=made)
    if small:
        yield ""
        yield say("registry-small")
        yield say("registry-small-why", limit=SMALL)
        yield from (f"  {_cell(each, data, phrases)}" for each in small)
    left = [say(f"registry-left-{why}", count=count) for why, count in data.left_out.items()]
    if unread:
        left.append(say("registry-preview-unread", count=unread))
    if left:
        yield ""
        yield say("registry-preview-left")
        yield from (f"  {line}" for line in left)
    yield ""
    yield say("registry-first-rows")
    yield from (f"  {', '.join(f'{name} {cell}' for name, cell in each.cells.items())}" for each in data.rows[:_FIRST])
    for form in Form:
        yield ""
        yield say(f"registry-preview-{form.value}")
        yield from (f"  {_column(each)}" for each in data.of(form))


def _column(column: Column) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    return f"{column.name}: {column.label}{unit}"


def _cell(cell: SmallCell, data: Dataset, phrases: Phrases) -> str:
    columns = {each.name: each for each in data.columns}
    words: list[str] = []
    for name, value in zip(cell.columns, cell.values, strict=True):
        shown = dict(columns[name].choices).get(value, value) or phrases.say("registry-not-known")
        words.append(f"{columns[name].label} {shown}")
    return phrases.say("registry-small-cell", values=", ".join(words), count=cell.count)
