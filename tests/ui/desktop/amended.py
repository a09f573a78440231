"""A shipped rule file in a later version, written to disk: what somebody would take in."""

from __future__ import annotations

import re
from pathlib import Path

from core.discovery import rules_path


def in_version(text: str, version: str) -> str:
    """The text of a rule file in a later version, with its line of the changelog."""
    line = (
        f"  - version: {version}\n    date: 2026-11-29\n    by: A. Example\n    source: protocol\n    what: Wording\n"
    )
    changed = re.sub(r"^version: .*$", f"version: {version}", text, count=1, flags=re.MULTILINE)
    return changed.replace("changelog:\n", f"changelog:\n{line}", 1)


def written(folder: Path, version: str, *changes: tuple[str, str]) -> Path:
    text = rules_path("protocols", "example-sle-cart-01.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    text = text.partition("\nexamples:")[0] + "\n"  # they name the limits that are moved here
    path = folder / f"new-{version}.yaml"
    path.write_text(in_version(text, version), "utf-8")
    return path
