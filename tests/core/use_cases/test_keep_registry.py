"""States of a registry are kept whole or not at all, survive a restart, and are never written over."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core import clock
from core.errors import WorldError
from core.language.phrases import spoken
from core.trials.reading import MOST_BYTES
from core.use_cases.compare_registry import overview, read_contents
from core.use_cases.draft_from_registry import draft_of
from core.use_cases.keep_registry import MOST_KEPT, Kept, KeptRegistry, registry_in
from tests.core.trials.states import API, DOWNLOAD, LATER, SITES, TRIALS
from tests.sample_screenings import catalogue

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
_KILLS = 4


@pytest.fixture(autouse=True)
def at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now_utc", lambda: NOON)


def files(*texts: str) -> Sequence[tuple[str, bytes]]:
    return [(f"file-{at}.csv", text.encode()) for at, text in enumerate(texts)]


def days(kept: Kept) -> list[str]:
    return [each.day for each in kept.states]


def test_a_state_is_there_after_a_restart_byte_for_byte(tmp_path: Path) -> None:
    taken = registry_in(tmp_path).keep(files(TRIALS, SITES))
    assert not taken.is_known
    assert taken.skipped
    again = registry_in(tmp_path).kept()
    (state,) = again.states
    assert (state.day, state.imported_on) == ("2026-06-01", "2026-11-22")
    assert list(state.contents) == list(files(TRIALS, SITES))
    assert state.read.state == taken.state.read.state
    assert (again.newest, again.before, again.unreadable) == (state, None, 0)


def test_the_state_before_is_that_of_the_day_before_whenever_it_came(tmp_path: Path) -> None:
    registry = registry_in(tmp_path)
    registry.keep(files(LATER))
    older = registry.keep(files(TRIALS, SITES))
    assert older.is_older
    assert days(registry.kept()) == ["2026-06-01", "2026-08-01"]
    whole = overview(registry.kept(), ())
    assert whole.since == "2026-06-01"
    assert len(whole.listed) == 4
    assert {each.trial.number[-1] for each in whole.changed} == {"1", "2", "4", "5"}


def test_what_is_kept_is_not_kept_twice_in_whatever_order_it_comes(tmp_path: Path) -> None:
    registry = registry_in(tmp_path)
    registry.keep(files(TRIALS, SITES))
    assert registry.keep(files(SITES, TRIALS)).is_known
    assert len(registry.kept().states) == 1


def test_a_download_without_a_day_is_of_the_day_it_came(tmp_path: Path) -> None:
    assert registry_in(tmp_path).keep(files(DOWNLOAD)).state.day == "2026-11-22"


def test_the_oldest_goes_and_the_newest_never(tmp_path: Path) -> None:
    registry = registry_in(tmp_path)
    for at in range(MOST_KEPT + 2):
        registry.keep(files(TRIALS.replace("2026-06-01", f"2026-06-{at + 1:02}")))
    assert days(registry.kept()) == [f"2026-06-{at + 3:02}" for at in range(MOST_KEPT)]
    assert registry.keep(files(TRIALS.replace("2026-06-01", "2026-01-01"))).is_older
    assert "2026-01-01" in days(registry.kept()), "what was just imported is there to be compared with"


@pytest.mark.parametrize("text", [SITES, "NCTId,OverallStatus\nx,y\n"])
def test_a_state_without_a_trial_is_refused_with_words(tmp_path: Path, text: str) -> None:
    with pytest.raises(WorldError) as error:
        registry_in(tmp_path).keep(files(text))
    assert error.value.phrase == "trials-no-trial"
    assert registry_in(tmp_path).kept() == Kept()


def _packed(head: object, body: bytes = b"") -> bytes:
    return zlib.compress(json.dumps(head).encode() + b"\n" + body)


HOSTILE = {
    "empty": b"",
    "text": b"what is no state",
    "no head": zlib.compress(b"\n"),
    "brackets": zlib.compress(b"[" * 100_000),
    "a newer version": _packed({"format": 2, "at": "2026-11-22", "day": "2026-11-22", "files": []}),
    "no day": _packed({"format": 1, "at": "", "day": "", "files": []}),
    "files that are none": _packed({"format": 1, "at": "2026-11-22", "day": "2026-11-22", "files": [[1, "x"]]}),
    "another content": _packed({"format": 1, "at": "2026-11-22", "day": "2026-11-22", "files": [["a", 3]]}, b"abc"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_damaged_or_foreign_is_counted_and_stays(tmp_path: Path, name: str) -> None:
    registry_in(tmp_path).keep(files(TRIALS))
    foreign = tmp_path / "registry" / f"{'0' * 64}.state"
    foreign.write_bytes(HOSTILE[name])
    found = registry_in(tmp_path).kept()
    assert (len(found.states), found.unreadable) == (1, 1)
    assert foreign.read_bytes() == HOSTILE[name]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    registry_in(tmp_path).keep(files(TRIALS))
    packing = zlib.compressobj(9)
    with (tmp_path / "registry" / f"{'1' * 64}.state").open("wb") as bomb:
        for _ in range(MOST_BYTES // 2**20 + 8):
            bomb.write(packing.compress(bytes(2**20)))
        bomb.write(packing.flush())
    assert registry_in(tmp_path).kept().unreadable == 1


def test_any_flipped_byte_is_noticed(tmp_path: Path) -> None:
    state = registry_in(tmp_path).keep(files(TRIALS)).state
    whole = state.path.read_bytes()
    for at in range(0, len(whole), max(len(whole) // 40, 1)):
        state.path.write_bytes(whole[:at] + bytes([whole[at] ^ 16]) + whole[at + 1 :])
        assert registry_in(tmp_path).kept() == Kept((), 1), at
    for end in (0, 1, len(whole) // 2, len(whole) - 1):
        state.path.write_bytes(whole[:end])
        assert registry_in(tmp_path).kept() == Kept((), 1), end


def test_a_full_disk_leaves_what_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = registry_in(tmp_path)
    registry.keep(files(TRIALS))

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(WorldError) as error:
        registry.keep(files(LATER))
    assert error.value.phrase == "error-no-space"
    assert days(registry.kept()) == ["2026-06-01"]
    assert [each.suffix for each in (tmp_path / "registry").iterdir()] == [".state"]


KEEPING = """
import sys
from pathlib import Path
from core.use_cases.keep_registry import registry_in
folder, text = Path(sys.argv[1]), Path(sys.argv[2]).read_text("utf-8")
registry, at = registry_in(folder), 0
while True:
    day = f"2026-{at // 28 % 12 + 1:02}-{at % 28 + 1:02}"
    registry.keep([("trials.csv", text.replace("2026-06-01", day).encode() + b"\\n" * at)])
    print(day, flush=True)
    at += 1
