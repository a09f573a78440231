"""The audit trail: a chain of hashes in which no row can be changed, taken out or put in unseen.

A row holds no content but its salted digest. When a patient is erased the salt goes with the content; the digest
then tells nothing, and the chain stays whole.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher
from sqlmodel import Session, desc, select

from core.store.records.kept_records import AuditCheck
from core.store.records.tables import AuditRecord

SALT_BYTES = 16
START = "0" * 64
# an act's hash is over the columns between the first and the last
_ACTS = """SELECT sequence, at, "by", act, patient_id, subject, digest, reason, previous, hash
    FROM auditrecord ORDER BY sequence"""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done: a short word, to whom, to which row, why."""

    act: str
    patient_id: str
    subject: str
    digest: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """How far a trail goes: the number of its last act and that act's hash (0 and ``START`` of an empty one)."""

    sequence: int
    hash: str


def new_salt() -> bytes:
    """Return a salt for one content."""
    return secrets.token_bytes(SALT_BYTES)


def digest_of(content: str, salt: bytes) -> str:
    """Return the salted digest of a content, in hexadecimal."""
    return hashlib.sha256(salt + content.encode()).hexdigest()


_WHERE_TOO = "2:"
"""Begins a digest that is over section and key too, and not over the content alone, as the first ones were."""


def digest_of_statement(section: str, key: str, content: str, salt: bytes) -> str:
    """Return the salted digest of a statement: what was stated, and of what."""
    return _WHERE_TOO + digest_of(json.dumps([section, key, content], ensure_ascii=False), salt)


def is_digest_of_statement(digest: str, section: str, key: str, content: str, salt: bytes) -> bool:
    """Tell whether a digest is that of a statement, in the form of its time."""
    if digest.startswith(_WHERE_TOO):
        return digest == digest_of_statement(section, key, content, salt)
    return digest == digest_of(content, salt)


def note(opened: Session, act: Act, by: str, at: str) -> None:
    """Add an act to the trail, in the transaction of what was done."""
    note_all(opened, (act,), by, at)


def note_all(opened: Session, acts: Iterable[Act], by: str, at: str) -> None:
    """Add several acts in their order."""
    previous = head_of(opened)
    for act in acts:
        row = AuditRecord(
            at=at,
            by=by,
            act=act.act,
            patient_id=act.patient_id,
            subject=act.subject,
            digest=act.digest,
            reason=act.reason,
            previous=previous,
            hash="",
        )
        row.hash = previous = _hash_of(row)
        opened.add(row)
    opened.flush()


def head_of(opened: Session) -> str:
    """Return the hash of the last act: printed on papers, so that a cut end of the trail shows."""
    last = opened.exec(select(AuditRecord.hash).order_by(desc(AuditRecord.sequence)).limit(1)).first()
    return START if last is None else last


def end_of(opened: Session) -> Head:
    """Return how far the trail goes."""
    newest = select(AuditRecord.sequence, AuditRecord.hash).order_by(desc(AuditRecord.sequence)).limit(1)
    last = opened.exec(newest).first()
    return Head(0, START) if last is None else Head(last[0] or 0, last[1])


def check(rows: Iterable[AuditRecord]) -> AuditCheck:
    """Check the chain from its start; sequence numbers have no gaps either."""
    previous, count = START, 0
    for count, row in enumerate(rows, start=1):
        if row.sequence != count or row.previous != previous or row.hash != _hash_of(row):
            return AuditCheck(count, row.sequence)
        previous = row.hash
    return AuditCheck(count, None)


def is_chain(opened: sqlcipher.Connection) -> bool:
    """Check the whole chain on a bare connection."""
    previous = START
    rows = opened.execute(_ACTS)
    for count, (sequence, *told, was, fits) in enumerate(iter(rows.fetchone, None), start=1):
        if sequence != count or was != previous or fits != hash_of((*told, was)):
            return False
        previous = str(fits)
    return True


def hash_of(told: Sequence[object]) -> str:
    """Return the hash of an act: over everything told of it, the hash of the act before included."""
    return hashlib.sha256(json.dumps(list(told), ensure_ascii=False).encode()).hexdigest()


def _hash_of(row: AuditRecord) -> str:
    return hash_of((row.at, row.by, row.act, row.patient_id, row.subject, row.digest, row.reason, row.previous))
