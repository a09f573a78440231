"""The grade of one day, from what was found on that day alone, with what made it; never carried over from another day.

Answers recorded in the panel of a grading stand first. What the panel left open is answered by the values of that day
that the grading names; what is open then leaves a range. Of several findings of a day the most severe decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.birth import years_on
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.of_day import number_of, of_day
from core.chart.values import Absence, Scored
from core.scores.answering import Told, answered
from core.scores.definition import HIGHEST, Definition
from core.scores.given import Json, Refusal, RefusedError
from core.scores.recording import OPEN, OTHERS, UNANSWERED
from core.scores.shipped import definition_of

GRADE, AGE, DEATH = "grade", "age", "death"
NO = "no"


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade, or between what it lies. No ``low``: it cannot be told, because of ``absence``, ``refusal`` or missing.

    ``answers`` are what made it, by input; ``taken`` the refs of those that were values of the day and no answers of
    the panel. ``against``: inputs answered otherwise than a value of the same day says. No answers: typed as a grade.
    """

    low: int | None = None
    high: int | None = None
    refs: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    taken: Mapping[str, str] = field(default_factory=dict[str, str])
    missing: tuple[str, ...] = ()
    against: Mapping[str, str] = field(default_factory=dict[str, str])
    absence: Absence | None = None
    refusal: Refusal | None = None

    @property
    def is_known(self) -> bool:
        """True for one grade."""
        return self.low is not None and self.low == self.high

    @property
    def is_typed(self) -> bool:
        """True for a grade on record without what made it."""
        return self.low is not None and not self.answers


