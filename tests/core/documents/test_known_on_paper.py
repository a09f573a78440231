"""The report ends with the trials that fit coarsely and have no rule file; without a kept state it says nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core import clock
from core.documents.blocks import Heading, Signature, Table
from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.language.phrases import LANGUAGES, spoken
from core.trials.places import read_place
from core.use_cases.compare_registry import known_trials, with_known_trials
from core.use_cases.keep_registry import registry_in
from core.use_cases.papers import kind_called
from tests.every_paper import every_paper
from tests.golden.known import IMPORTED_AT, MANY, known_of
from tests.golden.reports import OPTIONS, cell_texts
from tests.sample_screenings import catalogue, screening_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_section_is_that_of_known_trials(language: str) -> None:
    screening, file = screening_of("sample-03", "nct06222853")
    said = spoken(language).say
    document = report_document(screening, file, spoken(language), replace(OPTIONS, known=known_of(screening.chart)))
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings[-1] == said("trials-paper-title")
    assert isinstance(document.blocks[-1], Signature)
    table = next(each for each in document.blocks if isinstance(each, Table) and each.caption == headings[-1])
    rows = [" ".join(text for cell in row for text in cell_texts(cell)) for row in table.rows]
    assert ["NCT9000000" in row for row in rows] == [True] * len(rows)
    numbers = [row.split("NCT9000000")[1][0] for row in rows]
    assert numbers == ["1", "5", "3"], "sure and recruiting, sure and soon, perhaps; none that is closed or has a file"
    assert said("trials-perhaps") in rows[-1]
    assert "Berlin" in rows[0]
    text = render_text(document)
    assert ("eingelesen" if language == "de" else "imported on 20 Nov 2026") in " ".join(text.split())
    assert "NCT90000002" not in text, "it is of another disease"
    for number in ("1", "3", "5"):
        assert f"NCT9000000{number}" in render_html(document)
    assert render_pdf(document).startswith(b"%PDF")


def test_without_a_kept_state_nothing_is_printed(tmp_path: Path) -> None:
    screening, file = screening_of("sample-03", "nct06222853")
    plain = render_text(report_document(screening, file, spoken("en"), OPTIONS))
    assert "Known trials" not in plain
    kept = registry_in(tmp_path).kept()
    assert known_trials(kept, (), screening.chart, screening.evaluation_on, catalogue()) is None


def test_where_no_place_is_known_the_countries_stand_in_its_place() -> None:
    screening, file = screening_of("sample-03", "nct06222853")
    known = replace(known_of(screening.chart, None), home="")
    text = render_text(report_document(screening, file, spoken("en"), replace(OPTIONS, known=known)))
    assert "Germany" in text.split("Known trials without")[1]
    assert " km" not in text.split("Known trials without")[1]


def test_whoever_has_none_of_the_diseases_gets_no_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now_utc", lambda: IMPORTED_AT)
    registry = registry_in(tmp_path)
    registry.keep([("a.csv", MANY.encode())])
    screening, _ = screening_of("sample-03", "nct06222853")
    nobody = replace(screening.chart, episodes=())
    assert known_trials(registry.kept(), (), nobody, date(2026, 11, 22), catalogue()) is None


def test_a_state_that_is_taken_away_this_moment_stops_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now_utc", lambda: IMPORTED_AT)
    registry = registry_in(tmp_path)
    registry.keep([("a.csv", MANY.encode())])
    kept = registry.kept()
    for path in (tmp_path / "registry").iterdir():
        path.unlink()
    screening, _ = screening_of("sample-03", "nct06222853")
    assert known_trials(kept, (), screening.chart, screening.evaluation_on, catalogue()) is None


def test_the_report_alone_tells_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now_utc", lambda: IMPORTED_AT)
    registry, home = registry_in(tmp_path), read_place("Berlin (52.52, 13.40)")
    registry.keep([("a.csv", MANY.encode())])
    told = {
        paper.job.kind.id: with_known_trials(paper.job, registry, (), home).known is not None
        for paper in every_paper("sample-02", "en")
    }
    assert {name for name, is_told in told.items() if is_told} == {"report"}
    assert kind_called("report").tells_known_trials


def test_nothing_known_is_said_too() -> None:
    screening, file = screening_of("sample-03", "nct06222853")
    none = replace(known_of(screening.chart), listed=(), more=0)
    options = ReportOptions("2026-11-22T09:41", "Kriterion 1.0.0", known=none)
    assert "None in this state." in render_text(report_document(screening, file, spoken("en"), options))
    many = replace(known_of(screening.chart), more=31)
    text = render_text(report_document(screening, file, spoken("en"), replace(options, known=many)))
    assert "31 more are not printed" in text
