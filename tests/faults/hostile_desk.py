"""Small files as a hostile or careless world leaves them: their contents, and what can stand in their place."""

from __future__ import annotations

import json
import os
import random
import socket
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.core.documents.test_logo import chunk

_NO_LIST = list[object]()
_NO_OBJECT = dict[str, object]()
VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1, 3, 10**6, 10**400, -(10**30), 0.5, float("inf"), float("nan"), 1e308),
    *("", " ", "\0", "\ud800", "ab\ud83dc", "\u202e", "x" * 60_000, "en\n", "../../etc/passwd", "{}", "NaN", "5"),
    *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-11-22", "2026-11-22T12:00:00", "tomorrow"),
    *("2031-01-01T00:00:00+00:00", "2026-11-22T11:59:59+00:00"),
    *(_NO_LIST, [1], [_NO_LIST] * 1000, _NO_OBJECT, {"a": {"b": _NO_OBJECT}}, ["en", "de"]),
)
"""What may stand for any value of a JSON file."""


def json_variants(good: Mapping[str, object], seed: int, count: int) -> Iterator[bytes]:
    """Yield ``count`` contents of a small JSON file: whole and wrong, torn, flipped, nested, huge, no JSON at all."""
    chance = random.Random(seed)
    whole = json.dumps(good).encode()
    fixed = (
        *(b"", b"\0" * 64, b"\xff\xfe" + json.dumps(good).encode("utf-16-le"), b"\xef\xbb\xbf" + whole, whole * 2),
        *(b"[" * 30_000, b'{"a":' * 10_000, b"{" + b'"a":1,' * 5000, b"9" * 5000, b'"' + b"x" * 60_000),
        *(b"x" * 5_000_000, whole + b" " * 5_000_000, b"null", b"[]", b"3", b'"text"', b"NaN", b"SQLite format 3\0"),
    )
    yield from fixed[:count]
    for _ in range(count - len(fixed)):
        yield chance.choice((_torn, _flipped, _wrong, _wrong, _wrong, _noise))(chance, good)


def _torn(chance: random.Random, good: Mapping[str, object]) -> bytes:
    whole = json.dumps(good, indent=1).encode()
    return whole[: chance.randrange(len(whole))]


def _flipped(chance: random.Random, good: Mapping[str, object]) -> bytes:
    whole = bytearray(json.dumps(good).encode())
    for _ in range(chance.randint(1, 4)):
        whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return bytes(whole)


def _wrong(chance: random.Random, good: Mapping[str, object]) -> bytes:
    """Some values are others, some keys are gone or new."""
    body = dict(good)
    for key in chance.sample(sorted(body), chance.randint(1, len(body))):
        body[key] = chance.choice(VALUES)
    if chance.random() < 0.2:
        body.pop(chance.choice(sorted(body)))
    if chance.random() < 0.2:
        body["another"] = chance.choice(VALUES)
    return json.dumps(body).encode()


def _noise(chance: random.Random, good: Mapping[str, object]) -> bytes:
    del good
    return chance.randbytes(chance.randrange(2000))


def byte_variants(good: bytes, seed: int, count: int) -> Iterator[bytes]:
    """Yield ``count`` contents of a file of bytes: torn, flipped, doubled, with parts of it moved, noise."""
    chance = random.Random(seed)
    yield from (b"", good * 2, good + b"\0" * 5_000_000, bytes(4096), good[:8])[:count]
    for _ in range(count - 5):
        at, to = sorted((chance.randrange(len(good)), chance.randrange(len(good))))
        flipped = bytes([good[at] ^ 1 << chance.randrange(8)])
        yield chance.choice(
            (
                good[:at],
                good[:at] + flipped + good[at + 1 :],
                good[:at] + good[to:],
                good[:at] + good[at:to] * 3 + good[to:],
                good[:at] + chance.randbytes(16) + good[at:],
                chance.randbytes(to + 1),
            )
        )


