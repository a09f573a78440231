"""Close a vault for good: what was asked is written, a backup made, and the keys dropped whatever happens."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import WorldError
from core.store.vault.vault import OpenVault


@dataclass(frozen=True, slots=True)
class Closed:
    """What closing came to. ``error`` is why there is no backup, ``drafts_lost`` how many texts are nowhere."""

    is_backed_up: bool = False
    error: WorldError | None = None
    drafts_lost: int = 0


def close_vault(vault: OpenVault) -> Closed:
    """Wait for everything asked, back up, drop the keys; takes as long as the disk does."""
    made, error = False, None
    try:
        made = _backed_up(vault)
    except WorldError as caught:
        error = caught
    finally:
        vault.close()
    return Closed(made, error, vault.records.drafts_lost)


def _backed_up(vault: OpenVault) -> bool:
    """A record that failed is not copied: the newest good backup stays the newest."""
    vault.records.finish()
    if vault.records.failure is not None:
        raise vault.records.failure
    return vault.backup() is not None
