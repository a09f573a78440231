"""Which unit a bare number of a laboratory has: answered once, kept beside the record and sealed with its vault.

It belongs to the place, not to a patient, and it decides what a number means: whoever may write into the folder cannot
change it. What is missing, damaged or sealed by another vault says nothing; then it is asked again.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core.regular_files import read_json
from core.writing import make_folder, write_own

if TYPE_CHECKING:
    from core.store.vault.vault import OpenVault

LIST = "units.json"
_MOST_BYTES = 1024 * 1024
_Units = dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class UsualUnits:
    """The folder, and the seal of its vault: what returns a MAC for a content. ``laboratory`` "": the own one."""

    folder: Path
    seal: Callable[[bytes], str]

    def of(self, laboratory: str = "") -> Mapping[str, str]:
        """Return the units that were answered for a laboratory, by concept."""
        return self.kept().get(laboratory, {})

    def keep(self, concept: str, unit: str, laboratory: str = "") -> None:
        """Remember the unit of a concept in place of the one before."""
        units = self.kept()
        units.setdefault(laboratory, {})[concept] = unit
        self.keep_all(units)

    def keep_all(self, units: Mapping[str, Mapping[str, str]]) -> None:
        """Write the list anew, with the seal of the vault."""
        make_folder(self.folder)
        body = {"units": units, "mac": self.seal(_sealed(units))}
        write_own(self.folder / LIST, json.dumps(body, indent=1, ensure_ascii=False).encode())

    def kept(self) -> _Units:
        """Return what was answered, by laboratory and concept."""
        kept = read_json(self.folder / LIST, _MOST_BYTES)
        body = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
        units, mac = _units(body.get("units")), body.get("mac")
        is_ours = isinstance(mac, str) and hmac.compare_digest(
            mac.encode("ascii", "replace"), self.seal(_sealed(units)).encode()
        )
        return units if is_ours else {}


def seal_units_anew(folder: Path, old: Callable[[bytes], str], new: Callable[[bytes], str]) -> None:
    """Seal the list of a vault that has a new key: what was answered stays so."""
    laboratories = UsualUnits(folder, old).kept()
    if laboratories:
        UsualUnits(folder, new).keep_all(laboratories)


def units_of(vault: OpenVault) -> UsualUnits:
    """Return the usual units of an open vault."""
    return UsualUnits(vault.folder, vault.seal)


def _units(written: object) -> _Units:
    laboratories = cast("dict[str, object]", written) if isinstance(written, dict) else {}
    return {name: _texts(units) for name, units in laboratories.items()}


def _texts(written: object) -> dict[str, str]:
    units = cast("dict[str, object]", written) if isinstance(written, dict) else {}
    return {concept: unit for concept, unit in units.items() if isinstance(unit, str)}


def _sealed(units: Mapping[str, Mapping[str, str]]) -> bytes:
    return b"units\n" + json.dumps(units, sort_keys=True).encode()
