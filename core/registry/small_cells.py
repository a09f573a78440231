"""Who stands out: groups of patients that are smaller than a limit, by one column and by several together.

The limit is 11: the United States Medicare office lets no count of 1 to 10 be shown (CMS Cell Size Suppression Policy,
ResDAC, 26 January 2024). It is a warning; whether rows may leave is decided by contract, consent and law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from core.registry.dataset import Dataset, Form

SMALL = 11
"""The least number of patients that is not small."""
STANDING_OUT = ("sex", "age_at_infusion", "diseases", "product")
"""What others may know of a patient."""
_DECADE = 10


@dataclass(frozen=True, slots=True)
class SmallCell:
    """So few patients have these values; ``columns`` and ``values`` one beside the other ("": not known)."""

    columns: tuple[str, ...]
    values: tuple[str, ...]
    count: int


def small_cells(data: Dataset, limit: int = SMALL) -> tuple[SmallCell, ...]:
    """Return every group below the limit: of each column, then of all together. Ages are taken in decades."""
    return tuple(_small(data, limit))


def _small(data: Dataset, limit: int) -> Iterator[SmallCell]:
    rows = [each.cells for each in data.rows if each.form is Form.PATIENT]
    for names in (*((name,) for name in STANDING_OUT), STANDING_OUT):
        counted = Counter(tuple(_group(name, row.get(name, "")) for name in names) for row in rows)
        for values, count in sorted(counted.items()):
            if count < limit:
                yield SmallCell(names, values, count)


def _group(name: str, value: str) -> str:
    if name != "age_at_infusion" or not value:
        return value
    first = int(value) // _DECADE * _DECADE
    return f"{first}-{first + _DECADE - 1}"
