"""The trials of a state as a list: which fit what is asked, which have a rule file, which is nearest, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from core.trials.comparing import TrialChanges
from core.trials.fitting import Asked, ages_meet, fits, has_disease, is_in
from core.trials.person import Person, fits_person
from core.trials.trial import Place, Site, State, Trial
from core.values.truth import Truth, all_of, any_of, truth_of

FAR = float("inf")
"""How far a trial is of which no way is known: behind all others."""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A rule file of a trial: its id, its version, and the day on which its state was read ("" where nobody wrote).

    ``title`` is what the file calls the trial in short, by language; {} where it says nothing short.
    """

    id: str
    version: str
    seen: str = ""
    title: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Listed:
    """A trial of the list. ``fits`` is coarse, by the registry's fields alone; ``file`` None where it has none.

    ``is_newer``: the registry's record was updated after the day on which the rule file's state was read.
    """

    trial: Trial
    fits: Truth = Truth.TRUE
    nearest: tuple[Site, float] | None = None
    file: HeldFile | None = None
    changed: TrialChanges | None = None

    @property
    def rule_file(self) -> str:
        """The version of its rule file, "" where it has none."""
        return "" if self.file is None else self.file.version

    @property
    def is_newer(self) -> bool:
        """True if the record was updated after the state of the rule file was read."""
        return self.file is not None and bool(self.file.seen) and self.trial.updated > self.file.seen


def listing(
    state: State,
    files: Mapping[str, HeldFile],
    home: Place | None = None,
    changed: Iterable[TrialChanges] = (),
) -> tuple[Listed, ...]:
    """Return every trial, the nearest first, then by number; ``files`` are by the number of their trial."""
    changes = {each.trial.number: each for each in changed}
    found = (
        Listed(
            trial,
            nearest=None if home is None else trial.nearest(home),
            file=files.get(trial.number),
            changed=changes.get(trial.number),
        )
        for trial in state.trials.values()
    )
    return tuple(sorted(found, key=_order))


def asked_for(whole: Iterable[Listed], asked: Asked) -> tuple[Listed, ...]:
    """Return the trials that fit or may fit, those that certainly do first."""
    return _fitting((each, fits(each.trial, asked)) for each in whole)


def fitting_person(whole: Iterable[Listed], person: Person) -> tuple[Listed, ...]:
    """Return the trials that fit or may fit somebody, those that certainly do first."""
    return _fitting((each, fits_person(each.trial, person)) for each in whole)


def _fitting(found: Iterable[tuple[Listed, Truth]]) -> tuple[Listed, ...]:
    kept = (replace(each, fits=fit) for each, fit in found if fit is not Truth.FALSE)
    return tuple(sorted(kept, key=_order))


def _order(each: Listed) -> tuple[bool, float, str]:
    return each.fits is not Truth.TRUE, FAR if each.nearest is None else each.nearest[1], each.trial.number


class FileWish(Enum):
    """Which trials are looked for by their rule file."""

    ANY = "any"
    WITH = "with"
    WITHOUT = "without"
    NEWER = "newer"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is narrowed to; what is empty or None asks nothing.

    ``diseases``: any of them will do. ``first_age`` and ``last_age`` are completed years that a trial has to meet.
    ``statuses`` are states of the registry, ``person`` somebody whom the trial could take.
    """

    words: str = ""
    diseases: tuple[str, ...] = ()
    first_age: int | None = None
    last_age: int | None = None
    sex: str = ""
    country: str = ""
    statuses: frozenset[str] = frozenset()
    file: FileWish = FileWish.ANY
    only_changed: bool = False
    person: Person | None = None


def wished(whole: Sequence[Listed], wish: Wish) -> tuple[Listed, ...]:
    """Return what a list is narrowed to, each with how surely it fits; those that certainly do first."""
    sure = [each for each in whole if all(_sure_parts(each, wish))]
    return _fitting((each, all_of(_parts(each.trial, wish))) for each in sure)


def _sure_parts(each: Listed, wish: Wish) -> Iterator[bool]:
    yield all(word in _told(each.trial) for word in wish.words.casefold().split())
    yield not wish.statuses or each.trial.status in wish.statuses
    yield not wish.only_changed or each.changed is not None
    if wish.file is FileWish.WITH:
        yield each.file is not None
    elif wish.file is FileWish.WITHOUT:
        yield each.file is None
    elif wish.file is FileWish.NEWER:
        yield each.is_newer


def _parts(trial: Trial, wish: Wish) -> Iterator[Truth]:
    if wish.diseases:
        yield any_of(has_disease(trial, each) for each in wish.diseases)
    yield ages_meet(trial, wish.first_age, wish.last_age)
    if wish.sex:
        yield truth_of(trial.sex in ("ALL", wish.sex))
    if wish.country:
        yield is_in(trial, wish.country)
    if wish.person is not None:
        yield fits_person(trial, wish.person)


def _told(trial: Trial) -> str:
    """Return all that is searched, in small letters."""
    parts = (trial.number, trial.title, trial.acronym, trial.sponsor, *trial.conditions, *trial.interventions)
    return " ".join(parts).casefold()


@dataclass(frozen=True, slots=True)
class KnownTrials:
    """The trials of a state that fit somebody coarsely, take patients now or soon, and have no rule file.

    ``day`` is the state's as written, ``imported_on`` that of its import; ``listed`` are as many as a paper has room
    for, ``more`` the others. ``home`` is what distances are told from, "" where they are not.
    """

    day: str
    imported_on: str
    listed: tuple[Listed, ...]
    more: int = 0
    home: str = ""


_TAKING_OR_SOON = frozenset({"RECRUITING", "NOT_YET_RECRUITING"})
MOST_ON_PAPER = 15


def known_for(whole: Iterable[Listed], person: Person) -> tuple[tuple[Listed, ...], int]:
    """Return the trials for a paper, and how many it has no room for: those that take patients already first."""
    wanted = [each for each in whole if each.file is None and each.trial.status in _TAKING_OR_SOON]
    found = sorted(
        fitting_person(wanted, person), key=lambda each: (each.fits is not Truth.TRUE, not each.trial.takes_patients)
    )
    return tuple(found[:MOST_ON_PAPER]), len(found[MOST_ON_PAPER:])
