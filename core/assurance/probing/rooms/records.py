"""An examination: its fields around what is asked of them, its day at each end of the window."""

from __future__ import annotations

from collections.abc import Iterator

from core.assurance.probing.fields import field_values
from core.assurance.probing.probe import DAY, Ground, Probe
from core.criteria.nodes import Condition, Shows
from core.language.dates import format_date


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield records of an examination."""
    if not isinstance(node, Shows):
        return
    concept = ground.scope.catalogue.concept(node.record)
    if concept is None:
        return
    days = [ground.lately, *ground.edges(node)]
    if concept.freshness is not None:
        end = concept.freshness.before(ground.on)
        days += [end, end - DAY]
    values = [each for each in field_values(node.condition, concept.fields, ground) if each[0]]
    for number, (written, words) in enumerate(values):
        for day in days if number == 0 else days[:1]:
            told = ground.say("happened", what=ground.label(concept.id), date=format_date(day, ground.phrases.language))
            yield Probe(f"{told}, {words}", {concept.id: {**written, "date": day.isoformat()}})
