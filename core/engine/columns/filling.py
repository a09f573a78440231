"""The table's cells from one record: what a column holds of a patient, or that it cannot hold it exactly.

``IRREGULAR`` is said wherever more than one plain thing is on record (results of one day that differ, a number known in
part, an onset in the future, …): then the deciding engine is asked for the condition, for this patient alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.engine.columns.column import (
    Answered,
    AnsweredOn,
    BesideLimit,
    Born,
    Column,
    DayOf,
    IsRecorded,
    LandmarkDay,
    LastDay,
    ListDay,
    NeverUntil,
    Newest,
    NumberOf,
    OwnLimit,
    Reference,
    ToldOf,
    stored,
)
from core.engine.columns.measured import word_told
from core.engine.deciding.calendar import LONG_AGO, ends
from core.engine.deciding.kleene import FALSE, TRUE
from core.engine.deciding.limits import converted
from core.engine.deciding.record import Days, Record, Result, landmark
from core.engine.deciding.results import NOT_ONE, certainly_newest, method_of
from core.values.quantity import Quantity
from core.values.truth import Truth


class Irregular(Enum):
    """Stands for what a column cannot hold."""

    IRREGULAR = "irregular"


IRREGULAR: Final = Irregular.IRREGULAR
Cell = int | str | None | Irregular
"""What a column holds of one patient; None: nothing is on record."""


class Filler:
    """Fills the cells of one patient."""

    def __init__(self, record: Record, evaluation: int) -> None:
        self.record = record
        self.catalogue: Catalogue = record.catalogue
        self.evaluation = evaluation
        self._newest: dict[Newest, Result | Irregular | None] = {}
        self._known: dict[Column, Cell] = {}

    def cell(self, column: Column) -> Cell:
        """Return what a column that tells of the record holds."""
        if column not in self._known:
            self._known[column] = FILLED[type(column)](column, self)
        return self._known[column]

    # --- the newest result

    def newest(self, of: Newest) -> Result | Irregular | None:
        """Return the one result that decides; None where there is none."""
        if of not in self._newest:
            self._newest[of] = self._find(of)
        return self._newest[of]

    def _find(self, of: Newest) -> Result | Irregular | None:
        has_method = method_of(self.concept(of), of.qualifiers)
        results = [each for each in self.record.of(of.concept) if has_method(each)]
        if not results:
            return None
        found = certainly_newest(results, has_method)
        return IRREGULAR if found is NOT_ONE or found.day > self.evaluation else found

    def concept(self, of: Newest) -> Concept:
        """Return the concept a result is of; only what the catalogue knows is planned."""
        return self.catalogue.concepts[of.concept]


def _day(column: DayOf, at: Filler) -> Cell:
    found = at.newest(column.of)
    return found.day if isinstance(found, Result) else found


def _number(column: NumberOf, at: Filler) -> Cell:
    found = at.newest(column.of)
    if not isinstance(found, Result):
        return found
    if found.exact is None or found.quantity is None:
        return IRREGULAR
    return _stored(_in_unit(found.quantity, column.unit, at.concept(column.of)))


def _in_unit(quantity: Quantity, unit: str, concept: Concept) -> Decimal | None:
    amount = converted(quantity, unit, concept)
    return None if amount is None or not amount.is_exact else amount.low


def _stored(number: Decimal | None) -> Cell:
    found = None if number is None else stored(number)
    return IRREGULAR if found is None else found


def _told(column: ToldOf, at: Filler) -> Cell:
    found = at.newest(column.of)
    if not isinstance(found, Result):
        return found
    word = word_told(found.value, at.concept(column.of))
    return IRREGULAR if word is None else word


def _own(result: Result, reference: Reference) -> Quantity | None:
    return result.uln if reference == "ULN" else result.lln


def _beside_limit(column: BesideLimit, at: Filler) -> Cell:
    found = at.newest(column.of)
    if not isinstance(found, Result):
        return found
    own = _own(found, column.reference)
    if found.exact is None or found.quantity is None:
        return IRREGULAR
    return None if own is None else _whole(_in_unit(found.quantity, own.unit, at.concept(column.of)))


def _own_limit(column: OwnLimit, at: Filler) -> Cell:
    found = at.newest(column.of)
    if not isinstance(found, Result):
        return found
    own = _own(found, column.reference)
    if own is None:
        return None
    return _whole(own.amount.low if own.amount.is_exact else None)


def _whole(number: Decimal | None) -> Cell:
    """Products are exact of whole millionths alone."""
    found = _stored(number)
    return found if isinstance(found, int) and found % 2 == 0 else IRREGULAR


# --- birth, landmarks, answers


def _born(column: Born, at: Filler) -> Cell:
    birth = at.record.birth
    return None if birth is None else birth[0 if column.end == "first" else 1]


def _landmark(column: LandmarkDay, at: Filler) -> Cell:
    found = landmark(at.record, column.landmark)
    return None if found is None else found[0 if column.end == "first" else 1]


_ANSWERS: Mapping[Truth, str] = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "unknown"}


def _answer(question: str, at: Filler) -> tuple[int, str] | Irregular | None:
    best: tuple[int, int, str] | None = None
    for each in at.record.answers.get(question, ()):
        first, last = (LONG_AGO, LONG_AGO) if each.on is None else ends(each.on)
        if first > at.evaluation:
            return IRREGULAR
        if best is None or last > best[1]:
            best = (first, last, _ANSWERS[each.answer])
    return None if best is None else (best[0], best[2])


def _answered_on(column: AnsweredOn, at: Filler) -> Cell:
    found = _answer(column.question, at)
    return found[0] if isinstance(found, tuple) else found


def _answered(column: Answered, at: Filler) -> Cell:
    found = _answer(column.question, at)
    return found[1] if isinstance(found, tuple) else found


# --- what was there


def _last_day(column: LastDay, at: Filler) -> Cell:
    if not _is_plain(column, at):
        return IRREGULAR
    found = LONG_AGO
    for days, is_sure in _meant(column, at):
        if days[1] > at.evaluation:
            return IRREGULAR
        if not column.is_sure:
            found = max(found, days[3])
        elif is_sure:
            found = max(found, days[2])
    return found


def _is_plain(column: LastDay, at: Filler) -> bool:
    """True if only episodes and courses speak: no text, no sign that was seen, none that was seen to be gone."""
    record = at.record
    if column.is_class and record.untold:
        return False
    for name in column.conditions & record.recorded:
        if any(each.is_yes or (column.is_now and each.is_no) for each in record.of(name)):
            return False
    return not any(
        there.is_open and any(each.is_no for each in record.of(there.concept))
        for there, _ in record.of_conditions(column.conditions)
    )


def _meant(column: LastDay, at: Filler) -> Iterator[tuple[Days, bool]]:
    """Yield the days of what may be meant, and whether it certainly is."""
    for there, is_of in at.record.of_conditions(column.conditions):
        yield there.days_at(at.evaluation), is_of == TRUE and not there.is_in_doubt
    for taken, is_of in at.record.of_drugs(column.drugs):
        yield taken.days_at(at.evaluation, {}), is_of == TRUE


def _never_until(column: NeverUntil, at: Filler) -> Cell:
    return min((at.record.never.get(name, LONG_AGO) for name in column.names), default=LONG_AGO)


def _list_day(column: ListDay, at: Filler) -> Cell:
    """Of several statements one says more than all others, or the table cannot hold them."""
    said = at.record.complete.get(column.of, ())
    if not said:
        return None
    since, as_of = min(each for each, _ in said), max(each for _, each in said)
    if (since, as_of) not in said:
        return IRREGULAR
    return since if column.which == "since" else as_of


def _is_recorded(column: IsRecorded, at: Filler) -> Cell:
    return TRUE if column.concept in at.record.recorded else FALSE


FILLED: Mapping[type[Column], Callable[[Any, Filler], Cell]] = {
    DayOf: _day,
    NumberOf: _number,
    ToldOf: _told,
    BesideLimit: _beside_limit,
    OwnLimit: _own_limit,
    Born: _born,
    LandmarkDay: _landmark,
    AnsweredOn: _answered_on,
    Answered: _answered,
    LastDay: _last_day,
    NeverUntil: _never_until,
    ListDay: _list_day,
    IsRecorded: _is_recorded,
}
"""What fills each kind of column; verdict columns are the deciding engine's."""
