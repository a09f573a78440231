"""Sources in words, and how a criterion cites them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.rule_files.rule_file import Citation, Criterion, Source


def citations(criterion: Criterion, sources: Iterable[str], phrases: Phrases) -> tuple[str, ...]:
    """Return the sources of a criterion with their sections, each by its number among those that the file lists."""
    numbers = {key: str(number) for number, key in enumerate(sources, start=1)}
    return tuple(_cited(each, numbers, phrases) for each in criterion.citations)


def _cited(citation: Citation, numbers: Mapping[str, str], phrases: Phrases) -> str:
    source, (kind, _, number) = numbers.get(citation.source, citation.source), citation.section.partition(" ")
    if kind in ("inclusion", "exclusion") and number[:1].isdigit():
        return phrases.say(f"cited-{kind}", source=source, number=number)
    return phrases.say("cited", source=source, section=citation.section).strip()


def sources_words(sources: Mapping[str, Source], phrases: Phrases) -> tuple[str, ...]:
    """Return the sources of a file, each with the number by which criteria cite it."""
    return tuple(f"[{number}] {source_words(each, phrases)}" for number, each in enumerate(sources.values(), start=1))


def source_words(source: Source, phrases: Phrases) -> str:
    """Return a source with its version, date, the day it was read, and where it is."""
    parts = [source.title]
    parts += [phrases.say("source-version", version=source.version)] if source.version else []
    parts.append(_dated("dated", source.date, phrases))
    parts.append(_dated("read", source.read, phrases))
    parts += [source.place] if source.place else []
    return "; ".join(parts)


def _dated(word: str, written: str, phrases: Phrases) -> str:
    if written[:1].isdigit():
        return phrases.say(f"source-{word}", date=format_partial(written, phrases.language))
    return phrases.say(f"source-{word}-unknown")
