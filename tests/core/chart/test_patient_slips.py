"""Every slip in a patient file is found at its place, with what to write instead; the place is marked in the table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from core.catalogue.reading import load_catalogue
from core.chart.reading import read_patient
from core.source_text.problem import Problem, Severity

START, END = "‹", "›"
HEAD = "format: 1\nid: row\nbirth_date: 2012-10-15\n"
LEAST, LEAST_WITH_HINT = 60, 0.9


@dataclass(frozen=True, slots=True)
class Slip:
    """A text with the place of its one problem marked, and what is said of it."""

    slip: str
    text: str
    code: str
    says: str
    hint: str
    is_warning: str = "no"

    @property
    def written(self) -> str:
        """The whole file without the marks."""
        return HEAD + self.text.replace(START, "").replace(END, "")

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of what is marked, from 1."""
        before = HEAD + self.text[: self.text.index(START)]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    @property
    def end(self) -> int | None:
        """The column behind what is marked, None where the end is not marked."""
        if END not in self.text:
            return None
        return self.place[1] + self.text.index(END) - self.text.index(START) - 1


def slips() -> tuple[Slip, ...]:
    """Return the rows of the table."""
    rows: list[dict[str, str]] = yaml.load(
        (Path(__file__).parent / "patient_slips.yaml").read_bytes(), yaml.CBaseLoader
    )
    return tuple(Slip(**row) for row in rows)


SLIPS = slips()


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