def png_variants(seed: int, count: int) -> Iterator[bytes]:
    """Yield pictures that are whole by their sums, and wrong, odd or packed to burst inside."""
    chance = random.Random(seed)
    for _ in range(count):
        width, height = chance.choice((1, 7, 40, 600, 4000)), chance.choice((1, 9, 40, 500))
        depth, colour = chance.choice((1, 2, 4, 8, 16)), chance.choice((0, 2, 3, 4, 6, 5))
        head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, chance.choice((0, 0, 0, 1)))
        row = 1 + -(-width * depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4, 5: 1}[colour] // 8)
        first = chance.choice((0, 0, 1, 4, 4, 9))
        rows = b"".join(bytes([first]) + bytes(row - 1) for _ in range(height))
        rows = chance.choice((rows, rows, rows, rows[:-1], rows + b"x", rows + bytes(30_000_000)))
        packed = zlib.compress(rows, 9)
        at = chance.randrange(len(packed))
        bodies = {
            b"IHDR": chance.choice((head, head, head, head[:-1])),
            b"PLTE": chance.choice((bytes(3), bytes(768), b"", b"xy", bytes(900))) if chance.random() < 0.5 else None,
            b"tRNS": chance.choice((b"", b"\0", bytes(2), bytes(6), bytes(300))) if chance.random() < 0.3 else None,
            b"zTXt": b"k\0\0" + zlib.compress(bytes(30_000_000)) if chance.random() < 0.1 else None,
            b"iCCP": b"k\0\0" + chance.randbytes(40) if chance.random() < 0.1 else None,
            b"IDAT": chance.choice((packed, packed, packed, packed[:at], packed[:at] + b"?" + packed[at + 1 :])),
            b"IEND": b"",
        }
        yield b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, body) for kind, body in bodies.items() if body is not None)


def a_folder(path: Path) -> None:
    """A folder that holds something."""
    path.mkdir()
    (path / "inside").touch()


def a_pipe(path: Path) -> None:
    """A pipe nobody writes into."""
    os.mkfifo(path)


def a_device(path: Path) -> None:
    """A device, by a link; one in a folder where not even root can put another file in its place."""
    path.symlink_to("/dev/pts/ptmx")


def a_link_to_a_file(path: Path) -> None:
    """A link to a file of somebody's, which must stay as it is."""
    path.with_name("somebodys").write_bytes(b"[]")
    path.symlink_to(path.with_name("somebodys"))


def a_socket(path: Path) -> None:
    """A socket nobody listens on."""
    here = Path.cwd()
    os.chdir(path.parent)  # its whole path would be too long for a socket
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


def a_dangling_link(path: Path) -> None:
    """A link to nothing."""
    path.symlink_to(path.parent / "nowhere")


def a_ring_of_links(path: Path) -> None:
    """A link to itself."""
    path.symlink_to(path)


def unreadable(path: Path) -> None:
    """A file nobody may read (but root)."""
    path.write_bytes(b"x")
    path.chmod(0)


def huge(path: Path) -> None:
    """A file of two gigabytes, most of it not there."""
    with path.open("wb") as file:
        file.truncate(2**31)


FORMS: Mapping[str, Callable[[Path], None]] = {
    each.__name__: each
    for each in (
        a_folder,
        a_pipe,
        a_device,
        a_link_to_a_file,
        a_socket,
        a_dangling_link,
        a_ring_of_links,
        unreadable,
        huge,
    )
}
"""What can stand where a file should."""


def put(path: Path, content: bytes) -> None:
    """Put a content in a place, whatever is there."""
    clear(path)
    path.write_bytes(content)


def clear(path: Path) -> None:
    """Take away what is there."""
    if path.is_dir() and not path.is_symlink():
        for each in path.iterdir():
            each.unlink()
        path.rmdir()
    elif path.is_symlink() or path.exists():
        path.unlink()
