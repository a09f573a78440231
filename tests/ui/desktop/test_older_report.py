"""A report that was made with another version of a rule file is named where papers are made."""

from __future__ import annotations

from datetime import UTC, date, datetime

from core.store.records import ScreeningLine
from tests.ui.desktop.desktop import Desktop

OLDER = "The report of "


def test_an_older_report_is_named_with_both_versions(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    workspace = desktop.workspace
    by_now, other = (each.rule_file for each in workspace.shown[:2])
    at = datetime(2026, 11, 14, tzinfo=UTC)
    for file, version, content in ((by_now, by_now.version, by_now.hash), (other, "0.0.1", "another")):
        line = ScreeningLine(file.id, version, content, date(2026, 11, 14), "{}", "Dr Example", at)
        workspace.records.keep_screening(workspace.desk.patient_id, line)
    workspace.records.finish()
    desktop.show("documents")
    desktop.until(lambda: desktop.documents.paper is not None)
    marked = [line for line in desktop.documents.about.text().split("\n") if line.startswith(OLDER)]
    assert len(marked) == 1
    assert "was made with version 0.0.1" in marked[0]
    assert f"in force is {other.version}" in marked[0]
