"""Signed packs taken in: whom to believe, what is remembered, all of it or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from core.errors import WorldError
from core.language.languages import languages
from core.language.phrases import spoken
from core.rule_files.checking import check_rule_file
from core.rule_files.packs.fingerprint import fingerprint
from core.rule_files.packs.keys import HandedOver, make_key, read_key
from core.rule_files.packs.writing import ToPack, packed
from core.rule_files.reviewing import SignedReview
from core.rule_files.rule_file import Origin, OriginKind
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, OpenVault, create_vault
from core.use_cases import keep_shelf
from core.use_cases.keep_library import LibraryFile, checked_content, in_force, take_in_content
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.keep_trust import How, confirm_anew, trust_of
from core.use_cases.sign_review import accept_review, reviewed
from core.use_cases.take_in_pack import Library, PackTaken, accept_pack, take_in_pack
from core.use_cases.take_in_update import accept_update
from core.wording.errors import error_words
from core.wording.origins import unproved_marks
from core.writing import write_own
from tests.core.rule_files.packs.packing import ON, key_of, write
from tests.sample_screenings import catalogue
from tests.ui.desktop.amended import in_version

SMALL = """format: 1
kind: protocol
id: {id}
version: 1.0.0
title: {{en: Small file}}
state: draft
fictional: yes
completeness: full
diseases: [sle]
reviewed: not reviewed by a physician
sources:
  s: {{title: T, url: "https://example.org", date: 2026-01-01, read: 2026-01-01}}
changelog:
  - {{version: 1.0.0, date: 2026-01-01, by: A, source: s, what: First}}
inclusion:
  - id: age
    text: Age 18 years or older
    require: age >= 18 years
    source: s 1
exclusion:
  - id: crp
    text: CRP above 500 mg/L
    exclude_if: crp > 500 mg/L
    source: s 2
