"""Read a rule file aloud: every key that its author wrote, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from core.language.phrases import Phrases
from core.rule_files.checking import CheckedRuleFile
from core.wording.heard.whole import file_lines

_STEP = "    "


def read_rule_file_aloud(checked: CheckedRuleFile, phrases: Phrases) -> Iterator[str]:
    """Yield the file line by line in a language, each line as far in as it stands deep."""
    for depth, line in file_lines(checked.rule_file, checked.scope, phrases):
        yield f"{_STEP * depth}{line}"
