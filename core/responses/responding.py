"""The instruments of a patient's disease, and what each says of a visit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from core.responses.contact import Contact
from core.responses.criss import CRISS, SKIN, criss_of
from core.responses.pairs import VAS
from core.responses.response import Response
from core.responses.states import PRINTO, STATES, state_of
from core.responses.tis import TIS, tis_of
from core.responses.visited import JUVENILE, Visited


@dataclass(frozen=True)
class Instrument:
    """An instrument that is found out by itself: its score, the concept whose values make an assessment of a day.

    ``is_state``: it is told of one visit, not of two. ``is_remission``: what it says is a remission (inactive disease).
    """

    score: str
    key: str
    respond: Callable[[Visited, Contact, Contact], Response]
    is_state: bool = False
    is_remission: bool = False
    is_of_juveniles: bool = False

    def at(self, visited: Visited, baseline: Contact, contact: Contact) -> Response:
        """Return what it says of a visit."""
        return self.respond(visited, baseline, contact)


def _state(kind_at: int, visited: Visited, baseline: Contact, contact: Contact) -> Response:
    del baseline
    return state_of(STATES[kind_at], visited, contact)


INSTRUMENTS: tuple[Instrument, ...] = (
    *(
        Instrument(
            kind.score, kind.key, partial(_state, at), True, kind.is_remission, is_of_juveniles=kind.score == PRINTO
        )
        for at, kind in enumerate(STATES)
    ),
    Instrument(TIS, VAS, tis_of),
    Instrument(CRISS, SKIN, criss_of),
)


def instruments_of(visited: Visited) -> tuple[Instrument, ...]:
    """Return the instruments of the diseases that are diagnosed, as the catalogue says whose they are."""
    return tuple(each for each in INSTRUMENTS if _is_of(each, visited))


def _is_of(instrument: Instrument, visited: Visited) -> bool:
    """A catalogue need not hold every instrument."""
    concept = visited.catalogue.concept(instrument.score)
    if concept is None or not visited.has(concept.diseases):
        return False
    return not instrument.is_of_juveniles or JUVENILE in visited.populations
