"""Charts and situations by chance: partial dates, absences, conflicts, open ends, doses, lists, answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TypeVar

from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    DoseSegment,
    Episode,
    Finding,
    Never,
    SiteStatement,
)
from core.chart.values import (
    Absence,
    Coded,
    Fact,
    Landmark,
    Measured,
    Recorded,
    Scored,
    TestResult,
    Value,
)
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.criteria.scope import Scope
from core.engine.judgement.situation import Days, Situation
from core.values.interval import Interval
from core.values.partial_date import PartialDate, parse_partial_date
from core.values.quantity import Quantity, parse_quantity, parse_titre
from core.values.truth import Truth
from tests.generative.invented_catalogue import CATALOGUE, CLASSES, DRUGS, FIELDS, ITEMS, SCOPE

EVALUATION_ON = date(2026, 6, 1)
NEAR = (0, 1, 2, 6, 7, 8, 13, 14, 15, 27, 28, 29, 30, 31, 45, 60)
FAR = (89, 90, 91, 92, 120, 181, 182, 183, 200, 364, 365, 366, 400, 730)
_One = TypeVar("_One")


class Chance:
    """Choices made by a seeded source; one method for each small thing a chart holds."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._count = 0

    def chance(self, share: float) -> bool:
        """Return True in that share of cases."""
        return self.random.random() < share

    def one(self, of: Sequence[_One]) -> _One:
        """Return one of several."""
        return self.random.choice(of)

    def some(self, of: Sequence[_One], least: int = 1, most: int = 3) -> tuple[_One, ...]:
        """Return some of several, in the order given."""
        count = min(len(of), self.random.randint(least, most))
        chosen = set(self.random.sample(range(len(of)), count))
        return tuple(each for at, each in enumerate(of) if at in chosen)

    def ref(self, name: str) -> str:
        """Return a reference nobody else has."""
        self._count += 1
        return f"{name}/{self._count}"

    def day(self) -> date:
        """Return a day before the evaluation, mostly at the edge of a window somebody may ask for."""
        return EVALUATION_ON - timedelta(days=self.one(NEAR if self.chance(0.6) else FAR))

    def moment(self, of: date | None = None) -> PartialDate:
        """Return a day known to the day (seldom with a clock), the month or the year."""
        day = self.day() if of is None else of
        kind = self.random.random()
        text = day.isoformat()
        if kind < 0.1:
            text = f"{text}T{self.one(('07:40', '12:00'))}"
        elif kind > 0.96:
            text = text[:4]
        elif kind > 0.82:
            text = text[:7]
        return _date(text)

    def maybe_moment(self, share: float = 0.9) -> PartialDate | None:
        """Return a day, or seldom none."""
        return self.moment() if self.chance(share) else None

    def truth(self) -> Truth:
        """Return one of the three."""
        return self.one(tuple(Truth))


def _date(text: str) -> PartialDate:
    found = parse_partial_date(text)
    assert found is not None
    return found


def quantity(text: str) -> Quantity:
    """Return what a text writes."""
    found = parse_quantity(text)
    assert found is not None
    return found


# --- findings


def number(chance: Chance, units: Sequence[str]) -> Quantity:
    """Return a number near the limits that the rules use, seldom known in part or in a unit nobody knows."""
    sign = chance.one(("<", ">", "<=", ">=")) if chance.chance(0.15) else ""
    unit = "stones" if chance.chance(0.04) else chance.one(units) if units else ""
    scale = Decimal("0.01") if unit == "g/L" else Decimal(1)
    amount = Decimal(chance.one((0, 5, 10, 15, 20, 25, 30, 40, 60, 90, 150))) * scale
    return quantity(f"{sign}{amount.normalize():f} {unit}".strip())


def value_of(chance: Chance, concept: Concept) -> Value:
    """Return a value a concept can have."""
    make = _VALUES.get(concept.kind)
    return Measured(number(chance, _units(concept))) if make is None else make(chance, concept)


def _units(concept: Concept) -> tuple[str, ...]:
    return tuple(name for unit in concept.units for name in (unit.name, *unit.also))


def _words(concept: Concept) -> tuple[str, ...]:
    return tuple(code.id for code in concept.codes)


def _fact(chance: Chance, _concept: Concept) -> Value:
    return Fact(chance.chance(0.5))


def _coded(chance: Chance, concept: Concept) -> Value:
    return Coded(frozenset({chance.one(_words(concept))}))


def _set(chance: Chance, concept: Concept) -> Value:
    return Coded(frozenset(chance.some(_words(concept), 0, 2)))


def _classified(chance: Chance, concept: Concept) -> Value:
    known = Interval.exactly(Decimal(chance.one((5, 10, 20)))) if chance.chance(0.7) else None
    return Coded(frozenset({chance.one(_words(concept))}), known)


def _titre(chance: Chance, _concept: Concept) -> Value:
    titre = parse_titre(f"{chance.one(('', '', '', '<', '>='))}1:{chance.one((40, 80, 160, 320))}")
    assert titre is not None
    return Measured(titre)


