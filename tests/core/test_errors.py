"""Errors say whose they are and what to do."""

from __future__ import annotations

from core.errors import KriterionError, WorldError
from core.source_text.author_error import AuthorError
from core.source_text.problem import Problem, Span


def test_an_error_of_the_world_carries_its_advice() -> None:
    """The message says what happened, the advice what to do."""
    error = WorldError("The disk is full.", "Free some space.")
    assert (error.message, error.advice) == ("The disk is full.", "Free some space.")
    assert str(error) == "The disk is full. Free some space."
    assert str(WorldError("The disk is full.")) == "The disk is full."


def test_an_error_of_an_author_carries_every_problem() -> None:
    """All problems are kept, and each is named with its place."""
    problems = (
        Problem("a.yaml", Span(3, 5, 9), "unit", "no such unit"),
        Problem("a.yaml", Span(7, 1, 2), "unknown-name", "no such name"),
    )
    error = AuthorError(problems)
    assert error.problems == problems
    assert str(error) == "a.yaml:3:5: no such unit; a.yaml:7:1: no such name"


def test_both_are_errors_of_the_program() -> None:
    """One root catches everything raised on purpose."""
    assert issubclass(WorldError, KriterionError)
    assert issubclass(AuthorError, KriterionError)
