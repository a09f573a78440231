"""All lints on one rule file."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from core.progress import Report, told, unwatched
from core.rule_files import lints
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem

Lint = Callable[[RuleFile], Iterator[Problem]]


@cache
def known_lints() -> tuple[tuple[str, Lint], ...]:
    """Return the name and the function ``lint`` of every module of the folder, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(lints.__path__))
    return tuple((name, _lint_of(name)) for name in names)


def _lint_of(name: str) -> Lint:
    lint: Lint = import_module(f"{lints.__name__}.{name}").lint
    return lint


def lint_all(rule_file: RuleFile, report: Report = unwatched) -> tuple[Problem, ...]:
    """Return what every lint finds, in the order of the file."""
    found = [problem for _, lint in told(known_lints(), report) for problem in lint(rule_file)]
    return tuple(sorted(set(found), key=lambda problem: (problem.span.line, problem.span.column, problem.code)))