def _landmark(chance: Chance, _concept: Concept) -> Value:
    return Landmark(chance.moment())


def _record(chance: Chance, _concept: Concept) -> Value:
    return Recorded(fields(chance))


def _test_result(chance: Chance, concept: Concept) -> Value:
    words = ("positive", "negative", "borderline", "indeterminate", "invalid", "detected_not_quantified")
    if chance.chance(0.7):
        return TestResult(chance.one(words))
    return TestResult("", number(chance, _units(concept)))


def _scored(chance: Chance, concept: Concept) -> Value:
    if concept.domains:
        grades = {domain.id: chance.one(("A", "B", "C")) for domain in concept.domains if chance.chance(0.75)}
        return Scored(None, {}, grades)
    items = {item.id: chance.truth() for item in ITEMS if chance.chance(0.7)}
    if chance.chance(0.4):
        items = {item.id: chance.one((Truth.TRUE, Truth.FALSE)) for item in ITEMS}
    total = None
    if chance.chance(0.6):
        total = Interval.exactly(Decimal(chance.one((0, 1, 4, 8, 9, 12, 13, 16, 20, 21))))
        if chance.chance(0.1):
            total = Interval(total.low, None)
    return Scored(total, items)


_VALUES: Mapping[Kind, Callable[[Chance, Concept], Value]] = {
    Kind.YES_NO: _fact,
    Kind.CONDITION: _fact,
    Kind.EVENT: _fact,
    Kind.CODE: _coded,
    Kind.CODES: _set,
    Kind.CLASSIFICATION: _classified,
    Kind.TITRE: _titre,
    Kind.TEST: _test_result,
    Kind.DATE: _landmark,
    Kind.RECORD: _record,
    Kind.SCORE: _scored,
}


def fields(chance: Chance) -> Mapping[str, Value]:
    """Return what was written down of one examination or event."""
    return {name: value_of(chance, concept) for name, concept in FIELDS.items() if chance.chance(0.75)}


def finding(chance: Chance, concept: Concept) -> Finding:
    """Return one finding about a concept."""
    value: Value | Absence = chance.one(tuple(Absence)) if chance.chance(0.08) else value_of(chance, concept)
    units = [unit.name for unit in concept.units]
    has_limit = bool(units) and chance.chance(0.5)
    return Finding(
        chance.ref(concept.id),
        concept.id,
        value,
        chance.maybe_moment(),
        frozenset(chance.some([code.id for code in concept.qualifiers], 0, 1)) if concept.qualifiers else frozenset(),
        number(chance, units) if has_limit else None,
        number(chance, units) if has_limit and chance.chance(0.3) else None,
    )


# --- histories


def _ends(chance: Chance) -> tuple[PartialDate | None, PartialDate | None, bool]:
    """Return a beginning, an end and whether it goes on; a beginning or an end may not be known."""
    begin, end = sorted((chance.day(), chance.day()))
    is_ongoing = chance.chance(0.3)
    start = chance.moment(begin) if chance.chance(0.93) else None
    return start, None if is_ongoing or chance.chance(0.15) else chance.moment(end), is_ongoing


def episode(chance: Chance, concept: Concept) -> Episode:
    """Return one episode of a condition or event."""
    onset, end, is_ongoing = _ends(chance)
    seen = chance.moment() if end is None and not is_ongoing and chance.chance(0.3) else None
    if seen is not None and onset is not None and seen.first < onset.first:
        onset, seen = seen, onset
    return Episode(chance.ref(concept.id), concept.id, onset, end, is_ongoing, seen, fields(chance))


def unlisted(chance: Chance) -> Episode:
    """Return a diagnosis the catalogue does not know."""
    onset, end, is_ongoing = _ends(chance)
    return Episode(chance.ref("unlisted"), "", onset, end, is_ongoing, text=chance.one(("oddity", "rarity")))


def course(chance: Chance) -> Course:
    """Return one treatment course, seldom of a class whose drug is not known."""
    names = [drug.id for drug in DRUGS]
    drug = chance.one(names) if chance.chance(0.92) else chance.one([found.id for found in CLASSES])
    start, end, is_ongoing = _ends(chance)
    return Course(
        chance.ref(drug),
        drug,
        start,
        end,
        is_ongoing,
        chance.one(("", "oral", "oral", "pulse", "vein")),
        _doses(chance, start, end),
        chance.one(("", *OUTCOMES)),
        chance.one(("", *REASONS_FOR_STOPPING)),
        chance.truth(),
        chance.truth(),
        chance.one((None, 1, 2, 3)),
    )


def _doses(chance: Chance, start: PartialDate | None, end: PartialDate | None) -> tuple[DoseSegment, ...]:
    if start is None or chance.chance(0.3):
        return ()
    first = _segment(chance, start, end)
    if not chance.chance(0.3):
        return (first,)
    turn = chance.moment()
    before = parse_partial_date((turn.first - timedelta(days=1)).isoformat())
    return (DoseSegment(first.amount, first.per_days, start, before, "first"), _segment(chance, turn, end))


