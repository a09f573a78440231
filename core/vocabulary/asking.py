"""What all languages together say: everything that any of them reads is read, what is shown is in one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from core.language.languages import ENGLISH
from core.vocabulary.vocabulary import Matter, vocabularies, vocabulary


@cache
def shown(matter: Matter, group: str, language: str) -> Mapping[str, str]:
    """Return what is shown for each word of a group, word by word in English where the language has none."""
    return {**vocabulary(ENGLISH, matter).shown[group], **vocabulary(language, matter).shown.get(group, {})}


def shown_anywhere(matter: Matter, group: str, word: str) -> tuple[str, ...]:
    """Return what any language shows for a word: each is read back in all of them."""
    found = (each.shown.get(group, {}).get(word, "") for each in vocabularies(matter))
    return tuple(dict.fromkeys(filter(None, found)))


@cache
def meanings(
    matter: Matter, group: str, language: str = "", key: Callable[[str], str] = str.casefold
) -> Mapping[str, tuple[str, ...]]:
    """Return what each spelling (by its ``key``) can mean; several where languages, or one alone, leave it open.

    Of a spelling that ``language``, the one that is typed, has itself, no other language is asked.
    """
    found: dict[str, dict[str, None]] = {}
    for each in vocabularies(matter):
        _enter(each.spellings(group), key, found)
    own: dict[str, dict[str, None]] = {}
    if language:
        _enter(vocabulary(language, matter).spellings(group), key, own)
    return {spelling: tuple(words) for spelling, words in {**found, **own}.items()}


def _enter(words: Mapping[str, tuple[str, ...]], key: Callable[[str], str], found: dict[str, dict[str, None]]) -> None:
    for word, spellings in words.items():
        for spelling in spellings:
            found.setdefault(key(spelling), {})[word] = None


def one_meaning(meant: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    """Return the spellings that mean one word."""
    return {spelling: words[0] for spelling, words in meant.items() if len(words) == 1}


@cache
def spelled(matter: Matter, group: str, word: str = "") -> tuple[str, ...]:
    """Return every spelling of a word of a group (of every word, where none is named), the longest first."""
    found = {
        spelling: None
        for each in vocabularies(matter)
        for name, spellings in each.read.get(group, {}).items()
        if word in ("", name)
        for spelling in spellings
    }
    return tuple(sorted(found, key=len, reverse=True))


def any_spelling(matter: Matter, group: str) -> str:
    """Return what matches any spelling of a group, the longest first."""
    return f"(?:{'|'.join(map(re.escape, spelled(matter, group)))})"


def certain_spelling(matter: Matter, group: str, key: Callable[[str], str] = str.casefold) -> str:
    """Return what matches the spellings of a group that mean one word, the longest first."""
    certain = one_meaning(meanings(matter, group, "", key))
    return f"(?:{'|'.join(map(re.escape, sorted(certain, key=len, reverse=True)))})"


@cache
def pattern(matter: Matter, name: str) -> str:
    """Return what matches what any language writes so."""
    found = dict.fromkeys(each for words in vocabularies(matter) for each in words.patterns.get(name, ()))
    return f"(?:{'|'.join(found)})"
