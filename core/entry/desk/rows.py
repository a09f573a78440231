"""Rows of a list, such as the treatments: several cells that make one statement together."""

from __future__ import annotations

import json
from collections.abc import Mapping


def cells_of(text: str) -> dict[str, str]:
    """Return the cells of a row's text; of none, none."""
    if not text:
        return {}
    found: dict[str, str] = json.loads(text)
    return found


def text_of(cells: Mapping[str, str]) -> str:
    """Return the one text of a row; a row without any cell is an empty text."""
    written = {name: text for name, text in cells.items() if text.strip()}
    return json.dumps(written, ensure_ascii=False, sort_keys=True) if written else ""
