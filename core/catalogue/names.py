"""The names a catalogue declares and uses, each with its place, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from core.catalogue.reserved import is_name
from core.catalogue.spelling import folded
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.problem import NOWHERE, Problem, Span
from core.source_text.suggestion import nearest
from core.source_text.tree import Scalar


class Among(Enum):
    """Among which things a name is looked up."""

    CONCEPTS = "concept"
    DRUGS = "drug or class"
    EVERYTHING = "concept, drug or class"


@dataclass(frozen=True, slots=True)
class _Declared:
    owner: str
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Used:
    name: str
    among: Among
    file: str
    span: Span


class Names:
    """Collects names while files are read, so that at the end all files can be checked against each other."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._declared: dict[str, _Declared] = {}
        self._used: list[_Used] = []

    def declare(self, fields: Fields) -> str | None:
        """Read ``id`` and ``also`` of a concept, drug or class; return the id, or None where there is none."""
        written = fields.required_scalar("id")
        if written is None:
            return None
        for name in (written, *fields.texts("also")):
            self._declare(name, written.text, fields)
        return written.text

    def declare_everyday(self, name: Scalar, owner: str, fields: Fields) -> None:
        """Note a name that is typed and that no sentence needs to hold; two things cannot share it."""
        before = self._declared.setdefault(folded(name.text), _Declared(owner, fields.file, name.span))
        if before.owner != owner:
            self._report_shared(name, before, fields)

    def use(self, fields: Fields, key: str, among: Among) -> tuple[str, ...]:
        """Return the names listed at ``key``; they are looked up at the end."""
        listed = fields.texts(key)
        self._used += [_Used(name.text, among, fields.file, name.span) for name in listed]
        return tuple(name.text for name in listed)

    def use_keys(self, fields: Fields, key: str, among: Among) -> None:
        """Note the names that stand as keys of the mapping at ``key``; they are looked up at the end."""
        for entry in fields.mapping(key) or ():
            self._used.append(_Used(entry.key.text, among, fields.file, entry.key.span))

    def check_used(self, among: Among, known: Collection[str]) -> None:
        """Name each used name that is none of the known ids."""
        for used in self._used:
            if used.among is among and used.name not in known:
                near = nearest(used.name, known)
                hint = said("did you mean '{near}'?", near=near) if near else "declare it, or take it out"
                message = said("there is no {value} '{name}'", value=among.value, name=used.name)
                self._problems.append(Problem(used.file, used.span, "unknown-name", message, hint))

    def report(self, name: str, code: str, message: str, hint: str = "") -> None:
        """Append an error at the place where ``name`` was declared."""
        at = self._declared.get(folded(name), _Declared(name, "", NOWHERE))
        self._problems.append(Problem(at.file, at.span, code, message, hint))

    def _declare(self, name: Scalar, owner: str, fields: Fields) -> None:
        check_word(name, fields)
        before = self._declared.get(folded(name.text))
        if before is None:
            self._declared[folded(name.text)] = _Declared(owner, fields.file, name.span)
            return
        self._report_shared(name, before, fields)

    def _report_shared(self, name: Scalar, before: _Declared, fields: Fields) -> None:
        message = said(
            "'{text}' already stands for '{owner}' ({file}:{line})",
            text=name.text,
            owner=before.owner,
            file=before.file,
            line=before.span.line,
        )
        fields.report(name.span, "duplicate-name", message, "one name stands for one thing")


def check_word(name: Scalar, fields: Fields) -> None:
    """Report a name that no sentence could hold."""
    if not is_name(name.text):
        message = said("'{text}' cannot be a name: it is a word of the language, or not a word at all", text=name.text)
        fields.report(name.span, "not-a-name", message, "letters, digits and underscores; no reserved word")


def check_words(fields: Fields, entries: Iterable[Fields]) -> None:
    """Report what is wrong with ids that count within one concept: codes, qualifiers, items, domains."""
    seen: set[str] = set()
    for entry in entries:
        written = entry.scalar("id")
        if written is None:
            continue
        check_word(written, fields)
        for name in (written, *entry.texts("also")):
            if name.text in seen:
                fields.report(name.span, "duplicate-name", said("'{text}' stands here twice", text=name.text))
            seen.add(name.text)