def _segment(chance: Chance, start: PartialDate, end: PartialDate | None) -> DoseSegment:
    unit = chance.one(("mg", "mg", "mg", "g", "mg/kg", "mg/m2", "U"))
    amount = chance.one(("0.005", "0.01")) if unit == "g" else chance.one(("0.1", "5", "8", "10", "20"))
    sign = "<" if chance.chance(0.05) else ""
    per = chance.one((Fraction(1), Fraction(1), Fraction(1, 2), Fraction(7), Fraction(0)))
    return DoseSegment(quantity(f"{sign}{amount} {unit}"), per, start, end if chance.chance(0.5) else None, "dose")


# --- the chart


def chart(chance: Chance, concepts: Sequence[str], scope: Scope = SCOPE) -> Chart:
    """Return a chart with entries about these concepts and a few others, courses, lists and answers."""
    known = [CATALOGUE.concepts[name] for name in concepts if name in CATALOGUE.concepts]
    known += [*chance.some(list(CATALOGUE.concepts.values()), 1, 3), CATALOGUE.concepts["weight"]]
    happening = [concept for concept in known if concept.kind in (Kind.CONDITION, Kind.EVENT)]
    born = chance.one(("2000-01-01", "2008-06-01", "2008-06-02", "2009", "2013-02", "1961-03"))
    findings = [finding(chance, concept) for concept in known for _ in range(chance.one((0, 1, 1, 2, 3)))]
    episodes = [episode(chance, concept) for concept in happening for _ in range(chance.one((0, 1, 1, 2)))]
    episodes += [unlisted(chance)] if chance.chance(0.1) else []
    return Chart(
        "invented",
        is_synthetic=True,
        birth=_date(born) if chance.chance(0.93) else None,
        findings=tuple(findings),
        episodes=tuple(episodes),
        courses=tuple(course(chance) for _ in range(chance.one((0, 1, 2, 3, 5)))),
        complete=_complete(chance),
        never=_never(chance),
        contraindications=_contraindications(chance),
        answers=_answers(chance, scope),
        site=_statements(chance),
    )


def _complete(chance: Chance) -> tuple[Completeness, ...]:
    found: list[Completeness] = []
    for which in ("treatments", "events", "diagnoses", "results"):
        if chance.chance(0.6):
            since = chance.one((date(1960, 1, 1), date(1960, 1, 1), date(2008, 6, 1), date(2025, 12, 1)))
            as_of = EVALUATION_ON - timedelta(days=chance.one((0, 0, 5, 14, 15, 21, 22, 28, 29, 100)))
            found.append(Completeness(chance.ref("complete"), which, since, as_of))
    return tuple(found)


def _never(chance: Chance) -> tuple[Never, ...]:
    names = ("mixtures", "drip", "syrup", "steroids", "growth", "bump", "blow", "spell", "transfer", "ailment")
    return tuple(
        Never(chance.ref("never"), chance.one(names), EVALUATION_ON - timedelta(days=chance.one((0, 0, 14, 28, 200))))
        for _ in range(chance.one((0, 0, 1, 2)))
    )


def _contraindications(chance: Chance) -> tuple[Contraindication, ...]:
    names = ("syrup", "drip", "dusts", "powder", "mixtures")
    return tuple(
        Contraindication(chance.ref("contraindication"), chance.one(names), "why", "Dr", chance.maybe_moment())
        for _ in range(chance.one((0, 0, 1, 2)))
    )


def _answers(chance: Chance, scope: Scope) -> tuple[Answer, ...]:
    names = tuple(scope.questions)
    return tuple(
        Answer(chance.ref("answer"), chance.one(names), chance.truth(), "Dr", chance.maybe_moment())
        for _ in range(chance.one((0, 1, 2, 4)))
    )


def _statements(chance: Chance) -> tuple[SiteStatement, ...]:
    values = {"gate": ("12 years", "17 years"), "floor": ("20 mg/dL", "30 mg/dL"), "lot": ("yes", "no")}
    names = chance.some(tuple(values), 0, 2)
    return tuple(
        SiteStatement(chance.ref("site"), name, chance.one(values[name]), chance.maybe_moment()) for name in names
    )


# --- situations


def situation(chance: Chance, of: Chart, *, is_absence_assumed: bool, scope: Scope = SCOPE) -> Situation:
    """Return a situation: mostly today, seldom a later or earlier decision day, stopped courses, anchors apart."""
    today = EVALUATION_ON
    if chance.chance(0.6):
        plain = Situation.on(of, scope, today)
        days, measured = plain.days, plain.measured
    else:
        decision = today + timedelta(days=chance.one((-20, -3, 0, 10, 60, 200)))
        days = Days(decision, {name: decision + timedelta(days=chance.one((-40, -7, 0, 14))) for name in scope.anchors})
        measured = days if chance.chance(0.5) else Situation.on(of, scope, today).measured
    stopped = {each.ref: today for each in of.courses if each.is_ongoing and each.end is None and chance.chance(0.05)}
    return Situation(of.as_of(today), scope, today, days, measured, stopped, is_absence_assumed)
