"""What a criterion needs, read aloud from its condition."""

from __future__ import annotations

from core.criteria.scope import Scope
from core.language.phrases import Phrases
from core.rule_files.rule_file import Criterion


def needed_words(criterion: Criterion, scope: Scope, phrases: Phrases) -> str:
    """Return what a criterion asks for in words of a language."""
    del scope, phrases
    return criterion.text
