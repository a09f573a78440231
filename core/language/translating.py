"""Sentences about files in the language of the screen; the English ones are what the sources say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.discovery import resource_path
from core.language.said import Said

_FILE = "problems.po"


def translated(text: str, language: str) -> str:
    """Return a sentence in a language, in English where that language has none; its arguments too."""
    known = sentences_in(language)
    if not isinstance(text, Said):
        return known.get(text, text)
    template = known.get(text.template)
    if template is None:
        return text
    arguments = {
        name: translated(each, language) if isinstance(each, str) else each for name, each in text.arguments.items()
    }
    return template.format(**arguments)


@cache
def sentences_in(language: str) -> Mapping[str, str]:
    """Return the sentences of a language by the English ones; none for the language of the sources."""
    path = resource_path("phrases", language) / _FILE
    if not path.exists():
        return {}
    from babel.messages.pofile import read_po  # the language of the sources needs none of it

    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    return {str(each.id): str(each.string) for each in catalog if each.id and each.string}
