"""The words of one language about one matter, as its folder writes them (``resources/phrases/<language>/typed.yaml``).

The English file is whole and says which groups, words and patterns there are; another language may have any of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from typing import TypeVar

from core.discovery import resource_path
from core.language.languages import ENGLISH, languages
from core.language.said import said
from core.source_text.author_error import AuthorError
from core.source_text.fields import Fields, fields_of
from core.source_text.problem import Problem
from core.source_text.reading import read_text

Content = TypeVar("Content")


_SHOWN_OF: Mapping[str, str] = {
    **dict.fromkeys(("yes_no", "results", "absences", "levels"), "values"),
    **dict.fromkeys(("ages", "after"), "times"),
    "limits": "limits",
    "units": "per",
}
"""The group of what is shown by the group of what is read: nothing is shown that is not read back."""


class Matter(Enum):
    """What words are about, by the file they stand in."""

    TYPED = "typed"  # values, dates and words of a field
    DOSES = "doses"  # how much of a drug and how often, and what stands beside its name
    PASTED = "pasted"  # how laboratories print
    WORDED = "worded"  # numbers and limits in the wording of a criterion


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a language, by the name of their group and by the word of the patient file.

    ``shown`` is what stands for a word, ``read`` every spelling that means it, ``patterns`` are parts of regular
    expressions without groups that capture.
    """

    language: str
    matter: Matter
    shown: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    read: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict[str, Mapping[str, tuple[str, ...]]])
    patterns: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])

    def spellings(self, group: str) -> Mapping[str, tuple[str, ...]]:
        """Return the spellings of a group; what is shown for one of its words, in singular or plural, is one too."""
        known = vocabulary(ENGLISH, self.matter).read[group]
        found = dict(self.read.get(group, {}))
        for shown, text in self.shown.get(_SHOWN_OF.get(group, ""), {}).items():
            word = shown if shown in known else shown.removesuffix("s")
            if word in known:
                found[word] = (*found.get(word, ()), text)
        return found


def vocabularies(matter: Matter) -> tuple[Vocabulary, ...]:
    """Return the words of every language, English first."""
    return tuple(vocabulary(language, matter) for language in languages())


@cache
def vocabulary(language: str, matter: Matter) -> Vocabulary:
    """Return the words of a language, none where its folder has no such file.

    Raises AuthorError with file, place and key for what is wrong in it.
    """
    path = resource_path("phrases", language) / f"{matter.value}.yaml"
    if not path.is_file():
        return Vocabulary(language, matter)
    file = f"{language}/{path.name}"
    problems: list[Problem] = []
    tree, found = read_text(path.read_bytes(), file)
    problems += found
    document = None if tree is None else fields_of(tree, file, problems)
    made = None if document is None else _of(document, language, matter)
    if made is None or problems:
        raise AuthorError(tuple(problems))
    return made


def _of(document: Fields, language: str, matter: Matter) -> Vocabulary:
    whole = None if language == ENGLISH else vocabulary(ENGLISH, matter)
    made = Vocabulary(
        language,
        matter,
        _groups(document.fields("shown"), None if whole is None else whole.shown, _text),
        _groups(document.fields("read"), None if whole is None else whole.read, _spellings),
        _words(document.fields("patterns"), None if whole is None else whole.patterns, _patterns),
    )
    document.finish()
    return made


def _groups(
    fields: Fields | None,
    whole: Mapping[str, Mapping[str, Content]] | None,
    take: Callable[[Fields, str], Content],
) -> dict[str, dict[str, Content]]:
    """Return the groups of a part of the file; one that English does not have is a problem."""
    if fields is None:
        return {}
    known = [entry.key.text for entry in fields.written] if whole is None else list(whole)
    found = {name: _words(fields.fields(name), None if whole is None else whole[name], take) for name in known}
    fields.finish()
    return {name: words for name, words in found.items() if words}


def _words(
    fields: Fields | None, whole: Mapping[str, Content] | None, take: Callable[[Fields, str], Content]
) -> dict[str, Content]:
    if fields is None:
        return {}
    written = [entry.key.text for entry in fields.written]
    found = {name: take(fields, name) for name in written if whole is None or name in whole}
    fields.finish(() if whole is None else whole)
    return found


def _text(fields: Fields, name: str) -> str:
    return fields.text(name) or ""


def _spellings(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(each.text for each in fields.texts(name))


def _patterns(fields: Fields, name: str) -> tuple[str, ...]:
    for each in fields.texts(name):
        try:
            is_plain = re.compile(each.text).groups == 0
        except re.error:
            is_plain = False
        if not is_plain:
            message = said("'{text}' is no regular expression without groups", text=each.text)
            fields.report(each.span, "pattern", message, "write (?:…) for what belongs together")
    return _spellings(fields, name)
