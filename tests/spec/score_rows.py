"""The rows of ``tests/spec/scores``: what is put into a score, what comes out, and where that comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import yaml

from core.scores.answering import Told, answered
from core.scores.given import Json

FOLDER = Path(__file__).parent / "scores"
RELATIVE = 0.001
"""Formulas are printed with three or four digits."""
EXACT = 0.000001
"""What a whole number may miss by where a table was restated with fewer digits."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a score."""

    score: str
    id: str
    given: Mapping[str, Json]
    wanted: Mapping[str, Told]
    origin: str


def rows() -> Iterator[Row]:
    """Yield the rows of every file."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Row(path.stem, entry["id"], as_json(entry["in"]), entry["out"], entry["origin"])


def as_json(told: Mapping[str, Told]) -> Mapping[str, Json]:
    """Return values as the command line reads them: from JSON, numbers exact."""
    read: Mapping[str, Json] = json.loads(json.dumps(told), parse_float=Decimal, parse_int=Decimal)
    return read


def output_of(score: str, told: Mapping[str, Told]) -> Mapping[str, Told]:
    """Return what a score gives for these values."""
    return answered(score, as_json(told)).output


def is_as_wanted(found: Told, wanted: Told) -> bool:
    """True if a row's value came out: numbers to the digits that are written, or within a thousandth."""
    if isinstance(wanted, Mapping):
        return isinstance(found, Mapping) and all(is_as_wanted(found.get(key), each) for key, each in wanted.items())
    if isinstance(wanted, (bool, str)) or wanted is None:
        return found == wanted and isinstance(found, bool) is isinstance(wanted, bool)
    if isinstance(wanted, Sequence):
        return isinstance(found, Sequence) and list(found) == list(wanted)
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return False
    if isinstance(wanted, int):
        return abs(found - wanted) <= EXACT
    digits = len(str(wanted).partition(".")[2])
    return abs(float(found) - wanted) <= max(0.51 * 10.0**-digits, RELATIVE * abs(wanted))
