"""A signed pack as JSON."""

from __future__ import annotations

from dataclasses import asdict

from core.rule_files.packs.fingerprint import fingerprint
from core.rule_files.packs.opening import Pack


def pack_answer(pack: Pack) -> dict[str, object]:
    """Return what a pack says of itself, and the words of its key."""
    told = pack.manifest
    return {
        "name": told.name,
        "version": told.version,
        "made_on": told.made_on,
        "signer": told.signer,
        "key": told.key,
        "words": list(fingerprint(told.key)),
        "handed_over_by": None if told.handed_over is None else list(fingerprint(told.handed_over.old)),
        "manifest_sha256": pack.sha256,
        "files": [asdict(each) for each in told.files],
    }
