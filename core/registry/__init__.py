"""Data sets for registries: who is told by a pseudonym, on which days, which columns, and who would stand out."""

from __future__ import annotations

from core.registry.building import Source, build
from core.registry.dataset import Column, Dataset, Form, Kind, Row, Time
from core.registry.pseudonyms import Pseudonym, new_pseudonym
from core.registry.small_cells import SMALL, SmallCell, small_cells

__all__ = [
    "SMALL", "Column", "Dataset", "Form", "Kind", "Pseudonym", "Row", "SmallCell", "Source", "Time", "build",
    "new_pseudonym", "small_cells",
]  # fmt: skip
