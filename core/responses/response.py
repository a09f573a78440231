"""What an instrument says of one visit: met, not met or not known; a number or its range; each part of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from core.chart.entries import Finding
from core.engine.judgement.outcome import Gap
from core.responses.contact import Contact, Used
from core.scores.definition import Definition
from core.scores.shipped import definition_of
from core.values.truth import Truth


@dataclass(frozen=True, slots=True)
class Part:
    """One condition of a state, or one measure of an improvement.

    ``before`` are values of the baseline or of the assessment before, ``now`` those of the visit; ``said`` answers a
    clinician gave in the panel of the instrument, by input. ``gaps`` say what leaves it open. Of a measure: ``change``
    is its improvement (of TIS in percent of its range), ``points`` what it adds.
    """

    id: str
    truth: Truth = Truth.UNKNOWN
    now: tuple[Used, ...] = ()
    before: tuple[Used, ...] = ()
    gaps: tuple[Gap, ...] = ()
    said: tuple[tuple[str, str], ...] = ()
    change: float | None = None
    points: float | None = None


@dataclass(frozen=True)
class Response:
    """One instrument at one visit.

    ``truth`` is whether it is met: the state, at least the least response, an improvement. ``words`` are the categories
    it can be, the worst first, ``low`` and ``high`` the number or its range. ``recorded`` is a result that somebody
    recorded for this visit: it stands; ``differs`` where what was computed is certain and says otherwise.
    ``is_state``: it is told of one visit, not of two.
    """

    score: str
    contact: Contact
    on: date | None
    truth: Truth
    parts: tuple[Part, ...]
    words: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    recorded: Finding | None = None
    differs: bool = False
    is_state: bool = False
    refs: tuple[str, ...] = field(default=())

    @property
    def definition(self) -> Definition:
        """The instrument."""
        return definition_of(self.score)

    @property
    def is_told(self) -> bool:
        """True where anything of the visit is on record that it speaks of; a dose is known without a visit."""
        values = (used for each in self.parts for used in each.now)
        is_said = any(each.said for each in self.parts)
        return self.recorded is not None or is_said or any(used.finding is not None for used in values)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What leaves it open, each once."""
        if self.truth is not Truth.UNKNOWN:
            return ()
        return tuple(dict.fromkeys(gap for part in self.parts if part.truth is Truth.UNKNOWN for gap in part.gaps))

    @property
    def met(self) -> tuple[Part, ...]:
        """The parts that are met."""
        return tuple(each for each in self.parts if each.truth is Truth.TRUE)
