"""Statements: the entries of a patient's record, each in the words of the patient file.

The store keeps statements, the form makes them, a patient file is a list of them; ``charting`` is the one way
from statements to a chart, and it is the reader of patient files. So the window, the store and the command line
cannot understand one entry in two ways.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TypeAlias

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""Texts, lists and mappings, as a patient file has them; a yes, a number and a date are texts too."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One entry. A section that is not declared is a concept of the catalogue, and the entry a finding:
    a mapping with ``value`` (or the fields of an examination), ``date``, ``uln`` and the rest.

    ``key`` tells the entries of a section by key apart (the question of an answer); "" elsewhere.
    ``content`` is JSON as ``canonical`` writes it.
    """

    section: str
    key: str
    content: str

    @staticmethod
    def of(section: str, content: Plain, key: str = "") -> Statement:
        """Return the statement with this content."""
        return Statement(section, key, canonical(content))

    @property
    def plain(self) -> Plain:
        """The content, read."""
        found: Plain = json.loads(self.content)
        return found


def canonical(content: Plain) -> str:
    """Return the one JSON text of a content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
