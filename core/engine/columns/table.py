"""The table in this process: one plain array a column. Nobody imports it who asks nothing of many patients at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.engine.columns.cells import Cells, Row, cells_of, columns_by_name
from core.engine.columns.column import Column, Holds
from core.engine.columns.planning import Plan

Array: TypeAlias = NDArray[np.int64] | NDArray[np.int32] | NDArray[np.int16] | NDArray[np.int8]

NO_NUMBER = np.iinfo(np.int64).min
NOT_ASKED = 2
"""Stands in a verdict column where the deciding engine was not asked."""
NO_WORD = 0


def nothing_in(numbers: Array) -> int:
    """Return what stands for no number in an array: the least that its kind can hold."""
    return int(np.iinfo(numbers.dtype).min)


def narrowed(numbers: NDArray[np.int64]) -> Array:
    """Return numbers in half the memory, where all of them fit: a rule goes as fast as they can be read."""
    is_number = numbers != NO_NUMBER
    held = numbers[is_number]
    if held.size and max(-int(held.min()), int(held.max())) > np.iinfo(np.int32).max:
        return numbers
    return np.where(is_number, numbers, np.iinfo(np.int32).min).astype(np.int32)


@dataclass(frozen=True)
class Table:
    """Arrays by the names of columns; ``words`` are numbered from 1. A column nobody has anything in is left out."""

    ids: tuple[str, ...]
    arrays: Mapping[str, Array]
    words: Mapping[str, int]
    _gaps: dict[tuple[str, str], bool] = field(default_factory=dict[tuple[str, str], bool])

    def has_gaps(self, day: str, number: str) -> bool:
        """True if some patient has a day and no number: then the number has to be looked at itself."""
        key = (day, number)
        if key not in self._gaps:
            days, numbers = self.arrays.get(day), self.arrays.get(number)
            missing = numbers is None or bool(
                ((numbers == nothing_in(numbers)) & (True if days is None else days > 0)).any()
            )
            self._gaps[key] = days is not None and missing
        return self._gaps[key]

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def bytes(self) -> int:
        """How much memory its arrays take."""
        return sum(each.nbytes for each in self.arrays.values())


def table_of(plans: Mapping[str, Plan], rows: Iterable[Row]) -> Table:
    """Return the table of some patients that some plans read."""
    given = tuple(rows)
    return from_cells(tuple(row.id for row in given), columns_by_name(plans.values()), cells_of(plans, given))


def from_cells(ids: tuple[str, ...], columns: Mapping[str, Column], cells: Cells) -> Table:
    """Return the arrays of cells."""
    words: dict[str, int] = {}
    arrays: dict[str, Array] = {}
    for name, column in columns.items():
        held = cells.get(name, ())
        if all(cell is None for cell in held):
            continue
        arrays[name] = _array(column.holds, held, words)
    return Table(ids, arrays, words)


def _array(holds: Holds, cells: Sequence[int | str | None], words: dict[str, int]) -> Array:
    match holds:
        case Holds.DAY:
            return np.array([cell or 0 for cell in cells], np.int32)
        case Holds.NUMBER:
            return narrowed(np.array([NO_NUMBER if cell is None else cell for cell in cells], np.int64))
        case Holds.WORD:
            return np.array(
                [NO_WORD if cell is None else words.setdefault(str(cell), len(words) + 1) for cell in cells], np.int16
            )
        case Holds.TRUTH:
            return np.array([NOT_ASKED if cell is None else cell for cell in cells], np.int8)
