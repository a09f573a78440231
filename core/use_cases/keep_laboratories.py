"""What a laboratory means by the names it prints: chosen once, kept beside the record and sealed with its vault.

As the usual units (``keep_units``, which holds the units) it belongs to the place, not to a patient, and decides what a
number means: whoever may write into the folder cannot change it.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from core.entry.laboratories import Laboratories
from core.regular_files import read_json
from core.use_cases.keep_units import UsualUnits
from core.writing import make_folder, write_own

if TYPE_CHECKING:
    from core.store.vault.vault import OpenVault

LIST = "laboratories.json"
_MOST_BYTES = 1024 * 1024
_Names = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class KeptLaboratories:
    """The folder, and the seal of its vault: what returns a MAC for a content."""

    folder: Path
    seal: Callable[[bytes], str]

    def kept(self) -> Laboratories:
        """Return what was said of laboratories; what is missing, damaged or sealed by another vault says nothing."""
        units = UsualUnits(self.folder, self.seal).kept()
        flat = {(laboratory, concept): unit for laboratory, of in units.items() for concept, unit in of.items()}
        return Laboratories(self._names(), flat)

    def keep(self, known: Laboratories) -> None:
        """Keep what is known, whole or not at all."""
        before = self.kept()
        if known.names != before.names:
            self.keep_names(known.names)
        if known.units != before.units:
            units: dict[str, dict[str, str]] = {}
            for (laboratory, concept), unit in known.units.items():
                units.setdefault(laboratory, {})[concept] = unit
            UsualUnits(self.folder, self.seal).keep_all(units)

    def keep_names(self, names: Mapping[tuple[str, str], str]) -> None:
        """Write the list of names anew, with the seal of the vault."""
        make_folder(self.folder)
        listed = [[laboratory, name, concept] for (laboratory, name), concept in sorted(names.items())]
        body = {"names": listed, "mac": self.seal(_sealed(listed))}
        write_own(self.folder / LIST, json.dumps(body, indent=1, ensure_ascii=False).encode())

    def _names(self) -> _Names:
        kept = read_json(self.folder / LIST, _MOST_BYTES)
        body = cast("dict[str, object]", kept) if isinstance(kept, dict) else {}
        listed, mac = _triples(body.get("names")), body.get("mac")
        is_ours = isinstance(mac, str) and hmac.compare_digest(
            mac.encode("ascii", "replace"), self.seal(_sealed(listed)).encode()
        )
        return {(laboratory, name): concept for laboratory, name, concept in listed} if is_ours else {}


def seal_names_anew(folder: Path, old: Callable[[bytes], str], new: Callable[[bytes], str]) -> None:
    """Seal the list of a vault that has a new key: what was chosen stays so."""
    names = KeptLaboratories(folder, old).kept().names
    if names:
        KeptLaboratories(folder, new).keep_names(names)


def laboratories_of(vault: OpenVault) -> KeptLaboratories:
    """Return what an open vault knows of laboratories."""
    return KeptLaboratories(vault.folder, vault.seal)


def _triples(written: object) -> list[list[str]]:
    listed = cast("list[object]", written) if isinstance(written, list) else []
    texts = [cast("list[object]", each) for each in listed if isinstance(each, list)]
    return [[str(part) for part in each] for each in texts if [type(part) for part in each] == [str, str, str]]


def _sealed(listed: list[list[str]]) -> bytes:
    return b"laboratories\n" + json.dumps(listed).encode()
