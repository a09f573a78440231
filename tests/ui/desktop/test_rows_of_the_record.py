"""What an entry holds besides its days, day 0 and what is planned: typed by keys and given out as a patient file."""

from __future__ import annotations

from PySide6.QtTest import QTest

from core.entry.desk.fields import Field
from core.entry.patient_file import file_of
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_marks_and_ages import TAB, page_of, press, type_row, write


def stated(desktop: Desktop, section: str) -> object:
    desk = desktop.workspace.desk
    return file_of("x", [each.statement for each in desk.kept]).get(section)


def test_what_caused_an_event_is_typed_in_its_row(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    table = page_of(desktop, "history").tables["events"]
    assert table.model.columns == ("event", "date", "until", "certainty", "details", "note")
    details = "Substance: tisagenlecleucel; Cause of failure: loss of the target antigen"
    type_row(desktop, table, "cell therapy failure", "1/2025", "", "", details, "told by phone")
    assert stated(desktop, "events") == [
        {
            "event": "cell_therapy_failure",
            "date": "2025-01",
            "substance": "tisagenlecleucel",
            "failure_cause": "antigen_loss",
            "note": "told by phone",
        }
    ]
    assert desktop.workspace.desk.recorded.problems == {}


def test_what_cannot_be_said_of_an_event_is_said_below_the_row(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    table = page_of(desktop, "history").tables["events"]
    type_row(desktop, table, "drug reaction", "1/2025", "", "", "Site: skin")
    assert stated(desktop, "events") is None
    table.view.setCurrentIndex(table.model.index(0, 4))
    assert "Substance, Severity, CTCAE grade" in table.words.text()


def test_day_0_is_one_row_typed_by_keys_and_corrected_in_place(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    view = page_of(desktop, "treatments")
    type_row(desktop, view.tables["treatments"], "fludarabine", "30 Jan 2026", "1 Feb 2026")
    table = view.tables["infusion"]
    assert table.model.rowCount() == 1
    type_row(desktop, table, "4 Feb 2026", "autologous", "Example-cel", "B-17", "1.0e6 /kg", "fludarabine", "", "EU")
    view.tables["treatments"].view.setFocus()
    desktop.settle()
    written = {
        "date": "2026-02-04",
        "product": "autologous",
        "product_name": "Example-cel",
        "batch": "B-17",
        "cells": "1.0e6 /kg",
        "lymphodepletion": ["fludarabine"],
        "region": "EU",
    }
    assert stated(desktop, "infusion") == [written]
    assert table.model.rowCount() == 2, "the next one can be typed below it"
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(0, 7))
    write("US")
    view.tables["treatments"].view.setFocus()
    desktop.settle()
    assert stated(desktop, "infusion") == [{**written, "region": "US"}]
    assert desktop.workspace.desk.recorded.problems == {}


def test_what_is_planned_is_typed_on_its_page(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    view = page_of(desktop, "practical")
    for name, text in (("planned.infusion", "14 Dec 2026"), ("planned.treatments", "hydroxychloroquine: day 35")):
        view.fields[name].edit.setFocus()
        write(text)
        press(TAB)
        desktop.settle()
    assert stated(desktop, "planned") == {"infusion": "2026-12-14", "treatments": {"hydroxychloroquine": "day 35"}}
    assert view.fields["planned.treatments"].edit.text() == "Hydroxychloroquine: day 35"
    desktop.screening.entry.show_history(Field("planned", "treatments"))
    assert "Treatments after the infusion" in desktop.screening.entry.history.title.text()


def test_that_all_results_are_recorded_is_typed_below_the_lists(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    view = page_of(desktop, "history")
    edits = view.complete["results"].edits
    QTest.keyClicks(edits["since"], "2014")
    edits["as_of"].setFocus()
    QTest.keyClicks(edits["as_of"], "20 Nov 2026")
    view.tables["events"].view.setFocus()
    desktop.settle()
    assert stated(desktop, "results_complete") == {"since": "2014", "as_of": "2026-11-20"}
    assert view.field_for("results") is view.complete["results"]
