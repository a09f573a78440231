"""Criteria that say too little about where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from core.language.said import said
from core.rule_files.remarks import remark
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem


def lint(rule_file: RuleFile) -> Iterator[Problem]:
    """Yield criteria without a source, or with sources of which no place is named."""
    for criterion in rule_file.all_criteria:
        if not criterion.citations:
            hint = "write 'source: <key of a source> <section>'"
            yield remark(rule_file, criterion, "uncited", said("'{id}' names no source", id=criterion.id), hint)
        elif not any(citation.section for citation in criterion.citations):
            hint = "write the section or item behind the key of the source"
            yield remark(
                rule_file, criterion, "uncited", said("'{id}' names no section of its source", id=criterion.id), hint
            )
