"""The toxicity log of an infusion as what it is: rows with a cell for each day, what each rests on, and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from core.chart.entries import Finding
from core.follow_up.grading import Graded
from core.follow_up.haematotoxicity import Haematotoxicity
from core.follow_up.marks import Mark
from core.follow_up.toxicity_rows import RowKind
from core.values.interval import Interval

ASTCT = "astct"


@dataclass(frozen=True, slots=True)
class Stated:
    """The grade a clinician gave, on an event: of one day, or of the whole time from ``first`` to ``last``.

    ``system`` "" or ASTCT is the table of the row; a grade of another one is shown and compared with nothing.
    """

    ref: str
    grade: int
    first: int
    last: int
    system: str = ""
    reason: str = ""

    @property
    def is_comparable(self) -> bool:
        """True for a grade by the table of the row."""
        return self.system in ("", ASTCT)

    @property
    def is_of_day(self) -> bool:
        """True for the grade of one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row has on one day; it is a gap where nothing is in it. ``level`` of a value: past the first or the
    second limit that its grading names, 0 for neither or not certain. ``there``: what was recorded of the day without
    a grade, an event or a course that covers it.
    """

    day: int
    finding: Finding | None = None
    amount: Interval | None = None
    count: int = 0
    level: int = 0
    graded: Graded | None = None
    stated: tuple[Stated, ...] = ()
    there: tuple[str, ...] = ()

    @property
    def is_gap(self) -> bool:
        """True where nobody found anything."""
        return self.finding is None and self.graded is None and not self.stated and not self.there

    @property
    def differing(self) -> tuple[Stated, ...]:
        """The clinicians' grades of this day that are none the findings give."""
        return tuple(each for each in self.stated if each.is_of_day and differs(each, self.graded))

    @property
    def refs(self) -> tuple[str, ...]:
        """Every entry that the cell rests on."""
        own = () if self.finding is None else (self.finding.ref,)
        made = () if self.graded is None else self.graded.refs
        return tuple(dict.fromkeys((*own, *made, *(each.ref for each in self.stated), *self.there)))


@dataclass(frozen=True, slots=True)
class InAll:
    """A row as a whole: the highest grade (as a range) with its days, how many days have one; or the value furthest
    out with its day. ``stated``: clinicians' grades of several days that differ from the highest of those days.
    """

    highest: tuple[int, int] | None = None
    days: tuple[int, ...] = ()
    graded_days: int = 0
    furthest: Cell | None = None
    blood: Haematotoxicity | None = None
    differing: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class StripRow:
    """One row with a cell for each day of the strip."""

    kind: RowKind
    cells: tuple[Cell, ...]
    in_all: InAll

    def on(self, day: int) -> Cell:
        """Return the cell of a day; a gap for one the strip does not have."""
        return next((each for each in self.cells if each.day == day), Cell(day))


@dataclass(frozen=True)
class Strip:
    """The strip of one infusion, told on day ``today``; later days are still to come. ``undated``: without a day.

    ``open_rows``: gradings of laboratory values that are no row, since no day has certainly a grade, and that some day
    may have one: a limit of the laboratory or a baseline is not on record.
    """

    day0: date
    today: int
    days: tuple[int, ...]
    rows: tuple[StripRow, ...]
    marks: tuple[Mark, ...]
    undated: tuple[str, ...] = ()
    open_rows: tuple[StripRow, ...] = ()

    def date_of(self, day: int) -> date:
        """Return the date of a day."""
        return self.day0 + timedelta(days=day)

    def row(self, name: str) -> StripRow | None:
        """Return a row by its name, None where it is not shown."""
        return next((each for each in self.rows if each.kind.id == name), None)

    def marks_on(self, day: int) -> tuple[Mark, ...]:
        """Return what was given, or was there, on a day."""
        return tuple(each for each in self.marks if each.first <= day and _ends_by(each, self.today) >= day)

    @property
    def has_entries(self) -> bool:
        """True if anything was found on a day of it."""
        return any(not cell.is_gap for row in self.rows for cell in row.cells)


def differs(stated: Stated, graded: Graded | None) -> bool:
    """True where a clinician's grade by the same table is none of those the findings leave possible."""
    if graded is None or graded.low is None or graded.high is None or not stated.is_comparable:
        return False
    return not graded.low <= stated.grade <= graded.high


def by_day(strip: Strip, day: int) -> Mapping[str, Cell]:
    """Return the cells of a day by row."""
    return {row.kind.id: row.on(day) for row in strip.rows}


def _ends_by(mark: Mark, today: int) -> int:
    return mark.last if mark.last is not None else today if mark.is_ongoing else mark.first
