"""A data set without a format: columns, and rows of one patient or of one visit. CSV and FHIR are written from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

RECORD, REPEATED, INSTANCE = "record_id", "redcap_repeat_instrument", "redcap_repeat_instance"
"""The columns that say of whom and of which visit a row is, as REDCap calls them."""
VISIT, DAY, DATE, STATE = "visit", "visit_day", "visit_date", "visit_state"
INFUSED = "infusion_date"


class Form(Enum):
    """What a row is of."""

    PATIENT = "patient"
    VISIT = "visit"


class Time(Enum):
    """How days are told."""

    COUNTED = "counted"  # days after the infusion, no date at all
    SHIFTED = "shifted"  # dates, each patient's by a number of days that nobody else knows


class Kind(Enum):
    """What the cells of a column hold."""

    WORDS = "words"  # ids of the catalogue, apart by ;
    CHOICE = "choice"
    WHOLE = "whole"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``choices`` are codes with their words; ``concept`` is what of the catalogue it holds, "" none;
    ``comparator`` how its numbers are limits of that (``<=``, ``>=``).
    """

    name: str
    form: Form
    kind: Kind
    label: str
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    note: str = ""
    concept: str = ""
    loinc: str = ""
    comparator: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: of a patient, or of the visit with this number. A cell that is not there is not known."""

    record: str
    visit: int
    cells: Mapping[str, str]

    @property
    def form(self) -> Form:
        """What it is of."""
        return Form.VISIT if self.visit else Form.PATIENT


@dataclass(frozen=True)
class Dataset:
    """All that leaves. ``left_out`` counts values that do not, by why (phrase ``registry-left-WHY``)."""

    time: Time
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left_out: Mapping[str, int]

    @property
    def records(self) -> tuple[str, ...]:
        """The pseudonyms, in the order of the rows."""
        return tuple(dict.fromkeys(each.record for each in self.rows))

    @property
    def visits(self) -> int:
        """How many rows are of a visit."""
        return sum(1 for each in self.rows if each.form is Form.VISIT)

    def of(self, form: Form) -> tuple[Column, ...]:
        """Return the columns of a form."""
        return tuple(each for each in self.columns if each.form is form)
