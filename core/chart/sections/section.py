"""What a section of the record is: its shape, its columns, what it holds, where it is typed.

Everything that has to know a section (the reader of patient files, statements, rows and cells, the form, the store)
asks its declaration; none names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from core.catalogue.concept import Kind
from core.chart.entries import Entry
from core.chart.reading.findings import FindingReader
from core.chart.words import NOTHING_LISTED
from core.values.duration import Duration

Read = Callable[["Section", FindingReader], Iterable[Entry]]
"""Reads the entries of a section out of a patient file."""


class Shape(Enum):
    """How the statements of a section stand together."""

    ONE = "one"  # a text or a mapping: the latest statement holds
    BY_KEY = "by key"  # a text for each key: of each the latest holds
    VERSIONS = "versions"  # dated versions for each key stand beside each other
    LIST = "list"  # each statement is an item


class Cell(Enum):
    """What a column holds, and so how it is typed and shown."""

    TEXT = "text"
    NAME = "name"  # what the entry is: a drug, a diagnosis, an event of the catalogue
    NAMES = "names"  # several of them
    DATE = "date"  # a day, a month or a year that is not in the future
    END = "end"  # the same, or that it goes on, or that nobody knows
    WORD = "word"  # one of ``choices``
    DOSES = "doses"
    DETAILS = "details"  # whatever else can be said of an entry, each behind its label
    BIRTH = "birth date"
    AGE = "age on a day"
    PLANNED = "planned day"  # one that may lie ahead
    PLANNED_DRUGS = "planned drugs"  # each with when it is to be given
    CONCEPT = "concept"  # as the concept of the same name is typed


class Names(Enum):
    """What a name may call."""

    DRUGS = "drugs"
    EPISODES = "episodes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Column:
    """One cell of a row. ``key`` is what the patient file calls it, where that is not its name; ``also``: or so.

    It has a cell of its own in the form unless ``is_detail``: it is typed among the details; or ``untyped`` says why it
    is not typed. ``is_field``: the catalogue gives it to some of the concepts. ``nothing`` is what stands for a list
    that holds none. ``empty`` is the phrase for one that is required and left out.
    """

    name: str
    cell: Cell = Cell.TEXT
    is_required: bool = False
    choices: tuple[str, ...] = ()
    is_detail: bool = False
    untyped: str = ""
    is_field: bool = False
    nothing: str = NOTHING_LISTED
    key: str = ""
    also: tuple[str, ...] = ()
    empty: str = "entry-missing-cell"

    @property
    def written(self) -> str:
        """What the patient file calls it."""
        return self.key or self.name

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything the patient file may call it, its own name first; the cell of the details has no key itself."""
        return () if self.cell is Cell.DETAILS else (self.written, *self.also)


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the record.

    ``names`` is what its naming column may call; ``is_free``: it may also be told in words of one's own.
    ``kinds`` are the kinds of concepts that stand in it, ``holds_drugs``: drugs do. ``stays_complete`` is how long a
    list that was complete on a day is taken to stay so, where it can be complete (the language's own default).
    ``read`` is how it is read; a list without it is read row by row, as its columns say.
    ``page`` is the page of the form it stands on ("": none). ``is_typed_as``: how its one text is typed.
    ``listed_as``: the list of patients shows it, and keeps a copy under that name, which erasure empties.
    ``untyped``: why nothing of it is typed. ``rests_on``: the sections whose entries have to agree with one of it.
    ``is_dated``: a value of another day stands beside the old one and does not correct it. ``is_of``: the list whose
    completeness it tells.
    """

    id: str
    shape: Shape
    columns: tuple[Column, ...] = ()
    read: Read | None = None
    names: Names | None = None
    is_free: bool = False
    kinds: frozenset[Kind] = frozenset()
    holds_drugs: bool = False
    stays_complete: Duration | None = None
    page: str = ""
    is_typed_as: Cell | None = None
    listed_as: str = ""
    is_dated: bool = False
    is_of: str = ""
    untyped: str = ""
    rests_on: tuple[str, ...] = ()

    def column(self, name: str) -> Column | None:
        """Return one column by its name."""
        return next((each for each in self.columns if each.name == name), None)

    def written(self, key: str) -> Column | None:
        """Return the column that a key of the patient file fills."""
        return next((each for each in self.columns if key in each.keys), None)

    @property
    def is_row(self) -> bool:
        """True if its statements are typed cell by cell."""
        is_typed_apart = self.is_dated or self.is_typed_as is not None
        return bool(self.columns) and self.shape in (Shape.ONE, Shape.LIST) and not is_typed_apart

    def typed_as(self, key: str) -> Cell | None:
        """Return how its one text is typed, of a section by key that of the key."""
        column = self.column(key) if self.shape is Shape.BY_KEY else None
        return self.is_typed_as if column is None else column.cell

    @property
    def naming(self) -> Column | None:
        """The column that says what an entry is."""
        return next((each for each in self.columns if each.cell is Cell.NAME), None)

    @property
    def cells(self) -> tuple[str, ...]:
        """The columns of the form, in the order in which Tab walks them."""
        return tuple(each.name for each in self.columns if not each.is_detail and not each.untyped)
