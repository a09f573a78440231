"""A header somebody else wrote: damaged within 100 ms, whatever stands in it, and never gigabytes for Argon2."""

from __future__ import annotations

import hashlib
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from core.errors import WorldError
from core.store.vault import slots, vault
from core.store.vault.header import DamagedError, NewerVaultError, read_header
from core.store.vault.place import HEADER
from core.store.vault.slots import Cost
from core.store.vault.vault import WrongPassphraseError
from tests.faults.scenes import WORDS, at, names

VARIANTS = int(os.environ.get("KRITERION_FLIPS", "50")) * 5
"""2,500 behind the variable."""
MOST_SECONDS = 0.1
MOST = Cost(8, 256 * 1024, 8)

VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1, 2, 3, 8, 9, 255, 2**31, 2**32 - 1, 2**63, 2**64, -(2**63), 1e308, 0.5),
    *(float("nan"), float("inf"), "", "0", "3", "x", "é" * 64, "\ud800", "٣" * 32, "\x00", "a" * 16000, " 0" * 16),
    *("00" * 12, "00" * 16, "00" * 32, "00" * 48, "00" * 8000, [], [3], [3, 65536, 4], [3, 65536, 4, 1]),
    *([1, 2**31, 1], [2**31, 8, 1], [1, 8, 2**24], [True, 64, 4], ["3", "65536", "4"], [3.0, 65536.0, 4.0]),
    *([[3], [65536], [4]], [0, 0, 0], [-1, -1, -1], [8, 256 * 1024, 8], [9, 64, 1], [1, 256 * 1024 + 1, 1]),
    *([1, 7, 1], [1, 64, 9], {}, {"a": {}}, {"salt": "00"}, {"passphrase": {"salt": "00"}}),
)
IN_SLOT = ("salt", "nonce", "wrapped", "argon2id")
PATHS: tuple[tuple[str, ...], ...] = (
    *(("magic",), ("version",), ("slots",), ("mac",), ("more",), ("slots", "third"), ("slots", "")),
    *(("slots", slot) for slot in ("passphrase", "recovery")),
    *(("slots", slot, name) for slot in ("passphrase", "recovery") for name in (*IN_SLOT, "more")),
)
COST = ("slots", "passphrase", "argon2id")
Variant = Callable[[dict[str, object], random.Random], bytes]


def changed(body: object, path: tuple[str, ...], value: object) -> object:
    """The body with one value at a path."""
    if not path:
        return value
    inside: dict[str, object] = dict(cast("dict[str, object]", body)) if isinstance(body, dict) else {}
    inside[path[0]] = changed(inside.get(path[0]), path[1:], value)
    return inside


def summed(body: object) -> bytes:
    """A header as a file, its sum right: no key is needed for that."""
    told = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    return json.dumps({**body, "sum": told} if isinstance(body, dict) else body).encode()


def another_value(body: dict[str, object], chance: random.Random) -> bytes:
    return summed(changed(body, chance.choice(PATHS), chance.choice(VALUES)))


def several_values(body: dict[str, object], chance: random.Random) -> bytes:
    found: object = body
    for _ in range(chance.randrange(2, 6)):
        found = changed(found, chance.choice(PATHS), chance.choice(VALUES))
    return summed(found)


def another_cost(body: dict[str, object], chance: random.Random) -> bytes:
    """Costs around every bound, and far beyond."""
    each = [chance.choice((0, 1, 2, 7, 8, 9, 64, 2**16, 2**18, 2**18 + 1, 2**20, 2**22, 2**31, 2**32)) for _ in "123"]
    return summed(changed(body, COST, each))


def missing(body: dict[str, object], chance: random.Random) -> bytes:
    names_of = sorted(body)
    return summed({name: body[name] for name in chance.sample(names_of, chance.randrange(len(names_of)))})