"""


@cache
def small(name: str, version: str = "1.0.0", extra: str = "") -> ToPack:
    text = SMALL.format(id=name)
    if version != "1.0.0":
        text = in_version(text, version)
    content = text.replace("Small file", f"Small file{extra}").encode()
    check = check_rule_file(content, f"{name}.yaml", catalogue())
    assert check.checked is not None, check.problems
    return ToPack(check.checked.rule_file, content)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[OpenVault]:
    circumstances = Circumstances(catalogue(), lambda: datetime(2026, 11, 22, tzinfo=UTC), Cost(1, 32, 4))
    made, _ = create_vault(tmp_path / "vault", "four words and more", circumstances)
    yield made
    made.close()


def own(vault: OpenVault) -> tuple[LibraryFile, ...]:
    """What was taken in: these tests have no file that ships."""
    shelf = shelf_of(vault)
    taken, origins = shelf.taken_in(), shelf.origins()
    return tuple(
        _with_origin(path, content, origins)
        for path in shelf.paths
        if keep_shelf.hash_of(content := path.read_bytes()) in taken
    )


def _with_origin(path: Path, content: bytes, origins: Mapping[str, Origin]) -> LibraryFile:
    origin = origins.get(keep_shelf.hash_of(content))
    if origin is None:
        return checked_content(path, content, catalogue())
    return take_in_content(path, content, (), catalogue(), origin=origin).file


def checked(vault: OpenVault, path: Path) -> PackTaken:
    library = Library(own(vault), shelf_of(vault).acts(), trust_of(vault.records))
    return take_in_pack(path, library, catalogue())


def made(
    folder: Path, *files: ToPack, version: str = "1.0.0", name: str = "centres", signer: str = "Example", seed: int = 1
) -> Path:
    content = packed(files, name, version, ON, key_of(signer, seed))
    return write(folder, content, f"{name}-{version}-{seed}.kriterion-rules")


def taken(vault: OpenVault, path: Path) -> PackTaken:
    found = checked(vault, path)
    accept_pack(found, vault, "Dr Example")
    vault.records.finish()
    return found


def judged(vault: OpenVault) -> dict[str, str]:
    found = in_force(own(vault), shelf_of(vault).acts())
    return {name: each.rule_file.version for name, each in found.items() if each.rule_file is not None}


def refused(vault: OpenVault, path: Path) -> str:
    before = judged(vault)
    with pytest.raises(WorldError) as caught:
        taken(vault, path)
    assert judged(vault) == before
    for language in languages():
        assert caught.value.phrase in spoken(language).ids
        assert error_words(caught.value, spoken(language))
    return caught.value.phrase


def test_a_key_is_new_once(vault: OpenVault, tmp_path: Path) -> None:
    first = taken(vault, made(tmp_path, small("a"), small("b")))
    assert first.is_first_use
    assert judged(vault) == {"a": "1.0.0", "b": "1.0.0"}
    second = taken(vault, made(tmp_path, small("a", "1.1.0"), small("b"), version="1.1.0"))
    assert not second.is_first_use
    assert judged(vault) == {"a": "1.1.0", "b": "1.0.0"}
    assert [each.file.rule_file.id for each in second.new if each.file.rule_file is not None] == ["a"]


@pytest.mark.parametrize("signer", ["Example", "EXAMPLE", "example."])
def test_a_known_name_with_another_key_is_refused(vault: OpenVault, tmp_path: Path, signer: str) -> None:
    taken(vault, made(tmp_path, small("a")))
    assert refused(vault, made(tmp_path, small("c"), name="other", signer=signer, seed=2)) == "trust-other-key"


def test_another_signer_cannot_go_on_with_a_pack(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a")))
    path = made(tmp_path, small("a", "2.0.0"), version="2.0.0", signer="Somebody", seed=2)
    assert refused(vault, path) == "trust-other-signer"


def test_an_older_pack_and_other_contents_of_the_same_version(vault: OpenVault, tmp_path: Path) -> None:
    older = made(tmp_path, small("a"))
    taken(vault, made(tmp_path, small("a"), version="1.10.0"))
    assert refused(vault, older) == "trust-older-pack"
    assert refused(vault, made(tmp_path, small("a"), version="1.9.0")) == "trust-older-pack"
    assert refused(vault, made(tmp_path, small("a"), small("c"), version="1.10")) == "trust-same-version"


def test_an_older_file_in_a_newer_pack(vault: OpenVault, tmp_path: Path) -> None:
    """Rolled back by mixing: the pack is new and one of its files is an old one that was never here."""
    taken(vault, made(tmp_path, small("a", "1.2.0"), small("b")))
    path = made(tmp_path, small("a", "1.1.0"), small("b", "1.1.0"), version="1.1.0")
    assert refused(vault, path) == "trust-older-file"
    path = made(tmp_path, small("a", "1.2.0", " otherwise"), small("b", "1.1.0"), version="1.2.0")
    assert refused(vault, path) == "trust-same-file-version"


def test_what_was_seen_is_known_without_the_shelf(vault: OpenVault, tmp_path: Path) -> None:
    """Whoever can write into the folder takes the shelf away: keys and versions stand in the record."""
    older = made(tmp_path, small("a"))
    taken(vault, made(tmp_path, small("a", "1.2.0"), version="1.1.0"))
    for path in shelf_of(vault).folder.iterdir():
        path.unlink()
    assert judged(vault) == {}
    assert refused(vault, older) == "trust-older-pack"
    assert refused(vault, made(tmp_path, small("a"), version="2.0.0")) == "trust-older-file"
    assert refused(vault, made(tmp_path, small("c"), name="other", seed=2)) == "trust-other-key"
    taken(vault, made(tmp_path, small("a", "1.2.0"), version="1.1.0"))  # the same pack brings all of it back
    assert judged(vault) == {"a": "1.2.0"}


def test_all_or_nothing(vault: OpenVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full at each write in turn: nothing is judged by a part of a pack, and the rest is tidied away."""
    path = made(tmp_path, small("a"), small("b"), small("c"))
    really, shelf = write_own, shelf_of(vault)
    for fails_at in range(4):
        count = iter(range(100))

        def write(place: Path, content: bytes, fails_at: int = fails_at, count: Iterator[int] = count) -> None:
            if next(count) == fails_at:
                raise WorldError("error-no-space", folder="x", name="y")
            really(place, content)

        monkeypatch.setattr(keep_shelf, "write_own", write)
        with pytest.raises(WorldError, match="error-no-space"):
            taken(vault, path)
        assert judged(vault) == {}
        assert shelf.paths == ()
        assert shelf.acts() == ()
    monkeypatch.setattr(keep_shelf, "write_own", really)
    taken(vault, path)
    assert set(judged(vault)) == {"a", "b", "c"}


