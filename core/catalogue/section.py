"""Sections of the catalogue: a title, and what holds for a concept of the section that says nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.concept import Change
from core.values.duration import Duration


@dataclass(frozen=True, slots=True)
class Section:
    """One section. ``freshness`` None: its values stand for ever, and ``freshness_source`` says why.

    ``page`` is the page of the entry form on which its concepts stand, "" where nothing of it is typed;
    ``is_panel``: one sample answers all of it, so it is asked for together.
    """

    id: str
    label: Mapping[str, str]
    freshness: Duration | None
    freshness_source: str
    obtained_by: Mapping[str, str]
    changes: Change
    page: str = ""
    is_panel: bool = False
