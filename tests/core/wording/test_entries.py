"""What entries say that are not sure, marked, or of unknown substance: in both languages, whole sentences."""

from __future__ import annotations

import pytest

from core.chart.reading.whole import read_patient
from core.criteria.scope import Scope
from core.language.phrases import Phrases
from core.wording.entries import told
from core.wording.telling import Telling
from tests.sample_screenings import catalogue

MARKED = "by: Dr A, marked_on: 2026-11-20"
ROWS = [
    (
        "diagnoses: [{is: lupus_nephritis, since: 2026-10-01, certainty: suspected, severity: severe}]",
        "Lupus nephritis: suspected; Severity: severe, 1 Oct 2026, ongoing",
        "Lupusnephritis: Verdacht; Schweregrad: schwer, 1. Okt. 2026, andauernd",
    ),
    (
        "diagnoses: [{is: malignancy, date: 2026-11-05, certainty: ruled_out}]",
        "Malignancy: ruled out, 5 Nov 2026",
        "Malignom: ausgeschlossen, 5. Nov. 2026",
    ),
    (
        f"diagnoses: [{{is: other, text: a lump, since: 2021, counts_as: malignancy, {MARKED}}}]",
        "a lump, 2021, ongoing, counts as Malignancy (Dr A, 20 Nov 2026)",
        "a lump, 2021, andauernd, zählt als Malignom (Dr A, 20. Nov. 2026)",
    ),
    (
        f"diagnoses: [{{is: other, text: veins, since: 2021, counts_as: nothing_listed, {MARKED}}}]",
        "veins, 2021, ongoing, counts as nothing listed (Dr A, 20 Nov 2026)",
        "veins, 2021, andauernd, zählt als nichts Gelistetes (Dr A, 20. Nov. 2026)",
    ),
    (
        "treatments: [{drug: study_drug, from: 2024, to: 2025, may_be: [anifrolumab, placebo], outcome: failed}]",
        "Investigational product: may be Anifrolumab; Placebo (unblinded), failed, not split further, 2024 to 2025",
        (
            "Prüfpräparat: kann sein: Anifrolumab; Placebo (entblindet), Versagen, nicht genauer dokumentiert, "
            "2024 bis 2025"
        ),
    ),
    (
        "igg: {value: low, date: 2026-11-20}",
        "Immunoglobulin G: low, 20 Nov 2026",
        "Immunglobulin G: erniedrigt, 20. Nov. 2026",
    ),
    (
        "ck: {value: raised, date: 2026-11-20}",
        "Creatine kinase: raised, 20 Nov 2026",
        "Kreatinkinase: erhöht, 20. Nov. 2026",
    ),
    (
        "ck: {value: normal, date: 2026-11-20}",
        "Creatine kinase: normal, 20 Nov 2026",
        "Kreatinkinase: normal, 20. Nov. 2026",
    ),
]


@pytest.mark.parametrize(("text", "english", "german"), ROWS, ids=[row[1] for row in ROWS])
def test_an_entry_is_told(text: str, english: str, german: str) -> None:
    chart, problems = read_patient(f"format: 1\nid: x\n{text}\n".encode(), "x.yaml", catalogue())
    assert problems == ()
    assert chart is not None
    (entry,) = chart.entries
    for language, words in (("en", english), ("de", german)):
        assert told(entry, "", Telling(Scope(catalogue()), Phrases(language))).text == words
