"""What changed between two states of a registry: what a physician wants to read, trial by trial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from core.trials.trial import Site, State, Trial
from core.values.duration import Duration


class ChangeKind(Enum):
    """What can change, in the order in which it is told."""

    NEW = "new"
    GONE = "gone"
    STATUS = "status"
    AGES = "ages"
    SEX = "sex"
    PHASE = "phase"
    CONDITIONS = "conditions"
    COUNTRIES = "countries"
    SITES = "sites"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one trial: what is not there any more, and what is there now, in the registry's words.

    ``before`` is the trial as it was; None where it is new or gone.
    """

    kind: ChangeKind
    trial: Trial
    gone: tuple[str, ...] = ()
    come: tuple[str, ...] = ()
    before: Trial | None = None


def changes(before: State, after: State) -> tuple[Change, ...]:
    """Return every change by its kind, in the order of the newer state; what is gone, in that of the older."""
    found: list[Change] = []
    found += (Change(ChangeKind.NEW, each) for each in after.trials.values() if each.number not in before.trials)
    found += (Change(ChangeKind.GONE, each) for each in before.trials.values() if each.number not in after.trials)
    both = [(before.trials[each.number], each) for each in after.trials.values() if each.number in before.trials]
    for kind, told in _TOLD.items():
        found += _differing(kind, told, both)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class TrialChanges:
    """Everything that changed of one trial, in the order in which it is told."""

    trial: Trial
    changes: tuple[Change, ...]

    @property
    def kind(self) -> ChangeKind:
        """What is told first."""
        return self.changes[0].kind


def by_trial(changed: Iterable[Change]) -> tuple[TrialChanges, ...]:
    """Return the changes trial by trial, by what is told first of each."""
    found: dict[str, list[Change]] = {}
    for change in changed:
        found.setdefault(change.trial.number, []).append(change)
    order = list(ChangeKind)
    whole = (TrialChanges(each[0].trial, tuple(each)) for each in found.values())
    return tuple(sorted(whole, key=lambda each: order.index(each.kind)))


def _differing(
    kind: ChangeKind, told: Callable[[Trial], Iterable[str]], both: Iterable[tuple[Trial, Trial]]
) -> Iterator[Change]:
    for old, new in both:
        was, now = Counter(told(old)), Counter(told(new))
        if was != now:
            yield Change(kind, new, tuple((was - now).elements()), tuple((now - was).elements()), old)


def _ages(trial: Trial) -> tuple[str]:
    return (f"{_age(trial.youngest)} to {_age(trial.oldest)}",)


def _age(age: Duration | None) -> str:
    return "-" if age is None else str(age)


def site_words(site: Site) -> str:
    """Return a site in the registry's words; its state is no part of what it is."""
    return ", ".join(filter(None, (site.facility, site.city, site.country)))


_TOLD: dict[ChangeKind, Callable[[Trial], Iterable[str]]] = {
    ChangeKind.STATUS: lambda trial: (trial.status,),
    ChangeKind.AGES: _ages,
    ChangeKind.SEX: lambda trial: (trial.sex,),
    ChangeKind.PHASE: lambda trial: trial.phases,
    ChangeKind.CONDITIONS: lambda trial: trial.conditions,
    ChangeKind.COUNTRIES: lambda trial: trial.countries,
    ChangeKind.SITES: lambda trial: map(site_words, trial.sites),
}
