"""A dated landmark: the length of time since it not yet complete, complete today, complete since yesterday."""

from __future__ import annotations

from collections.abc import Iterator

from core.assurance.probing.probe import DAY, Ground, Probe
from core.criteria.nodes import Condition, TimeSince
from core.language.dates import format_date


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield days of the landmark."""
    if not isinstance(node, TimeSince):
        return
    for day in (*ground.edges(node), ground.on - 400 * DAY):
        told = ground.say("happened", what=ground.label(node.landmark), date=format_date(day, ground.phrases.language))
        yield Probe(told, {node.landmark: {"date": day.isoformat()}})
