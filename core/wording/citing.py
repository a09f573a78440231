"""Sources in words, and how a criterion cites them."""

from __future__ import annotations

from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.rule_files.rule_file import Criterion, Source


def citations(criterion: Criterion) -> tuple[str, ...]:
    """Return the sources of a criterion with their sections, by the keys under which the file lists them."""
    return tuple(f"[{each.source}] {each.section}".strip() for each in criterion.citations)


def source_words(source: Source, phrases: Phrases) -> str:
    """Return a source with its key, version, date, the day it was read, and where it is."""
    parts = [f"[{source.id}] {source.title}"]
    parts += [phrases.say("source-version", version=source.version)] if source.version else []
    parts.append(_dated("dated", source.date, phrases))
    parts.append(_dated("read", source.read, phrases))
    parts += [source.place] if source.place else []
    return "; ".join(parts)


def _dated(word: str, written: str, phrases: Phrases) -> str:
    if written[:1].isdigit():
        return phrases.say(f"source-{word}", date=format_partial(written, phrases.language))
    return phrases.say(f"source-{word}-unknown")
