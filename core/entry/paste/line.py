"""One line of a pasted print as it stands, and what can be chosen for a print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from core.catalogue.concept import Concept
from core.entry.paste.sheet import Matter
from core.entry.statement import Plain
from core.entry.typed import Phrase

Place = tuple[int, int]
"""A line and which of its results."""


class State(Enum):
    """How a line stands."""

    UNDERSTOOD = "understood"
    UNUSUAL = "unusual"  # understood, and something speaks against it
    OLDER = "older"  # something newer is on record
    OTHER = "other"  # another value of this day is on record, or stands in this print
    WHICH_UNIT = "which-unit"
    WHICH_VALUE = "which-value"
    WHICH_DAY = "which-day"
    NOT_KNOWN = "not-known"
    REFUSED = "refused"
    ON_RECORD = "on-record"
    NO_VALUE = "no-value"


RECORDABLE = frozenset({State.UNDERSTOOD, State.UNUSUAL, State.OLDER, State.OTHER})
"""What can be recorded; only what is understood is, unless somebody ticks the others."""

ASKING = frozenset({State.WHICH_UNIT, State.WHICH_VALUE, State.WHICH_DAY, State.NOT_KNOWN})
"""What waits for an answer."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for a print: of names concepts, of concepts units, of written days the day that is meant (all by
    how they are printed), of lines their value or their box.
    """

    concepts: Mapping[str, str] = field(default_factory=dict[str, str])
    units: Mapping[str, str] = field(default_factory=dict[str, str])
    days: Mapping[str, str] = field(default_factory=dict[str, str])
    values: Mapping[Place, str] = field(default_factory=dict[Place, str])
    boxes: Mapping[Place, bool] = field(default_factory=dict[Place, bool])


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line. ``text`` is what was read as if typed; ``options`` are the values, units or days that can be chosen.

    ``reason`` is why it stands as it does, ``besides`` what should be known besides: doubts, what was not read.
    ``key`` is what a choice is remembered by: the name as printed, the concept, or the day as written. ``fits`` is the
    one unit in which value and limits are usual, "" where none or several are: it is said, never taken.
    ``is_remembered``: concept or unit are as somebody said before of this laboratory.

    A diagnosis, event or course stands in a list, ``section``, and is of a ``thing`` called by ``labels``: ``said`` and
    ``days`` are its other cells in the language of the desk. ``wants`` is of what it must be where that is asked; None:
    of a measurement. ``is_told_in_note``: the catalogue has no word for a part of it, so that its note tells it apart.
    """

    place: Place
    raw: str
    state: State
    name: str = ""
    key: str = ""
    concept: Concept | None = None
    content: Plain | None = None
    text: str = ""
    reason: Phrase | None = None
    besides: tuple[Phrase, ...] = ()
    options: tuple[str, ...] = ()
    fits: str = ""
    replaces: int | None = None
    is_remembered: bool = False
    is_heading: bool = False
    section: str = ""
    thing: str = ""
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    said: str = ""
    days: str = ""
    wants: Matter | None = None
    is_told_in_note: bool = False

    @property
    def is_recordable(self) -> bool:
        """True if ticking the box records it."""
        return self.state in RECORDABLE

    @property
    def day(self) -> str:
        """The day of what was understood, as a patient file has it."""
        written = self.content.get("date") if isinstance(self.content, dict) else None
        return written if isinstance(written, str) else ""
