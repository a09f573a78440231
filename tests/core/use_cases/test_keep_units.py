"""Which unit a bare number has: asked once, remembered for the laboratory, shown as remembered, sealed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.use_cases.keep_units import LIST, UsualUnits, seal_units_anew


def seal(content: bytes) -> str:
    return f"own {len(content)} {sum(content)}"


def other_seal(content: bytes) -> str:
    return f"other {sum(content)}"


def test_what_was_answered_is_known_by_laboratory_and_concept(tmp_path: Path) -> None:
    units = UsualUnits(tmp_path, seal)
    assert units.of() == {}
    units.keep("creatinine", "umol/L")
    units.keep("crp", "mg/dL", "Labor Nord")
    units.keep("creatinine", "mg/dL", "Labor Nord")
    assert units.of() == {"creatinine": "umol/L"}
    assert UsualUnits(tmp_path, seal).of("Labor Nord") == {"crp": "mg/dL", "creatinine": "mg/dL"}
    units.keep("creatinine", "mg/dL")
    assert units.of() == {"creatinine": "mg/dL"}


@pytest.mark.parametrize(
    "written",
    [
        "",
        "[]",
        '{"units": {"": {"creatinine": "mg/dL"}}}',
        '{"units": 3, "mac": "x"}',
        '{"units": {"": {"creatinine": "mg/dL"}}, "mac": "é"}',
        json.dumps({"units": {"": {"creatinine": "mg/dL"}}, "mac": other_seal(b"")}),
        "as it was, with mg/dL for umol/L",
    ],
)
def test_what_is_damaged_or_foreign_is_asked_again(tmp_path: Path, written: str) -> None:
    units = UsualUnits(tmp_path, seal)
    units.keep("creatinine", "umol/L")
    was = (tmp_path / LIST).read_text("utf-8")
    is_changed = written.startswith("as it was")
    (tmp_path / LIST).write_text(was.replace("umol/L", "mg/dL") if is_changed else written, "utf-8")
    assert units.of() == {}
    units.keep("crp", "mg/L")
    assert units.of() == {"crp": "mg/L"}


def test_a_new_key_seals_it_anew(tmp_path: Path) -> None:
    seal_units_anew(tmp_path, seal, other_seal)
    assert not (tmp_path / LIST).exists()
    UsualUnits(tmp_path, seal).keep("creatinine", "umol/L")
    seal_units_anew(tmp_path, seal, other_seal)
    assert UsualUnits(tmp_path, other_seal).of() == {"creatinine": "umol/L"}
    assert UsualUnits(tmp_path, seal).of() == {}
