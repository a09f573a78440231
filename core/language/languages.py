"""The languages of the program: the folders of phrases that are found, English first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale, UnknownLocaleError

from core.discovery import resource_path
from core.errors import KriterionError

ENGLISH = "en"
"""The language that every phrase, label and word is written in; what another language lacks is said in it."""

_NAME = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]{2,4})?")


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a folder with phrases, English first, then by name."""
    found = {path.parent.name for path in resource_path("phrases").glob("*/*.ftl")}
    return tuple(sorted(filter(_NAME.fullmatch, found), key=lambda each: (each != ENGLISH, each)))


@cache
def locale_of(language: str) -> Locale:
    """Return how a language writes dates and numbers, the English way of one that is not described anywhere.

    Raises KriterionError for what is no language of the program and of nobody else.
    """
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError) as error:
        if language not in languages():
            raise KriterionError(f"there is no language '{language}'") from error
        return Locale.parse(ENGLISH)


def in_language(labels: Mapping[str, str], language: str) -> str:
    """Return a text in a language, in English where it has none, in any where it has neither; "" for no text."""
    return labels.get(language) or labels.get(ENGLISH) or next(iter(labels.values()), "")
