"""The Python files of the project, read as syntax trees."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("main.py", "core", "ui")
EVERYTHING = (*PROGRAM, "tests", "benchmarks", "bundling")

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the project's root, with forward slashes, and its tree."""

    path: str
    text: str
    tree: ast.Module


def source_of(text: str, path: str = "core/sample.py") -> Source:
    """Return a source made from text, for the tests of the checks themselves."""
    return Source(path, text, ast.parse(text))


@cache
def sources(*places: str) -> tuple[Source, ...]:
    """Return the Python files at or below these places that exist, in the order of their paths."""
    paths = sorted({path for place in places for path in _python_files(ROOT / place)})
    return tuple(source_of(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix()) for path in paths)


def _python_files(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
    else:
        yield from place.rglob("*.py")


def imported_modules(source: Source) -> Iterator[str]:
    """Yield every module a file imports, ``from a import b`` as ``a.b``."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imports_any_of(source: Source, packages: frozenset[str]) -> bool:
    """Tell whether a file imports one of these packages or something inside it."""
    return any(
        module == package or module.startswith(f"{package}.")
        for module in imported_modules(source)
        for package in packages
    )


def dotted_names(source: Source) -> Iterator[str]:
    """Yield every ``a.b`` or ``a.b.c`` that a file reads, and every ``from a import b`` as ``a.b``."""
    yield from imported_modules(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node)


def defined_names(source: Source) -> Iterator[str]:
    """Yield the names of a file's classes and functions; an override bears the name that the class above gave it."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not _is_override(node):
            yield node.name


def _is_override(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "override" for each in node.decorator_list)


def texts(source: Source) -> Iterator[str]:
    """Yield the string constants of a file, docstrings left out."""
    docstrings = {id(place) for place in _docstrings(source.tree)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def _docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def identifiers(source: Source) -> Iterator[str]:
    """Yield every identifier a file defines, reads or passes by name."""
    yield from defined_names(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg | ast.keyword) and node.arg is not None:
            yield node.arg


def words_of(name: str) -> list[str]:
    """Split ``read_file`` and ``FileReader`` into lower-case words."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[0-9]+", name)]
