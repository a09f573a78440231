"""The phrases of one language, from Fluent files (``resources/phrases/<language>/*.ftl``)."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from functools import cache, cached_property
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor
from typing_extensions import override

from core.discovery import resource_path
from core.errors import KriterionError
from core.language.languages import ENGLISH, languages, locale_of

LANGUAGES = languages()
"""The languages found when the program began."""

_BEGINS = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)
_BELONGS = re.compile(r"^ +\.([a-zA-Z][\w-]*) *=", re.MULTILINE | re.ASCII)
_OWN_NAME = "start-language"
_LONGEST_PLACED = 2000
"""Fluent refuses to place a text of more than 2,500 signs; one longer than this is put in afterwards."""


class Phrases:
    """Says phrases by id in one language.

    ``folder`` is the folder of all languages; left out, it is the one that ships. ``only`` names the files to read (by
    their names without the ending) where a few phrases have to be there at once. A phrase is parsed when it is first
    said: parsing all takes longer than judging a patient. No phrase refers to another. What the language lacks is said
    in English. Raises KriterionError for a language without phrases and for an id that stands there twice; ``say``
    raises it for what is not Fluent.
    """

    def __init__(self, language: str, folder: Path | None = None, only: Container[str] | None = None) -> None:
        self.language = language
        self._folder, self._only = folder, only
        # directional isolates would stand in the papers as signs of their own
        self._bundle = FluentBundle([language, ENGLISH], use_isolating=False)
        self._ids: set[str] = set()
        self._unparsed: dict[str, tuple[str, str]] = {}  # by id: the name of the file and what is written there
        for path in phrase_files(language, folder):
            if only is None or path.stem in only:
                self._enter(path)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the phrases that the language has itself."""
        return frozenset(self._ids)

    def can_say(self, phrase_id: str) -> bool:
        """True for a phrase of the language, or of English in its place."""
        return phrase_id in self._ids or phrase_id in self.missing

    @cached_property
    def missing(self) -> frozenset[str]:
        """The ids of the phrases that the language lacks, and that are said in English."""
        return frozenset() if self._english is None else self._english.ids - self._ids

    @cached_property
    def _english(self) -> Phrases | None:
        """What is said where the language lacks a phrase; read when the first one is missing."""
        if self.language == ENGLISH or not _files(ENGLISH, self._folder):
            return None
        return Phrases(ENGLISH, self._folder, self._only)

    def say(self, phrase_id: str, **arguments: str | int) -> str:
        """Return the phrase with its arguments.

        A whole number chooses plural forms and is written in the language's way; dates and decimal numbers are
        given as text (``core.language.dates``, ``core.language.numbers``). ``form-events.date`` is what belongs to the
        phrase ``form-events`` under ``.date``. Raises KriterionError for an id that is not there and for an argument
        that is missing: a phrase is whole or it is not said.
        """
        if phrase_id not in self._ids:
            if self._english is not None and phrase_id in self.missing:
                return self._english.say(phrase_id, **arguments)
            raise KriterionError(f"there is no phrase '{phrase_id}' in '{self.language}'")
        message_id, _, attribute = phrase_id.partition(".")
        self._parse(message_id)
        message = self._bundle.get_message(message_id)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise KriterionError(f"the phrase '{phrase_id}' has no text in '{self.language}'")
        placed, long = _placed(arguments)
        text, errors = self._bundle.format_pattern(pattern, placed)
        if errors:
            raise KriterionError(f"the phrase '{phrase_id}' in '{self.language}': {errors[0]}")
        said = str(text)
        for stand_in, whole in long.items():
            said = said.replace(stand_in, whole)
        return said

    def _enter(self, path: Path) -> None:
        """Note which phrases a file holds: each begins its own line, what belongs to it is set in."""
        text = path.read_text(encoding="utf-8")
        begins = list(_BEGINS.finditer(text))
        ends = [*(each.start() for each in begins[1:]), len(text)]
        for found, end in zip(begins, ends, strict=True):
            if found[1] in self._ids:
                raise KriterionError(f"{path.name}: the phrase '{found[1]}' stands there twice")
            written = text[found.start() : end]
            self._ids.add(found[1])
            self._ids.update(f"{found[1]}.{attribute}" for attribute in _BELONGS.findall(written))
            self._unparsed[found[1]] = path.name, written

    def _parse(self, phrase_id: str) -> None:
        """Parse a phrase that is not parsed yet; two that do so at once do the same twice, which changes nothing."""
        file, text = self._unparsed.get(phrase_id, ("", ""))
        if not text:
            return
        resource = FluentResource(text)
        for item in resource.body:
            if isinstance(item, ast.Junk):
                raise KriterionError(f"{file}: not Fluent: {(item.content or '').strip().splitlines()[0]}")
        self._bundle.add_resource(resource)
        self._unparsed.pop(phrase_id, None)


def _placed(arguments: Mapping[str, str | int]) -> tuple[dict[str, str | int], dict[str, str]]:
    """Return the arguments as Fluent is given them, and the long texts by what stands in for them there."""
    placed, long = dict(arguments), dict[str, str]()
    for name, text in arguments.items():
        if isinstance(text, str) and len(text) > _LONGEST_PLACED:
            stand_in = f"\ufdd0{name}\ufdd1"  # noncharacters: no text that may be printed holds them
            placed[name], long[stand_in] = stand_in, text
    return placed, long


@cache
def spoken(language: str) -> Phrases:
    """Return all phrases of a language, read once: reading them takes longer than anything they are used for."""
    return Phrases(language)


def phrase_files(language: str, folder: Path | None = None) -> tuple[Path, ...]:
    """Return the Fluent files of a language in the order of their names; KriterionError if there are none."""
    files = _files(language, folder)
    if not files:
        raise KriterionError(f"there are no phrases for the language '{language}'")
    return files


def _files(language: str, folder: Path | None) -> tuple[Path, ...]:
    return tuple(sorted(((folder or resource_path("phrases")) / language).glob("*.ftl")))


def phrase_ids(language: str, folder: Path | None = None) -> frozenset[str]:
    """Return the ids of the phrases that a language has itself, for the tests that hold languages together."""
    return Phrases(language, folder).ids


@cache
def language_name(language: str) -> str:
    """Return what a language calls itself: its own phrase, else as Unicode names it, else its folder."""
    own = Phrases(language, only=("start",))
    if _OWN_NAME in own.ids:
        return own.say(_OWN_NAME)
    locale = locale_of(language)
    return (locale.get_display_name() if locale.language == language.partition("_")[0] else None) or language


def argument_names(language: str, folder: Path | None = None) -> dict[str, frozenset[str]]:
    """Return the names of the arguments of each phrase, for the same tests; phrases without any are there too."""
    names: dict[str, frozenset[str]] = {}
    for path in phrase_files(language, folder):
        for item in FluentResource(path.read_text(encoding="utf-8")).body:
            if isinstance(item, ast.Message):
                seen = _Arguments()
                seen.visit(item)
                names[item.id.name] = frozenset(seen.names)
    return names


class _Arguments(Visitor):
    """Collects the names of the variables below a node."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    @override
    def generic_visit(self, node: ast.BaseNode) -> None:
        if isinstance(node, ast.VariableReference):
            self.names.add(node.id.name)
        super().generic_visit(node)
