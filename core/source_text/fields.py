"""The keys of one mapping, read by kind for our own schemas; problems are noted, nothing is raised."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Words
from types import MappingProxyType

from core.language.said import said
from core.source_text.composing import NOTHING
from core.source_text.problem import Problem, Span
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Scalar, Sequence, Tree

_NO_WORDS: Words[str, str] = MappingProxyType({})
_ITEMS = "write its items below it, each on a line that begins with '- '"
_AS_LIST: Words[str, str] = {
    "a list": _ITEMS,
    "a list whose items have keys": "write the keys of each item: '- key: value'",
    "keys with values": "write its keys below it, indented: 'key: value'",
    "a text or a list of texts": "write a word, or a list of words in [ ]",
}
"""What to write instead of another kind, by what is wanted."""
_YES_NO = {"yes": True, "no": False, "true": True, "false": False}


class Fields:
    """Reads the keys of ``mapping`` by kind and appends what is wrong to ``problems``, each at its place.

    A key that is not written gives None (an empty tuple from ``texts`` and ``each``); so does one of the
    wrong kind, after a problem. A key without a value counts as not written: the reading has named it
    already. The ``required_`` forms also name a missing key; ``finish`` names the keys nobody knows.
    """

    def __init__(self, mapping: Mapping, file: str, problems: list[Problem]) -> None:
        self.written = mapping
        self.file = file
        self.problems = problems
        self._asked: set[str] = set()
        self._missing: dict[str, Problem] = {}
        self._values = {entry.key.text: entry.value for entry in mapping.entries}

    # --- one key by kind

    def tree(self, key: str) -> Tree | None:
        """Return whatever stands at ``key``."""
        self._asked.add(key)
        found = self._values.get(key)
        return None if found is None or is_nothing(found) else found

    def scalar(self, key: str) -> Scalar | None:
        """Return the text at ``key`` with its place."""
        return self._as_scalar(key, self.tree(key))

    def text(self, key: str) -> str | None:
        """Return the text at ``key``."""
        found = self.scalar(key)
        return None if found is None else found.text

    def mapping(self, key: str) -> Mapping | None:
        """Return the mapping at ``key``."""
        found = self.tree(key)
        if found is None or isinstance(found, Mapping):
            return found
        self._report_kind(key, found, "keys with values")
        return None

    def sequence(self, key: str) -> Sequence | None:
        """Return the list at ``key``."""
        found = self.tree(key)
        if found is None or isinstance(found, Sequence):
            return found
        self._report_kind(key, found, "a list")
        return None

    def texts(self, key: str) -> tuple[Scalar, ...]:
        """Return the texts listed at ``key``; a single text counts as a list of one."""
        found = self.tree(key)
        if isinstance(found, Scalar):
            return (found,)
        if isinstance(found, Mapping):
            self._report_kind(key, found, "a text or a list of texts")
        if not isinstance(found, Sequence):
            return ()
        return tuple(item for each in found if (item := self._as_scalar(key, each)) is not None)

    def yes_no(self, key: str) -> bool | None:
        """Return True for yes and False for no (JSON: true, false); quoted text is text, not an answer."""
        found = self.scalar(key)
        if found is None:
            return None
        if found.is_quoted or found.text not in _YES_NO:
            self.report(
                found.span,
                "kind",
                said("'{key}' is '{text}', not yes or no", key=key, text=found.text),
                "write yes or no",
            )
            return None
        return _YES_NO[found.text]

    def choice(self, key: str, options: Iterable[str]) -> str | None:
        """Return the text at ``key`` if it is one of ``options``."""
        found = self.scalar(key)
        known = tuple(options)
        if found is None or found.text in known:
            return None if found is None else found.text
        near = nearest(found.text, known)
        hint = (
            said("did you mean '{near}'?", near=near) if near else said("write one of: {names}", names=", ".join(known))
        )
        self.report(found.span, "unknown-value", said("'{key}' cannot be '{text}'", key=key, text=found.text), hint)
        return None

    # --- mappings inside

    def fields(self, key: str) -> Fields | None:
        """Return a reader for the mapping at ``key``."""
        found = self.mapping(key)
        return None if found is None else Fields(found, self.file, self.problems)

    def each(self, key: str) -> tuple[Fields, ...]:
        """Return a reader for each mapping of the list at ``key``."""
        found = self.sequence(key)
        if found is None:
            return ()
        for item in found:
            if not isinstance(item, Mapping):
                self._report_kind(key, item, "a list whose items have keys")
        return tuple(Fields(item, self.file, self.problems) for item in found if isinstance(item, Mapping))

    # --- the same, and the key must be there

    def required_tree(self, key: str) -> Tree | None:
        """As ``tree``; a missing key is a problem."""
        return self.tree(key) if self._has(key) else None

    def required_scalar(self, key: str) -> Scalar | None:
        """As ``scalar``; a missing key is a problem."""
        return self.scalar(key) if self._has(key) else None

    def required_text(self, key: str) -> str | None:
        """As ``text``; a missing key is a problem."""
        return self.text(key) if self._has(key) else None

    def required_mapping(self, key: str) -> Mapping | None:
        """As ``mapping``; a missing key is a problem."""
        return self.mapping(key) if self._has(key) else None

    def required_sequence(self, key: str) -> Sequence | None:
        """As ``sequence``; a missing key is a problem."""
        return self.sequence(key) if self._has(key) else None

    def required_texts(self, key: str) -> tuple[Scalar, ...]:
        """As ``texts``; a missing key is a problem."""
        return self.texts(key) if self._has(key) else ()

    def required_yes_no(self, key: str) -> bool | None:
        """As ``yes_no``; a missing key is a problem."""
        return self.yes_no(key) if self._has(key) else None

    def required_choice(self, key: str, options: Iterable[str]) -> str | None:
        """As ``choice``; a missing key is a problem."""
        return self.choice(key, options) if self._has(key) else None

    # --- problems

    def slip_of(self, known: Iterable[str]) -> str:
        """Return the key among ``known`` that a key nobody asked for is a slip of, "" for none."""
        names = {*self._asked, *known}
        meant = (nearest(entry.key.text, names) for entry in self.written if entry.key.text not in names)
        return next((near for near in meant if near is not None and near in set(known)), "")

    def finish(self, known: Iterable[str] = (), elsewhere: Words[str, str] = _NO_WORDS) -> None:
        """Name each key that is neither in ``known`` nor was asked for, with the nearest one that is, or with the one
        that is called so ``elsewhere``.

        A key that is missing because it is misspelt is one problem: at the slip.
        """
        names = self._asked | set(known)
        for entry in self.written:
            key = entry.key
            if key.text not in names:
                near = elsewhere.get(key.text.casefold()) or nearest(key.text, names)
                if near in self._missing:
                    self.problems.remove(self._missing.pop(near))
                hint = (
                    said("did you mean '{near}'?", near=near)
                    if near
                    else said("known keys: {names}", names=", ".join(sorted(names)))
                )
                self.report(key.span, "unknown-key", said("unknown key '{text}'", text=key.text), hint)

    def span_of(self, key: str) -> Span:
        """Return the place of the value at ``key``, or of the whole mapping where the key is not written."""
        found = self._values.get(key)
        return self.written.span if found is None else found.span

    def report(self, span: Span, code: str, message: str, hint: str = "") -> None:
        """Append an error at ``span``."""
        self.problems.append(Problem(self.file, span, code, message, hint))

    def _has(self, key: str) -> bool:
        self._asked.add(key)
        if key in self._values:
            return True
        message, hint = said("the key '{key}' is missing", key=key), said("write {key}: ...", key=key)
        if key not in self._missing:
            self.report(self.written.span, "missing-key", message, hint)
            self._missing[key] = self.problems[-1]
        return False

    def _as_scalar(self, key: str, found: Tree | None) -> Scalar | None:
        if found is None or isinstance(found, Scalar):
            return found
        self._report_kind(key, found, "a text")
        return None

    def _report_kind(self, key: str, found: Tree, wanted: str) -> None:
        self.report(
            found.span,
            "kind",
            said(
                "'{key}' is {kind_in_words}; wanted: {wanted}",
                key=key,
                kind_in_words=kind_in_words(found),
                wanted=wanted,
            ),
            _AS_LIST.get(wanted, "write it behind the key, on the same line"),
        )


def is_nothing(tree: Tree | None) -> bool:
    """True for a value that the reading refused as empty (nothing written, ``~``, ``null``)."""
    return isinstance(tree, Scalar) and not tree.is_quoted and tree.text in NOTHING


def kind_in_words(tree: Tree) -> str:
    """Say what kind of thing stands in the file."""
    if isinstance(tree, Scalar):
        return "a text"
    return "a list" if isinstance(tree, Sequence) else "keys with values"


def fields_of(tree: Tree, file: str, problems: list[Problem]) -> Fields | None:
    """Return a reader for ``tree``, or None with a problem where it is not a mapping."""
    if isinstance(tree, Mapping):
        return Fields(tree, file, problems)
    message = said("here stands {kind_in_words}; wanted: keys with values", kind_in_words=kind_in_words(tree))
    problems.append(Problem(file, tree.span, "kind", message, "write key: value"))
    return None
