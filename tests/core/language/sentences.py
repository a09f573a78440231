"""Every sentence about a file that stands in the sources: templates of ``said``, and sentences without arguments."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CORE = Path(__file__).resolve().parents[3] / "core"
PLACES = (
    "catalogue/amount_hints.py",
    "catalogue/catalogue.py",
    "catalogue/meant.py",
    "source_text",
    "criteria/parsing",
    "rule_files",
    "scores",
    "follow_up",
    "chart/reading",
    "use_cases/load_rules.py",
    "use_cases/named_files.py",
    "assurance/examples.py",
    "documents/referral_letter/template.py",
)
TELLING = (
    "report",
    "slip",
    "fail",
    "Problem",
    "SentenceError",
    "WhenError",
    "said",
    "_unknown",
    "problem",
    "_report_kind",
    "hint_for",
    "_refuse",
    "Refusal",
    "remark",
    "remark_on_name",
    "remark_on_file",
    "Remark",
)
NAMED = ("hint", "message")


def sources() -> Iterator[Path]:
    for place in PLACES:
        path = CORE / place
        yield from [path] if path.is_file() else sorted(path.rglob("*.py"))


def sentences() -> dict[str, str]:
    """Return every sentence with the file it stands in."""
    found: dict[str, str] = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text in _told(node):
                found.setdefault(text, str(path.relative_to(CORE)))
    return found


def _told(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and _called(node.func) in TELLING:
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            yield from _texts(argument)
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(each, ast.Name) and any(word in each.id.casefold() for word in NAMED) for each in targets):
            yield from _texts(node.value)


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _texts(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str) and _is_sentence(value.value):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from (*_texts(value.body), *_texts(value.orelse))
    elif isinstance(value, ast.BoolOp | ast.Dict):
        for each in value.values:
            yield from _texts(each)
    elif isinstance(value, ast.Tuple):
        for each in value.elts:
            yield from _texts(each)


def _is_sentence(text: str) -> bool:
    return " " in text.strip()


def templates() -> frozenset[str]:
    """Return the sentences with arguments."""
    calls = (
        node
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _called(node.func) == "said"
    )
    first = (call.args[0] for call in calls)
    return frozenset(each.value for each in first if isinstance(each, ast.Constant) and isinstance(each.value, str))


def every_text() -> frozenset[str]:
    """Return every text that stands in the sources, sentence or not."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in sources())
    constants = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(each.value for each in constants if isinstance(each.value, str))
