"""An age: the day before a birthday, the day itself, the day after."""

from __future__ import annotations

from collections.abc import Iterator

from core.assurance.probing.probe import DAY, Ground, Probe
from core.catalogue.concept import Kind
from core.chart.birth import BIRTH_DATE
from core.criteria.nodes import Between, Compare, Condition
from core.criteria.values import Extreme, Length, Limit, SiteValue, Term
from core.values.duration import Duration, TimeUnit


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield birth dates around the birthdays that a sentence turns on."""
    if not isinstance(node, Compare | Between) or not isinstance(node.subject, Term):
        return
    concept = ground.scope.catalogue.concept(node.subject.name)
    if concept is None or concept.kind is not Kind.AGE:
        return
    limits = (node.limit,) if isinstance(node, Compare) else (node.low, node.high)
    for years in dict.fromkeys(year for limit in limits for year in _years(limit, ground)):
        birth = Duration(years, TimeUnit.YEAR).before(ground.on)
        for day, word in ((birth + DAY, "birthday-before"), (birth, "birthday"), (birth - DAY, "birthday-after")):
            yield Probe(ground.say(word, years=years), {BIRTH_DATE: day.isoformat()})


def _years(limit: Limit, ground: Ground) -> Iterator[int]:
    match limit:
        case Length(duration) if duration.unit is TimeUnit.YEAR:
            yield from (duration.count, duration.count + 1, max(duration.count - 1, 0))
        case Length(duration):
            yield from (int(duration.days // 365), int(duration.days // 365) + 1)
        case Extreme(_, first, second):
            yield from _years(first, ground)
            yield from _years(second, ground)
        case SiteValue():
            yield from (12, 16, 18)
        case _:
            return
