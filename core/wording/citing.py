"""Sources in words, and how a criterion cites them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.language.dates import format_partial
from core.language.phrases import Phrases
from core.language.signs import in_print
from core.rule_files.rule_file import Citation, Criterion, Source
from core.wording.causes import LOCAL_DEFAULT


def citations(criterion: Criterion, sources: Iterable[str], scope: Scope | None, phrases: Phrases) -> tuple[str, ...]:
    """Return the sources of a criterion with their sections, each by its number among those that the file lists."""
    numbers = {key: str(number) for number, key in enumerate(sources, start=1)}
    return tuple(_cited(each, numbers, scope, phrases) for each in criterion.citations)


def _cited(citation: Citation, numbers: Mapping[str, str], scope: Scope | None, phrases: Phrases) -> str:
    source, (kind, _, number) = numbers.get(citation.source, citation.source), citation.section.partition(" ")
    if kind in ("inclusion", "exclusion") and number[:1].isdigit():
        return phrases.say(f"cited-{kind}", source=source, number=number)
    has_words = any(map(str.isalpha, citation.section))
    section = told(citation.section, scope, phrases) if has_words else citation.section
    return phrases.say("cited", source=source, section=section).strip()


def sources_words(sources: Mapping[str, Source], phrases: Phrases) -> tuple[str, ...]:
    """Return the sources of a file, each with the number by which criteria cite it."""
    return tuple(f"[{number}] {source_words(each, phrases)}" for number, each in enumerate(sources.values(), start=1))


def has_published_titles(sources: Iterable[Source], own: str, language: str) -> bool:
    """True if a source of a file in the language ``own`` has a title that stands on a paper in another language."""
    return language != own and any(language not in each.titles for each in sources)


def source_words(source: Source, phrases: Phrases) -> str:
    """Return a source with its version, date, the day it was read, and where it is."""
    parts = [in_print(source.title_in(phrases.language))]
    parts += [phrases.say("source-version", version=source.version)] if source.version else []
    parts.append(_dated("dated", source.date, phrases))
    parts.append(_dated("read", source.read, phrases))
    parts += [source.place] if source.place not in ("", LOCAL_DEFAULT) else []
    return "; ".join(parts)


def _dated(word: str, written: str, phrases: Phrases) -> str:
    if written[:1].isdigit():
        return phrases.say(f"source-{word}", date=format_partial(written, phrases.language))
    return phrases.say(f"source-{word}-unknown")
