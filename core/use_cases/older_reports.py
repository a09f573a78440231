"""Reports of a patient that were made with another version of a rule file than the one in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.rule_files.rule_file import RuleFile
from core.store.records import ScreeningLine


@dataclass(frozen=True, slots=True)
class OlderReport:
    """The last report by a file, and the version in force that it was not made with; None: the file is held no more."""

    line: ScreeningLine
    now: RuleFile | None


def older_reports(lines: Iterable[ScreeningLine], judged: Mapping[str, RuleFile]) -> tuple[OlderReport, ...]:
    """Return of each file the last report, where its content is not what is judged by now."""
    last: dict[str, ScreeningLine] = {}
    for line in sorted(lines, key=lambda each: each.at):
        last[line.rule_id] = line
    found = (OlderReport(line, judged.get(name)) for name, line in last.items())
    return tuple(each for each in found if each.now is None or each.now.hash != each.line.file_hash)