"""


def test_a_kill_in_the_middle_leaves_whole_states_alone(tmp_path: Path) -> None:
    source = tmp_path / "trials.csv"
    source.write_text(TRIALS, "utf-8")
    command = [sys.executable, "-c", KEEPING, str(tmp_path / "vault"), str(source)]
    for kill in range(_KILLS):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as keeping:
            assert keeping.stdout is not None
            last = keeping.stdout.readline()
            time.sleep(0.01 * kill)
            keeping.send_signal(signal.SIGKILL)
            said = [last, *keeping.stdout.readlines()]
        found = registry_in(tmp_path / "vault").kept()
        assert found.unreadable == 0
        assert said[-1].strip() in days(found), "what was said to be kept is there"


def test_a_state_that_goes_meanwhile_is_told(tmp_path: Path) -> None:
    state = registry_in(tmp_path).keep(files(TRIALS)).state
    state.path.unlink()
    with pytest.raises(WorldError):
        _ = state.contents
    assert registry_in(tmp_path).kept() == Kept()


def test_files_together_are_no_larger_than_one_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.use_cases import compare_registry

    monkeypatch.setattr(compare_registry, "MOST_BYTES", 1000)
    for name in "ab":
        (tmp_path / name).write_bytes(b"x" * 600)
    with pytest.raises(WorldError) as error:
        read_contents([tmp_path / "a", tmp_path / "b"])
    assert error.value.phrase == "error-file-unreadable"


# --- the draft of a rule file


def test_the_draft_of_a_record_is_that_of_the_command(tmp_path: Path) -> None:
    from core.rule_files.checking import check_rule_file

    state = registry_in(tmp_path).keep(files(SITES, TRIALS)).state
    draft = draft_of(state, "NCT90000001", (), catalogue(), NOON.date(), spoken("en"))
    assert (draft.name, draft.origin) == ("nct90000001", "NCT90000001, registry of 1 Jun 2026")
    assert "require: age between 18 years and 65 years" in draft.text
    assert "diseases: [sle]" in draft.text
    assert check_rule_file(draft.text.encode(), "x.yaml", catalogue()).checked is not None


def test_the_criteria_of_a_download_stand_in_the_draft_as_texts(tmp_path: Path) -> None:
    told = json.loads(API)
    told["studies"][0]["protocolSection"]["eligibilityModule"]["eligibilityCriteria"] = (
        "Inclusion Criteria:\n\n* SLEDAI-2K of 8 or more\n\nExclusion Criteria:\n\n* Active infection"
    )
    other = json.loads(json.dumps(told["studies"][0]))
    other["protocolSection"]["identificationModule"]["nctId"] = "NCT90000009"
    told["studies"].insert(0, other)
    state = registry_in(tmp_path).keep([("search.json", json.dumps(told).encode())]).state
    assert state.read.state.trials["NCT90000001"].has_criteria
    draft = draft_of(state, "NCT90000001", (), catalogue(), NOON.date(), spoken("de"))
    assert '"SLEDAI-2K of 8 or more"' in draft.text
    assert '"Active infection"' in draft.text
    assert draft.text.count("not_public:") == 2, "a condition is nobody's but the author's"


def test_a_record_without_a_disease_takes_the_one_that_is_looked_for(tmp_path: Path) -> None:
    state = registry_in(tmp_path).keep(files(TRIALS)).state
    with pytest.raises(WorldError) as error:
        draft_of(state, "NCT90000003", (), catalogue(), NOON.date(), spoken("en"))
    assert error.value.phrase == "trials-draft-no-disease"
    draft = draft_of(state, "NCT90000003", ("ssc",), catalogue(), NOON.date(), spoken("en"))
    assert "diseases: [ssc]" in draft.text


def test_two_programs_keep_into_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window, command = registry_in(tmp_path), registry_in(tmp_path)
    window.keep(files(TRIALS))
    assert window.kept().newest is not None
    monkeypatch.setattr(clock, "now_utc", lambda: NOON + timedelta(days=1))
    command.keep(files(LATER))
    assert days(window.kept()) == ["2026-06-01", "2026-08-01"]
    assert isinstance(window, KeptRegistry)
