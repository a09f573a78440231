"""A result: its value below, at and above each limit; each word it may be; its day at each end of the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import permutations, product

from core.assurance.probing.plain import Plain
from core.assurance.probing.probe import DAY, Ground, Probe, around, is_whole, written
from core.catalogue.concept import Concept, Item, Kind
from core.criteria.nodes import Between, Compare, Condition, Includes, Repeated, Shift, State
from core.criteria.values import Amount, Domains, Extreme, Limit, Multiple, Subject, Term, TitreLimit
from core.language.dates import format_date

_ULN = Decimal(100)
_Said = tuple[dict[str, Plain], str]
"""What is written at a concept's key, and the value in words."""
_MEASURED = (Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.SCORE, Kind.CLASSIFICATION)


def probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    """Yield results of the measurements that a sentence speaks of."""
    if not isinstance(node, Compare | Between | State | Includes | Repeated | Shift):
        return
    subject = node.term if isinstance(node, Repeated | Shift) else node.subject
    for name, qualifiers in _names(subject, ground):
        concept = ground.scope.catalogue.concept(name)
        if concept is None or concept.kind in (Kind.AGE, Kind.DOSE):
            continue
        values = [*_of_items(node, concept), *_values(node, concept)]
        for value, words in values:
            for ways in _ways(concept, qualifiers):
                yield _probe(ground, concept, ({**value, **ways}, words), ground.lately)
        for value, words in values:
            for day in _edges(node, concept, ground):
                yield _probe(ground, concept, ({**value, **_first_way(qualifiers)}, words), day)
        yield from _several_results(node, concept, values, ground, _first_way(qualifiers))


def _names(subject: Subject, ground: Ground) -> Iterator[tuple[str, tuple[str, ...]]]:
    if isinstance(subject, Term):
        for name in ground.scope.members(subject.name):
            yield name, subject.qualifiers
        return
    for name in subject.names:
        for member in ground.scope.members(name):
            yield member, ()


def _ways(concept: Concept, qualifiers: tuple[str, ...]) -> Iterator[dict[str, Plain]]:
    """Yield how a result was taken: as asked, with one thing not said, otherwise."""
    yield _first_way(qualifiers)
    if qualifiers:
        for at in range(len(qualifiers)):
            yield _first_way((*qualifiers[:at], *qualifiers[at + 1 :]))
        others = [each.id for each in concept.qualifiers if each.id not in qualifiers]
        for other in others[:3]:
            yield _first_way((other,))


def _first_way(qualifiers: tuple[str, ...]) -> dict[str, Plain]:
    if not qualifiers:
        return {}
    return {"method": qualifiers[0] if len(qualifiers) == 1 else list(qualifiers)}


def _edges(node: Condition, concept: Concept, ground: Ground) -> tuple[date, ...]:
    days = dict.fromkeys(ground.edges(node))
    if concept.freshness is not None:
        end = concept.freshness.before(ground.on)
        days |= dict.fromkeys((end - DAY, end, end + DAY))
    return tuple(days)


def _probe(ground: Ground, concept: Concept, value: _Said, day: date) -> Probe:
    written_value, words = value
    shown = format_date(day, ground.phrases.language)
    told = ground.say("result", what=ground.label(concept.id), value=words, date=shown)
    return Probe(told, {concept.id: {**written_value, "date": day.isoformat()}})


# --- values


def _values(node: Condition, concept: Concept) -> Iterator[_Said]:
    match node:
        case Compare():
            yield from _of_limit(node.limit, concept)
        case Between():
            yield from _of_limit(node.low, concept)
            yield from _of_limit(node.high, concept)
        case State(_, choices, _, domains):
            yield from _of_words(choices, concept) if domains is None else _of_domains(choices, domains, concept)
        case Includes(_, choices):
            yield from _of_words(choices, concept)
        case Repeated():
            yield from _values(node.test, concept)
        case _:
            return


