"""An answer to a question of the file, signed on a day at each end of how long it stands; a fact of the site."""

from __future__ import annotations

from collections.abc import Iterator

from core.assurance.probing.probe import DAY, Ground, Probe
from core.chart.words import ANSWERS
from core.criteria.nodes import Condition, State
from core.criteria.values import Term
from core.language.dates import format_date


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield answers to the question a sentence asks."""
    if not isinstance(node, State) or not isinstance(node.subject, Term):
        return
    name, on = node.subject.name, ground.lately
    site = ground.scope.site.get(name)
    if site is not None:
        for word in site.one_of:
            told = ground.say(
                "result", what=ground.label(name), value=word, date=format_date(on, ground.phrases.language)
            )
            yield Probe(told, laid={"site": {name: {"value": word, "date": on.isoformat()}}})
    question = ground.scope.questions.get(name)
    if question is None:
        return
    days = [on, *ground.edges(node)]
    if question.valid_for is not None:
        end = question.valid_for.before(ground.on)
        days += [end - DAY, end]
    for answer in ("yes", "no"):
        for day in days:
            shown = format_date(day, ground.phrases.language)
            told = ground.say("answer", what=ground.label(name), value=ground.value(None, answer), date=shown)
            yield Probe(told, laid={ANSWERS: {name: {"answer": answer, "by": "A. Example", "date": day.isoformat()}}})
