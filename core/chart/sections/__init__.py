"""The sections of a record. Each file of this folder declares one, or a few that belong together, as ``SECTIONS``.

They are found by walking: whoever has to know a section asks here, and a new one is one file.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from core.catalogue.concept import Concept, Kind
from core.chart.sections.completeness import completeness_of
from core.chart.sections.findings import RESULTS
from core.chart.sections.section import Section, Shape

__all__ = ["Section", "Shape", "every_section", "list_of", "section_of"]


@cache
def _by_id() -> Mapping[str, Section]:
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    declared: list[Section] = []
    for name in names:
        declared += getattr(import_module(f"{__name__}.{name}"), "SECTIONS", ())
    lists = [completeness_of(each) for each in declared if each.stays_complete is not None]
    return {each.id: each for each in (*declared, *lists)}


def every_section() -> tuple[Section, ...]:
    """Return every section in the order of the files, those that say of a list that it is complete behind them."""
    return tuple(_by_id().values())


def section_of(name: str) -> Section:
    """Return the section a statement stands in: its own, else that of findings, which are told by their concept."""
    known = _by_id()
    return known.get(name) or known[RESULTS]


def list_of(concept: Concept | None) -> str:
    """Return the list in which a diagnosis or event would stand, or a drug (None)."""
    return _list_of(None if concept is None else concept.kind)


@cache
def _list_of(kind: Kind | None) -> str:
    lists = (each for each in every_section() if each.stays_complete is not None)
    return next(each.id for each in lists if (each.holds_drugs if kind is None else kind in each.kinds))
