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

from core.store.records.rows import ACTS, ActRow
from core.store.records.sql import Runs

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


def note(opened: Runs, act: Act, by: str, at: str) -> None:
    """Add an act to the trail, in the transaction of what was done."""
    note_all(opened, (act,), by, at)


def note_all(opened: Runs, acts: Iterable[Act], by: str, at: str) -> None:
    """Add several acts in their order."""
    previous = head_of(opened)
    for act in acts:
        told = (at, by, act.act, act.patient_id, act.subject, act.digest, act.reason, previous)
        previous = hash_of(told)
        ACTS.add(opened, ActRow(None, *told, previous))


def head_of(opened: Runs) -> str:
    """Return the hash of the last act: printed on papers, so that a cut end of the trail shows."""
    return end_of(opened).hash


def end_of(opened: Runs) -> Head:
    """Return how far the trail goes."""
    return next((Head(row.sequence or 0, row.hash) for row in newest(opened)), Head(0, START))


def newest(opened: Runs) -> list[ActRow]:
    """Return the last act, none of an empty trail."""
    return ACTS.find(opened, order="sequence", newest=1)


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
