"""A draft is checked as any file is, and kept so that neither a crash nor another's hand changes it."""

from __future__ import annotations

import hashlib
import hmac
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.language.phrases import spoken
from core.progress import GivenUpError
from core.rule_files.drafting.form import Sort
from core.use_cases.check_files import check_files
from core.use_cases.edit_rules import check_draft, form_at, heard_lines, used_in
from core.use_cases.keep_drafts import Draft, Drafts
from core.use_cases.keep_shelf import Shelf
from core.use_cases.load_rules import rule_paths
from tests.sample_screenings import catalogue
from tests.spec.test_slips import SLIPS, TEXT, Slip, place


def drafts(folder: Path, key: bytes = b"k") -> Drafts:
    return Drafts(folder / "drafts", lambda content: hmac.new(key, content, hashlib.sha256).hexdigest())


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.name for slip in SLIPS])
def test_editor_and_check_agree_on_every_problem(slip: Slip, tmp_path: Path) -> None:
    edited, _ = place(slip)
    path = tmp_path / "slip.yaml"
    path.write_text(edited, "utf-8")
    assert check_draft(edited, str(path), catalogue()).problems == check_files((path,), catalogue())[0].problems


def test_a_schedule_is_checked_by_its_own_reader(tmp_path: Path) -> None:
    text = "format: 1\nid: x\nkind: schedule\n"
    path = tmp_path / "x.yaml"
    path.write_text(text, "utf-8")
    assert check_draft(text, str(path), catalogue()).problems == check_files((path,), catalogue())[0].problems


def test_the_criterion_of_each_line() -> None:
    check = check_draft(TEXT, "x", catalogue())
    lines = TEXT.split("\n")
    assert check.written is not None
    for criterion in check.written.all_criteria:
        assert check.criterion_at(criterion.span.line) == criterion
        assert check.criterion_at(criterion.span.line + 1) == criterion
        assert heard_lines(check, criterion, spoken("en"))
    assert check.criterion_at(1) is None
    example = next(at for at, line in enumerate(lines, start=1) if line.startswith("examples:"))
    assert check.criterion_at(example) is None
    assert check.criterion_at(len(lines)) is None


def test_a_criterion_is_read_aloud_while_another_one_is_broken() -> None:
    check = check_draft(TEXT.replace("received rituximab within", "received rituximxb within", 1), "x", catalogue())
    assert check.written is not None
    assert check.errors == 1
    heard = {each.id: bool(heard_lines(check, each, spoken("en"))) for each in check.written.all_criteria}
    assert sum(not words for words in heard.values()) == 1
    assert check.compiled is None
    assert check.runs == ()


def test_examples_tell_of_a_criterion() -> None:
    check = check_draft(TEXT, "x", catalogue())
    assert check.written is not None
    used = {each.id: used_in(check, each) for each in check.written.all_criteria}
    assert used["age"]
    assert all(each.holds for every in used.values() for each in every)


def test_a_check_can_be_given_up_at_every_step() -> None:
    steps = 0

    def counted(_: int, __: int) -> None:
        nonlocal steps
        steps += 1

    check_draft(TEXT, "x", catalogue(), counted)
    for last in range(0, steps, max(steps // 20, 1)):
        left = last

        def ends(_: int, __: int) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise GivenUpError

        with pytest.raises(GivenUpError):
            check_draft(TEXT, "x", catalogue(), ends)


def test_fields_of_a_criterion() -> None:
    check = check_draft(TEXT, "x", catalogue())
    assert check.written is not None
    age = next(each for each in check.written.all_criteria if each.id == "age")
    fields = [field for line in form_at(check, age) for field in line.fields]
    assert [(field.sort, field.text) for field in fields] == [
        (Sort.NUMBER, "18"),
        (Sort.UNIT, "years"),
        (Sort.NUMBER, "65"),
        (Sort.UNIT, "years"),
    ]


# --- kept


def test_a_draft_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = drafts(tmp_path).keep(Draft("a", "täxt\n  😀", "b 1.0.0", line=2, column=3))
    assert kept.at
    assert drafts(tmp_path).of("a") == kept
    assert drafts(tmp_path).kept() == (kept,)
    drafts(tmp_path).drop("a")
    assert drafts(tmp_path).kept() == ()


def test_a_draft_that_another_hand_changed_is_not_offered(tmp_path: Path) -> None:
    drafts(tmp_path).keep(Draft("a", "one"))
    (path,) = (tmp_path / "drafts").iterdir()
    written = path.read_bytes()
    for at in (0, len(written) // 2, len(written) - 1):
        path.write_bytes(written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :])
        assert drafts(tmp_path).kept() == ()
        assert drafts(tmp_path).of("a") is None
    for content in (b"", b"[]", written[:20], b"x" * 40):
        path.write_bytes(content)
        assert drafts(tmp_path).kept() == ()


def test_a_draft_is_read_by_nobody_without_the_vault_and_under_its_own_name_alone(tmp_path: Path) -> None:
    """Its examples may tell of patients."""
    drafts(tmp_path).keep(Draft("a", "name: Erika Mustermann", "b 1.0.0"))
    drafts(tmp_path).keep(Draft("c", "other"))
    first, second = sorted((tmp_path / "drafts").iterdir())
    assert all(b"Erika" not in path.read_bytes() and b"1.0.0" not in path.read_bytes() for path in (first, second))
    first.write_bytes(second.read_bytes())
    assert len(drafts(tmp_path).kept()) == 1


def test_a_draft_of_another_vault_is_not_offered_and_a_new_key_takes_drafts_along(tmp_path: Path) -> None:
    drafts(tmp_path).keep(Draft("a", "one"))
    assert drafts(tmp_path, b"other").kept() == ()
    drafts(tmp_path).seal_anew(drafts(tmp_path, b"other").seal)
    assert [each.text for each in drafts(tmp_path, b"other").kept()] == ["one"]
    assert drafts(tmp_path).kept() == ()


def test_no_reader_of_rule_files_finds_a_draft(tmp_path: Path) -> None:
    """Not on the shelf, not in a folder that is taken in, whatever the draft says."""
    kept = Drafts(tmp_path / "rules", drafts(tmp_path).seal)
    kept.keep(Draft("a", TEXT))
    assert kept.kept()
    assert Shelf(tmp_path / "rules", kept.seal).paths == ()
    assert rule_paths((tmp_path,)) == ()


WRITER = """
import hashlib, hmac, sys
from pathlib import Path
from core.use_cases.keep_drafts import Draft, Drafts
drafts = Drafts(Path(sys.argv[1]) / "drafts", lambda content: hmac.new(b"k", content, hashlib.sha256).hexdigest())
at = 0
while True:
    drafts.keep(Draft("a", f"{at}\\n" * 20000))
    print(at, flush=True)
    at += 1
"""
KILLS = int(os.environ.get("KRITERION_KILLS", "20")) // 4


def test_a_kill_in_the_middle_tears_no_draft(tmp_path: Path) -> None:
    for kill in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.003 * (kill + 1))
        process.send_signal(signal.SIGKILL)
        said, _ = process.communicate()
        acknowledged = int((said.split() or ["0"])[-1])
        found = drafts(tmp_path).of("a")
        assert found is not None
        lines = set(found.text.split())
        assert len(lines) == 1, "one draft, never a part of two"
        assert int(lines.pop()) >= acknowledged
