"""Say rule files in the shorter forms there are now, and write them where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.regular_files import read_named
from core.rule_files.rewriting.rewriting import Rewritten, rewritten
from core.source_text.problem import Problem
from core.use_cases.check_files import is_schedule
from core.use_cases.load_rules import unreadable
from core.writing import write_atomically


@dataclass(frozen=True, slots=True)
class RewrittenFile:
    """One file with what came of it; ``rewritten`` None: it was not read."""

    path: Path
    rewritten: Rewritten | None
    problems: tuple[Problem, ...] = ()


def rewrite_file(path: Path, catalogue: Catalogue, *, is_written: bool) -> RewrittenFile:
    """Return a file said shorter, written in its place only where that is asked for and something is shorter."""
    try:
        content = read_named(path)
    except OSError as error:
        return RewrittenFile(path, None, (unreadable(path, error),))
    if is_schedule(content, str(path)):
        return RewrittenFile(path, Rewritten(content, content, {}))  # it has no shorter forms
    made = rewritten(content, str(path), catalogue)
    if is_written and made.is_changed:
        write_atomically(path, made.after)
    return RewrittenFile(path, made, made.problems)


def difference_lines(file: RewrittenFile) -> Iterator[str]:
    """Yield what differs, as ``diff -u`` does."""
    if file.rewritten is not None:
        was, now = (text.decode("utf-8").splitlines() for text in (file.rewritten.before, file.rewritten.after))
        yield from unified_diff(was, now, str(file.path), str(file.path), n=1, lineterm="")
