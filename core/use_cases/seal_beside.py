"""What lies beside the record and counts only if its vault sealed it, sealed anew for a new key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.use_cases.keep_drafts import seal_drafts_anew
from core.use_cases.keep_laboratories import seal_names_anew
from core.use_cases.keep_shelf import seal_anew
from core.use_cases.keep_units import seal_units_anew


def seal_beside(folder: Path, old: Callable[[bytes], str], new: Callable[[bytes], str]) -> None:
    """Seal the list of rule files taken in, the usual units, the names that laboratories print, and drafts."""
    seal_anew(folder, old, new)
    seal_names_anew(folder, old, new)
    seal_units_anew(folder, old, new)
    seal_drafts_anew(folder, old, new)
