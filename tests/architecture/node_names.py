"""Which nodes of the rule language a piece of the program names: in a pattern, a test of its class, a table, a call.

What an import or an annotation names does not count: it has not been thought of there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import get_args

from core.criteria.nodes import AboutValues, Condition
from tests.architecture.program_sources import ROOT

NODES: Mapping[str, type[Condition]] = {each.__name__: each for each in get_args(Condition)}

TOGETHER: Mapping[str, tuple[str, ...]] = {"AboutValues": tuple(each.__name__ for each in get_args(AboutValues))}
"""What the language itself names together."""


@cache
def named_in(place: str) -> frozenset[type[Condition]]:
    """Return the nodes that a file names, or one function or table of it (``path:name``)."""
    path, _, part = place.partition(":")
    return named_by((ROOT / path).read_text(encoding="utf-8"), part)


def named_by(text: str, part: str = "") -> frozenset[type[Condition]]:
    """Return the nodes that a text names, or one function or table of it."""
    tree = ast.parse(text)
    unions = dict(_unions(tree))
    pieces = [node for node in ast.walk(tree) if _is_called(node, part)] if part else [tree]
    assert pieces, f"{part} is not there"
    names = {name for piece in pieces for node in ast.walk(piece) for name in _named(node)}
    return frozenset(NODES[name] for name in _opened(names, {**TOGETHER, **unions}) if name in NODES)


def _opened(names: Iterable[str], unions: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for name in names:
        yield from _opened(unions[name], unions) if name in unions else (name,)


def _unions(tree: ast.Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names that a file gives to several nodes together."""
    for node in tree.body:
        match node:
            case ast.Assign([ast.Name(name)], ast.BinOp() as union):
                yield name, tuple(_names_of(union))
            case _:
                continue


def _is_called(node: ast.AST, name: str) -> bool:
    match node:
        case ast.FunctionDef():
            return node.name == name
        case ast.AnnAssign(ast.Name(target)):
            return target == name
        case _:
            return False


def _named(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.MatchClass(ast.Name(name)):
            yield name
        case ast.Call(ast.Name("isinstance"), [_, kinds]):
            yield from _names_of(kinds)
        case ast.Call(function, arguments):
            yield from (each.id for each in (function, *arguments) if isinstance(each, ast.Name))
        case ast.Dict(keys):
            yield from (each.id for each in keys if isinstance(each, ast.Name))
        case _:
            return


def _names_of(node: ast.AST) -> Iterator[str]:
    yield from (each.id for each in ast.walk(node) if isinstance(each, ast.Name))
