"""Seventeen hostile rule files, made on demand: what each attacks, and where it must be refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

HEAD = b"format: 1\nid: hostile\n"


@dataclass(frozen=True, slots=True)
class HostileFile:
    """One attack: how its file is made, and the code and line of the first problem that must be found."""

    name: str
    make: Callable[[], bytes]
    code: str
    line: int


def _alias_bomb() -> bytes:
    """Nine levels of nine aliases each: 3 GB if followed."""
    levels = [b"a0: &a0 [lol]"]
    levels += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 10)]
    return HEAD + b"\n".join(levels) + b"\n"


def _merge_bomb() -> bytes:
    """Mappings that take in the one before twice."""
    levels = [b"m0: &m0 {a: b}"]
    levels += [b"m%d: &m%d\n  <<: [*m%d, *m%d]" % (n, n, n - 1, n - 1) for n in range(1, 30)]
    return HEAD + b"merged:\n  <<: {a: b}\n" + b"\n".join(levels) + b"\n"


def _deep_block() -> bytes:
    return HEAD + b"".join(b" " * n + b"k:\n" for n in range(1_000)) + b" " * 1_000 + b"v\n"


def _too_large() -> bytes:
    return HEAD + b"k: v\n" * 210_000


def _many_duplicates() -> bytes:
    return HEAD + b"same: 1\n" * 50_000


HOSTILE_FILES: tuple[HostileFile, ...] = (
    HostileFile("alias bomb", _alias_bomb, "anchor", 3),
    HostileFile("merge bomb", _merge_bomb, "merge-key", 4),
    HostileFile("a million digits", lambda: HEAD + b"age: " + b"9" * 900_000 + b"\n", "long-line", 3),
    HostileFile("three thousand brackets", lambda: HEAD + b"k: " + b"[" * 1_500 + b"\n" + b"[" * 1_500, "too-deep", 3),
    HostileFile("deep blocks", _deep_block, "too-deep", 34),
    HostileFile("not a number", lambda: HEAD + b"limit: .nan\n", "not-a-number", 3),
    HostileFile("a huge line", lambda: HEAD + b"text: " + b"word " * 100_000 + b"\n", "long-line", 3),
    HostileFile("more than a megabyte", _too_large, "too-large", 199_998),
    HostileFile("a tag that calls", lambda: HEAD + b"k: !!python/object/apply:os.system [ls]\n", "tag", 3),
    HostileFile("a nul", lambda: HEAD + b"k: a\x00b\n", "control-sign", 3),
    HostileFile("writing turned round", lambda: HEAD + "k: \u202e5 =< ega\n".encode(), "bidirectional", 3),
    HostileFile("a lone surrogate", lambda: HEAD + b"k: \xed\xa0\x80\n", "not-utf8", 3),
    HostileFile("fifty thousand equal keys", _many_duplicates, "duplicate-key", 4),
    HostileFile("tabs", lambda: HEAD + b"k:\n" + b"\t- v\n" * 20_000, "tab", 4),
    HostileFile("many documents", lambda: HEAD + b"---\nk: v\n" * 50_000, "several-documents", 3),
    HostileFile("old line ends", lambda: (HEAD + b"k: v\n" * 50_000).replace(b"\n", b"\r"), "line-end", 1),
    HostileFile("a quotation mark left open", lambda: HEAD + b'k: "' + b"word word\n" * 90_000, "yaml", 3),
)
