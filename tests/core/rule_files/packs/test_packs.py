"""Signed packs: what was written opens, what was changed does not, and the reason is said."""

from __future__ import annotations

import io
import json
import os
import stat
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from core.errors import WorldError
from core.language.languages import languages
from core.language.phrases import Phrases, spoken
from core.rule_files.packs.archive import archived
from core.rule_files.packs.fingerprint import LENGTH, WORDS, fingerprint, fingerprint_words
from core.rule_files.packs.keys import is_name, make_key, needs_passphrase, read_key, same_name
from core.rule_files.packs.limits import MANIFEST, MOST_FILE_BYTES, MOST_FILES, SIGNATURE
from core.rule_files.packs.manifest import read_manifest
from core.rule_files.packs.opening import open_pack
from core.rule_files.packs.writing import packed
from core.wording.errors import error_words
from tests.core.rule_files.packs.packing import (
    NAMES,
    ON,
    a_pack,
    entries_of,
    file_of,
    key_of,
    signed,
    tampered,
    zipped,
)

TAMPERED = int(os.environ.get("KRITERION_TAMPERED", "200"))
"""How many changed packs are tried; the long proof tries 2,000."""


def refusal(content: bytes) -> str:
    """Why a pack is refused, said in every language."""
    with pytest.raises(WorldError) as caught:
        open_pack(content)
    for language in languages():
        phrases: Phrases = spoken(language)
        assert caught.value.phrase in phrases.ids
        assert error_words(caught.value, phrases)
    return caught.value.phrase


# --- what was written


def test_a_pack_opens_as_it_was_written() -> None:
    pack = open_pack(a_pack())
    told = pack.manifest
    assert (told.name, told.version, told.made_on, told.signer) == (
        "example-pack",
        "1.2.0",
        "2026-11-29",
        "Example Centre",
    )
    assert {each.id: pack.contents[each.path] for each in told.files} == {name: file_of(name).content for name in NAMES}
    assert all(each.version == file_of(each.id).rule_file.version for each in told.files)


def test_any_program_can_look_into_a_pack() -> None:
    with zipfile.ZipFile(io.BytesIO(a_pack())) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:2] == [MANIFEST, SIGNATURE]


def test_the_same_files_give_the_same_bytes() -> None:
    files = [file_of(name) for name in NAMES]
    made = [packed(each, "example-pack", "1.2.0", ON, key_of()) for each in (files, files[::-1])]
    assert made == [a_pack(), a_pack()]


def test_two_files_of_one_id_no_file_and_no_name_are_not_packed() -> None:
    file = file_of(NAMES[0])
    for files, name, version, phrase in (
        ([file, file], "a", "1", "pack-two-of-one-id"),
        ([], "a", "1", "pack-empty"),
        ([file], "../a", "1", "pack-name"),
        ([file], "a", "one", "pack-version"),
        ([file], "A", "1", "pack-name"),
    ):
        with pytest.raises(WorldError, match=phrase):
            packed(files, name, version, ON, key_of())


# --- what was changed


@pytest.mark.parametrize("part", range(10))
def test_no_changed_pack_is_accepted(part: int) -> None:
    for seed in range(part, TAMPERED, 10):
        way, content = tampered(seed)
        try:
            assert refusal(content)
        except BaseException as error:
            error.add_note(f"seed {seed}: {way}")
            raise


def test_every_bit_of_the_frame_counts() -> None:
    """Whatever a reader of archives does not look at is looked at here: each byte outside of the files, once."""
    content = a_pack()
    entries = entries_of(content)
    files = [(content.index(held), len(held)) for held in entries.values()]
    frame = [at for at in range(len(content)) if not any(start <= at < start + size for start, size in files)]
    assert len(frame) > 300
    for at in frame:
        changed = bytearray(content)
        changed[at] ^= 1 << (at % 8)
        with pytest.raises(WorldError):
            open_pack(bytes(changed))


