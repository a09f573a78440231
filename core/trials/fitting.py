"""Which trials a patient could fit by the coarse fields of a registry: disease, age, sex, country, state.

Coarse is said so: no criterion is read here, and nobody is called eligible by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.trials.trial import Trial
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth, all_of, truth_of

_MONTHS = 12
_DAYS_OF_MONTH = 30
_DISEASES = {
    "sle": r"lupus|\bSLE\b",
    "iim": r"myositis|dermatomyositis|inflammatory myopath|antisynthetase|necroti[sz]ing myopath|\bIIM\b",
    "ssc": r"systemic sclerosis|scleroderma|\bSSc\b",
}
_BASKET = re.compile(r"auto-?immune|immune-mediated|rheumat(?!oid)|B-?cell.{0,12}(related|mediated)", re.IGNORECASE)
"""What names no disease and can hold every one of ours."""
PATTERNS = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _DISEASES.items()}
"""The diseases of this program by their ids in the catalogue. The words are ours: conditions are free text."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom trials are looked for. ``disease`` is one of ``PATTERNS``; "" and None: whatever it is."""

    disease: str = ""
    years: int | None = None
    sex: str = ""
    country: str = ""
    only_taking: bool = False


def fits(trial: Trial, asked: Asked) -> Truth:
    """Return whether a trial fits, as far as the coarse fields tell; unknown where one of them leaves it open."""
    return all_of(_parts(trial, asked))


def diseases_of(trial: Trial) -> tuple[str, ...]:
    """Return the diseases of this program that a trial names, by their ids."""
    return _named(_told(trial))[0]


@lru_cache(maxsize=4096)
def _named(told: str) -> tuple[tuple[str, ...], bool]:
    """Return the diseases that a text names, and whether it names a basket; asked anew at each narrowing of a list."""
    names = tuple(name for name, pattern in PATTERNS.items() if pattern.search(told))
    return names, _BASKET.search(told) is not None


def _told(trial: Trial) -> str:
    return " | ".join((*trial.conditions, trial.title))


def _parts(trial: Trial, asked: Asked) -> Iterator[Truth]:
    if asked.disease:
        yield has_disease(trial, asked.disease)
    if asked.years is not None:
        yield age_fits(trial, asked.years)
    if asked.sex:
        yield truth_of(trial.sex in ("ALL", asked.sex))
    if asked.country:
        yield is_in(trial, asked.country)
    if asked.only_taking:
        yield truth_of(trial.takes_patients)


def has_disease(trial: Trial, disease: str) -> Truth:
    """Return whether a trial is of a disease; unknown where it names none of ours and is of a basket."""
    names, is_basket = _named(_told(trial))
    if disease in names:
        return Truth.TRUE
    return Truth.UNKNOWN if not names and is_basket else Truth.FALSE


def age_fits(trial: Trial, years: int) -> Truth:
    """Return whether a trial takes somebody of so many completed years."""
    return all_of((_is_old_enough(years, trial.youngest), _is_young_enough(years, trial.oldest)))


def ages_meet(trial: Trial, first: int | None, last: int | None) -> Truth:
    """Return whether a trial takes anybody between two ages in completed years, both among them; None: no limit."""
    return all_of(
        (
            Truth.TRUE if last is None else _is_old_enough(last, trial.youngest),
            Truth.TRUE if first is None else _is_young_enough(first, trial.oldest),
        )
    )


def is_in(trial: Trial, country: str) -> Truth:
    """Return whether a trial is in a country, as the registry writes it; unknown where it names none."""
    countries = {each.casefold() for each in trial.countries}
    return truth_of(country.casefold() in countries) if countries else Truth.UNKNOWN


def _is_old_enough(years: int, youngest: Duration | None) -> Truth:
    """A completed year holds twelve months: a limit inside of it leaves it open."""
    if youngest is None:
        return Truth.TRUE
    limit = _months(youngest)
    if years * _MONTHS >= limit:
        return Truth.TRUE
    return Truth.FALSE if years * _MONTHS + _MONTHS - 1 < limit else Truth.UNKNOWN


def _is_young_enough(years: int, oldest: Duration | None) -> Truth:
    """A limit of years holds until the next birthday, as registries mean it."""
    if oldest is None:
        return Truth.TRUE
    if oldest.unit is TimeUnit.YEAR:
        return truth_of(years <= oldest.count)
    limit = _months(oldest)
    if years * _MONTHS > limit:
        return Truth.FALSE
    return Truth.TRUE if years * _MONTHS + _MONTHS - 1 <= limit else Truth.UNKNOWN


def _months(age: Duration) -> int:
    """Return an age in whole months; days and weeks are rounded up, which only leaves more open."""
    if age.unit is TimeUnit.YEAR:
        return age.count * _MONTHS
    if age.unit is TimeUnit.MONTH:
        return age.count
    days = age.count * (7 if age.unit is TimeUnit.WEEK else 1)
    return -(-days // _DAYS_OF_MONTH)
