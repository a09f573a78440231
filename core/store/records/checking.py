"""Whether the trail is whole and fits what it tells of: every content against the digest of the act that wrote it.

The pages of the file are sealed, so what is found here was written with the key: by another program, or by a mistake
of ours. Works on a bare connection and in pieces, so that it can be given up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher

from core.progress import Report, unwatched
from core.store.records.kept_records import AuditCheck
from core.store.records.trail import START, digest_of, hash_of, is_digest_of_statement

_PIECE = 500
NEWEST = 200
"""How many of the last acts are checked before anything is shown."""

_ACTS = """SELECT sequence, at, "by", act, patient_id, subject, digest, reason, previous, hash
    FROM auditrecord WHERE sequence > ? ORDER BY sequence LIMIT ?"""
_BEFORE = "SELECT hash FROM auditrecord WHERE sequence = ?"
# what an act wrote, what salted it, and whose it is; the reason of a retraction is salted with its statement's salt
_WRITTEN = {
    "stated": 'SELECT content, salt, patient_id, section, "key" FROM statementrecord WHERE id = ?',
    "retracted": """SELECT r.reason, s.salt, r.patient_id, '', '' FROM retractionrecord r
        JOIN statementrecord s ON s.id = r.statement_id WHERE s.id = ?""",
    "screened": "SELECT answer, salt, patient_id, '', '' FROM screeningrecord WHERE id = ?",
}
_COUNTED = {
    "stated": "SELECT count(*) FROM statementrecord",
    "retracted": "SELECT count(*) FROM retractionrecord",
    "screened": "SELECT count(*) FROM screeningrecord",
}
_ERASED = "SELECT count(*) FROM patientrecord WHERE id = ? AND erased_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class _Told:
    """One act as it stands in its row."""

    sequence: int
    act: str
    patient_id: str
    subject: str
    digest: str


def check_newest(opened: sqlcipher.Connection, last: int, count: int = NEWEST) -> AuditCheck:
    """Check the last acts of a trail that ends at ``last``."""
    return _checked(opened, max(0, last - count), last, unwatched)


def check_all(opened: sqlcipher.Connection, report: Report = unwatched) -> AuditCheck:
    """Check every act, and that nothing lies in the record that no act tells of; ``report`` may give it up."""
    last = _number(opened, "SELECT coalesce(max(sequence), 0) FROM auditrecord")
    found = _checked(opened, 0, last, report)
    if found.is_whole and any(_number(opened, counted) != _acts(opened, act) for act, counted in _COUNTED.items()):
        return AuditCheck(found.rows, 0)
    return found


def _checked(opened: sqlcipher.Connection, since: int, last: int, report: Report) -> AuditCheck:
    row = opened.execute(_BEFORE, (since,)).fetchone()
    previous = START if row is None else str(row[0])
    expected = since + 1
    while expected <= last:
        report(expected - 1, last)
        rows = opened.execute(_ACTS, (expected - 1, _PIECE)).fetchall()
        for sequence, *told, was, fits in rows:
            if sequence != expected or was != previous or fits != hash_of((*told, was)):
                return AuditCheck(last - since, expected)
            previous, expected = str(fits), expected + 1
        broken = next((told.sequence for told in _read(rows) if not _fits(opened, told)), None)
        if broken is not None or not rows:
            return AuditCheck(last - since, broken or expected)
    report(last, last)
    return AuditCheck(last - since, None)


def _read(rows: Iterable[Sequence[object]]) -> Iterator[_Told]:
    for sequence, _, _, act, patient_id, subject, digest, *_ in rows:
        yield _Told(int(str(sequence)), str(act), str(patient_id), str(subject), str(digest))


def _fits(opened: sqlcipher.Connection, told: _Told) -> bool:
    """Tell whether what an act wrote is still what it wrote, or was erased with its patient."""
    if told.act not in _WRITTEN:
        return True
    number = told.subject.rpartition(" ")[2]
    row = opened.execute(_WRITTEN[told.act], (number,)).fetchone()
    if row is None or row[2] != told.patient_id:
        return False
    content, salted, _, section, key = row
    if content is None:
        return _number(opened, _ERASED, told.patient_id) == 1
    salt = salted if isinstance(salted, bytes) else b""
    if told.act == "stated":
        return is_digest_of_statement(told.digest, str(section), str(key), str(content), salt)
    return digest_of(str(content), salt) == told.digest


def _acts(opened: sqlcipher.Connection, act: str) -> int:
    return _number(opened, "SELECT count(*) FROM auditrecord WHERE act = ?", act)


def _number(opened: sqlcipher.Connection, sql: str, *parameters: str) -> int:
    row = opened.execute(sql, parameters).fetchone()
    return 0 if row is None else int(str(row[0]))