def _of_limit(limit: Limit, concept: Concept) -> Iterator[_Said]:
    match limit:
        case Amount(number, unit):
            for each in around(number, is_whole=is_whole(concept)):
                text = f"{written(each)} {unit}".strip()
                key = "score" if concept.kind is Kind.CLASSIFICATION else "value"
                base: dict[str, Plain] = {"value": concept.codes[0].id} if key == "score" and concept.codes else {}
                yield {**base, key: text}, text
        case Multiple(number, reference):
            unit = concept.units[0].name if concept.units else ""
            for each in around(number * _ULN, is_whole=True):
                text = f"{written(each)} {unit}".strip()
                own = f"{written(_ULN)} {unit}".strip()
                yield {"value": text, reference.lower(): own}, f"{text} ({reference} {own})"
        case TitreLimit(denominator):
            for titre in dict.fromkeys((max(denominator // 2, 1), denominator, denominator * 2)):
                yield {"value": f"1:{titre}"}, f"1:{titre}"
        case Extreme(_, first, second):
            yield from _of_limit(first, concept)
            yield from _of_limit(second, concept)
        case _:
            return


def _of_words(choices: Iterable[str], concept: Concept) -> Iterator[_Said]:
    words = list(dict.fromkeys(choices))
    match concept.kind:
        case Kind.TEST:
            words += [each for each in ("positive", "negative") if each not in words]
        case Kind.YES_NO | Kind.CONDITION:
            words += [each for each in ("yes", "no") if each not in words]
        case _:
            words += [code.id for code in concept.codes if code.id not in words][:4]
    for word in words:
        yield {"value": [word] if concept.kind is Kind.CODES else word}, word.replace("_", " ")


def _of_domains(choices: tuple[str, ...], domains: Domains, concept: Concept) -> Iterator[_Said]:
    grades = [code.id for code in concept.codes]
    rest = grades[-1]
    inside = [
        each.id for each in concept.domains if not domains.names or (each.id in domains.names) != domains.is_other_than
    ]
    outside = [each.id for each in concept.domains if each.id not in inside]
    for grade in (*choices, *[each for each in grades if each not in choices][:1]):
        for count in (domains.needed - 1, domains.needed, domains.needed + 1):
            for chosen in (inside[:count], outside[:count], *([each] for each in (*inside, *outside))):
                if chosen:
                    graded: dict[str, Plain] = dict.fromkeys(chosen, grade)
                    words = ", ".join(f"{each.replace('_', ' ')} {grade}" for each in chosen)
                    yield {"domains": {**graded, "others": rest}}, words


def _of_items(node: Condition, concept: Concept) -> Iterator[_Said]:
    """Yield answered items that add up to around the limit, alone and with each item that does not count."""
    term = node.subject if isinstance(node, Compare) else None
    if not isinstance(node, Compare) or not isinstance(term, Term) or term.items is None:
        return
    named = {each.id for each in concept.items if each.id in term.items.names or each.groups & set(term.items.names)}
    counted = [each for each in concept.items if (each.id in named) == (term.items.mode == "only")]
    others = [each for each in concept.items if each not in counted]
    if not isinstance(node.limit, Amount):
        return
    for total in range(int(node.limit.number) + 1, max(int(node.limit.number) - 9, -1), -1):
        chosen = _adding_up(counted, total)
        for more in ((), *((each,) for each in others)) if chosen is not None else ():
            answered: dict[str, Plain] = {each.id: "yes" for each in (*(chosen or ()), *more)}
            words = ", ".join(name.replace("_", " ") for name in answered) or str(total)
            yield {"items": {**answered, "others": "no"}}, words


def _adding_up(items: list[Item], total: int) -> tuple[Item, ...] | None:
    """Return items whose weights add up to a total, None where there are none."""
    reached: dict[Decimal, tuple[Item, ...]] = {Decimal(0): ()}
    for item in items:
        for known, chosen in tuple(reached.items()):
            reached.setdefault(known + item.weight, (*chosen, item))
    return reached.get(Decimal(total))


# --- several results


def _several_results(
    node: Condition, concept: Concept, values: list[_Said], ground: Ground, way: dict[str, Plain]
) -> Iterator[Probe]:
    match node:
        case Repeated(needed):
            counts, lasts = (needed - 1, needed, needed + 1), (ground.lately - 60 * DAY, *ground.edges(node))
            for (value, words), count, last in product(values, counts, lasts):
                days = [ground.lately - each * 3 * DAY for each in range(max(count - 1, 0))]
                yield _listed(ground, concept, [(value | way, words, day) for day in (*days, last)])
        case Shift(direction, _, _, limit, _, _):
            yield from _shifts(node, concept, limit, -1 if direction == "fall" else 1, ground, way)
        case Compare() | Between() | State() | Includes() if node.pick:
            before = (ground.lately - 7 * DAY, *_edges(node, concept, ground)[:6])
            for (value, words), (other, other_words) in permutations(values, 2):
                now = (value | way, words, ground.lately)
                yield from (_listed(ground, concept, [now, (other | way, other_words, day)]) for day in before)
        case _:
            return


def _listed(ground: Ground, concept: Concept, results: list[tuple[dict[str, Plain], str, date]]) -> Probe:
    language = ground.phrases.language
    shown = "; ".join(
        ground.say("result", what=ground.label(concept.id), value=words, date=format_date(day, language))
        for _, words, day in results
    )
    listed: list[Plain] = [{**value, "date": day.isoformat()} for value, _, day in results]
    return Probe(shown, {concept.id: listed})


def _shifts(
    node: Shift, concept: Concept, limit: Limit, sign: int, ground: Ground, way: dict[str, Plain]
) -> Iterator[Probe]:
    if not isinstance(limit, Amount):
        return
    unit = concept.units[0].name if concept.units else ""
    base = Decimal(50)
    for delta in around(limit.number, is_whole=is_whole(concept)):
        moved = base * delta / 100 if node.scale == "relative" else delta
        later = base + sign * moved
        over = ground.lately - 60 * DAY if node.over is None else node.over.before(ground.lately)
        for day in (ground.lately - 14 * DAY, over - DAY, over, over + DAY):
            pair = [(later, ground.lately), (base, day)]
            results = [(f"{written(number)} {unit}".strip(), when) for number, when in pair]
            yield _listed(ground, concept, [({"value": text} | way, text, when) for text, when in results])
