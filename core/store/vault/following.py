"""The headers of backups and of kept copies follow the present one, so that an old passphrase opens none of them.

The key inside is the same in all of them: one forgotten copy under the old passphrase would open the whole record.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import WorldError
from core.store.records.connecting import WrongKeyError, connect_still
from core.store.vault.header import LIMIT_BYTES, DamagedError, NewerVaultError, read_header
from core.store.vault.place import BACKUPS, HEADER, RECORD, copies_of_header
from core.store.vault.slots import subkey
from core.writing import write_atomically


def bring_along(folder: Path, header: bytes, master: bytes) -> tuple[str, ...]:
    """Put the present header wherever an older one of this key lies; return the names of those that stayed.

    Done after every change and again at every opening: one that was broken off is finished then.
    """
    stayed: list[str] = []
    for path in (*copies_of_header(folder), *_without_header(folder)):
        try:
            if _content(path) == header:
                continue
            if not _is_ours(path, master):
                stayed.append(str(path.relative_to(folder)))
                continue
            write_atomically(path, header)
        except (OSError, WorldError):
            stayed.append(str(path.relative_to(folder)))
    return tuple(stayed)


def _without_header(folder: Path) -> tuple[Path, ...]:
    """Return where a backup's header should lie and does not."""
    wanted = (path.with_suffix(Path(HEADER).suffix) for path in sorted((folder / BACKUPS).glob("*.db")))
    return tuple(path for path in wanted if not path.exists())


def _content(path: Path) -> bytes:
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(LIMIT_BYTES + 1)


def _is_ours(path: Path, master: bytes) -> bool:
    """Tell whether a header holds this key, or lies with a record that the key opens."""
    try:
        if read_header(_content(path)).is_sealed_by(subkey(master, "header")):
            return True
    except (DamagedError, NewerVaultError):
        pass
    record = path.with_name(RECORD) if path.name == HEADER else path.with_suffix(".db")
    try:
        connect_still(record, subkey(master, "record")).close()
    except WrongKeyError:
        return False
    return record.is_file() and record.stat().st_size > 0
