"""Two monitoring plans, and papers for two families, as text are what they were.

A child who turns 12 on day 10 and 18 in year 6, on day 0 in the EU; a woman of 35 with lupus in the US, told
in German nine months later. After a wanted change: ``python -m tests.golden.test_golden_plans`` writes the
files anew; read the difference.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.documents.monitoring_plan import PaperOptions
from core.documents.text import render_text
from core.language.phrases import Phrases
from core.use_cases.plan_follow_up import plan_paper
from tests.core.documents.family_papers import CASES
from tests.core.follow_up.sample_plans import DAY0, chart, plan_of

FOLDER = Path(__file__).parent / "plans"
LATER = date(2026, 11, 22)


def child() -> str:
    """Return the plan of a child across the 12th and the 18th birthday."""
    plan = plan_of(chart("jdm", born="2014-02-14", more="planned: {leukapheresis: 2026-01-12}"))
    options = PaperOptions(DAY0, "2026-02-04T09:41", "Department of Paediatric Rheumatology", "000 000")
    return render_text(plan_paper(plan, Phrases("en"), options))


def adult() -> str:
    """Return the plan of an adult, with some results, without the centre's telephone number."""
    results = """
        igg: {value: 3.6 g/L, date: 2026-11-06}
        cd4_count: {value: 310 /uL, date: 2026-11-06}
        childbearing_potential: {value: yes, date: 2026-01-10}
    """
    patient = chart("sle", born="1990-03-01", sex="female", name="Sample patient 21", more=results)
    plan = plan_of(patient, on=LATER, region="US")
    return render_text(plan_paper(plan, Phrases("de"), PaperOptions(LATER, "2026-11-22T09:41", "Rheumatologie")))


def child_sheet() -> str:
    """Return the sheet for the parents, on day 0."""
    return render_text(CASES["child"].sheet("en"))


def adult_sheet() -> str:
    """Return the sheet of an adult after fludarabine, without the centre's telephone number."""
    return render_text(CASES["adult, fludarabine"].sheet("de", telephone=""))


def adult_card() -> str:
    """Return the card of the same."""
    return render_text(CASES["adult, fludarabine"].card("de"))


PLANS = {
    "child.txt": child,
    "adult.txt": adult,
    "child-sheet.txt": child_sheet,
    "adult-sheet.txt": adult_sheet,
    "adult-card.txt": adult_card,
}


@pytest.mark.parametrize("name", list(PLANS))
def test_plan_is_what_it_was(name: str) -> None:
    assert PLANS[name]() == (FOLDER / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file_name, make in PLANS.items():
        (FOLDER / file_name).write_text(make(), encoding="utf-8")
