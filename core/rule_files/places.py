"""Where in its text a rule file says what: remarks point at the words, not at the criterion around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.criteria.nodes import Condition
from core.source_text.problem import Span


@dataclass(frozen=True, slots=True)
class Places:
    """Conditions by the place of their criterion's id, of equal ones the first; names by the key that declares them."""

    conditions: Mapping[Span, Mapping[Condition, Span]] = field(default_factory=dict[Span, Mapping[Condition, Span]])
    names: Mapping[tuple[str, str], Span] = field(default_factory=dict[tuple[str, str], Span])

    def of(self, criterion: Span, condition: Condition | None) -> Span:
        """Return where a condition of a criterion stands, or the criterion where that is not known."""
        known = self.conditions.get(criterion, {})
        return criterion if condition is None else known.get(condition, criterion)


NO_PLACES = Places()
