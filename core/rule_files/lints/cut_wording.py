"""A wording that is cut in the source without a member that says so (language case G8)."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import NotPublic, walk
from core.language.said import said
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield an error for each criterion that could be decided although the rest of it is not known."""
    for criterion in rule_file.all_criteria:
        if criterion.wording == "cut" and not any(isinstance(node, NotPublic) for node in walk(criterion.condition)):
            message = said(
                "the wording of '{id}' is cut, and the condition does not say what is missing", id=criterion.id
            )
            hint = "add '- not_public: what the copy does not show' to its all or any"
            yield Problem(rule_file.file, criterion.span, "cut-wording", message, hint)
