"""Every form of an entry is read as the table says: in YAML, and the same tree as JSON."""

from __future__ import annotations

import pytest

from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from tests.core.chart.patient_forms import FORMS, HEAD, Form, as_json
from tests.core.chart.telling import told


def read(text: str) -> Chart:
    """Return the chart of a text that must be read without a word."""
    chart, problems = read_patient(text.encode(), "row.yaml", load_catalogue())
    assert [f"{each.span.line}:{each.span.column} {each.message} ({each.hint})" for each in problems] == []
    assert chart is not None
    return chart


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_form_is_read_as(form: Form) -> None:
    assert told(read(HEAD + form.text)) == list(form.read)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_json_reads_the_same(form: Form) -> None:
    """Yes and no are true and false there; numbers are numbers and keep their digits."""
    assert told(read(as_json(HEAD + form.text))) == list(form.read)
