"""Questions that no result can make matter: nobody should be asked them."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import Condition, Includes, State
from core.criteria.values import Several
from core.language.said import said
from core.rule_files.remarks import nodes_of, remark_on_name, scope_of
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield the questions of a file that no condition of it uses."""
    used = {name for node in nodes_of(rule_file) for name in _asked(node)}
    for name in scope_of(rule_file).questions:
        if name not in used:
            message = said("the question '{name}' is asked and never used", name=name)
            hint = said("use it in a condition: '{name} is yes', or take it out", name=name)
            yield remark_on_name(rule_file, "questions", name, "question-unused", message, hint)


def _asked(node: Condition) -> tuple[str, ...]:
    if not isinstance(node, State | Includes):
        return ()
    return node.subject.names if isinstance(node.subject, Several) else (node.subject.name,)
