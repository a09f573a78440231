"""Pages to read that ship with the program, as Markdown in each language."""

from __future__ import annotations

from pathlib import Path

from core.discovery import resource_path
from core.language.languages import ENGLISH


def page_paths(kind: str, language: str) -> tuple[Path, ...]:
    """Return the pages of one kind (a folder of ``resources``) in their order; what a language lacks in English."""
    english = sorted(resource_path(kind, ENGLISH).glob("*.md"))
    own = (resource_path(kind, language, path.name) for path in english)
    return tuple(mine if mine.is_file() else path for mine, path in zip(own, english, strict=True))


def pages(kind: str, language: str) -> tuple[str, ...]:
    """Return the texts of the pages of one kind."""
    return tuple(path.read_text(encoding="utf-8") for path in page_paths(kind, language))
