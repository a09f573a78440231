"""One chart as numbers, made once: days as ordinals, results by concept, courses and episodes with their ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Answer, Course, Episode, Finding
from core.chart.values import Absence, Coded, Fact, Landmark, Measured, Scored, TestResult, Value
from core.engine.deciding.calendar import LONG_AGO, OPEN, ends
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN
from core.values.interval import Interval
from core.values.quantity import Quantity

Days = tuple[int, int, int, int]
"""An onset in [first, last] and an end in [sure, possible]; ``OPEN`` where it goes on."""

MASS: Mapping[str, Decimal] = {"g": Decimal(1000), "mg": Decimal(1), "ug": Decimal("0.001")}
"""Masses in milligrams."""


class Result:
    """One finding that holds a value. ``first`` and ``last`` are None where it has no day.

    ``exact`` is its one number, None where it has none or less may be meant; ``told`` its word, or yes or no.
    """

    __slots__ = (
        "against", "clock", "day", "exact", "first", "is_at_most", "is_no", "is_yes", "last", "lln", "qualifiers",
        "quantity", "told", "uln", "unit", "value", "word",
    )  # fmt: skip

    def __init__(self, value: Value, finding: Finding | None = None) -> None:
        self.value = value
        self.quantity = _quantity(value)
        self.word = value.word if isinstance(value, TestResult) else ""
        self.told = self.word or ("" if not isinstance(value, Fact) else "yes" if value.is_so else "no")
        self.is_yes = isinstance(value, Fact) and value.is_so
        self.is_no = isinstance(value, Fact) and not value.is_so
        on = None if finding is None else finding.on
        self.first: int | None = None
        self.last: int | None = None
        if on is not None:
            self.first, self.last = ends(on)
        self.day = self.first or LONG_AGO
        self.unit = "" if self.quantity is None else self.quantity.unit
        self.clock = "" if on is None else on.clock
        self.qualifiers = frozenset[str]() if finding is None else finding.qualifiers
        self.uln = None if finding is None else finding.upper_limit
        self.lln = None if finding is None else finding.lower_limit
        self.is_at_most = finding is not None and finding.is_at_most
        is_plain = self.quantity is not None and self.quantity.amount.is_exact and not self.is_at_most
        self.exact = self.quantity.amount.low if self.quantity is not None and is_plain else None
        stands_against = () if finding is None else finding.against
        self.against = tuple(Result(each.value, each) for each in stands_against if not isinstance(each.value, Absence))

    def is_newer(self, other: Result) -> bool:
        """True if it was certainly made after the other; one without a day is older than all."""
        if self.first is None or self.last is None:
            return False
        if other.last is None:
            return True
        if self.first > other.last:
            return True
        is_same_day = self.first == self.last == other.first == other.last
        return is_same_day and bool(self.clock and other.clock) and self.clock > other.clock


def _quantity(value: Value) -> Quantity | None:
    match value:
        case Measured(quantity) | TestResult(_, quantity):
            return quantity
        case Coded(_, number):
            return None if number is None else Quantity(number, "", "")
        case Scored(total):
            return None if total is None else Quantity(total, "", "")
        case _:
            return None


@dataclass(slots=True)
class Segment:
    """A dose held over some days: its amount a day (None: a single dose) and what it is counted per."""

    start: tuple[int, int]
    end: tuple[int, int] | None
    rate: Interval | None
    basis: str
    total: Interval
    per_days: Fraction


@dataclass(slots=True)
class Taken:
    """One course with its days; ``days`` is None where they turn on the evaluation date."""

    course: Course
    days: Days | None
    segments: tuple[Segment, ...]

    @property
    def ref(self) -> str:
        """The name the chart gives it."""
        return self.course.ref

    @property
    def drug(self) -> str:
        """The drug, class or product it is written with."""
        return self.course.drug

    def days_at(self, evaluation_on: int, stopped: Mapping[str, int]) -> Days:
        """Return its days, to the last dose."""
        if self.days is not None and not stopped:
            return self.days
        return _days_of(self.course, evaluation_on, stopped.get(self.course.ref))


def _days_of(course: Course, evaluation_on: int, stopped: int | None) -> Days:
    if stopped is not None and course.is_ongoing:
        sure_end = possible_end = stopped
    elif course.end is not None:
        sure_end, possible_end = ends(course.end)
    elif course.is_ongoing:
        sure_end = possible_end = OPEN
    else:
        sure_end, possible_end = 1 if course.start is None else course.start.first.toordinal(), OPEN
    if course.start is None:
        return 1, max(1, min(evaluation_on, sure_end)), sure_end, possible_end
    first, last = ends(course.start)
    return first, last, sure_end, possible_end


@dataclass(slots=True)
class There:
    """One episode; ``days`` is None where they turn on the evaluation date."""

    episode: Episode
    days: Days | None
    concept: str
    is_in_doubt: bool  # only suspected, or something on record stands against it
    is_open: bool  # its end is not known: a later "not there" ends it

    def days_at(self, evaluation_on: int) -> Days:
        """Return its days."""
        return self.days if self.days is not None else _there(self.episode, evaluation_on, is_point=False)


def _there(episode: Episode, evaluation_on: int, *, is_point: bool) -> Days:
    onset, end = episode.onset, episode.end
    seen = end if end is not None else episode.ongoing_on
    first = 1 if onset is None else onset.first.toordinal()
    known = onset if onset is not None else seen
    last = evaluation_on if known is None else known.last.toordinal()
    if end is not None:
        return first, last, *ends(end)
    if episode.is_ongoing:
        return first, last, OPEN, OPEN
    if is_point and onset is not None:
        return first, last, *ends(onset)
    last_seen = episode.ongoing_on or onset
    return first, last, 1 if last_seen is None else last_seen.first.toordinal(), OPEN


Meant = tuple[Taken, int]
"""A course and whether it is (1) or may be (0) of the drugs asked for."""
Seen = tuple[There, int]
"""An episode and whether it is (1) or may be (0) of the conditions asked for."""


@dataclass(slots=True)
class Record:
    """A chart ready to be asked.

    ``never`` holds for each name until when it was said never to have been there, ``recorded`` every concept something
    was said of, an absence among it; ``newest`` and ``counts`` what was found of it already.
    """

    chart: Chart
    catalogue: Catalogue
    birth: tuple[int, int] | None
    episodes: tuple[There, ...]
    courses: tuple[Taken, ...]
    complete: Mapping[str, tuple[tuple[int, int], ...]]
    never: Mapping[str, int]
    contraindicated: frozenset[str]
    answers: Mapping[str, tuple[Answer, ...]]
    recorded: frozenset[str]
    newest: dict[str, Result] = field(default_factory=dict[str, Result])
    counts: dict[object, int] = field(default_factory=dict[object, int])
    _results: dict[str, tuple[Result, ...]] = field(default_factory=dict[str, tuple[Result, ...]])
    _drugs: dict[frozenset[str], tuple[Meant, ...]] = field(default_factory=dict[frozenset[str], tuple[Meant, ...]])
    _conditions: dict[frozenset[str], tuple[Seen, ...]] = field(default_factory=dict[frozenset[str], tuple[Seen, ...]])

    def of(self, concept: str) -> tuple[Result, ...]:
        """Return the results of a concept in the order of the record."""
        found = self._results.get(concept)
        if found is None:
            said = self.chart.of(concept)
            found = tuple(Result(each.value, each) for each in said if not isinstance(each.value, Absence))
            self._results[concept] = found
        return found

    def of_drugs(self, drugs: frozenset[str]) -> tuple[Meant, ...]:
        """Return the courses that are of some drugs; one of a class, or of a product nobody named, may be."""
        found = self._drugs.get(drugs)
        if found is None:
            meant = ((each, self._covers(each, drugs)) for each in self.courses)
            found = self._drugs[drugs] = tuple(each for each in meant if each[1] != FALSE)
        return found

    def _covers(self, taken: Taken, drugs: frozenset[str]) -> int:
        members = self.catalogue.drugs_of(taken.drug)
        if members and members <= drugs:
            return TRUE
        return FALSE if drugs.isdisjoint(self.catalogue.may_be(taken.drug, taken.course.may_be)) else UNKNOWN

    def of_conditions(self, wanted: frozenset[str]) -> tuple[Seen, ...]:
        """Return the episodes of some conditions; one of a class that can be one of them more exactly may be."""
        found = self._conditions.get(wanted)
        if found is None:
            seen = ((each, self._is_of(each, wanted)) for each in self.episodes if each.concept)
            found = self._conditions[wanted] = tuple(each for each in seen if each[1] != FALSE)
        return found

    def _is_of(self, there: There, wanted: frozenset[str]) -> int:
        if there.concept in wanted:
            return TRUE
        kinds = self.catalogue.kinds_of(there.concept)
        return FALSE if wanted.isdisjoint(kinds - there.episode.not_kinds) else UNKNOWN

    @property
    def untold(self) -> tuple[There, ...]:
        """The episodes of which only a text is written."""
        return tuple(each for each in self.episodes if not each.concept)


def record_of(chart: Chart, catalogue: Catalogue) -> Record:
    """Return a chart as numbers."""
    never: dict[str, int] = {}
    for each in chart.never:
        day = each.as_of.toordinal()
        for name in catalogue.drugs_of(each.of) | catalogue.concepts_of(each.of):
            never[name] = max(day, never.get(name, LONG_AGO))
    return Record(
        chart=chart,
        catalogue=catalogue,
        birth=None if chart.birth is None else ends(chart.birth),
        episodes=tuple(_episode(each, catalogue) for each in chart.episodes),
        courses=tuple(_taken(each) for each in chart.courses),
        complete=_complete(chart),
        never=never,
        contraindicated=frozenset(
            name for each in chart.contraindications for name in (each.to, *catalogue.drugs_of(each.to))
        ),
        answers=_answers(chart.answers),
        recorded=chart.concepts,
    )


def _episode(episode: Episode, catalogue: Catalogue) -> There:
    concept = catalogue.concept(episode.concept)
    is_point = concept is not None and concept.is_point
    is_dated = episode.onset is not None or episode.end is not None or episode.ongoing_on is not None
    days = _there(episode, LONG_AGO, is_point=is_point) if is_dated else None
    is_open = not episode.is_ongoing and (days is None or days[3] == OPEN)
    is_in_doubt = episode.is_suspected or bool(episode.against)
    return There(episode, days, episode.concept, is_in_doubt, is_open)


def _taken(course: Course) -> Taken:
    days = None if course.start is None else _days_of(course, LONG_AGO, None)
    return Taken(course, days, tuple(_segment(each) for each in _dosed(course)))


def _dosed(course: Course) -> Iterable[tuple[tuple[int, int], tuple[int, int] | None, Quantity, Fraction]]:
    for each in course.doses:
        yield ends(each.start), None if each.end is None else ends(each.end), each.amount, each.per_days


def _segment(dosed: tuple[tuple[int, int], tuple[int, int] | None, Quantity, Fraction]) -> Segment:
    start, end, amount, per_days = dosed
    mass, _, basis = amount.unit.partition("/")
    is_mass = mass in MASS and basis in ("", "kg", "m2")
    total = amount.amount.scaled(MASS[mass]) if is_mass else amount.amount
    rate = _divided(total, per_days) if per_days else None
    return Segment(start, end, rate, basis if is_mass else amount.unit, total, per_days)


def _divided(amount: Interval, days: Fraction) -> Interval:
    def one(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * days.denominator / days.numerator

    return Interval(one(amount.low), one(amount.high), amount.is_low_open, amount.is_high_open)


def _complete(chart: Chart) -> dict[str, tuple[tuple[int, int], ...]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for each in chart.complete:
        found.setdefault(each.of, []).append((each.since.toordinal(), each.as_of.toordinal()))
    return {of: tuple(spans) for of, spans in found.items()}


def _answers(answers: Iterable[Answer]) -> dict[str, tuple[Answer, ...]]:
    found: dict[str, list[Answer]] = {}
    for each in answers:
        found.setdefault(each.question, []).append(each)
    return {question: tuple(each) for question, each in found.items()}


def landmark(record: Record, name: str) -> tuple[int, int] | None:
    """Return the newest statement of a landmark; of those of one date the last recorded."""
    newest: tuple[int, tuple[int, int]] | None = None
    for each in record.of(name):
        if isinstance(each.value, Landmark):
            said = LONG_AGO if each.last is None else each.last
            if newest is None or said >= newest[0]:
                newest = (said, ends(each.value.on))
    return None if newest is None else newest[1]