def nested(body: dict[str, object], chance: random.Random) -> bytes:
    deep = chance.choice((5, 100, 4000, 8000))
    opening, closing = chance.choice((("[", "]"), ('{"a":', "}")))
    text = opening * deep + "1" + closing * chance.choice((0, deep))
    return summed(body).replace(b'"version": 1', b'"version": ' + text.encode())


def twice(body: dict[str, object], chance: random.Random) -> bytes:
    name = chance.choice(sorted(body))
    return summed(body).replace(b"{", b"{" + f'"{name}": 1, '.encode(), 1)


def endless(body: dict[str, object], chance: random.Random) -> bytes:
    digits = chance.choice((100, 4300, 4301, 15000, 1_000_000))
    return summed(body).replace(b'"version": 1', b'"version": ' + b"9" * digits)


def long(body: dict[str, object], chance: random.Random) -> bytes:
    return summed(body) + b" " * chance.choice((1, 15000, 16 * 1024, 5_000_000))


def noise(body: dict[str, object], chance: random.Random) -> bytes:
    whole = summed(body)
    start = chance.randrange(len(whole))
    return whole[:start] + chance.randbytes(chance.randrange(1, 200)) + whole[start + chance.randrange(40) :]


KINDS: tuple[Variant, ...] = (
    *(another_value, another_value, another_value, several_values, several_values, another_cost, another_cost),
    *(missing, nested, twice, endless, long, noise),
)


def test_every_variant_is_refused_at_once_or_within_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.create_vault(tmp_path, WORDS, at())[0].close()
    whole = (tmp_path / HEADER).read_bytes()
    body: dict[str, object] = json.loads(whole)
    body.pop("sum")
    asked: list[Cost | None] = []

    def derived(secret: bytes, salt: bytes, cost: Cost | None) -> bytes:
        del secret, salt
        asked.append(cost)
        return bytes(32)

    monkeypatch.setattr(slots, "_derived", derived)
    chance, worst, found = random.Random(20261129), 0.0, Counter[str]()
    for number in range(VARIANTS):
        (tmp_path / HEADER).write_bytes(KINDS[number % len(KINDS)](body, chance))
        began = time.process_time()
        try:
            vault.open_vault(tmp_path, WORDS, at()).close()
        except (DamagedError, NewerVaultError, WrongPassphraseError) as error:
            found[type(error).__name__] += 1
        worst = max(worst, time.process_time() - began)
        (tmp_path / "attempts.json").unlink(missing_ok=True)
    for cost in asked:
        assert cost is None or (cost.passes <= MOST.passes and cost.memory_kib <= MOST.memory_kib)
        assert cost is None or cost.lanes <= MOST.lanes
    assert sum(found.values()) == VARIANTS
    assert worst < MOST_SECONDS
    sys.stdout.write(f"{dict(found)}, worst {worst * 1000:.0f} ms, {len(asked)} within bounds\n")
    monkeypatch.undo()
    (tmp_path / HEADER).write_bytes(whole)
    assert names(tmp_path) == []


@pytest.mark.parametrize("wanted", [(3, 64 * 1024, 4), (8, 256 * 1024, 8), (1, 8, 1)])
def test_what_an_honest_header_asks_for_is_taken(tmp_path: Path, wanted: tuple[int, int, int]) -> None:
    vault.create_vault(tmp_path, WORDS, at())[0].close()
    body: dict[str, object] = json.loads((tmp_path / HEADER).read_bytes())
    body.pop("sum")
    assert read_header(summed(changed(body, COST, list(wanted)))).slots["passphrase"].cost == Cost(*wanted)


def test_a_pipe_is_no_header(tmp_path: Path) -> None:
    vault.create_vault(tmp_path, WORDS, at())[0].close()
    (tmp_path / HEADER).unlink()
    os.mkfifo(tmp_path / HEADER)
    began = time.monotonic()
    with pytest.raises(WorldError, match="error-header-damaged"):
        vault.open_vault(tmp_path, WORDS, at())
    assert time.monotonic() - began < 10 * MOST_SECONDS
