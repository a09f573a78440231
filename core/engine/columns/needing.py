"""What columns cannot say exactly."""

from __future__ import annotations

from core.errors import KriterionError


class NeedsEngineError(KriterionError):
    """A sentence that only the deciding engine can judge; the planner asks it and goes on."""
