"""Errors say whose they are and what to do."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from core.errors import KriterionError, WorldError
from core.language.phrases import LANGUAGES, spoken
from core.source_text.author_error import AuthorError
from core.source_text.problem import Problem, Span
from core.wording.errors import error_words

ROOT = Path(__file__).parents[2]
KINDS = {
    "AlreadyOpenError",
    "DamagedError",
    "FailedError",
    "MistypedKeyError",
    "NewerVaultError",
    "NewerVersionError",
    "UnsuitablePlaceError",
    "WorldError",
    "WrongKeyError",
}
PHRASES = ROOT / "resources" / "phrases" / "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_of_the_world_says_what_to_do_in_every_language(language: str) -> None:
    error = WorldError("error-no-folder", folder="/somewhere")
    words = error_words(error, spoken(language))
    assert "/somewhere" in words
    assert words.count(".") > 1, "what happened, and what to do"


def test_every_error_that_is_raised_has_its_words() -> None:
    """Each phrase is known, and each of its arguments is told where the error is raised."""
    raised = [call for path in program_files() for call in calls(path)]
    assert len(raised) > 30
    for call in raised:
        phrase = call.args[0]
        if isinstance(phrase, ast.Constant):
            told = {each.arg for each in call.keywords if each.arg is not None}
            told |= {"group"} if str(phrase.value).startswith("error-key") else set()
            assert argument_names(str(phrase.value)) <= told, phrase.value


def program_files() -> list[Path]:
    return [path for place in ("core", "ui") for path in (ROOT / place).rglob("*.py")]


def calls(path: Path) -> list[ast.Call]:
    """Every making of an error of the world with a phrase."""
    found = [each for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(each, ast.Call)]
    return [each for each in found if isinstance(each.func, ast.Name) and each.func.id in KINDS and each.args]


def argument_names(phrase: str) -> set[str]:
    text = (line for path in PHRASES.glob("*.ftl") for line in path.read_text(encoding="utf-8").splitlines())
    line = next(each for each in text if each.startswith(f"{phrase} = "))
    return set(re.findall(r"\$(\w+)", line))


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
