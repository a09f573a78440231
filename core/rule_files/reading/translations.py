"""Texts of a rule file in several languages: ``text: {en: …, de: …}`` wherever a text for people stands.

Everything else of the program knows a text by its words in the file's own language (``language:``), so that a
translation changes no meaning: they are taken out of the tree before it is read, and looked up when a text is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.language.languages import ENGLISH
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Entry, Mapping, Scalar, Sequence, Tree

TEXTS = frozenset({"text", "ask", "reading", "help", "not_public", "commitment", "label", "missing"})
"""The keys under which a text for people stands, or a list of them."""
_NOT_SPOKEN = frozenset({"examples", "title", "short", "effective", "sources"})
_RECRUITMENT, _STATUS = "recruitment", "status"
_LANGUAGE = re.compile(r"[a-z]{2,3}")

Told = dict[str, dict[str, str]]
"""By language: by the words in the file's own language, those in that language."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A file with its texts in its own language alone, and what they are in others."""

    fields: Fields
    told: Told


def spoken(fields: Fields) -> Spoken:
    """Return a file without its translations, and these."""
    own = fields.written.get("language")
    taking = _Taking(fields, own.text if isinstance(own, Scalar) else ENGLISH)
    tree = taking.mapping(fields.written, is_top=True)
    return Spoken(Fields(tree, fields.file, fields.problems), taking.told)


@dataclass
class _Taking:
    """Walks a file; nodes in which nothing is translated stay the nodes they are."""

    fields: Fields
    own: str
    told: Told = field(default_factory=Told)

    def mapping(self, tree: Mapping, *, is_top: bool = False) -> Mapping:
        entries = tuple(self._entry(entry, is_top=is_top) for entry in tree)
        is_same = all(one is other for one, other in zip(entries, tree, strict=True))
        return tree if is_same else Mapping(entries, tree.span, tree.is_flow)

    def _entry(self, entry: Entry, *, is_top: bool) -> Entry:
        key, value = entry.key.text, entry.value
        if is_top and key == _RECRUITMENT and isinstance(value, Mapping):
            inner: Tree = self._status(value)
        elif is_top and key in _NOT_SPOKEN:
            return entry
        else:
            inner = self._text(value) if key in TEXTS else self._inside(value)
        return entry if inner is value else Entry(entry.key, inner)

    def _status(self, tree: Mapping) -> Tree:
        """The word of a registry is a text only where it is none of the words that phrases know."""
        entries = tuple(
            Entry(entry.key, self._text(entry.value)) if entry.key.text == _STATUS else entry for entry in tree
        )
        is_same = all(one.value is other.value for one, other in zip(entries, tree, strict=True))
        return tree if is_same else Mapping(entries, tree.span, tree.is_flow)

    def _inside(self, tree: Tree) -> Tree:
        match tree:
            case Mapping():
                return self.mapping(tree)
            case Sequence():
                items = tuple(self._inside(item) for item in tree)
                is_same = all(one is other for one, other in zip(items, tree, strict=True))
                return tree if is_same else Sequence(items, tree.span, tree.is_flow)
            case Scalar():
                return tree

    def _text(self, tree: Tree) -> Tree:
        """One text, or a list of them, each as it is or per language."""
        match tree:
            case Sequence():
                items = tuple(self._text(item) for item in tree)
                is_same = all(one is other for one, other in zip(items, tree, strict=True))
                return tree if is_same else Sequence(items, tree.span, tree.is_flow)
            case Mapping() if _is_per_language(tree):
                return self._taken(tree)
            case _:
                return self._inside(tree)

    def _taken(self, tree: Mapping) -> Tree:
        own = tree.get(self.own)
        if not isinstance(own, Scalar):
            words = said("the text lacks the file's own language, '{language}'", language=self.own)
            self.fields.report(tree.span, "missing-key", words, said("write {key}: …", key=self.own))
            return Scalar("", tree.span, is_quoted=True, places=((tree.span.line, tree.span.column),))
        for language, text in _others(tree, self.own):
            if not text.strip():
                continue  # an empty one is none
            self.told.setdefault(language, {})[own.text] = text
        return own


def _is_per_language(tree: Mapping) -> bool:
    """True for a mapping of languages to texts; whatever else stands there is the reader's to refuse."""
    return bool(tree.entries) and all(
        _LANGUAGE.fullmatch(entry.key.text) is not None and isinstance(entry.value, Scalar) for entry in tree
    )


def _others(tree: Mapping, own: str) -> Iterator[tuple[str, str]]:
    for entry in tree:
        if entry.key.text != own and isinstance(entry.value, Scalar):
            yield entry.key.text, entry.value.text
