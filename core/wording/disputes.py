"""Where sources differ: every reading in words, and which of them decides."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Condition, Defined, SourcesDiffer, walk
from core.criteria.printing.aloud import read_aloud
from core.criteria.printing.voice import KnownDays
from core.criteria.scope import Scope
from core.language.phrases import Phrases
from core.rule_files.rule_file import Criterion


def dispute_lines(criterion: Criterion, scope: Scope, phrases: Phrases, days: KnownDays | None) -> Iterator[str]:
    """Yield, for each point on which the sources of a criterion differ, a line that says so and one per source."""
    for dispute in _disputes(criterion.condition, scope):
        decides = dispute.use
        yield phrases.say("dispute-decided", source=decides) if decides else phrases.say("dispute-open")
        for source, condition in dispute.readings.items():
            yield f"[{source}] {read_aloud(condition, scope, phrases, days)}"


def _disputes(condition: Condition, scope: Scope) -> Iterator[SourcesDiffer]:
    for node in walk(condition):
        if isinstance(node, SourcesDiffer):
            yield node
        elif isinstance(node, Defined):
            yield from _disputes(scope.definitions[node.name], scope)