@dataclass(frozen=True)
class Grading:
    """Grades days of one chart by one grading."""

    chart: Chart
    catalogue: Catalogue
    definition: Definition

    def of(self, day: date) -> Graded | None:
        """Return the grade of a day; None where nothing was found on it that the grading speaks of."""
        found = of_day(self.chart, self.concept_id, day)
        values = dict(self._values(day))
        if not found and not values:
            return None
        graded = [self._of_finding(each, values, day) for each in found] or [self._of_answers({}, values, (), day)]
        return most_severe(graded)

    def _of_finding(self, finding: Finding, values: Mapping[str, tuple[str, str]], day: date) -> Graded:
        if finding.answers:
            return self._of_answers(finding.answers, values, (finding.ref,), day)
        if isinstance(finding.value, Absence):
            return Graded(refs=(finding.ref,), absence=finding.value)
        total = finding.value.total if isinstance(finding.value, Scored) else None
        low, high = (None, None) if total is None else (total.low, total.high)
        if low is None and high is None:
            return Graded(refs=(finding.ref,))
        most = self._most
        return Graded(int(low or 0), most if high is None else int(high), (finding.ref,))

    @property
    def concept_id(self) -> str:
        """What the findings of the grading are of."""
        finding = self.definition.finding
        return self.definition.id if finding is None else finding.concept

    @property
    def _most(self) -> int:
        concept = self.catalogue.concept(self.concept_id)
        high = None if concept is None or concept.possible is None else concept.possible.high
        return 0 if high is None else int(high)

    def _of_answers(
        self, answers: Mapping[str, str], values: Mapping[str, tuple[str, str]], refs: tuple[str, ...], day: date
    ) -> Graded:
        given = {name: word for name, word in answers.items() if word != UNANSWERED}
        taken = {name: found for name, found in values.items() if name not in given}
        words = {**given, **{name: word for name, (word, _) in taken.items()}}
        against = {
            name: ref for name, (word, ref) in values.items() if name in given and not _is_same(given[name], word)
        }
        told = (*refs, *(ref for _, ref in taken.values() if ref))
        refs_of = {name: ref for name, (_, ref) in taken.items()}
        try:
            low, high, missing = self._grade(words, day)
        except RefusedError as error:
            return Graded(None, None, told, words, refs_of, (), against, refusal=error.refusals[0])
        return Graded(low, high, told, words, refs_of, missing, against)

    def _grade(self, words: Mapping[str, str], day: date) -> tuple[int | None, int | None, tuple[str, ...]]:
        """Return what the grading says of words by input, of the others nothing. Raises RefusedError."""
        is_finished = OTHERS in words
        asked = [each.id for each in self.definition.asked if not (is_finished and each.is_item)]
        written: dict[str, Json] = {**dict.fromkeys(asked, UNANSWERED), **words}
        age = None if self.chart.birth is None else years_on(self.chart.birth, day)
        if age is not None and AGE in self.definition.inputs:
            written[AGE] = Decimal(age)
        answer = answered(self.definition.id, written)
        known = _whole(answer.output.get(GRADE))
        low, high = answer.ranges.get(GRADE, (known, known))
        missing = tuple(name for name in (*answer.missing, *answer.not_examined) if name in self.definition.inputs)
        return _whole(low), _whole(high), missing

    def _values(self, day: date) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the values of the day that answer inputs, by input, with their refs.

        Who lived later did not die on that day: without it no day would be below grade 5 before somebody answers that.
        """
        found = False
        for name, declared in self.definition.record.items():
            if not declared.of_day:
                continue
            most = max if declared.of_day == HIGHEST else min
            known = [
                (amount, each.ref)
                for concept in declared.of
                for each in of_day(self.chart, concept, day)
                if (amount := self._in_own_unit(each, declared.field, name)) is not None
            ]
            if known:
                found = True
                amount, ref = most(known)
                yield name, (f"{amount:f}", ref)
        asks_death = DEATH in self.definition.inputs
        if asks_death and (found or of_day(self.chart, self.concept_id, day)):
            alive = lived_after(self.chart, day)
            if alive:
                yield DEATH, (NO, alive)

    def _in_own_unit(self, finding: Finding, field_name: str, name: str) -> Decimal | None:
        """Return a number in the unit of an input; None where it is known in part alone or the units do not meet."""
        number, asked = number_of(finding, field_name), self.definition.inputs[name]
        concept = self.catalogue.concept(finding.concept)
        part = concept if concept is None or not field_name else concept.fields.get(field_name)
        if number is None or part is None:
            return None
        typed = unit_of(finding, field_name)
        if not part.units:
            return number
        own = part.unit(typed)
        for unit in part.units:
            factor = asked.units.get(unit.name)
            if own is not None and factor is not None and unit.family == own.family:
                exact = number * own.factor / unit.factor
                return exact * Decimal(factor.numerator) / Decimal(factor.denominator)
        return None


def grading_of(chart: Chart, catalogue: Catalogue, name: str) -> Grading:
    """Return the grading of a name for a chart."""
    return Grading(chart, catalogue, definition_of(name))


def unit_of(finding: Finding, field_name: str = "") -> str:
    """Return the unit a number was typed in, "" for none."""
    from_value = getattr(finding.value, "fields", {}).get(field_name) if field_name else finding.value
    quantity = getattr(from_value, "quantity", None)
    return "" if quantity is None else str(quantity.unit)


def lived_after(chart: Chart, day: date) -> str:
    """Return the ref of the first finding of a later day, "" where there is none."""
    later = [
        (each.on.first, number, each.ref)
        for number, each in enumerate(chart.findings)
        if each.on is not None and each.on.is_exact and each.on.first > day and not isinstance(each.value, Absence)
    ]
    return min(later)[2] if later else ""


def _is_same(one: str, other: str) -> bool:
    """True for one word, or one number with or without its unit; an answer that is open says nothing against it."""
    if one in OPEN:
        return False
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    try:
        return Decimal(first) == Decimal(second)
    except ArithmeticError:
        return one == other


def _whole(told: Told) -> int | None:
    return int(told) if isinstance(told, (int, float)) and not isinstance(told, bool) else None


def most_severe(graded: list[Graded]) -> Graded:
    """Return of several gradings of one day the most severe; its range reaches as far as any of them."""
    if len(graded) == 1:
        return graded[0]
    known = [each for each in graded if each.low is not None and each.high is not None]
    if not known:
        return graded[-1]
    worst = max(known, key=lambda each: (each.low or 0, each.high or 0))
    high = max(each.high or 0 for each in known)
    refs = tuple(dict.fromkeys(ref for each in graded for ref in each.refs))
    return Graded(worst.low, high, refs, worst.answers, worst.taken, worst.missing, worst.against)
