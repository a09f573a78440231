"""One patient's record as instruments read it: concepts by name, values of a visit, doses of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.deriving import derived
from core.chart.entries import Finding
from core.chart.values import Absence
from core.engine.judgement.outcome import Cause, Gap
from core.responses.contact import Contact, Reading, Used, picked, used
from core.responses.dose import Doses
from core.values.duration import completed_years

JUVENILE, ADULT = "jdm", "adult"
"""The populations of the 2016 response criteria of myositis, by the words of the score."""
_MYOSITIS, _MAJORITY = "iim", 18


@dataclass(frozen=True)
class Visited:
    """The record as it stood on a day, with what follows from its diagnoses."""

    chart: Chart
    catalogue: Catalogue
    evaluation_on: date

    @classmethod
    def of(cls, chart: Chart, catalogue: Catalogue, on: date) -> Visited:
        """Return what was on record on a day."""
        return cls(derived(chart.as_of(on), catalogue, on, frozenset()), catalogue, on)

    @cached_property
    def doses(self) -> Doses:
        """What the courses on record say."""
        return Doses(self.chart, self.catalogue, self.evaluation_on)

    def concept(self, name: str) -> Concept:
        """Return a concept that instruments ask for by its name."""
        return self.catalogue.concepts[name]

    def value(self, name: str, contact: Contact, reading: Reading | None = None) -> Used | Gap:
        """Return the value of a concept at a visit, or why there is none."""
        return used(self.chart, self.concept(name), contact, reading)

    def value_by(self, name: str, method: str, contact: Contact) -> Used | Gap:
        """Return the value found by one method; where another one was used, that is the reason."""
        findings = self.chart.of(name)
        found = picked((each for each in findings if method in each.qualifiers), self.concept(name), contact)
        if isinstance(found, Gap) and found.cause is Cause.MISSING:
            other = picked(findings, self.concept(name), contact)
            return Gap(Cause.METHOD, name) if isinstance(other, Used) else other
        return found

    def of_score(self, score: str, contact: Contact) -> Finding | None:
        """Return what somebody recorded as the result of an instrument at a visit, the nearest to its day."""
        found = [
            (abs((each.on.first - contact.on).days), -each.on.first.toordinal(), -at, each)
            for at, each in enumerate(self.chart.of(score))
            if each.on is not None and each.on.is_exact and contact.holds(each.on.first)
        ]
        valued = [each for each in found if not isinstance(each[3].value, Absence) or each[3].answers]
        return min(valued, key=lambda each: each[:3])[3] if valued else None

    def has(self, diseases: Iterable[str]) -> bool:
        """True where one of some diseases, or of the kinds of it, is diagnosed."""
        wanted = frozenset(name for each in diseases for name in self.catalogue.concepts_of(each))
        return any(each.concept in wanted and not each.is_suspected for each in self.chart.episodes)

    @cached_property
    def populations(self) -> tuple[str, ...]:
        """Whose thresholds of myositis hold: juvenile, adult, or both where the onset does not say."""
        if self.has((JUVENILE,)):
            return (JUVENILE,)
        birth, kinds = self.chart.birth, self.catalogue.concepts_of(_MYOSITIS)
        onsets = [each.onset for each in self.chart.episodes if each.concept in kinds]
        dated = [each for each in onsets if each is not None]
        if birth is None or not dated or len(dated) < len(onsets):
            return (ADULT, JUVENILE)
        youngest = min(completed_years(birth.last, each.first) for each in dated)
        return (ADULT,) if youngest >= _MAJORITY else (ADULT, JUVENILE)

    def day_of(self, contact: Contact, *values: Used | Gap) -> date:
        """Return the day a visit's dose is of: that of its newest value, else of the visit itself."""
        days = [each.on for each in values if isinstance(each, Used)]
        return max(days) if days else min(contact.on, self.evaluation_on)
