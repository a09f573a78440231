"""A rule file that came from anywhere says so on every page of report and letter, in both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.documents.eligibility_report import ReportOptions, report_document
from core.language.phrases import spoken
from core.rule_files.rule_file import Origin, OriginKind, Review
from core.wording.listing import file_row
from tests.sample_screenings import pairs

LOCAL, SIGNED = Origin(), Origin(OriginKind.SIGNED, "Example Centre")
HERE = Origin(review=Review("Dr Example", "2026-01-15"))


def marks(origin: Origin, language: str, review: Review | None = None) -> tuple[str, str]:
    """The marks of the paper, and what stands below the title on screen."""
    screening, compiled = next(pairs())
    rule_file = replace(screening.rule_file, origin=origin, review=review or screening.rule_file.review)
    seen = replace(screening, rule_file=rule_file)
    phrases = spoken(language)
    document = report_document(seen, compiled, phrases, ReportOptions("2026-11-22T09:41", "Kriterion"))
    return " · ".join(str(each) for each in document.marks), file_row(seen, compiled, phrases).below


@pytest.mark.parametrize(
    ("language", "local", "signed", "here"),
    [
        ("en", "local, unreviewed", "from a pack signed by Example Centre", "review signed here by Dr Example"),
        ("de", "lokal, nicht geprüft", "signiert von Example Centre", "Prüfung hier gezeichnet von Dr Example"),
    ],
)
def test_screen_and_paper_say_the_same(language: str, local: str, signed: str, here: str) -> None:
    for origin, words in ((LOCAL, local), (SIGNED, signed), (HERE, here)):
        for told in marks(origin, language):
            assert words in told
    for told in marks(Origin(OriginKind.SHIPPED), language):
        assert local not in told


def test_a_claimed_review_is_told_as_a_claim() -> None:
    paper, _ = marks(LOCAL, "en", Review("Prof. Nobody", "2026-01-01"))
    assert "local, unreviewed" in paper
    assert "the file itself names Prof. Nobody" in paper
    assert "reviewed by Prof. Nobody" not in paper
