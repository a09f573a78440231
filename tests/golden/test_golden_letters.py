"""Letters and statements as text are what they were, in both languages.

A child, an adult, each disease, one infused, one in the United States. After a wanted change:
``python -m tests.golden.test_golden_letters`` writes the files anew; read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from core.documents.referral_letter import Consent, Letterhead, LetterOptions
from core.documents.text import render_text
from core.language.phrases import LANGUAGES
from core.use_cases.make_paper import Paper, make_paper, template_text
from core.use_cases.papers import PaperJob, kind_called
from tests.sample_screenings import catalogue, patients, screening_of

FOLDER = Path(__file__).parent / "letters"
PRINTED_AT = "2026-11-22T09:41"
CLINIC = "Department of Paediatric Rheumatology"
TYPED = {
    "urgency": "within four weeks",
    "question": "Is CD19 CAR-T cell therapy indicated?",
    "contact": "1 Example Street, Example Town, 000 111",
    "guardians-contact": "A. Parent, B. Parent, 000 222",
    "insurance": "Example insurance",
    "venous-access": "peripheral veins good",
    "imaging": "MRI of 19 Oct 2026",
}
"""What was typed for the paper of the child; the others are printed as they come."""
PAPERS = {
    "letter-child": ("letter", "sample-06", "hospital-exemption"),
    "letter-sle": ("letter", "sample-01", "nct06222853"),
    "letter-antisynthetase": ("letter", "sample-08", ""),
    "letter-ssc": ("letter", "sample-10", ""),
    "letter-infused": ("letter", "sample-07", ""),
    "hospital-exemption": ("hospital-exemption", "sample-06", "hospital-exemption"),
    "cross-border": ("cross-border", "sample-10", ""),
    "single-patient-us": ("single-patient", "sample-01", ""),
    "second-opinion": ("second-opinion", "sample-08", ""),
}


def paper(name: str, language: str) -> Paper:
    """Return one of the papers."""
    kind, sample, rule_id = PAPERS[name]
    chart = next(each.chart for each in patients() if each.chart is not None and each.chart.id == sample)
    is_filled = name == "letter-child"
    options = LetterOptions(
        PRINTED_AT,
        "Kriterion",
        template_text(language, is_infused=chart.infusion is not None),
        letterhead=Letterhead(department=CLINIC, address="2 Example Street\nExample Town", telephone="000 000"),
        recipient="CAR-T centre\nUniversity hospital" if is_filled else "",
        typed=TYPED if is_filled else {},
        signer="Dr Example" if is_filled else "",
        consent=Consent(guardians=("A. Parent", "B. Parent"), informed_by="Dr Example") if is_filled else Consent(),
        enclosures="MRI, echocardiography" if is_filled else "",
        copies="family doctor" if is_filled else "",
    )
    judged = screening_of(sample, rule_id) if rule_id else None
    job = PaperJob(
        kind_called(kind), "x", chart, catalogue(), language, PRINTED_AT, "Kriterion", judged=judged, letter=options
    )
    return make_paper(job)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(PAPERS))
def test_letter_is_what_it_was(name: str, language: str) -> None:
    text = render_text(paper(name, language).document)
    assert text == (FOLDER / f"{name}.{language}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in PAPERS:
        for spoken_in in LANGUAGES:
            text = render_text(paper(each, spoken_in).document)
            (FOLDER / f"{each}.{spoken_in}.txt").write_text(text, encoding="utf-8")
