"""Problems of a file in words: where, what, and what to write instead."""

from __future__ import annotations

from core.language.phrases import Phrases
from core.language.translating import translated
from core.source_text.problem import Problem


def problem_line(problem: Problem, phrases: Phrases) -> str:
    """Return a problem in one line, its place first."""
    place, language = f"{problem.span.line}:{problem.span.column}", phrases.language
    hint = f" ({translated(problem.hint, language)})" if problem.hint else ""
    return f"{place} {translated(problem.message, language)}{hint}"
