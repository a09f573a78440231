"""The safety reports of one whole case, in both languages, and the case as E2B(R3) are what they were.

After a wanted change: ``python -m tests.golden.test_golden_safety`` writes the files anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from core.documents.text import render_text
from core.language.phrases import LANGUAGES, spoken
from core.use_cases.make_paper import make_paper
from core.use_cases.papers import every_kind
from tests.core.safety.cases import job, patient

FOLDER = Path(__file__).parent / "safety"
LINES = (
    "infusion:",
    "  {date: 2026-02-04, product: autologous, product_name: Examplecel, batch: B-1, cells: 1.0e6 /kg,",
    "   vector: lentiviral, indication: trial, permit: NCT00000000, lymphodepletion: [fludarabine, cyclophosphamide]}",
    "treatments:",
    "  - {drug: fludarabine, from: 2026-01-30, to: 2026-02-01, route: intravenous}",
    "  - {drug: cyclophosphamide, from: 2026-01-30, to: 2026-01-30, route: intravenous}",
    "  - {drug: prednisone, from: 2026-01-01, to: ongoing, doses: [{dose: 5 mg/day, from: 2026-01-01}]}",
    "diagnoses: [{is: jdm, since: 2023-05}, {is: t_cell_malignancy, since: 2026-10-01, certainty: suspected}]",
    "events: [{event: seizure, date: 2026-02-09, until: 2026-02-09, grade: 3, needed_hospital: yes}]",
    "pregnancy_test: {value: positive, date: 2026-09-15}",
    "astct_crs: {value: 2, date: 2026-02-07}",
    "ferritin: {value: 640 ug/L, date: 2026-02-07}",
    "weight: {value: 44 kg, date: 2026-02-01}",
)
TYPED = {
    "signer": "Dr Example",
    "department": "Rheumatology",
    "indication": "JDM",
    "aware_on": "2026-02-10",
    "reporter_qualification": "1",
    "reporter_country": "de",
    "own_case_number": "DE-EX-1",
}


def written() -> dict[str, str]:
    """Return every golden file's content as it is now."""
    chart, found = patient(*LINES), dict[str, str]()
    for language in LANGUAGES:
        for kind in every_kind():
            if kind.about is None:
                continue
            made = job(chart, kind.id, language, **TYPED)
            found[f"{kind.id}-{language}.txt"] = render_text(make_paper(made).document)
            if kind.file is not None:
                found[f"{kind.id}-{language}.xml"] = kind.file(made, spoken(language)).decode()
    return found


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.*")))
def test_it_is_what_it_was(name: str) -> None:
    assert written()[name] == (FOLDER / name).read_text(encoding="utf-8")


def test_every_one_is_kept() -> None:
    assert set(written()) == {path.name for path in FOLDER.glob("*.*")}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file_name, content in written().items():
        (FOLDER / file_name).write_text(content, encoding="utf-8")
