"""What can stop a write, by kinds: a refusal leaves the record open, a failure closes it for writing.

A *refusal* is the work's own word: no such patient, given up, a text that no file can hold. Its transaction is rolled
back and the next one may come. Everything else is a *failure*: of the disk, of the file, of the computer or ours. What
it left behind is not known, so nothing more is written until the record was opened, and so checked, again.
"""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlcipher

from core.errors import WorldError
from core.store.records.connecting import WrongKeyError
from core.unexpected import note

_DAMAGE = frozenset({"error-page-damaged", "error-record-gone", "error-record-replaced", "error-wrong-key"})
_DISK_FULL = ("full", "no space")
_READ_ONLY = ("readonly", "read-only", "permission")
_DAMAGED = ("malformed", "not a database", "corrupt", "hmac")
_GONE = ("unable to open",)
_HELD = ("locked", "busy")
_DISK_FAULT = ("i/o error", "input/output")


class FailedError(WorldError):
    """A write failed, and the record is closed for writing until it is opened again."""

    @property
    def is_damage(self) -> bool:
        """True if the file itself is not what was written: not even drafts are tried again."""
        return self.phrase in _DAMAGE


def refusal_in(error: BaseException) -> WorldError | None:
    """Return the refusal an error is, None where it is a failure."""
    if isinstance(error, FailedError | WrongKeyError):
        return None
    if isinstance(error, UnicodeEncodeError):
        return WorldError("error-text-unwritable")
    return error if isinstance(error, WorldError) else None


def failure_in(error: BaseException) -> FailedError:
    """Say in words what happened; nothing of what was being written is repeated or kept."""
    if isinstance(error, FailedError):
        return error
    if isinstance(error, WrongKeyError):
        return FailedError("error-page-damaged")
    if isinstance(error, MemoryError):
        return FailedError("error-no-memory")
    if isinstance(error, FileNotFoundError):
        return FailedError("error-record-gone")
    cause = getattr(error, "orig", error)  # a step to a newer version tells it wrapped up
    told = str(cause).lower() if _is_of_the_world(cause) else ""
    for phrase, words in (
        ("error-disk-full", _DISK_FULL),
        ("error-read-only", _READ_ONLY),
        ("error-page-damaged", _DAMAGED),
        ("error-record-gone", _GONE),
        ("error-record-held", _HELD),
        ("error-disk-fault", _DISK_FAULT),
    ):
        if any(word in told for word in words):
            return FailedError(phrase)
    note(error)
    return FailedError("error-not-written", kind=type(error).__name__)


def _is_of_the_world(error: object) -> bool:
    """True for what database and system say: their words name a cause. Ours could hold what was typed."""
    return isinstance(error, OSError | sqlcipher.Error)
