"""The list beside the record: who was erased, and which copies may still hold somebody of them.

It lies outside the record, so that an older copy put in its place learns it too; it holds no word of anybody, only the
record's own ids and instants, and the names of copies. A copy comes off the list when it was rewritten, never before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from core.store.vault.sealed import sealed, unsealed
from core.writing import write_own

_MOST_BYTES = 4 * 1024 * 1024
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Erased:
    """``erased``: instants by ids. ``known``: the copies there were. ``owed``: those that have to be rewritten.

    A copy that the program did not remove itself stays known: it may lie on a medium that is not there. Names are
    those of the files in the folder of the vault.
    """

    erased: Mapping[str, str] = field(default_factory=dict[str, str])
    known: frozenset[str] = frozenset()
    owed: frozenset[str] = frozenset()

    def with_erased(self, erased: Mapping[str, str], everywhere: Iterable[str]) -> Erased:
        """Add patients: everything that was made before may hold them."""
        wanted = frozenset(everywhere)
        return replace(self, erased={**erased, **self.erased}, owed=self.owed | self.known | wanted)

    def with_owed(self, names: Iterable[str]) -> Erased:
        """Add copies that have to be rewritten."""
        return replace(self, owed=self.owed | frozenset(names))

    def with_known(self, names: Iterable[str]) -> Erased:
        """Add copies that are there and hold nobody of the erased."""
        return replace(self, known=self.known | frozenset(names))

    def without(self, names: Iterable[str]) -> Erased:
        """Forget copies that are gone for good."""
        gone = frozenset(names)
        return replace(self, known=self.known - gone, owed=self.owed - gone)

    def rewritten(self, name: str, of: Mapping[str, str]) -> Erased:
        """Take a copy off the list, unless somebody else was erased since it was begun with those ``of`` then."""
        if self.erased.keys() != of.keys():
            return self
        return replace(self, owed=self.owed - {name})


class ErasedList:
    """The file. Written only in the order of the record's own writes."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key

    def read(self) -> Erased | None:
        """Return what it tells, None where there is none or it was not written with this key."""
        try:
            if not self._path.is_file():
                return None
            with self._path.open("rb") as file:
                content = file.read(_MOST_BYTES + 1)
        except OSError:
            return None
        told = unsealed(content, self._key, _MOST_BYTES, _DEEPEST)
        return None if told is None else _read(told)

    def write(self, told: Erased) -> None:
        """Write it whole; WorldError leaves the old one."""
        plain = {"erased": dict(told.erased), "known": sorted(told.known), "owed": sorted(told.owed)}
        write_own(self._path, sealed(plain, self._key))


def _read(told: Mapping[str, object]) -> Erased | None:
    erased, known, owed = (told.get(name) for name in ("erased", "known", "owed"))
    if not (isinstance(erased, dict) and isinstance(known, list) and isinstance(owed, list)):
        return None
    ids = {str(patient): str(at) for patient, at in cast("dict[object, object]", erased).items()}
    return Erased(ids, _texts(cast("list[object]", known)), _texts(cast("list[object]", owed)))


def _texts(told: list[object]) -> frozenset[str]:
    return frozenset(str(each) for each in told)
