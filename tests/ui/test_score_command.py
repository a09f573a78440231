"""``score`` on the command line: one, many, the list, what is declared, and all that can be wrong with an input."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.scores.shipped import shipped_scores
from ui.command_line import app

KEYS = ["score", "version", "output", "missing", "range", "formula", "sources", "marks"]
CKD = '{"scr": 0.8, "age": 25, "sex": "M"}'


def score(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Run the command; return the code and what was printed on both streams."""
    code = app.main(["score", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def answer(capsys: pytest.CaptureFixture[str], name: str, written: str) -> tuple[int, Mapping[str, object]]:
    """Return the code and the JSON answer of one score."""
    code, out, _ = score(capsys, name, "--input", written, "--json")
    told: Mapping[str, object] = json.loads(out)
    return code, told


def test_an_answer_has_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    code, told = answer(capsys, "ckd_epi_2021", CKD)
    assert code == 0
    assert list(told) == KEYS
    assert told["output"] == {"egfr": pytest.approx(125.95, abs=0.01), "kdigo": "G1"}


@pytest.mark.parametrize(
    "written",
    [
        '{"scr": 70.72, "unit": "µmol/L", "age": 25, "sex": "M"}',
        '{"scr": 70.72, "unit": "μmol/l", "age": 25, "sex": "M"}',
        '{"scr": "70.72 umol/L", "age": 25, "sex": "M"}',
        '{"scr": {"value": 70.72, "unit": "µmol/L"}, "age": 25, "sex": "M"}',
        '{"scr_umol_L": 70.72, "age": 25, "sex": "M"}',
        '{"scr": 70.72, "scr_unit": "µmol/L", "age": 25, "sex": "m"}',
        '{"creatinine": 0.8, "age": "300 months", "sex": "M"}',
    ],
)
def test_a_unit_may_stand_anywhere(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the value, in it, in its name, in either micro sign: 70.72 µmol/L is 0.8 mg/dL."""
    assert answer(capsys, "ckd_epi_2021", written)[1]["output"] == answer(capsys, "ckd_epi_2021", CKD)[1]["output"]


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("ckd_epi_2021", '{"scr": 0.8, "age": 12, "sex": "M"}', "outside of what this score was made for"),
        ("ckd_epi_2021", '{"scr": -1, "age": 30, "sex": "M"}', "'scr' cannot be -1"),
        ("ckd_epi_2021", '{"scr": 0.8, "age": 30, "sex": "x"}', "'sex' cannot be 'x'"),
        ("ckd_epi_2021", '{"scr": "0.8 mg/mL", "age": 30, "sex": "M"}', "is not told in 'mg/mL'"),
        ("ckd_epi_2021", '{"scr": "much", "age": 30, "sex": "M"}', "'much' is no number"),
        ("ckd_epi_2021", '{"scr": 1e999, "age": 30, "sex": "M"}', "is no number"),
        ("ckd_epi_2021", '{"scr": NaN, "age": 30, "sex": "M"}', "'NaN' is no number"),
        ("ckd_epi_2021", '{"scr": true, "age": 30, "sex": "M"}', "'true' is no number"),
        ("ckd_epi_2021", '{"scr": [1], "age": 30, "sex": "M"}', "is no number"),
        ("ckd_epi_2021", '{"scr": 0.8, "scr_umol_L": 80, "age": 30, "sex": "M"}', "'scr' is told twice"),
        ("ckd_epi_2021", '{"scr": 0.8, "scr": 0.9, "age": 30, "sex": "M"}', "'scr' is told twice"),
        ("ckd_epi_2021", '{"scr": 0.8, "agee": 30, "sex": "M"}', "does not ask for 'agee'"),
        ("ckd_epi_2021", "[1, 2]", "here stand no named values"),
        ("ckd_epi_2021", '{"scr": 0.8,', "this is no JSON"),
        ("ckd_epi_2021", "[" * 100_000, "this is no JSON"),
        ("bsa", '{"w": 30, "h": 135, "unit": "cm2"}', "belongs to none or to several"),
        ("astct_crs", '{"temp": "101 °F", "others": "none"}', "is not told in '°F'"),
        ("astct_crs", '{"temp": 38.4, "oxygen": "nasal cannula", "others": "none"}', "does not say the flow"),
        ("astct_crs", '{"temp": 38.4, "system": "Lee 2014", "others": "none"}', "'system' cannot be 'Lee 2014'"),
        ("astct_crs", '{"temp": 38.4, "others": "some"}', "says nothing of the others"),
        ("sledai_2k", '{"present": ["arthritiss"]}', "does not ask for 'arthritiss'"),
        ("sledai_2k", '{"present": ["rash"], "rash": false}', "'rash' is told twice"),
        ("sledai_2k", '{"labs": {"platelets": 90}}', "is no result of this score"),
        ("doris_2021", '{"sledai_2k": 8, "items": ["rash"], "pga": 0, "pred_mg": 0}', "add up to 2, not to '8'"),
        ("mrss", '{"face": 4, "others": 0}', "'face' cannot be 4"),
        ("mrss", '{"all": 5}', "cannot be 5"),
        ("mmt8", '{"right": [1, 2]}', "wanted: 7 muscles"),
        ("tis_2016", '{"population": "adult", "raw": {"haq": [4, 1]}}', "'haq' cannot be 4"),
        ("icans_pediatric", '{"age": 12, "capd": 3, "others": "none"}', "outside of what this score was made for"),
        ("icaht", '{"days_anc_le_500": 3, "days_anc_le_100": 4}', "cannot be 4"),
        ("ctcae_v5", '{"test": "platelets", "value": 30, "version": 6}', "only neutrophils are known"),
        ("ltfu", '{"infusion": "2026-02-30", "event": "day_1"}', "'2026-02-30' is no day"),
        ("growth_lms", '{"reference": "CDC", "measure": "bmi", "sex": "M", "age_months": 12, "value": 16}', "outside"),
        ("gli_lung", '{"sex": "M", "age": 2, "height_cm": 90, "FVC_L": 1}', "outside of what this score was made for"),
    ],
)
def test_a_refused_input_says_why(name: str, written: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON problems and as words on the other stream; the code is 2 and nothing is computed."""
    code, told = answer(capsys, name, written)
    assert code == 2
    assert list(told) == ["score", "problems"]
    assert said in json.dumps(told, ensure_ascii=False)
    code, out, err = score(capsys, name, "--input", written)
    assert (code, out) == (2, "")
    assert said in err


def test_a_number_off_the_scale_is_not_valid(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a score says whether a value is valid, it says no and is answered."""
    code, told = answer(capsys, "pga_sle", '{"value": 3.4}')
    assert code == 0
    assert told["output"] == {"valid": False, "severe_flare_flag": None, "mild_moderate_flare_flag": None}


def test_what_is_missing_and_what_was_not_examined(capsys: pytest.CaptureFixture[str]) -> None:
    """The two are told apart, and the range holds both."""
    written = '{"present": ["rash"], "unanswered": ["fever"], "not_examined": ["arthritis"]}'
    told = answer(capsys, "sledai_2k", written)[1]
    assert told["missing"] == ["fever"]
    assert told["not_examined"] == ["arthritis"]
    assert told["range"] == {"total": [2, 7], "clinical": [2, 7]}
    assert "at least 2, at most 7" in score(capsys, "sledai_2k", "--input", written)[1]


def test_a_batch_answers_each_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In their order, one answer a line; a refused one stops nothing and makes the code 2."""
    lines = [
        f'{{"score": "ckd_epi_2021", "input": {CKD}}}',
        '{"score": "ckd_epi_2012", "input": {}}',
        "",
        '{"score": "bmi", "input": {"w": 70, "h": 175}}',
        "not JSON",
        '{"score": "bmi", "input": {"w": 70}, "more": 1}',
        '{"score": "bmi", "input": [1]}',
    ]
    file = tmp_path / "scores.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    code, out, _ = score(capsys, "--batch", str(file))
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 2
    assert ["problems" in each for each in answers] == [False, True, False, True, True, True]
    assert answers[1]["problems"][0]["hint"] == "did you mean 'ckd_epi_2021'?"
    file.write_text(lines[0], encoding="utf-8")
    assert score(capsys, "--batch", str(file))[0] == 0


def test_input_from_a_file_and_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same answer whichever way it comes."""
    file = tmp_path / "input.json"
    file.write_text(CKD, encoding="utf-8")
    wanted = answer(capsys, "ckd_epi_2021", CKD)
    assert answer(capsys, "ckd_epi_2021", str(file)) == wanted
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CKD.encode())))
    assert answer(capsys, "ckd_epi_2021", "-") == wanted
    assert score(capsys, "ckd_epi_2021", "--input", str(tmp_path / "none.json"))[0] == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\xff\xfe", "this is no text in UTF-8"), (b"\xef\xbb\xbf" + CKD.encode(), ""), (b"", "no JSON")],
)
def test_files_that_are_no_json(content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another encoding is refused with words, a mark of byte order is passed over."""
    file = tmp_path / "input.json"
    file.write_bytes(content)
    code, _, err = score(capsys, "ckd_epi_2021", "--input", str(file))
    assert code == (2 if said else 0)
    assert said in err
    file.write_bytes(b'{"score": "ckd_epi_2021", "input": ' + content)
    code, out, _ = score(capsys, "--batch", str(file))
    assert code == 2
    assert "problems" in out


def test_the_list_names_every_score(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = score(capsys, "--list")
    assert code == 0
    assert all(f"  {name} " in out for name in shipped_scores())
    listed = json.loads(score(capsys, "--list", "--json")[1])
    assert [each["score"] for each in listed] == list(shipped_scores())


@pytest.mark.parametrize("name", sorted(shipped_scores()))
def test_every_score_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What it asks, its formula, its sources and its doubts, in words and as JSON."""
    code, out, _ = score(capsys, name, "--explain")
    declared = json.loads(score(capsys, name, "--explain", "--json")[1])
    assert code == 0
    assert "formula:" in out
    assert "source:" in out
    assert all(f"{each['id']}:" in out for each in declared["inputs"])


def test_without_what_is_needed_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    """No score, no input, or a score that is not there."""
    assert score(capsys)[0] == 2
    assert score(capsys, "bmi")[0] == 2
    code, _, err = score(capsys, "sledai", "--input", "{}")
    assert code == 2
    assert "there is no score 'sledai'" in err


def test_doubts_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """M and C stand with the result, as JSON and in words."""
    told = answer(capsys, "prednisone_equivalents", '{"drug": "betamethasone", "mg": 0.75}')[1]
    assert json.dumps(told["marks"]).count('"letter": "C"') == 2
    assert (
        "  C: betamethasone" in score(capsys, "prednisone_equivalents", "--input", '{"drug": "prednisone", "mg": 5}')[1]
    )
