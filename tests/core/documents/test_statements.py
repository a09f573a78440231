"""A statement is a paper of its own: addressee, signature, lines to fill where the record holds nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.criteria.scope import Scope
from core.documents.blocks import Document, Signature
from core.documents.referral_letter import LetterOptions
from core.documents.referral_letter.typed import TO_FILL
from core.documents.statements import Statement, every_statement, statement_document
from core.language.phrases import LANGUAGES, spoken
from core.use_cases.papers import Choice, every_kind
from tests.core.documents.test_referral_letter import chart
from tests.core.documents.words_of_papers import words_of
from tests.sample_screenings import catalogue

OPTIONS = LetterOptions("2026-11-22T09:41", "Kriterion")


def document(statement: Statement, sample: str, language: str, options: LetterOptions = OPTIONS) -> Document:
    return statement_document(statement, chart(sample), (), Scope(catalogue()), spoken(language), options)


def told(statement: Statement, sample: str, language: str = "en", options: LetterOptions = OPTIONS) -> str:
    return words_of(document(statement, sample, language, options))


def named(name: str) -> Statement:
    return next(each for each in every_statement() if each.id == name)


@pytest.mark.parametrize("statement", every_statement(), ids=lambda each: each.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_statement_has_addressee_and_signature_and_invents_nothing(statement: Statement, language: str) -> None:
    say = spoken(language).say
    text = told(statement, "06", language)
    assert say(f"{statement.phrase}-recipient-to-fill").split(":")[0] in text
    assert say(f"{statement.phrase}-greeting") in text
    assert any(isinstance(block, Signature) for block in document(statement, "06", language).blocks)
    for field in statement.typed:
        if field.is_asked:
            assert say(field.phrase) in text
    assert TO_FILL in text


@pytest.mark.parametrize("statement", every_statement(), ids=lambda each: each.id)
def test_what_was_typed_stands_and_its_line_is_gone(statement: Statement) -> None:
    typed = {field.id: f"TYPED-{number}" for number, field in enumerate(statement.typed)}
    filled = told(
        statement, "01", options=replace(OPTIONS, typed=typed, recipient="Board of Examples", signer="Dr Example")
    )
    for words in (*typed.values(), "Board of Examples", "Dr Example"):
        assert words in filled
    assert filled.count(TO_FILL) < told(statement, "01").count(TO_FILL)


@pytest.mark.parametrize("statement", every_statement(), ids=lambda each: each.id)
def test_refractoriness_is_told_with_dates_doses_and_reasons(statement: Statement) -> None:
    text = told(statement, "01")
    for words in ("14 Feb 2022", "9 May 2022", "500 mg per 2 weeks", "no response", "inefficacy", "intravenous"):
        assert words in text


def test_the_form_carries_initials_and_every_field_of_a_first_submission() -> None:
    text = told(named("single-patient"), "01")
    assert "S.P." in text
    for number in ("1 ·", "2, 3 ·", *(f"{each} ·" for each in range(4, 12))):
        assert number in text
    for words in ("letter attached", "Medical school", "State licence", "10.a", "10.b", "21 CFR part 50", "Race"):
        assert words in text
    assert "empty in a first submission" in text


def test_a_follow_up_has_its_eight_kinds() -> None:
    """Only whoever was treated can have a report to send."""
    text = told(named("single-patient"), "07")
    for words in ("safety report", "annual report", "clinical hold", "summary of the use"):
        assert words in text
    assert "empty in a first submission" not in text


@pytest.mark.parametrize("statement", every_statement(), ids=lambda each: each.id)
@pytest.mark.parametrize("language", LANGUAGES)
def test_who_was_infused_is_no_candidate(statement: Statement, language: str) -> None:
    say = spoken(language).say
    infused, candidate = told(statement, "07", language), told(statement, "06", language)
    assert say("letter-block-infusion") in infused
    assert say("letter-block-infusion") not in candidate
    asked = say("statement-second-opinion-purpose", infused="no")
    assert asked not in infused
    assert say("statement-vote-indication", infused="no") not in infused


@pytest.mark.parametrize("statement", every_statement(), ids=lambda each: each.id)
def test_german_goes_on_in_small_letters_behind_the_greeting(statement: Statement) -> None:
    """A greeting ends with a comma; what follows is a sentence, and ends as one."""
    say = spoken("de").say
    assert say(f"{statement.phrase}-greeting").endswith(",")
    for infused in ("yes", "no"):
        purpose = say(f"{statement.phrase}-purpose", infused=infused)
        assert purpose[0].islower()
        assert purpose.endswith(".")


def test_each_statement_is_a_kind_of_paper_and_none_of_it_stands_in_the_letter() -> None:
    kinds = {kind.id: kind for kind in every_kind()}
    for statement in every_statement():
        assert Choice.BLOCKS not in kinds[statement.id].choices
        assert kinds[statement.id].typed == statement.typed
