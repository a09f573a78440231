"""Every slip in a patient file is found at its place, with what to write instead; the place is marked in the table."""

from __future__ import annotations

import pytest

from core.catalogue.reading import load_catalogue
from core.chart.reading.whole import read_patient
from core.source_text.problem import Problem, Severity
from tests.core.chart.patient_forms import HEAD
from tests.core.chart.patient_slips import SLIPS, Slip

LEAST, LEAST_WITH_HINT = 60, 0.9


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return what the reader says of a file."""
    return read_patient(text.encode(), "row.yaml", load_catalogue())[1]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.slip)
def test_slip_is_found_at_its_place(slip: Slip) -> None:
    """One slip is one problem; an error gives no chart, a warning does."""
    chart, problems = read_patient(slip.written.encode(), "row.yaml", load_catalogue())
    assert [(each.code, each.span.line, each.span.column) for each in problems] == [(slip.code, *slip.place)]
    (problem,) = problems
    assert slip.end in (None, problem.span.end)
    assert slip.says in problem.message
    assert slip.hint in problem.hint
    assert problem.severity is (Severity.WARNING if slip.is_warning == "yes" else Severity.ERROR)
    assert (chart is None) is problem.is_error


def test_slips_are_many_and_have_hints() -> None:
    hints = [bool(problems_of(slip.written)[0].hint) for slip in SLIPS]
    assert len(hints) >= LEAST
    assert sum(hints) >= LEAST_WITH_HINT * len(hints)


def test_all_slips_of_a_file_are_named_at_once() -> None:
    """Nothing stops at the first problem, and they come in the order of the file."""
    lists = ("treatments", "diagnoses", "events", "never")
    alone = [slip for slip in SLIPS if not slip.text.startswith(lists) and "\n" not in slip.text]
    seen: set[str] = set()
    chosen: list[Slip] = []
    for slip in alone:
        key = slip.written.removeprefix(HEAD).partition(":")[0]
        if key not in seen:
            seen.add(key)
            chosen.append(slip)
    text = HEAD + "".join(slip.written.removeprefix(HEAD) + "\n" for slip in chosen)
    assert [problem.code for problem in problems_of(text)] == [slip.code for slip in chosen]


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("id: x\n", (1, 1), "missing-key"),
        ("format: 1\n", (1, 1), "missing-key"),
        ("format: 2\nid: x\n", (1, 9), "format"),
        ("format: 1\nid: x\nsynthetic: maybe\n", (3, 12), "kind"),
        ("format: 1\nid: x\nbirth_date: 15.10.2012\n", (3, 13), "date"),
        ("- format: 1\n", (1, 1), "kind"),
        ("", (1, 1), "empty-file"),
    ],
)
def test_head_of_a_file(text: str, place: tuple[int, int], code: str) -> None:
    """What a file needs whatever it says."""
    chart, problems = read_patient(text.encode(), "row.yaml", load_catalogue())
    assert chart is None
    assert (code, *place) in [(each.code, each.span.line, each.span.column) for each in problems]
