"""``rules key``, ``rules pack``, ``rules verify``: words, JSON and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from core.discovery import rules_path
from tests.core.rule_files.packs.packing import NAMES, a_pack, entries_of, key_of, signed, tampered, write
from ui.command_line import app, packs


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = app.main(["rules", *arguments, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, found


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(rules_path("protocols") / f"{name}.yaml", folder)
    return folder


def test_a_key_a_pack_and_its_proof(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, pack = tmp_path / "mine.kriterion-key", tmp_path / "mine.kriterion-rules"
    code, made = printed(capsys, "key", "Example Centre", "-o", str(key))
    assert (code, len(made["words"]), made["name"]) == (0, 12, "Example Centre")
    code, packed = printed(
        capsys, "pack", str(folder_of(tmp_path)), "-o", str(pack), "--key", str(key), "--on", "2026-11-29"
    )
    assert code == 0
    code, verified = printed(capsys, "verify", str(pack))
    assert code == 0
    assert verified["pack"] == packed["pack"]
    told = verified["pack"]
    assert (told["name"], told["version"], told["made_on"]) == ("mine", "2026.11.29", "2026-11-29")
    assert told["words"] == made["words"]
    assert sorted(each["id"] for each in told["files"]) == sorted(NAMES)
    assert verified["refused"] is None


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_same_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    key, pack = tmp_path / "mine.kriterion-key", tmp_path / "mine.kriterion-rules"
    assert app.main(["rules", "key", "Example Centre", "-o", str(key), "--language", language]) == 0
    words = capsys.readouterr().out.rpartition(": ")[2].split()
    where = ["-o", str(pack), "--key", str(key), "--language", language]
    assert app.main(["rules", "pack", str(folder_of(tmp_path)), *where]) == 0
    assert "Example Centre" in capsys.readouterr().out
    assert app.main(["rules", "verify", str(pack), "--language", language]) == 0
    assert " ".join(words) in capsys.readouterr().out


def test_a_changed_pack_is_refused_with_the_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, content = tampered(8)
    path = write(tmp_path, content)
    code, told = printed(capsys, "verify", str(path))
    assert (code, told["pack"], told["refused"]["reason"]) == (2, None, "pack-signature")
    assert app.main(["rules", "verify", str(path), "--language", "de"]) == 2
    assert "Example Centre" in capsys.readouterr().err


def test_a_file_with_errors_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, key = folder_of(tmp_path), tmp_path / "k.kriterion-key"
    printed(capsys, "key", "Example", "-o", str(key))
    (folder / "broken.yaml").write_text("id: [", "utf-8")
    out = tmp_path / "p.kriterion-rules"
    code, told = printed(capsys, "pack", str(folder), "-o", str(out), "--key", str(key))
    assert (code, told["pack"]) == (2, None)
    assert told["problems"]
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("verify", "nowhere"), "error-file-unreadable"),
        (("verify", "."), "error-file-unreadable"),
        (("pack", ".", "-o", "Big Name.kriterion-rules", "--key", "nowhere"), "pack-name"),
        (("pack", ".", "-o", "p.kriterion-rules", "--key", "nowhere"), "error-file-unreadable"),
        (("key", "..."), "key-name"),
    ],
)
def test_what_is_not_there_is_said(
    arguments: tuple[str, ...],
    reason: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, told = printed(capsys, *arguments)
    assert (code, told["refused"]["reason"]) == (2, reason)
    assert not list(tmp_path.iterdir())


def test_a_protected_key_asks_for_its_passphrase(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    key, out = tmp_path / "k.kriterion-key", tmp_path / "p.kriterion-rules"
    typed = iter(["one", "two", "four words", "four words", "wrong", "four words"])

    def typed_next(prompt: str = "") -> str:
        del prompt
        return next(typed)

    monkeypatch.setattr(packs, "getpass", typed_next)
    assert printed(capsys, "key", "Example", "-o", str(key), "--protect")[1]["refused"]["reason"] == (
        "key-passphrases-differ"
    )
    assert printed(capsys, "key", "Example", "-o", str(key), "--protect")[0] == 0
    asked = ("pack", str(folder_of(tmp_path)), "-o", str(out), "--key", str(key))
    assert printed(capsys, *asked)[1]["refused"]["reason"] == "key-passphrase"
    assert printed(capsys, *asked)[0] == 0


def test_a_pack_whose_file_is_another_version_than_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = entries_of(a_pack())
    told = json.loads(entries["manifest.json"])
    told["files"][0]["version"] = "9.9.9"
    files = {path: held for path, held in entries.items() if path.startswith("rules/")}
    code, answer = printed(capsys, "verify", str(write(tmp_path, signed(told, files, key_of()))))
    assert (code, answer["refused"]["reason"]) == (2, "pack-content-differs")
