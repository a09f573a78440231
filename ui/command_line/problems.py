"""Problems on standard error, each with its line and a caret; warnings of where papers go."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from core.language.phrases import Phrases
from core.regular_files import read_regular
from core.source_text.caret import print_problem
from core.source_text.problem import Problem
from core.wording.places import paper_warning


def print_problems(problems: Iterable[Problem]) -> None:
    """Print problems in the order given; the lines come from the files as they are now."""
    lines: dict[str, tuple[str, ...]] = {}
    for problem in problems:
        if problem.file not in lines:
            lines[problem.file] = _lines_of(problem.file)
        print(print_problem(problem, lines[problem.file]), file=sys.stderr)


def warn_of_places(places: Iterable[Path | None], phrases: Phrases) -> None:
    """Say of each place that papers are about to be written to whether they would leave this computer there."""
    for words in dict.fromkeys(paper_warning(place, phrases) for place in places if place is not None):
        if words:
            print(words, file=sys.stderr)


def _lines_of(file: str) -> tuple[str, ...]:
    try:
        return tuple(read_regular(Path(file)).decode("utf-8", "replace").splitlines())
    except OSError:
        return ()