def test_one_file_that_cannot_be_taken_in_stops_all(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a"), small("b")))
    text = small("b").content.replace(b"version: 1.0.0\ntitle", b"version: 1.1.0\ntitle")
    check = check_rule_file(text, "b.yaml", catalogue())
    assert check.checked is not None
    path = made(tmp_path, small("a", "1.1.0"), ToPack(check.checked.rule_file, text), version="1.1.0")
    found = checked(vault, path)
    assert not found.can_be_accepted, "no line of the changelog"
    assert refused(vault, path) == "error-not-taken-in"


def marks(file: LibraryFile) -> str:
    assert file.rule_file is not None
    return " ".join(unproved_marks(file.rule_file, spoken("en")))


def test_where_a_file_comes_from_is_known_and_sealed(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a")))
    accept_update(take_in_content(Path("b.yaml"), small("b").content, own(vault), catalogue()), vault, "Dr Example")
    by_id = {each.rule_file.id: each for each in own(vault) if each.rule_file is not None}
    assert marks(by_id["a"]) == "from a pack signed by Example"
    assert marks(by_id["b"]) == "local, unreviewed"
    listed = shelf_of(vault).folder / keep_shelf.LIST
    listed.write_text(listed.read_text().replace('"Example"', '"Somebody"'))
    assert shelf_of(vault).taken_in() == frozenset()


def test_a_review_that_a_file_claims_proves_nothing() -> None:
    text = small("a").content.replace(b"not reviewed by a physician", b"{by: Prof. Nobody, on: 2026-01-01}")
    assert "local, unreviewed" in marks(checked_content(Path("a.yaml"), text, catalogue()))
    assert "the file itself names Prof. Nobody" in marks(checked_content(Path("a.yaml"), text, catalogue()))


def test_a_review_is_signed_as_a_version_of_its_own(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a")))
    review = SignedReview("Dr Example", "2026-01-15", "2027-01-15")
    (file,) = own(vault)
    found = reviewed(file, review, own(vault), catalogue(), acts=shelf_of(vault).acts())
    assert found.can_be_accepted
    assert judged(vault) == {"a": "1.0.0"}, "nothing is kept before"
    accept_review(found, review, vault, "Dr Example")
    assert judged(vault) == {"a": "1.0.0.1"}
    (new,) = (each for each in own(vault) if each.rule_file is not None and each.rule_file.version == "1.0.0.1")
    assert marks(new).startswith("local, review signed here by Dr Example")
    assert new.rule_file is not None
    assert new.rule_file.origin.kind is OriginKind.LOCAL
    vault.records.finish()
    # the next version of the signer goes on from there
    taken(vault, made(tmp_path, small("a", "1.0.1"), version="1.1.0"))
    assert judged(vault) == {"a": "1.0.1"}


def handed_over(folder: Path, *files: ToPack, version: str, old: int, new: int, name: str = "centres") -> Path:
    key = key_of("Example", old).hand_over(key_of("Example", new))
    return write(folder, packed(files, name, version, ON, key), f"{name}-{version}-{old}-{new}.kriterion-rules")


def test_a_key_that_the_old_one_hands_over_goes_on(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a")))
    second = taken(vault, handed_over(tmp_path, small("a", "1.1.0"), version="1.1.0", old=1, new=2))
    assert not second.is_first_use
    assert second.succession is How.HANDED_OVER
    assert judged(vault) == {"a": "1.1.0"}
    (signer,) = trust_of(vault.records).known_signers()
    assert (signer.words.split(), signer.how, signer.before) == (
        list(fingerprint(key_of("Example", 2).public)),
        How.HANDED_OVER,
        1,
    )
    third = taken(vault, made(tmp_path, small("a", "1.2.0"), version="1.2.0", seed=2))
    assert third.succession is None
    assert refused(vault, made(tmp_path, small("a", "1.3.0"), version="1.3.0")) == "trust-retired-key"
    again = handed_over(tmp_path, small("a", "1.4.0"), version="1.4.0", old=1, new=3)
    assert refused(vault, again) == "trust-other-key", "a key that is no longer believed hands nothing over"
    back = handed_over(tmp_path, small("a", "1.5.0"), version="1.5.0", old=2, new=1)
    assert refused(vault, back) == "trust-retired-key", "and none comes back"


def test_what_the_old_key_did_not_sign_hands_nothing_over(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a")))
    forged = key_of("Example", 3).hand_over(key_of("Example", 2)).handed_over
    assert forged is not None
    claim = HandedOver(key_of("Example").public, forged.signature)
    content = packed([small("a", "1.1.0")], "centres", "1.1.0", ON, replace(key_of("Example", 2), handed_over=claim))
    assert refused(vault, write(tmp_path, content, "forged.kriterion-rules")) == "pack-handed-over"
    other = packed([small("c")], "c", "1.0.0", ON, key_of("Example", 3).hand_over(key_of("Example", 2)))
    assert refused(vault, write(tmp_path, other, "unknown.kriterion-rules")) == "trust-other-key"
    with pytest.raises(WorldError, match="key-other-name"):
        key_of("Example").hand_over(key_of("Somebody", 2))


def test_a_lost_key_has_a_way_by_the_words_of_the_new_one(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a")))
    path = made(tmp_path, small("a", "1.1.0"), version="1.1.0", seed=2)
    assert refused(vault, path) == "trust-other-key"
    words = " ".join(fingerprint(key_of("Example", 2).public))
    for wrong, phrase in (
        ("", "trust-words"),
        (words.rsplit(" ", 1)[0], "trust-words"),
        (f"{words} {words}", "trust-words"),
        (words.replace(words.split()[3], "xyzzy"), "trust-words-unknown"),
        (" ".join(fingerprint(key_of("Example").public)), "trust-words-known"),
    ):
        with pytest.raises(WorldError) as caught:
            confirm_anew("Example", wrong, vault.records, "Dr Example")
        assert caught.value.phrase == phrase
        assert all(error_words(caught.value, spoken(language)) for language in languages())
    with pytest.raises(WorldError, match="trust-no-signer"):
        confirm_anew("Nobody", words, vault.records, "Dr Example")
    confirm_anew("EXAMPLE", f"  {words.upper()} ", vault.records, "Dr Example")
    vault.records.finish()
    (signer,) = trust_of(vault.records).known_signers()
    assert signer.awaited == words
    assert refused(vault, made(tmp_path, small("c"), name="c", seed=3)) == "trust-other-key"
    found = taken(vault, path)
    assert found.succession is How.ANEW
    (signer,) = trust_of(vault.records).known_signers()
    assert (signer.words, signer.how, signer.before, signer.awaited) == (words, How.ANEW, 1, "")
    assert refused(vault, made(tmp_path, small("a", "1.2.0"), version="1.2.0")) == "trust-retired-key"


def test_what_was_confirmed_in_the_place_of_an_older_key_counts_no_more(vault: OpenVault, tmp_path: Path) -> None:
    taken(vault, made(tmp_path, small("a")))
    confirm_anew("Example", " ".join(fingerprint(key_of("Example", 3).public)), vault.records, "Dr Example")
    vault.records.finish()
    taken(vault, handed_over(tmp_path, small("a", "1.1.0"), version="1.1.0", old=1, new=2))
    assert refused(vault, made(tmp_path, small("a", "1.2.0"), version="1.2.0", seed=3)) == "trust-other-key"


def test_a_key_file_carries_the_word_of_the_one_before(tmp_path: Path) -> None:
    old = make_key("Example", tmp_path / "old.kriterion-key")
    new = make_key("example.", tmp_path / "new.kriterion-key", "a passphrase", old)
    read = read_key(tmp_path / "new.kriterion-key", "a passphrase")
    assert read.handed_over == new.handed_over
    assert read.handed_over is not None
    assert read.handed_over.holds("Example", read.public)
    told = (tmp_path / "new.kriterion-key").read_text("utf-8")
    (tmp_path / "new.kriterion-key").write_text(told.replace(old.public, "0" * 64), "utf-8")
    with pytest.raises(WorldError, match="key-damaged"):
        read_key(tmp_path / "new.kriterion-key", "a passphrase")
