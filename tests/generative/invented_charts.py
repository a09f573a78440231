"""Charts and situations by chance: partial dates, absences, conflicts, open ends, doses, lists, answers.

A chart is one that was recorded; ``seen`` is what the program judges, with everything that follows from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from core.catalogue.concept import Concept, Kind
from core.chart.birth import AgeOn
from core.chart.chart import Chart
from core.chart.deriving import derived
from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    DoseSegment,
    Episode,
    Mark,
    Never,
    SiteStatement,
)
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.criteria.scope import Scope
from core.engine.judgement.situation import Days, Situation
from core.values.partial_date import PartialDate
from tests.generative.chance import EVALUATION_ON, Chance, dated
from tests.generative.invented_catalogue import CATALOGUE, CLASSES, DRUGS, SCOPE
from tests.generative.invented_findings import disputed, fields, finding, quantity

# --- histories


def _ends(chance: Chance) -> tuple[PartialDate | None, PartialDate | None, bool]:
    """Return a beginning, an end and whether it goes on; a beginning or an end may not be known."""
    begin, end = sorted((chance.day(), chance.day()))
    if chance.chance(0.08):  # planned
        end = EVALUATION_ON + timedelta(days=chance.one((1, 13, 14, 30, 90)))
    is_ongoing = chance.chance(0.3)
    start = chance.moment(begin) if chance.chance(0.93) else None
    return start, None if is_ongoing or chance.chance(0.15) else chance.moment(end), is_ongoing


def episode(chance: Chance, concept: Concept) -> Episode:
    """Return one episode of a condition or event."""
    onset, end, is_ongoing = _ends(chance)
    seen = chance.moment() if end is None and not is_ongoing and chance.chance(0.3) else None
    if seen is not None and onset is not None and seen.first < onset.first:
        onset, seen = seen, onset
    kinds = sorted(CATALOGUE.kinds_of(concept.id))
    return Episode(
        chance.ref(concept.id),
        concept.id,
        onset,
        end,
        is_ongoing,
        seen,
        fields(chance),
        is_suspected=chance.chance(0.1),
        not_kinds=frozenset(chance.some(kinds, 1, 2)) if kinds and chance.chance(0.25) else frozenset(),
    )


def unlisted(chance: Chance) -> Episode:
    """Return a diagnosis the catalogue does not know: not marked yet, counting as nothing, or counting as one."""
    onset, end, is_ongoing = _ends(chance)
    counts_as = chance.one((None, None, (), ("bump",), ("growth",)))
    mark = None if counts_as is None else Mark(counts_as, "Dr", chance.maybe_moment())
    return Episode(
        chance.ref("unlisted"),
        counts_as[0] if counts_as else "",
        onset,
        end,
        is_ongoing,
        text=chance.one(("oddity", "rarity")),
        is_suspected=chance.chance(0.1),
        mark=mark,
    )


NAMED = tuple(drug.id for drug in DRUGS if not drug.is_any)


def course(chance: Chance) -> Course:
    """Return one treatment course, seldom of a class whose drug is not known or of a product nobody named."""
    kind = chance.random.random()
    drug = chance.one(NAMED) if kind < 0.8 else chance.one([found.id for found in CLASSES])
    drug = "mystery" if kind > 0.88 else drug
    start, end, is_ongoing = _ends(chance)
    return Course(
        chance.ref(drug),
        drug,
        start,
        end,
        is_ongoing,
        chance.one(("", "oral", "oral", "pulse", "intravenous", "subcutaneous", "topical")),
        _doses(chance, start, end),
        chance.one(("", *OUTCOMES)),
        chance.one(("", *REASONS_FOR_STOPPING)),
        chance.truth(),
        chance.truth(),
        chance.one((None, None, None, 1, 2, 3)),
        may_be=frozenset(chance.some(NAMED, 1, 3)) if drug == "mystery" and chance.chance(0.6) else frozenset(),
    )


def _doses(chance: Chance, start: PartialDate | None, end: PartialDate | None) -> tuple[DoseSegment, ...]:
    if start is None or chance.chance(0.3):
        return ()
    first = _segment(chance, start, end)
    if not chance.chance(0.3):
        return (first,)
    turn = chance.moment()
    before = PartialDate.on(turn.first - timedelta(days=1))
    return (DoseSegment(first.amount, first.per_days, start, before, "first"), _segment(chance, turn, end))


def _segment(chance: Chance, start: PartialDate, end: PartialDate | None) -> DoseSegment:
    unit = chance.one(("mg", "mg", "mg", "g", "mg/kg", "mg/m2", "U"))
    amount = chance.one(("0.005", "0.01")) if unit == "g" else chance.one(("0.1", "5", "8", "10", "20"))
    sign = "<" if chance.chance(0.05) else ""
    per = Fraction(chance.one(("1", "1", "1", "1/2", "7", "14", "28", "0")))
    return DoseSegment(quantity(f"{sign}{amount} {unit}"), per, start, end if chance.chance(0.5) else None, "dose")


# --- the chart


def chart(chance: Chance, concepts: Sequence[str], scope: Scope = SCOPE) -> Chart:
    """Return a chart with entries about these concepts and a few others, courses, lists and answers."""
    known = [CATALOGUE.concepts[name] for name in concepts if name in CATALOGUE.concepts]
    known += [*chance.some(list(CATALOGUE.concepts.values()), 1, 3), CATALOGUE.concepts["weight"]]
    happening = [concept for concept in known if concept.kind in (Kind.CONDITION, Kind.EVENT)]
    findings = [finding(chance, concept) for concept in known for _ in range(chance.one((0, 1, 1, 2, 3)))]
    episodes = [episode(chance, concept) for concept in happening for _ in range(chance.one((0, 1, 1, 2)))]
    episodes += [unlisted(chance)] if chance.chance(0.2) else []
    return Chart(
        "invented",
        is_synthetic=True,
        birth=_birth(chance),
        findings=disputed(chance, findings),
        episodes=tuple(episodes),
        courses=tuple(course(chance) for _ in range(chance.one((0, 1, 2, 3, 5)))),
        complete=_complete(chance),
        never=_never(chance),
        contraindications=_contraindications(chance),
        answers=_answers(chance, scope),
        site=_statements(chance),
    )


def _birth(chance: Chance) -> PartialDate | None:
    """Return a birth date, in full or in part, or the days that an age on a day leaves."""
    kind = chance.random.random()
    if kind < 0.07:
        return None
    if kind < 0.2:
        return AgeOn(chance.one((12, 17, 18, 64)), chance.moment()).birth
    return dated(chance.one(("2000-01-01", "2008-06-01", "2008-06-02", "2009", "2013-02", "1961-03")))


def _complete(chance: Chance) -> tuple[Completeness, ...]:
    found: list[Completeness] = []
    for which in ("treatments", "events", "diagnoses", "results"):
        if chance.chance(0.6):
            since = chance.one((date(1960, 1, 1), date(1960, 1, 1), date(2008, 6, 1), date(2025, 12, 1)))
            as_of = EVALUATION_ON - timedelta(days=chance.one((0, 0, 5, 14, 15, 21, 22, 28, 29, 100)))
            found.append(Completeness(chance.ref("complete"), which, since, as_of))
    return tuple(found)


def _never(chance: Chance) -> tuple[Never, ...]:
    names = (
        "mixtures",
        "drip",
        "syrup",
        "steroids",
        "mystery",
        "growth",
        "bump",
        "blow",
        "spell",
        "transfer",
        "ailment",
    )
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


def seen(of: Situation) -> Situation:
    """Return the situation with everything that follows from what is on record."""
    return replace(of, chart=derived(of.chart, of.scope.catalogue, of.evaluation_on))
