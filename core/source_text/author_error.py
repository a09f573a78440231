"""The error of the author of a file, with every problem that was found."""

from __future__ import annotations

from core.errors import KriterionError
from core.source_text.problem import Problem


class AuthorError(KriterionError):
    """A file cannot be used as it stands; ``problems`` says where and why, all of them at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(
            "; ".join(f"{each.file}:{each.span.line}:{each.span.column}: {each.message}" for each in problems)
        )
        self.problems = problems
