"""Somebody whom trials could take, as coarsely as a registry asks: what is not known leaves open what asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.sex import sex_of
from core.trials.fitting import PATTERNS, age_fits, has_disease
from core.trials.trial import Trial
from core.values.duration import completed_years
from core.values.truth import Truth, all_of, any_of, truth_of

_ANY_SEX = "ALL"


@dataclass(frozen=True, slots=True)
class Person:
    """``diseases`` are those of ``PATTERNS``; ``years`` the least and the most completed years, None: not known.

    ``sex`` is FEMALE, MALE, or "" where it is not known.
    """

    diseases: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    sex: str = ""


def person_of(chart: Chart, on: date, catalogue: Catalogue) -> Person:
    """Return who a patient is on a day: diagnoses that go on, age, sex."""
    seen = chart.as_of(on).episodes
    going_on = {each.concept for each in seen if each.ref.startswith("diagnoses/") and each.end is None}
    diseases = tuple(name for name in PATTERNS if not going_on.isdisjoint(catalogue.concepts_of(name)))
    years = None
    if chart.birth is not None and chart.birth.last <= on:
        years = completed_years(chart.birth.last, on), completed_years(chart.birth.first, on)
    sex = sex_of(chart).upper()
    return Person(diseases, years, sex if sex in ("FEMALE", "MALE") else "")


def fits_person(trial: Trial, person: Person) -> Truth:
    """Return whether a trial fits somebody, as far as the coarse fields tell: no criterion is read."""
    disease = any_of(has_disease(trial, each) for each in person.diseases) if person.diseases else Truth.UNKNOWN
    return all_of((disease, _fits_age(trial, person), _fits_sex(trial, person)))


def _fits_age(trial: Trial, person: Person) -> Truth:
    if trial.youngest is None and trial.oldest is None:
        return Truth.TRUE
    if person.years is None:
        return Truth.UNKNOWN
    ends = {age_fits(trial, years) for years in person.years}
    return ends.pop() if len(ends) == 1 else Truth.UNKNOWN


def _fits_sex(trial: Trial, person: Person) -> Truth:
    if trial.sex == _ANY_SEX:
        return Truth.TRUE
    return truth_of(trial.sex == person.sex) if person.sex else Truth.UNKNOWN
