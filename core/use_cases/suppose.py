"""What if: a patient worked on as on any day, of whom nothing is on record before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from core.chart.sections import Shape, is_section, section_of
from core.entry.desk.fields import Change, Field
from core.entry.reasons import CORRECTED
from core.entry.statement import Statement
from core.store.records import DraftLine, Recorded, Retraction, Written
from core.store.records.pending import Pending

Result = TypeVar("Result")


class SupposedRecords:
    """Stands in the place of the record for one patient: answers at once, and keeps nothing on disk."""

    def __init__(self, recorded: Sequence[Recorded], now: Callable[[], datetime]) -> None:
        self._recorded = {each.id: each for each in recorded}
        self._stated = dict(self._recorded)
        self._now = now

    # --- as of the record

    def statements(self, patient_id: str) -> tuple[Recorded, ...]:
        """Return everything stated and supposed of the patient, in its order."""
        del patient_id
        return tuple(self._stated.values())

    def history(self, patient_id: str, section: str, key: str = "") -> tuple[Recorded, ...]:
        """Return what was stated and supposed under one section and key."""
        found = self.statements(patient_id)
        return tuple(each for each in found if (each.statement.section, each.statement.key) == (section, key))

    def record(self, patient_id: str, statement: Statement, by: str, replaces: int | None = None) -> Written:
        """Suppose a statement, in the place of another where there is one."""
        del patient_id
        if replaces is not None:
            self._take_back(replaces, CORRECTED, by)
        number = max(self._stated, default=0) + 1
        supposed = self._stated[number] = Recorded(number, statement, by, self._now(), replaces)
        return _done(supposed)

    def retract(self, patient_id: str, statement_id: int, reason: str, by: str) -> Written:
        """Suppose that a statement were taken back."""
        del patient_id
        return _done(self._take_back(statement_id, reason, by))

    def keep_draft(self, patient_id: str, field: str, text: str) -> Pending[None]:
        """Keep nothing: what is being typed is supposed too."""
        del patient_id, field, text
        return _done(None)

    def drop_draft(self, patient_id: str, field: str) -> Pending[None]:
        """Drop nothing: drafts of the record stay there."""
        del patient_id, field
        return _done(None)

    def drafts(self, patient_id: str) -> tuple[DraftLine, ...]:
        """Return none: they belong to the record."""
        del patient_id
        return ()

    def finish(self, seconds: float | None = None) -> bool:
        """Everything is done as soon as it is asked."""
        del seconds
        return True

    # --- what is supposed

    def changes(self) -> tuple[tuple[Field, Change], ...]:
        """Return what would have to be stated and taken back for the record to say what is supposed.

        What was supposed and taken back again changes nothing.
        """
        added = [each for each in self._stated.values() if each.id not in self._recorded and each.retraction is None]
        gone = {
            number: each
            for number, each in self._stated.items()
            if each.retraction is not None and number in self._recorded and self._recorded[number].retraction is None
        }
        changes: list[tuple[Field, Change]] = []
        for each in added:
            replaced = self._on_record(each.replaces)
            back = None if replaced is not None else _same(each, gone.values())
            if back is not None:
                del gone[back.id]
                continue
            changes.append((_field(each.statement, replaced), Change(each.statement, replaced)))
            gone.pop(replaced or 0, None)
        for number, each in gone.items():
            reason = "" if each.retraction is None else each.retraction.reason
            changes.append((_field(each.statement, number), Change(None, number, reason)))
        return tuple(changes)

    def _on_record(self, number: int | None) -> int | None:
        """Return which statement of the record one stands in the place of, through those that were supposed between."""
        while number is not None and number not in self._recorded:
            number = self._stated[number].replaces
        return number

    def _take_back(self, number: int, reason: str, by: str) -> Recorded:
        gone = self._stated[number] = replace(self._stated[number], retraction=Retraction(reason, by, self._now()))
        return gone


def _same(stated: Recorded, among: Iterable[Recorded]) -> Recorded | None:
    return next((each for each in among if each.statement == stated.statement), None)


def _field(statement: Statement, replaces: int | None) -> Field:
    is_row = is_section(statement.section) and section_of(statement.section).shape is Shape.LIST
    return Field(statement.section, statement.key, str(replaces or "") if is_row else "")


def _done(result: Result) -> Pending[Result]:
    pending: Pending[Result] = Pending()
    pending.succeed(result)
    return pending