def named(name: str, **changed: int) -> bytes:
    """A pack with one entry more, as somebody would write it by hand."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, content in entries_of(a_pack()).items():
            archive.writestr(path, content)
        entry = zipfile.ZipInfo(name)
        entry.filename = name  # as written, whatever the system's separator is
        for key, value in changed.items():
            setattr(entry, key, value)
        archive.writestr(entry, b"format: 1\n")
    return made.getvalue()


def bomb() -> bytes:
    """50 MB that are 50 kB."""
    return zipped({**entries_of(a_pack()), "rules/bomb.yaml": b" " * 50_000_000}, zipfile.ZIP_DEFLATED)


@cache
def many() -> bytes:
    return zipped({f"rules/f{count}.yaml": b"" for count in range(100_000)})


def stored_as_something_else() -> bytes:
    """The directory says stored and small, the head of the entry says something else."""
    content = bytearray(a_pack())
    at = content.index(b"PK\x03\x04", 10)
    struct.pack_into("<H", content, at + 8, 8)
    return bytes(content)


def overlapping() -> bytes:
    """Two entries of the directory that lie on the same bytes."""
    entries = entries_of(a_pack())
    twice = archived({**entries, "rules/x.yaml": b"a"})
    at = twice.rindex(b"PK\x01\x02")
    content = bytearray(twice)
    content[at + 42 : at + 46] = struct.pack("<I", 0)
    return bytes(content)


def encrypted() -> bytes:
    content = bytearray(a_pack())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.rindex(mark)
        content[at + offset] |= 1
    return bytes(content)


def large() -> bytes:
    return archived({**entries_of(a_pack()), "rules/large.yaml": b" " * (MOST_FILE_BYTES + 1)})


def large_together() -> bytes:
    return archived({f"rules/f{count}.yaml": b" " * MOST_FILE_BYTES for count in range(21)})


def twice() -> bytes:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return named("rules/nct06308978.yaml")


LINK = (stat.S_IFLNK | 0o777) << 16
DEVICE = (stat.S_IFCHR | 0o666) << 16


@pytest.mark.parametrize(
    ("phrase", "make"),
    [
        ("pack-damaged", lambda: b""),
        ("pack-damaged", lambda: b"PK\x05\x06" + bytes(5)),
        ("pack-damaged", lambda: b"not a pack"),
        ("pack-entry-compressed", bomb),
        ("pack-too-many", many),
        ("pack-too-large", lambda: a_pack() + bytes(30_000_000)),
        ("pack-too-large", large_together),
        ("pack-entry-too-large", large),
        ("pack-entry-traversal", lambda: named("../evil.yaml")),
        ("pack-entry-traversal", lambda: named("rules/../../evil.yaml")),
        ("pack-entry-absolute", lambda: named("/etc/evil.yaml")),
        ("pack-entry-absolute", lambda: named("C:evil.yaml")),
        ("pack-entry-backslash", lambda: named("rules\\evil.yaml")),
        ("pack-entry-backslash", lambda: named("\\\\host\\share\\evil.yaml")),
        ("pack-entry-link", lambda: named("rules/link.yaml", external_attr=LINK)),
        ("pack-entry-link", lambda: named("rules/device.yaml", external_attr=DEVICE)),
        ("pack-entry-twin", lambda: named("rules/NCT06308978.yaml")),
        ("pack-entry-twin", lambda: named("rules/nct0630897\uff18.yaml")),
        ("pack-entry-twin", twice),
        ("pack-entry-nested", lambda: named("rules/inner.zip")),
        ("pack-entry-nested", lambda: named("inner.kriterion-rules")),
        ("pack-entry-name", lambda: named("rules/")),
        ("pack-entry-name", lambda: named("rules/deep/er.yaml")),
        ("pack-entry-name", lambda: named("rules/evil.py")),
        ("pack-entry-name", lambda: named("rules/evil.yaml\x00.txt")),
        ("pack-entry-name", lambda: named("rules/\u202elmay.live")),
        ("pack-entry-name", lambda: named("readme.txt")),
        ("pack-entry-encrypted", encrypted),
        ("pack-not-as-written", stored_as_something_else),
        ("pack-unsigned", lambda: zipped({"rules/a.yaml": b"format: 1"})),
        ("pack-unsigned", lambda: archived({MANIFEST: entries_of(a_pack())[MANIFEST]})),
        ("pack-entry-unlisted", lambda: archived({**entries_of(a_pack()), "rules/more.yaml": b"x"})),
        ("pack-not-as-written", lambda: zipped(entries_of(a_pack()))),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_hostile_archives_are_refused_for_what_they_are(phrase: str, make: Callable[[], bytes]) -> None:
    assert refusal(make()) == phrase


def test_entries_on_the_same_bytes_are_refused() -> None:
    assert refusal(overlapping())


@pytest.mark.parametrize("make", [bomb, many, large_together])
def test_a_bomb_takes_no_memory(make: Callable[[], bytes]) -> None:
    content = make()
    tracemalloc.start()
    try:
        refusal(content)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_as_many_files_as_there_may_be_and_one_more() -> None:
    files = {f"rules/f{count}.yaml": b"x" for count in range(MOST_FILES)}
    assert refusal(archived({MANIFEST: b"{}", SIGNATURE: b"", **files})) == "pack-manifest-damaged"
    assert refusal(archived({MANIFEST: b"{}", SIGNATURE: b"", **files, "rules/x.yaml": b""})) == "pack-too-many"


@pytest.mark.parametrize(
    ("changed", "phrase"),
    [
        ({"format": "kriterion-rules 2"}, "pack-manifest-damaged"),
        ({"signer": ""}, "pack-manifest-damaged"),
        ({"signer": "A\u202eB"}, "pack-manifest-damaged"),
        ({"signer": " A"}, "pack-manifest-damaged"),
        ({"version": "1.x"}, "pack-manifest-damaged"),
        ({"made_on": "2026-02-31"}, "pack-manifest-damaged"),
        ({"made_on": "20261129"}, "pack-manifest-damaged"),
        ({"key": "00"}, "pack-manifest-damaged"),
        ({"key": "ff" * 32}, "pack-signature"),
        ({"files": []}, "pack-manifest-damaged"),
        ({"files": "all"}, "pack-manifest-damaged"),
        ({"more": 1}, "pack-manifest-damaged"),
    ],
)
def test_a_signature_does_not_make_a_manifest_right(changed: dict[str, object], phrase: str) -> None:
    entries = entries_of(a_pack())
    told = {**json.loads(entries[MANIFEST]), **changed}
    files = {path: held for path, held in entries.items() if path.startswith("rules/")}
    assert refusal(signed(told, files, key_of())) == phrase


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("path", "../x.yaml"),
        ("path", "rules/X.yaml"),
        ("sha256", "0"),
        ("size", True),
        ("size", 1.5),
        ("size", 10**9),
        ("id", "A B"),
        ("version", 1),
        ("previous", "x"),
    ],
)
def test_a_signature_does_not_make_a_line_of_it_right(key: str, value: object) -> None:
    entries = entries_of(a_pack())
    told = json.loads(entries[MANIFEST])
    told["files"][0][key] = value
    files = {path: held for path, held in entries.items() if path.startswith("rules/")}
    assert refusal(signed(told, files, key_of())) == "pack-manifest-damaged"


@pytest.mark.parametrize("content", [b"[" * 100_000, b"\xff\xfe{}", b"null", b'{"format":1,"format":2}', b"1" * 5000])
def test_a_hostile_manifest_is_damaged(content: bytes) -> None:
    with pytest.raises(WorldError, match="pack-manifest-damaged"):
        read_manifest(content)


# --- keys


def test_a_key_is_kept_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "a.kriterion-key"
    made = make_key("Zentrum für Kinderrheumatologie", path)
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    assert read_key(path).public == made.public
    assert not needs_passphrase(path)
    with pytest.raises(WorldError, match="key-is-there"):
        make_key("Other", path)


def test_a_key_under_a_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "a.kriterion-key"
    made = make_key("Example", path, "four words and more")
    assert needs_passphrase(path)
    assert read_key(path, "four words and more").public == made.public
    for wrong in ("", "four words and mor"):
        with pytest.raises(WorldError, match="key-passphrase"):
            read_key(path, wrong)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("END PRIVATE KEY", ""),
        ("Example", ""),
        ("kriterion-key 1", "kriterion-key 2"),
        ('"public": "', '"public": "00'),
        ("BEGIN PRIVATE", "BEGIN PUBLIC"),
        ("{", "["),
        ("{", "[] {"),
    ],
)
def test_a_damaged_key_is_refused(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "a.kriterion-key"
    make_key("Example", path)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(WorldError, match="key-damaged"):
        read_key(path)


@pytest.mark.parametrize("name", ["", " ", "a\n", "a\u200bb", "\u202ea", "a  b", "a" * 81, "\ud800", "ﬁ", "|", "..."])
def test_names_nobody_can_read_are_no_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorldError, match="key-name"):
        make_key(name, tmp_path / "a.kriterion-key")
    assert not list(tmp_path.iterdir())


def test_names_that_look_alike_are_the_same() -> None:
    assert same_name("Example Centre") == same_name("example-centre") == same_name("EXAMPLE CENTRE.")
    assert same_name("Müller") == same_name("Mu\u0308ller")
    assert is_name("Müller")
    assert not is_name("Mu\u0308ller")


# --- fingerprints


def test_words_are_told_apart_by_ear_and_eye() -> None:
    words = fingerprint_words()
    assert len(words) == WORDS == len(set(words))
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert len({word[:4] for word in words}) == WORDS
    assert LENGTH >= 8


def test_a_fingerprint_never_changes() -> None:
    assert fingerprint(key_of().public) == fingerprint(key_of().public)
    assert len({fingerprint(key_of(seed=seed).public) for seed in range(1, 100)}) == 99
    assert " ".join(fingerprint(key_of().public)) == FINGERPRINT


FINGERPRINT = "pudding jury kiwi podium radio vision theorem couch gamma oboe senator hotel"
"""Written down by somebody: another list, or another order of it, would say that the key is another one."""
