"""Bundles with known truth through the preview: nothing dropped unlisted, no wrong value by itself, twice is once.

Some run with the tests; the long command makes 10,000 from a seed of its own.
"""

from __future__ import annotations

import json
import os
from random import Random

import pytest

from core.entry.paste.line import State
from core.entry.paste.pasting import Pasting
from tests.core.entry.paste.handed_over import bundle, desk, pasted, said
from tests.generative.handed_bundles import made

MORE = int(os.environ.get("KRITERION_BUNDLES", "0"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))
GROUPS, EACH = 5, (MORE or 20) // 5
SPOILED = (MORE or 60) // 20
_STANDS = frozenset({State.ON_RECORD, State.OTHER})
"""What another line of the bundle, or one of the same beginning, makes of a line that would be recorded alone."""


@pytest.mark.parametrize("group", range(GROUPS))
def test_no_wrong_value_and_nothing_dropped(group: int) -> None:
    for number in range(EACH):
        chance = Random(FIRST + group * 100_000 + number)
        resources = made(chance, chance.randint(1, 8))
        found = pasted(*(each.resource for each in resources))
        named = [at for at, each in enumerate(resources, start=1) if each.resource["resourceType"]]
        assert sorted(line.place[0] for line in found.lines) == list(range(1, len(resources) + 1)), named
        for line in found.lines:
            truth = resources[line.place[0] - 1].truth
            if found.is_ticked(line):
                assert truth == said(line), (FIRST, group, number, resources[line.place[0] - 1])
            elif truth is not None:
                assert line.state in _STANDS, (FIRST, group, number, line)
            else:
                assert line.reason is not None or line.besides or line.state in (State.NOT_KNOWN, *_STANDS)


@pytest.mark.parametrize("group", range(GROUPS))
def test_taken_in_twice_is_taken_in_once(group: int) -> None:
    for number in range(EACH // 4):
        resources = [each.resource for each in made(Random(FIRST + 7_000_000 + group * 1000 + number), 6)]
        once = pasted(*resources)
        again = pasted(*resources, of=desk([each.statement for _, each in once.changes if each.statement]))
        assert not again.changes, (FIRST, group, number)


@pytest.mark.parametrize("seed", range(SPOILED))
def test_a_spoiled_text_is_lines_and_never_an_error(seed: int) -> None:
    chance = Random(FIRST + seed)
    text = bundle(*(each.resource for each in made(chance, 4)))
    for _ in range(4):
        at = chance.randrange(len(text))
        spoiled = chance.choice((text[:at] + text[at + 1 :], text[:at] + chance.choice('{}[]":,0x\\\0') + text[at:]))
        found = Pasting(spoiled, desk())
        assert found.lines is not None
    values: list[object] = [None, True, 5, -1, "", "x" * 5000, [], [[]], {}, {"coding": 3}, ["a"], "9" * 5000, 1e308]
    resource = made(chance, 1)[0].resource
    for key in list(resource):
        for value in values:
            assert pasted({**resource, key: value}).lines is not None


def test_what_is_deep_wide_or_in_a_circle_has_an_end_with_words() -> None:
    inner: dict[str, object] = {"resourceType": "Condition", "code": {"text": "SLE"}}
    for _ in range(200):
        inner = {"resourceType": "Bundle", "entry": [{"resource": inner}]}
    (deep,) = Pasting(json.dumps(inner), desk()).lines
    assert (deep.state, deep.reason and deep.reason.id) == (State.NO_VALUE, "paste-skip-deep")
    assert Pasting('{"resourceType":' + "[" * 200_000, desk()).lines
    circle = {"resourceType": "MedicationStatement", "id": "a", "status": "active",
              "medicationReference": {"reference": "MedicationStatement/a"}}  # fmt: skip
    assert [each.state for each in pasted(circle).lines] == [State.NO_VALUE]
    wide = Pasting(bundle(*[{"resourceType": "CarePlan"}] * 2_500), desk()).lines
    assert wide[-1].reason is not None
    assert (len(wide), wide[-1].reason.id, wide[-1].raw) == (2_001, "paste-skip-many", "500 ×")
