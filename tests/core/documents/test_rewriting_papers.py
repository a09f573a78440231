"""Rewriting reaches every text of a paper, and nothing else changes."""

from __future__ import annotations

from core.documents.legible import legible, shown
from core.documents.rewriting import rewritten
from tests.core.documents.sample_papers import SPECIMEN, paper_about


def test_nothing_is_left_unwritten() -> None:
    paper = rewritten(paper_about("Anna"), lambda text: text.replace("Anna", "Berta"))
    assert "Anna" not in repr(paper)
    assert paper == paper_about("Berta")


def test_every_block_survives_being_left_as_it_is() -> None:
    assert rewritten(SPECIMEN, str) == SPECIMEN
    assert legible(SPECIMEN) is SPECIMEN


def test_a_replaced_sign_is_said_in_the_footer() -> None:
    paper = legible(paper_about("nul\x00"))
    assert paper.patient.name == "nul⟨U+0000⟩"
    assert paper.footer[-1] == paper.words.escaped_signs


def test_only_signs_without_form_are_replaced() -> None:
    assert shown("a é ≥ 山 שרה x\u0302 😀") == "a é ≥ 山 שרה x\u0302 😀"
    assert shown("a\u202eb\x7f") == "a⟨U+202E⟩b⟨U+007F⟩"
