"""The head of a rule file: what it is, of which version, from which sources, reviewed by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.language.languages import ENGLISH
from core.language.said import said
from core.rule_files.rule_file import NOT_REVIEWED, Review, RuleKind, Source
from core.source_text.fields import Fields
from core.source_text.tree import Mapping, Scalar, Tree

STATES: Final = ("draft", "active", "closed", "withdrawn")
MOST_OF_SHORT: Final = 40
"""Signs of a short title."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a file as read."""

    id: str
    kind: RuleKind
    version: str
    state: str
    title: dict[str, str]
    short: dict[str, str]
    language: str
    is_fictional: bool
    recruitment: dict[str, str]
    is_full: bool
    missing: tuple[str, ...]
    registry: dict[str, str]
    effective: dict[str, str]
    supersedes: str
    maintainers: tuple[str, ...]
    review: Review
    translated: dict[str, Review]
    sources: dict[str, Source]
    changelog: tuple[dict[str, str], ...]


def read_header(fields: Fields) -> Header:
    """Return the head of a file; what is missing or wrong is noted and stands as empty."""
    form = fields.required_text("format")
    if form not in (None, "1"):
        fields.report(
            fields.span_of("format"), "format", said("format '{form}' is not known", form=form), "write format: 1"
        )
    kind = fields.required_choice("kind", tuple(kind.value for kind in RuleKind))
    is_full = fields.required_choice("completeness", ("full", "partial")) == "full"
    missing = tuple(scalar.text for scalar in fields.texts("missing"))
    if not is_full and not missing and fields.written.get("completeness") is not None:
        hint = "write missing: [what the sources do not show]"
        fields.report(fields.span_of("completeness"), "missing-key", "a partial file says what is missing", hint)
    return Header(
        id=_matching(fields, "id", _ID, "lower-case letters, digits and hyphens"),
        kind=RuleKind(kind or "protocol"),
        version=_matching(fields, "version", _VERSION, "whole numbers with dots, such as 1.0.0"),
        state=fields.required_choice("state", STATES) or "draft",
        title=texts_by_language(fields, "title"),
        short=_short(fields),
        language=fields.text("language") or ENGLISH,
        is_fictional=bool(fields.yes_no("fictional")),
        recruitment=_flat(fields, "recruitment"),
        is_full=is_full,
        missing=missing,
        registry=_flat(fields, "registry"),
        effective=_flat(fields, "effective"),
        supersedes=fields.text("supersedes") or "",
        maintainers=tuple(scalar.text for scalar in fields.texts("maintainers")),
        review=_review(fields, fields.required_tree("reviewed"), "reviewed"),
        translated=_translated(fields),
        sources=_sources(fields),
        changelog=tuple(_flat_of(entry) for entry in fields.each("changelog")),
    )


def texts_by_language(fields: Fields, key: str) -> dict[str, str]:
    """Return the texts per language at ``key``; English is required, since paper and screen fall back to it.

    One text without a language is English.
    """
    tree = fields.required_tree(key)
    if isinstance(tree, Scalar):
        return {ENGLISH: tree.text}
    mapping = fields.mapping(key)
    found = {} if mapping is None else _flat_of(Fields(mapping, fields.file, fields.problems))
    if mapping is not None and ENGLISH not in found:
        fields.report(mapping.span, "missing-key", said("'{key}' has no English text", key=key), "write en: …")
    return found


def _short(fields: Fields) -> dict[str, str]:
    """Return the short titles; a list has one line for each file, and a title that is cut could be another's."""
    tree = fields.tree("short")
    if tree is None:
        return {}
    for value in (entry.value for entry in tree) if isinstance(tree, Mapping) else (tree,):
        text = value.text if isinstance(value, Scalar) else ""
        if len(text) > MOST_OF_SHORT:
            words = said("the short title has {count} signs", count=len(text))
            hint = said("write at most {most}, such as the product and the trial's name", most=MOST_OF_SHORT)
            fields.report(value.span, "too-long", words, hint)
    return texts_by_language(fields, "short")


def _matching(fields: Fields, key: str, pattern: re.Pattern[str], wanted: str) -> str:
    scalar = fields.required_scalar(key)
    if scalar is None:
        return ""
    if pattern.fullmatch(scalar.text) is None:
        fields.report(
            scalar.span,
            "syntax",
            said("'{key}' is '{text}'", key=key, text=scalar.text),
            said("write {what}", what=wanted),
        )
    return scalar.text


def _flat(fields: Fields, key: str) -> dict[str, str]:
    inner = fields.fields(key)
    return {} if inner is None else _flat_of(inner)


def _flat_of(fields: Fields) -> dict[str, str]:
    return {entry.key.text: fields.text(entry.key.text) or "" for entry in fields.written}


def _review(fields: Fields, tree: Tree | None, key: str) -> Review:
    if isinstance(tree, Scalar):
        if tree.text != NOT_REVIEWED:
            hint = said(
                "write '{key}: {not_reviewed}' or {{by: …, on: …, next_due: …}}", key=key, not_reviewed=NOT_REVIEWED
            )
            fields.report(tree.span, "unknown-value", said("'{key}' cannot be '{text}'", key=key, text=tree.text), hint)
        return Review()
    if not isinstance(tree, Mapping):
        return Review()
    inner = Fields(tree, fields.file, fields.problems)
    review = Review(inner.required_text("by") or "", inner.required_text("on") or "", inner.text("next_due") or "")
    inner.finish()
    return review


def _translated(fields: Fields) -> dict[str, Review]:
    """Return into which languages the texts are translated, and who reviewed that."""
    mapping = fields.mapping("translated")
    return {entry.key.text: _review(fields, entry.value, entry.key.text) for entry in mapping or ()}


def _sources(fields: Fields) -> dict[str, Source]:
    mapping = fields.required_mapping("sources")
    found: dict[str, Source] = {}
    for entry in mapping or ():
        if not isinstance(entry.value, Mapping):
            hint = "write {title: …, url: …, date: …, read: …}"
            fields.report(entry.value.span, "kind", said("the source '{text}' has no keys", text=entry.key.text), hint)
            continue
        inner = Fields(entry.value, fields.file, fields.problems)
        places = [inner.text(key) for key in ("url", "identifier", "id", "cite")]
        found[entry.key.text] = Source(
            id=entry.key.text,
            title=inner.required_text("title") or "",
            place=next((place for place in places if place), ""),
            version=inner.text("version") or "",
            date=inner.required_text("date") or "",
            read=inner.required_text("read") or "",
        )
        inner.finish()
    return found
