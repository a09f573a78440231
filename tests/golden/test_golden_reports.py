"""Three eligibility reports as text are what they were.

A girl of 15 by NCT06222853 in English; the fictional example protocol in German; the girl's in German with
known trials. After a wanted change:
``python -m tests.golden.test_golden_reports`` writes the files anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from core.documents.text import render_text
from tests.golden.reports import adolescent, example, with_known_trials

FOLDER = Path(__file__).parent / "reports"
REPORTS = {"adolescent.txt": adolescent, "example.txt": example, "known-trials.txt": with_known_trials}


@pytest.mark.parametrize("name", list(REPORTS))
def test_report_is_what_it_was(name: str) -> None:
    assert render_text(REPORTS[name]()) == (FOLDER / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file_name, make in REPORTS.items():
        (FOLDER / file_name).write_text(render_text(make()), encoding="utf-8")
