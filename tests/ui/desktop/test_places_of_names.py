"""Whatever is asked next has a place in the form: every concept, drug and class of the catalogue."""

from __future__ import annotations

from core.catalogue.concept import Kind
from core.engine.judgement.outcome import About
from tests.ui.desktop.desktop import Desktop


def test_every_name_of_the_catalogue_has_a_place(desktop: Desktop) -> None:
    """Those without a field of their own too: sex, a class of measurements, a dose that is made of courses."""
    desktop.open_patient("S-0002")
    entry, form = desktop.screening.entry, desktop.workspace.knowledge.form
    catalogue = desktop.workspace.knowledge.catalogue
    listed = (Kind.CONDITION, Kind.EVENT)
    without = [each.id for each in catalogue.concepts.values() if each.id not in form.page_of]
    rest = [name for name in without if catalogue.concepts[name].kind not in listed]
    assert "sex" in rest
    for name in (*rest, next(iter(catalogue.drugs)), next(iter(catalogue.classes)), "malignancy", "infection"):
        entry.go_to(name, About.VALUE)
        assert entry.stack.currentWidget() is not None, name
