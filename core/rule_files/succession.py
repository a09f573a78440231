"""Whether a rule file may follow those of its id that are held: a higher version, with its line of the changelog.

A report names the version it was made with. Were two contents of one version held, or a lower one taken in after a
higher one, nobody could say later by which file a patient was judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from core.language.said import said
from core.rule_files.rewriting.saying import said_hash
from core.rule_files.rule_file import RuleFile
from core.rule_files.versions import is_above, version_after, version_of
from core.source_text.problem import Problem, Span
from core.source_text.reading import read_text
from core.source_text.tree import Mapping as TreeMapping
from core.source_text.tree import Sequence, Tree

TOLD = ("date", "by", "source", "what")
"""What a line of the changelog says."""
_START = Span(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Succession:
    """How a file stands to those held. ``line`` is its line of the changelog, ``effective_from`` as the file says it.

    ``same`` is the file held that says the same, whatever its layout; then nothing new is taken in.
    """

    problems: tuple[Problem, ...] = ()
    line: Mapping[str, str] | None = None
    effective_from: str = ""
    same: RuleFile | None = None

    @property
    def is_refused(self) -> bool:
        """True if the file may not be taken in."""
        return bool(self.problems)


NOTHING_HELD = Succession()
"""How a file stands that follows none."""


def succession_of(new: RuleFile, content: bytes, held: Iterable[RuleFile]) -> Succession:
    """Return how a file that was read from ``content`` stands to the files held; those of other ids do not count."""
    known = [each for each in held if each.id == new.id]
    tree, _ = read_text(content, new.file)
    line = _line(new)
    same = next((each for each in known if _is_same(new, each)), None)
    problems = () if same is not None or not known else _problems(new, line, tree, known)
    return Succession(problems, line, _effective_from(tree), same)


def _is_same(new: RuleFile, held: RuleFile) -> bool:
    """True for a file that says what is held, be it in the shorter forms of the language."""
    return new.hash == held.hash or (new.version == held.version and said_hash(new) == said_hash(held))


def highest(files: Iterable[RuleFile]) -> RuleFile | None:
    """Return the file of the highest version."""
    return max(files, key=lambda each: version_of(each.version), default=None)


def _problems(
    new: RuleFile, line: Mapping[str, str] | None, tree: Tree | None, known: Iterable[RuleFile]
) -> tuple[Problem, ...]:
    top = highest(known)
    if top is not None and not is_above(new.version, top.version):
        return (_not_above(new, top, tree),)
    if line is None:
        words = said("the changelog has no line for version {version}", version=new.version)
        hint = "write what changed: - version: …, date: …, by: …, source: …, what: …"
        return (Problem(new.file, _span(tree, "changelog"), "no-changelog-line", words, hint),)
    return tuple(_slips(new, line, tree))


def _not_above(new: RuleFile, top: RuleFile, tree: Tree | None) -> Problem:
    needed = version_after(top.version)
    if version_of(new.version) == version_of(top.version):
        words = said("version {version} is held already, with other content", version=new.version)
    else:
        words = said("version {version} is below {held}, which is held already", version=new.version, held=top.version)
    hint = said("write version: {needed} or higher, and a line of the changelog for it", needed=needed)
    return Problem(new.file, _value_span(tree, "version"), "version-not-above", words, hint)


def _slips(new: RuleFile, line: Mapping[str, str], tree: Tree | None) -> Iterable[Problem]:
    place = _line_span(tree, new.version)
    lacking = [key for key in TOLD if not line.get(key, "").strip()]
    if lacking:
        words = said("the line of the changelog for {version} lacks {names}", version=new.version, names=_or(lacking))
        hint = said("write {what}", what=", ".join(f"{key}: …" for key in lacking))
        yield Problem(new.file, place, "changelog-incomplete", words, hint)
    written = line.get("date", "").strip()
    if written and not _is_day(written):
        words = said(
            "the line of the changelog for {version} is dated '{date}', which is no day",
            version=new.version,
            date=written,
        )
        yield Problem(new.file, place, "changelog-incomplete", words, "write the day as 2026-11-22")


def _or(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _line(new: RuleFile) -> Mapping[str, str] | None:
    wanted = version_of(new.version)
    return next((each for each in new.changelog if version_of(each.get("version", "")) == wanted), None)


def _effective_from(tree: Tree | None) -> str:
    effective = tree.get("effective") if isinstance(tree, TreeMapping) else None
    return _text(effective.get("from")) if isinstance(effective, TreeMapping) else ""


def _text(tree: Tree | None) -> str:
    return "" if tree is None else str(getattr(tree, "text", ""))


def _span(tree: Tree | None, key: str) -> Span:
    """Return where a key of the file stands, its first line where it stands nowhere."""
    entries = tree.entries if isinstance(tree, TreeMapping) else ()
    return next((each.key.span for each in entries if each.key.text == key), _START)


def _value_span(tree: Tree | None, key: str) -> Span:
    value = tree.get(key) if isinstance(tree, TreeMapping) else None
    return _START if value is None else value.span


def _line_span(tree: Tree | None, version: str) -> Span:
    lines = tree.get("changelog") if isinstance(tree, TreeMapping) else None
    for each in lines.items if isinstance(lines, Sequence) else ():
        if isinstance(each, TreeMapping) and version_of(_text(each.get("version"))) == version_of(version):
            return _value_span(each, "version")
    return _span(tree, "changelog")
