"""Named limits: ``limits: {upper_age: 70 years}``, so that an amendment changes one line and all that names it follows.

They are put in before the file is read: in conditions the name stands for the value as it is written, in texts and in
the patients of examples ``{upper_age}`` stands for its number. So sentences, engines and papers know nothing of them,
and a problem inside a value points at the name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as MappingOf

from core.catalogue.catalogue import Catalogue
from core.criteria.parsing.scanner import RESERVED
from core.language.languages import ENGLISH
from core.language.numbers import with_decimal_sign
from core.language.said import said
from core.rule_files.reading.translations import TEXTS
from core.rule_files.rule_file import NamedLimit
from core.source_text.fields import Fields
from core.source_text.problem import Span
from core.source_text.tree import Entry, Mapping, Scalar, Sequence, Tree

KEY = "limits"
ASKING = frozenset({"require", "exclude_if", "applies_when", "unless", "is", "if"})
"""The keys under which conditions stand."""
_DECLARING = ("anchors", "windows", "groups", "questions", "site", "define", "sources")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_IN_TEXT = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_NUMBER = re.compile(r"(?:1:)?(\d+(?:\.\d+)?)")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def with_limits(fields: Fields, catalogue: Catalogue) -> tuple[Fields, dict[str, NamedLimit]]:
    """Return a file with its limits put in where they are named, and these."""
    limits = _read(fields, catalogue)
    if not limits:
        return fields, {}
    own = fields.written.get("language")
    filling = _Filling(limits, own.text if isinstance(own, Scalar) else ENGLISH)
    entries = tuple(
        entry if entry.key.text == KEY else Entry(entry.key, filling.inside(entry.value, entry.key.text, ""))
        for entry in fields.written
    )
    for name, span in filling.unknown:
        hint = said("write one of: {names}", names=", ".join(limits))
        fields.report(span, "unknown-name", said("unknown limit '{name}'", name=name), hint)
    filled = Mapping(entries, fields.written.span, fields.written.is_flow)
    return Fields(filled, fields.file, fields.problems), limits


def _read(fields: Fields, catalogue: Catalogue) -> dict[str, NamedLimit]:
    found: dict[str, NamedLimit] = {}
    taken = _declared(fields)
    for entry in fields.mapping(KEY) or ():
        name, value = entry.key, entry.value
        is_known = name.text in RESERVED or name.text in taken or catalogue.id_of(name.text) is not None
        if is_known or _NAME.fullmatch(name.text) is None:
            hint = "use a name that neither the language nor the catalogue nor this file has, such as upper_age"
            fields.report(name.span, "name", said("'{text}' cannot be the name of a limit", text=name.text), hint)
            continue
        limit = _limit(Fields(value, fields.file, fields.problems) if isinstance(value, Mapping) else None, value)
        if limit is None or _NUMBER.search(limit.value) is None:
            hint = "write '70 years', or {is: 70 years, since: 2026-05-01, before: 45 years}"
            fields.report(value.span, "limit", said("'{name}' is no limit", name=name.text), hint)
            continue
        found[name.text] = limit
    return found


def _declared(fields: Fields) -> frozenset[str]:
    """Return the names that a file declares for itself: in a condition a limit would take their place."""
    trees = (fields.written.get(key) for key in _DECLARING)
    return frozenset(entry.key.text for tree in trees if isinstance(tree, Mapping) for entry in tree)


def _limit(fields: Fields | None, tree: Tree) -> NamedLimit | None:
    if isinstance(tree, Scalar):
        return NamedLimit(tree.text)
    if fields is None:
        return None
    limit = NamedLimit(fields.required_text("is") or "", fields.text("since") or "", fields.text("before") or "")
    fields.finish()
    return limit


def _replaced(scalar: Scalar, wanted: re.Pattern[str], say: Callable[[re.Match[str]], str]) -> Scalar:
    """Return a text with what is wanted replaced; every letter of what is put in stands where the name stood."""
    text, places, at = "", list[tuple[int, int]](), 0
    for match in wanted.finditer(scalar.text):
        written = say(match)
        text += scalar.text[at : match.start()] + written
        places += [*scalar.places[at : match.start()], *([scalar.places[match.start()]] * len(written))]
        at = match.end()
    if not at:
        return scalar
    places += scalar.places[at : len(scalar.text) + 1]
    return Scalar(text + scalar.text[at:], scalar.span, scalar.is_quoted, tuple(places))


class _Filling:
    """Walks a file; nodes in which no limit is named stay the nodes they are."""

    def __init__(self, limits: MappingOf[str, NamedLimit], own: str) -> None:
        self.limits = limits
        self.own = own
        self.unknown: list[tuple[str, Span]] = []
        names = "|".join(sorted(limits, key=len, reverse=True))
        self._named = re.compile(rf"(?<![\w.])(?:{names})(?![\w.])")

    def inside(self, tree: Tree, key: str, language: str, *, is_asking: bool = False) -> Tree:
        """Return what stands at ``key``; ``language`` is that of a translated text."""
        match tree:
            case Scalar():
                return self._scalar(tree, language, is_asking=is_asking)
            case Sequence():
                items = tuple(self.inside(item, key, language, is_asking=is_asking) for item in tree)
                is_same = all(one is other for one, other in zip(items, tree, strict=True))
                return tree if is_same else Sequence(items, tree.span, tree.is_flow)
            case Mapping():
                entries = tuple(self._entry(entry, key, is_asking=is_asking) for entry in tree)
                is_same = all(one is other for one, other in zip(entries, tree, strict=True))
                return tree if is_same else Mapping(entries, tree.span, tree.is_flow)

    def _entry(self, entry: Entry, outer: str, *, is_asking: bool) -> Entry:
        key = entry.key.text
        is_language = outer in TEXTS and _LANGUAGE.fullmatch(key) is not None
        asks = (is_asking or key in ASKING) and key not in TEXTS and not is_language
        inner = self.inside(entry.value, key, key if is_language else "", is_asking=asks)
        return entry if inner is entry.value else Entry(entry.key, inner)

    def _scalar(self, scalar: Scalar, language: str, *, is_asking: bool) -> Scalar:
        if is_asking:
            return _replaced(scalar, self._named, lambda match: self.limits[match[0]].value)
        return _replaced(scalar, _IN_TEXT, lambda match: self._number(match, scalar, language or self.own))

    def _number(self, match: re.Match[str], scalar: Scalar, language: str) -> str:
        limit = self.limits.get(match[1])
        if limit is None:
            self.unknown.append((match[1], scalar.span_of(match.start(), match.end())))
            return match[0]
        number = _NUMBER.search(limit.value)
        return match[0] if number is None else with_decimal_sign(number[1], language)
