"""Invented tables of several patients with known truth, in three shapes: no wrong value, none of somebody else.

Some run with the tests; the long command makes 10,000 from a seed of its own.
"""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from random import Random

import pytest

from core.entry.paste.line import ASKING, State
from core.entry.paste.pasting import Pasting
from core.entry.statement import Statement
from tests.core.entry.paste.handed_over import desk

MORE = int(os.environ.get("KRITERION_BUNDLES", "0"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))
GROUPS, EACH = 4, (MORE or 16) // 4
_MEASURED = (("Creatinine", "creatinine", "umol/L"), ("CK", "ck", "U/L"), ("CRP", "crp", "mg/L"), ("ALT", "alt", "U/L"))
_ABSENT = {"NA": "unknown", "unknown": "unknown", "not done": "not done", "k.A.": "unknown"}
_TITLES = {"number": ("Patient ID", "MRN", "Patientennummer"), "day": ("Date", "Visit date", "Abnahmedatum")}


@dataclass(frozen=True, slots=True)
class Made:
    """A table, and what is to be recorded of the patient at hand: concept, value, day."""

    text: str
    truth: frozenset[tuple[str, str, str]]
    asked: int


def made(chance: Random) -> Made:
    """Return a table of up to three patients; the one at hand is S-1."""
    sign, is_long = chance.choice("\t;,"), chance.random() < 0.4
    number, day = (chance.choice(_TITLES[each]) for each in ("number", "day"))
    written: list[list[str]] = []
    truth: set[tuple[str, str, str]] = set()
    asked = 0
    days = [f"2026-{month:02}-{chance.randint(1, 28):02}" for month in chance.sample(range(1, 11), 3)]
    for person in chance.sample(("S-1", "S-2", "S-10"), 3)[: chance.randint(1, 3)]:
        for on in days:
            row = [person, on]
            for name, concept, unit in _MEASURED:
                cell = chance.choice((str(chance.randint(11, 190)), f"{chance.randint(11, 90)}.5", *_ABSENT, "ND", ""))
                if is_long and cell:
                    written.append([person, on, name, cell, unit])
                row.append(cell)
                if person == "S-1" and cell == "ND":
                    asked += 1
                elif person == "S-1" and cell:
                    truth.add((concept, _ABSENT.get(cell, f"{cell} {unit}"), on))
            if not is_long:
                written.append(row)
    head = [
        number,
        day,
        *(["Test", "Result", "Unit"] if is_long else [f"{name} [{unit}]" for name, _, unit in _MEASURED]),
    ]
    chance.shuffle(written)
    text = io.StringIO()
    csv.writer(text, delimiter=sign, lineterminator="\n").writerows([head, *written])
    return Made(text.getvalue(), frozenset(truth), asked)


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_wrong_value_and_none_of_somebody_else(group: int) -> None:
    whose = desk([Statement.of("number", "S-1")])
    for number in range(EACH):
        table = made(Random(FIRST + group * 100_000 + number))
        pasting = Pasting(table.text, whose)
        found: set[tuple[str, str, str]] = set()
        for line in pasting.lines:
            if line.is_recordable and line.concept is not None and isinstance(line.content, dict):
                found.add((line.concept.id, str(line.content["value"]), line.day))
        assert found == table.truth, (FIRST, group, number, table.text)
        assert sum(line.state in ASKING for line in pasting.lines) == table.asked
        told = [change.statement for _, change in pasting.changes if change.statement is not None]
        again = Pasting(table.text, desk([Statement.of("number", "S-1"), *told]))
        assert not again.changes
        assert all(line.state is not State.UNDERSTOOD for line in again.lines)
