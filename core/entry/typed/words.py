"""Words of a value: yes and no, results of tests, codes by their labels in either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.catalogue.concept import Code, Concept, Kind
from core.catalogue.spelling import folded

YES_NO: Mapping[str, str] = {
    **dict.fromkeys(("yes", "y", "ja", "j", "true"), "yes"),
    **dict.fromkeys(("no", "n", "nein", "false"), "no"),
}
RESULTS: Mapping[str, str] = {
    **dict.fromkeys(("positive", "positiv", "pos", "+", "reactive", "reaktiv", "detected", "nachweisbar"), "positive"),
    **dict.fromkeys(("negative", "negativ", "neg", "-", "\N{MINUS SIGN}", "non-reactive", "not detected"), "negative"),
    **dict.fromkeys(("nicht reaktiv", "nicht nachweisbar"), "negative"),
    **dict.fromkeys(("borderline", "grenzwertig"), "borderline"),
    **dict.fromkeys(("indeterminate", "unbestimmt", "nicht eindeutig"), "indeterminate"),
    **dict.fromkeys(("invalid", "ungültig"), "invalid"),
    **dict.fromkeys(
        ("detected_not_quantified", "detected, not quantified", "nachweisbar, nicht quantifizierbar"),
        "detected_not_quantified",
    ),
}
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


def find_codes(text: str, codes: Iterable[Code]) -> tuple[Code, ...]:
    """Return the codes a text can mean: the one it is (spaces or hyphens too), else those that begin with it."""
    wanted = text.casefold().strip()
    spelled = [(code, [word.casefold() for word in _words_of(code)]) for code in codes]
    exact = tuple(code for code, words in spelled if wanted in words)
    exact = exact or tuple(code for code, words in spelled if folded(wanted) in map(folded, words))
    if exact:
        return exact[:1]
    return tuple(code for code, words in spelled if any(word.startswith(wanted) for word in words))


def code_label(code: Code, language: str) -> str:
    """Return the label of a code."""
    return in_language(code.label, language) or code.id


def in_language(labels: Mapping[str, str], language: str) -> str:
    """Return a label in a language, in English where there is none."""
    return labels.get(language) or labels.get("en", "")


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
