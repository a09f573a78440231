"""Words of a value: yes and no, results of tests, codes by their labels in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from core.catalogue.concept import Code, Concept, Kind
from core.catalogue.spelling import folded
from core.language.languages import in_language
from core.vocabulary.asking import meanings, one_meaning, pattern, shown
from core.vocabulary.vocabulary import Matter


def result_key(text: str) -> str:
    """Return a word of a result without capitals, hyphens, blanks and the point of an abbreviation."""
    small = text.casefold().replace("\N{MINUS SIGN}", "-").strip().rstrip(".:;,")
    return small if set(small) <= set("+-") else re.sub(r"[\s_-]+", "", small)


@cache
def results(language: str = "") -> Mapping[str, str]:
    """Return the words of results in every language by ``result_key``, and how a patient file writes them."""
    return one_meaning(meanings(Matter.TYPED, "results", language, result_key))


def asked_result(text: str, language: str) -> tuple[str, ...]:
    """Return the results that a word can mean, where laboratories or languages use it in several senses."""
    meant = meanings(Matter.TYPED, "results", language, result_key).get(result_key(text), ())
    return meant if len(meant) > 1 else ()


def meant_by(text: str, group: str, language: str = "") -> tuple[str, ...]:
    """Return the words of the patient file that a word of a group can mean."""
    return meanings(Matter.TYPED, group, language).get(text.casefold(), ())


def word_shown(word: str, language: str) -> str:
    """Return a word of the patient file as a field shows it."""
    return shown(Matter.TYPED, "values", language).get(word, word)


def word_ends(text: str) -> Iterator[int]:
    """Yield where a word at the beginning of a text can end, the last place first."""
    yield len(text)
    yield from (match.start() for match in reversed(tuple(re.finditer(r"[\s,;(\[<>≤≥]", text))))


def find_codes(text: str, codes: Iterable[Code]) -> tuple[Code, ...]:
    """Return the codes a text can mean: the one it is (spaces or hyphens too), else those that begin with it."""
    wanted = text.casefold().strip()
    spelled = [(code, [word.casefold() for word in _words_of(code)]) for code in codes]
    exact = tuple(code for code, words in spelled if wanted in words)
    exact = exact or tuple(code for code, words in spelled if folded(wanted) in map(folded, words))
    if exact:
        return exact[:1]
    return tuple(code for code, words in spelled if any(word.startswith(wanted) for word in words))


def codes_between(text: str, codes: tuple[Code, ...]) -> tuple[Code, ...]:
    """Return the codes from one to another (``II-III``), in the order of the catalogue; none where it is one code."""
    spelled = {word.casefold(): at for at, code in enumerate(codes) for word in _words_of(code)}
    if text.casefold().strip() in spelled:
        return ()
    between = "|".join(pattern(Matter.TYPED, name) for name in ("to", "or"))
    for sign in re.finditer(rf"\s*(?:-|\u2010|\u2011|\u2013|\u2014|/)\s*|\s+(?:{between})\s+", text):
        first, last = text[: sign.start()].casefold().strip(), text[sign.end() :].casefold().strip()
        if first in spelled and last in spelled and spelled[first] < spelled[last]:
            return codes[spelled[first] : spelled[last] + 1]
    return ()


def code_label(code: Code, language: str) -> str:
    """Return the label of a code."""
    return in_language(code.label, language) or code.id


def words_for(concept: Concept, language: str) -> tuple[str, ...]:
    """Return the words a field of this concept can complete; none for numbers."""
    match concept.kind:
        case Kind.YES_NO | Kind.CONDITION:
            return tuple(word_shown(word, language) for word in ("yes", "no"))
        case Kind.TEST:
            own = tuple(code_label(code, language) for code in concept.codes)
            return (*(word_shown(word, language) for word in ("positive", "negative", "borderline")), *own)
        case Kind.CODE | Kind.CODES | Kind.CLASSIFICATION:
            return tuple(code_label(code, language) for code in concept.codes)
        case _:
            return ()


def _words_of(code: Code) -> Iterable[str]:
    return (code.id, code.id.replace("_", " "), *code.also, *code.label.values())
