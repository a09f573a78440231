"""Words of a value: yes and no, results of tests, codes by their labels in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from core.catalogue.concept import Code, Concept, Kind
from core.catalogue.spelling import folded
from core.language.languages import in_language

YES_NO: Mapping[str, str] = {
    **dict.fromkeys(("yes", "y", "ja", "j", "true"), "yes"),
    **dict.fromkeys(("no", "n", "nein", "false"), "no"),
}


def result_key(text: str) -> str:
    """Return a word of a result without capitals, hyphens, blanks and the point of an abbreviation."""
    small = text.casefold().replace("\N{MINUS SIGN}", "-").strip().rstrip(".:;,")
    return small if set(small) <= set("+-") else re.sub(r"[\s_-]+", "", small)


def _keyed(words: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {result_key(spelled): word for word, spellings in words.items() for spelled in spellings}


RESULTS: Mapping[str, str] = _keyed(
    {
        "positive": (
            *("positive", "positiv", "pos", "+", "++", "+++", "++++", "1+", "2+", "3+", "4+"),
            *(
                "strong positive",
                "strongly positive",
                "stark positiv",
                "deutlich positiv",
                "hochpositiv",
                "high positive",
            ),
            *("reactive", "reaktiv", "detected", "nachweisbar", "nachgewiesen", "detectable", "present"),
        ),
        "negative": (
            *("negative", "negativ", "neg", "-", "non-reactive", "not reactive", "nicht reaktiv", "non-reaktiv"),
            *("not detected", "undetectable", "not detectable", "none detected", "target not detected", "undetected"),
            *("nicht nachweisbar", "nicht nachgewiesen", "kein Nachweis", "n.n", "no reaction", "absent"),
        ),
        "borderline": ("borderline", "grenzwertig", "equivocal", "grenzwertig positiv", "grw", "+/-", "±"),
        "indeterminate": (
            *("indeterminate", "unbestimmt", "nicht eindeutig", "nicht bestimmbar", "inconclusive"),
            *("nicht beurteilbar", "nicht auswertbar"),
        ),
        "invalid": ("invalid", "ungültig"),
        "detected_not_quantified": (
            *("detected_not_quantified", "detected, not quantified", "nachweisbar, nicht quantifizierbar"),
            *("detected but not quantifiable", "detected not quantifiable", "nachweisbar nicht quantifizierbar"),
        ),
    }
)
"""Words of results in either language by ``result_key``, and how a patient file writes them."""

ASKED_RESULTS: Mapping[str, tuple[str, ...]] = {
    result_key(spelled): ("borderline", "positive")
    for spelled in ("(+)", "weakly positive", "weak positive", "low positive", "schwach positiv", "schwach reaktiv")
}
"""Words of results that laboratories use in two senses."""


_SHOWN: Mapping[str, Mapping[str, str]] = {
    "en": {"detected_not_quantified": "detected, not quantified"},
    "de": {
        "yes": "ja",
        "no": "nein",
        "positive": "positiv",
        "negative": "negativ",
        "borderline": "grenzwertig",
        "indeterminate": "unbestimmt",
        "invalid": "ungültig",
        "detected_not_quantified": "nachweisbar, nicht quantifizierbar",
        "raised": "erhöht",
        "low": "erniedrigt",
        "not done": "nicht gemacht",
        "unknown": "unbekannt",
        "declined": "abgelehnt",
        "not applicable": "entfällt",
        "not asked": "nicht gefragt",
    },
}


def word_shown(word: str, language: str) -> str:
    """Return a word of the patient file as a field shows it."""
    return _SHOWN.get(language, {}).get(word, word)


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
    for sign in re.finditer(r"\s*(?:-|\u2010|\u2011|\u2013|\u2014|/)\s*|\s+(?:to|bis|or|oder)\s+", text):
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
