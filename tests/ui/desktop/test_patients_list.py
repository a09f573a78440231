"""The list of patients says what opening each of them says, and that two have the same name."""

from __future__ import annotations

from PySide6.QtCore import Qt

from core.chart.birth import BIRTH_DATE
from core.entry.statement import Statement
from core.language.languages import in_language
from core.language.phrases import spoken
from core.use_cases.look_over import same_named
from core.wording.headline import headline_tone, headline_word
from tests.ui.desktop.desktop import Desktop
from ui.desktop.widgets.cells import CELL, Cell

DIAGNOSIS, CONCLUSION, WHERE, DUE = 2, 3, 4, 5


def cells(desktop: Desktop, number: str) -> list[Cell]:
    model = desktop.patients.model
    at = next(at for at in range(model.rowCount()) if model.line(at).number == number)
    return [model.index(at, column).data(CELL) for column in range(model.columnCount())]


def test_every_sample_is_told_as_it_is_judged(desktop: Desktop) -> None:
    desktop.show("patients")
    page = desktop.patients
    page.table.setFixedHeight(2000)  # everybody is in view
    desktop.until(lambda: page.model.rowCount() > 0 and not page.is_looking)
    phrases = spoken("en")
    lists = {
        page.model.line(at).number: cells(desktop, page.model.line(at).number) for at in range(page.model.rowCount())
    }
    for number, told in lists.items():
        desktop.open_patient(number)
        desktop.until(lambda: not desktop.workspace.is_judging)
        if desktop.workspace.desk.recorded.chart.infusion is not None:
            assert told[CONCLUSION] == Cell("● After infusion", tone="neutral"), number
            assert told[WHERE].text.startswith("day ")
            assert told[DUE].text
            continue
        best = desktop.workspace.shown[0]
        tone, sign = headline_tone(best)
        assert told[CONCLUSION] == Cell(f"{sign} {headline_word(best, phrases)}", tone=tone), number
        assert told[WHERE].text == in_language(best.rule_file.short_title, "en")


def test_who_was_changed_is_looked_over_again(desktop: Desktop) -> None:
    desktop.show("patients")
    desktop.until(lambda: not desktop.patients.is_looking)
    desktop.open_patient("00-0318")
    desktop.enter("diagnosis", "sle_diagnosis", "2019-01-01")
    before = cells(desktop, "00-0318")[DIAGNOSIS]
    assert before.text
    desktop.show("patients")
    desktop.until(lambda: not desktop.patients.is_looking)
    assert cells(desktop, "00-0318")[CONCLUSION].text


def test_two_of_one_name_are_told(desktop: Desktop) -> None:
    records = desktop.workspace.records
    for birth in ("1990-02-11", "1991-03-12"):
        records.add_patient([Statement.of("name", "Zoë  Maier"), Statement.of(BIRTH_DATE, birth)], "Dr Example")
    desktop.show("patients")
    model = desktop.patients.model
    chips = {model.line(at).name: model.index(at, 0).data(CELL).chip for at in range(model.rowCount())}
    assert chips["Zoë  Maier"] == "! same name"
    assert chips["Sample patient 01"] == ""
    assert same_named(["a", "b", "a"]) == {"a"}


def test_a_row_is_heard_whole(desktop: Desktop) -> None:
    desktop.show("patients")
    desktop.until(lambda: not desktop.patients.is_looking)
    model = desktop.patients.model
    heard = str(model.index(0, WHERE).data(Qt.ItemDataRole.AccessibleTextRole))
    for column in range(model.columnCount()):
        assert model.index(0, column).data(CELL).text in heard
