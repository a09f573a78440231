"""What is chosen for letters and statements: shown for its kind, forgotten with its patient, told on the paper."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from core.use_cases.papers import Choice, every_kind
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.documents.options import OptionsPanel


def choose(desktop: Desktop, kind: str) -> OptionsPanel:
    desktop.show("documents")
    options = desktop.documents.options
    options.kind.setCurrentIndex(options.kind.findData(kind))
    return options


def made(desktop: Desktop) -> str:
    page = desktop.documents
    desktop.until(lambda: page.paper is not None and page.paper.job.kind is page.options.chosen)
    return page.view.text()


@pytest.mark.parametrize("kind", [each.id for each in every_kind()])
def test_each_kind_shows_its_own_choices_and_makes_its_paper(desktop: Desktop, kind: str) -> None:
    desktop.open_patient("S-0007")
    options = choose(desktop, kind)
    options.telephone.setText("000 000")
    choices, typed = options.chosen.choices, {field.id for field in options.chosen.typed}
    assert options.recipient.isVisibleTo(options) is (Choice.LETTER in choices)
    assert options.template.isVisibleTo(options) is (Choice.BLOCKS in choices)
    assert options.day0.isVisibleTo(options) is (Choice.PLAN in choices)
    assert {name for name, edit in options.fields.items() if edit.isVisibleTo(options)} == typed
    assert "Sample patient 07" in made(desktop)


def test_what_was_typed_stands_on_the_paper_and_is_gone_with_the_patient(desktop: Desktop) -> None:
    desktop.open_patient("S-0006")
    options = choose(desktop, "letter")
    options.recipient.setPlainText("Centre of Examples")
    options.guardians.setText("A. Parent; B. Parent")
    insurance = options.fields["insurance"]
    assert isinstance(insurance, QLineEdit)
    insurance.setText("Example insurance")
    options.template.setPlainText("Dear all, {{patient.name}} of Example Town.")
    desktop.until(lambda: desktop.documents.paper is not None and "Example insurance" in desktop.documents.view.text())
    for words in ("Centre of Examples", "A. Parent", "Example Town"):
        assert words in desktop.documents.view.text()
    desktop.open_patient("S-0001")
    choose(desktop, "letter")
    desktop.until(lambda: desktop.documents.paper is not None and "Sample patient 01" in desktop.documents.view.text())
    for words in ("Centre of Examples", "A. Parent", "Example insurance", "Example Town"):
        assert words not in desktop.documents.view.text()


def test_the_text_fits_a_patient_who_was_infused(desktop: Desktop) -> None:
    desktop.open_patient("S-0007")
    options = choose(desktop, "letter")
    assert "{{infused}}" in options.template.toPlainText()
    desktop.open_patient("S-0006")
    choose(desktop, "letter")
    desktop.until(lambda: desktop.documents.paper is not None)
    assert "{{infused}}" not in options.template.toPlainText()


def test_another_day_0_is_asked_back(desktop: Desktop) -> None:
    desktop.open_patient("S-0007")
    options = choose(desktop, "plan")
    options.telephone.setText("000 000")
    options.day0.setText("1 Mar 2026")
    desktop.until(lambda: "another day" in desktop.documents.about.text())
    assert desktop.documents.paper is None
    options.other_day.tick()
    made(desktop)
