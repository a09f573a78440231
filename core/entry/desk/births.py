"""When somebody was born of whom nothing is on record yet: a birth date, an age on a day, or both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from core.entry.desk.desk import Desk
from core.entry.desk.field import Field
from core.entry.desk.kept import Kept
from core.entry.desk.reading import CONTRADICTS
from core.entry.statement import Statement
from core.entry.typed import Empty, Phrase, Refused, Typed, Understood

_BIRTH, _AGE = Field("birth_date"), Field("age")
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Births:
    """What both fields say; an age that contradicts the birth date is refused."""

    birth: Typed
    age: Typed

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements to record; none while one field is not understood, or both are empty."""
        if not all(isinstance(each, Understood | Empty) for each in (self.birth, self.age)):
            return ()
        both = ((_BIRTH, self.birth), (_AGE, self.age))
        return tuple(Statement.of(where.section, each.content) for where, each in both if isinstance(each, Understood))


def read_births(birth: str, age: str, blank: Desk) -> Births:
    """Return what the two texts say of somebody new; ``blank`` holds nothing."""
    told = _typed(blank, _BIRTH, birth)
    if isinstance(told, Understood):
        blank = blank.keeping(Kept(1, Statement.of(_BIRTH.section, told.content), "", _NEVER))
    years = _typed(blank, _AGE, age)
    if isinstance(years, Refused) and years.reason.id == CONTRADICTS:
        years = Refused(Phrase("entry-births-differ"))  # nothing is on record that could be taken back
    return Births(told, years)


def _typed(desk: Desk, where: Field, text: str) -> Typed:
    draft = desk.typed(where, text).draft(where)
    return Empty() if draft is None else draft.typed
