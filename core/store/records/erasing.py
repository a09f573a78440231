"""What the erasure of a patient empties, said once: for the record in use and for every copy of it.

In a copy nothing is added to the trail: its chain stays the beginning of the record's own, and a content that is not
there is accounted for by the patient being marked as erased.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import Session, col, delete, select, update

from core.chart.sections import every_section
from core.store.records.connecting import WrongKeyError, connect, connect_still, open_engine
from core.store.records.examining import examine, examine_still
from core.store.records.tables import (
    DraftRecord,
    LatestRecord,
    PatientRecord,
    RetractionRecord,
    ScreeningRecord,
    StatementRecord,
)

LISTED = {each.id: each.listed_as for each in every_section() if each.listed_as}
"""What the list of patients holds a copy of, by its section."""
_NAMING = ("name", "number", "birth")
_IN_COPY = "SELECT id, erased_at FROM patientrecord"


def empty(opened: Session, patient_id: str, at: str) -> None:
    """Empty everything that was said of a patient, and mark the patient as erased.

    Which rule files somebody was screened against tells of a disease, so that goes too.
    """
    words: dict[str, str | None] = dict.fromkeys((*LISTED.values(), "opened_at"))
    of_patient = col(PatientRecord.id) == patient_id
    opened.exec(update(PatientRecord).where(of_patient).values({**words, "erased_at": at}))
    # only now do the triggers let go of the rest
    statements = update(StatementRecord).where(col(StatementRecord.patient_id) == patient_id)
    opened.exec(statements.values({"content": None, "salt": None, "section": "", "key": ""}))
    opened.exec(update(RetractionRecord).where(col(RetractionRecord.patient_id) == patient_id).values({"reason": None}))
    screenings = update(ScreeningRecord).where(col(ScreeningRecord.patient_id) == patient_id)
    told = dict.fromkeys(("rule_id", "version", "file_hash", "evaluated_on"), "")
    opened.exec(screenings.values({**told, "answer": None, "salt": None}))
    opened.exec(delete(DraftRecord).where(col(DraftRecord.patient_id) == patient_id))
    opened.exec(delete(LatestRecord).where(col(LatestRecord.patient_id) == patient_id))
    opened.expire_all()


def names_patient(opened: Session, patient_id: str, reason: str) -> bool:
    """Tell whether a reason, which stays in the trail for good, says who was erased: a word of name, number or birth.

    Asked before anything is emptied; names that were corrected count too.
    """
    naming = [section for section, listed in LISTED.items() if listed in _NAMING]
    stated = opened.exec(
        select(StatementRecord.section, StatementRecord.key, StatementRecord.content).where(
            StatementRecord.patient_id == patient_id, col(StatementRecord.section).in_(naming)
        )
    ).all()
    words = {word for _, _, content in stated for word in _words(content or "")}
    words |= {f"{word}s" for word in words}  # of whom something is
    return not words.isdisjoint(_words(reason))


def erased_in(copy: Path, key: bytes) -> dict[str, str]:
    """Return who is marked as erased in a copy, with the instants; WrongKeyError where it does not open."""
    return {patient: at for patient, at in _patients_in(copy, key).items() if at}


def holds_any(copy: Path, key: bytes, erased: Mapping[str, str]) -> bool:
    """Tell whether a copy that nobody writes holds an erased patient whole; WrongKeyError where it does not open."""
    return any(patient in erased and not at for patient, at in _patients_in(copy, key).items())


def erase_in_copy(part: Path, key: bytes, erased: Mapping[str, str]) -> None:
    """Empty what was said of the erased in a copy that was made aside, with its journal, if it had one.

    It has none afterwards, and every page of it is written anew, so that no page keeps what was cut out of it.
    WrongKeyError where it cannot be read whole, before or afterwards.
    """
    if examine(part, key).version == 0:
        raise WrongKeyError("error-record-damaged")
    engine = open_engine(part, key)
    try:
        with Session(engine) as opened, opened.begin():
            for patient_id in opened.exec(select(PatientRecord.id)).all():
                if patient_id in erased:
                    empty(opened, patient_id, erased[patient_id])
    finally:
        engine.dispose()
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


def _patients_in(copy: Path, key: bytes) -> dict[str, str]:
    opened = connect_still(copy, key)
    try:
        return {str(patient): str(at or "") for patient, at in opened.execute(_IN_COPY).fetchall()}
    except sqlcipher.DatabaseError as error:
        raise WrongKeyError("error-record-damaged") from error
    finally:
        opened.close()


_LEAST_LETTERS = 3
"""Shorter words name nobody and stand in every sentence."""


def _words(text: str) -> set[str]:
    plain = "".join(sign if sign.isalnum() else " " for sign in text.casefold())
    return {word for word in plain.split() if len(word) >= _LEAST_LETTERS}
