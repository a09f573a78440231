"""What the erasure of a patient empties, said once: for the record in use and for every copy of it.

In a copy nothing is added to the trail: its chain stays the beginning of the record's own, and a content that is not
there is accounted for by the patient being marked as erased.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2 as sqlcipher

from core.chart.sections import every_section
from core.store.records import reading
from core.store.records.beginning import begun
from core.store.records.connecting import WrongKeyError, connect, connect_still
from core.store.records.examining import examine, examine_still
from core.store.records.rows import DRAFTS, LATEST, PATIENTS, RETRACTIONS, SCREENINGS, STATEMENTS
from core.store.records.sql import Runs, Transaction

LISTED = {each.id: each.listed_as for each in every_section() if each.listed_as}
"""What the list of patients holds a copy of, by its section."""
_NAMING = ("name", "number", "birth")
Answer = TypeVar("Answer")


def empty(opened: Runs, patient_id: str, at: str) -> None:
    """Empty everything that was said of a patient, and mark the patient as erased.

    Which rule files somebody was screened against tells of a disease, so that goes too.
    """
    # marked first: the triggers let go only of a patient who is
    PATIENTS.change(opened, {**dict.fromkeys((*LISTED.values(), "opened_at")), "erased_at": at}, id=patient_id)
    said = {"content": None, "salt": None, "section": "", "key": ""}
    STATEMENTS.change(opened, said, patient_id=patient_id)
    RETRACTIONS.change(opened, {"reason": None}, patient_id=patient_id)
    judged = dict.fromkeys(("rule_id", "version", "file_hash", "evaluated_on"), "")
    SCREENINGS.change(opened, {**judged, "answer": None, "salt": None}, patient_id=patient_id)
    DRAFTS.remove(opened, patient_id=patient_id)
    LATEST.remove(opened, patient_id=patient_id)


def empty_all(opened: Runs, erased: Mapping[str, str]) -> None:
    """Empty whoever of the erased stands in a record, marked already or not: an older program emptied less."""
    for patient in PATIENTS.find(opened):
        if patient.id in erased:
            empty(opened, patient.id, erased[patient.id])


def names_patient(opened: Runs, patient_id: str, reason: str) -> bool:
    """Tell whether a reason, which stays in the trail for good, says who was erased: a word of name, number or birth.

    Asked before anything is emptied; names that were corrected count too.
    """
    naming = [section for section, listed in LISTED.items() if listed in _NAMING]
    stated = [row for each in naming for row in STATEMENTS.find(opened, patient_id=patient_id, section=each)]
    words = {word for row in stated for word in _words(row.content or "")}
    words |= {f"{word}s" for word in words}  # of whom something is
    return not words.isdisjoint(_words(reason))


def erased_in(copy: Path, key: bytes) -> dict[str, str]:
    """Return who is marked as erased in a copy, with the instants; WrongKeyError where it does not open."""
    return _asked(copy, key, reading.erased)


def holds_any(copy: Path, key: bytes, erased: Mapping[str, str]) -> bool:
    """Tell whether a copy that nobody writes holds an erased patient whole; WrongKeyError where it does not open."""
    return _asked(copy, key, lambda opened: any(line.id in erased for line in reading.patients(opened)))


def erase_in_copy(part: Path, key: bytes, erased: Mapping[str, str]) -> None:
    """Empty what was said of the erased in a copy that was made aside, with its journal, if it had one.

    It has none afterwards, and every page of it is written anew, so that no page keeps what was cut out of it.
    WrongKeyError where it cannot be read whole, before or afterwards.
    """
    if examine(part, key).version == 0:
        raise WrongKeyError("error-record-damaged")
    opened = begun(part, key, is_marked=False)
    try:
        transaction = Transaction(opened)
        empty_all(transaction, erased)
        transaction.commit()
    finally:
        opened.close()
    _write_anew(part, key)
    examine_still(part, key)
    if holds_any(part, key, erased):
        raise WrongKeyError("error-record-damaged")


def _write_anew(path: Path, key: bytes) -> None:
    opened = connect(path, key, must_exist=True)
    try:
        opened.execute("PRAGMA journal_mode = DELETE").fetchone()
        opened.execute("VACUUM")
    finally:
        opened.close()


def _asked(copy: Path, key: bytes, ask: Callable[[Runs], Answer]) -> Answer:
    opened = connect_still(copy, key)
    try:
        return ask(opened)
    except sqlcipher.DatabaseError as error:
        raise WrongKeyError("error-record-damaged") from error
    finally:
        opened.close()


_LEAST_LETTERS = 3
"""Shorter words name nobody and stand in every sentence."""


def _words(text: str) -> set[str]:
    plain = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return {word for word in plain.split() if len(word) >= _LEAST_LETTERS}
