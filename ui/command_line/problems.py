"""Problems on standard error, each with its line and a caret."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from core.source_text.caret import print_problem
from core.source_text.problem import Problem


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems in the order given; the lines come from the files as they are now."""
    lines: dict[str, tuple[str, ...]] = {}
    for problem in problems:
        if problem.file not in lines:
            lines[problem.file] = _lines_of(problem.file)
        print(print_problem(problem, lines[problem.file]), file=sys.stderr)


def _lines_of(file: str) -> tuple[str, ...]:
    try:
        return tuple(Path(file).read_text(encoding="utf-8", errors="replace").splitlines())
    except OSError:
        return ()
