"""What a cell names: a drug, a diagnosis, an event, by any of its names; what belongs into another list is led there.

A name is taken only where it is one (capitals, blanks, hyphens and accents aside), with a strength, a form, a salt or a
maker beside a drug. What only begins like it, sounds like it, or can be two things is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.catalogue.spelling import folded
from core.chart.sections import Section, section_of
from core.chart.sections.section import Names
from core.chart.shorthand import route_of
from core.chart.words import OTHER, PLACEBO, UNKNOWN_PRODUCT
from core.entry.typed.choices import choice_label, choice_labels
from core.entry.typed.outcome import Offer, Phrase, Refused, Typed, Typing, Understood
from core.entry.typed.searching import Match, find_concepts, find_drugs, label_of
from core.vocabulary.asking import pattern, spelled
from core.vocabulary.vocabulary import Matter

EPISODES = frozenset({Kind.CONDITION, Kind.EVENT})
_MOST_OFFERS = 6

_STRENGTH = (
    r"\d+(?:[.,]\d+)*\s*(?:mg|g|µg|ug|mcg|ml|i\.?e\.?|iu|%|mio\.?)"
    r"(?:\s*/\s*(?:\d+(?:[.,]\d+)*\s*)?(?:mg|g|ml|h|actuat))?"
)
_MAKER = (
    r"(?:ratiopharm|hexal|sandoz|stada|heumann|aristo|teva|accord|mylan|viatris|zentiva|basics|abz|medac|galen|jenapharm|"
    r"winthrop|fresenius|gsk|roche|pfizer|novartis|biogen|celltrion|1\s?a(?:[\s-]?pharma)?|al|dura|puren|betapharm|"
    r"biomo|merck|axcount|dermapharm)"
)
_BIOSIMILAR = re.compile(r"(?<=[a-z]{3})-[a-z]{4}$", re.IGNORECASE)
"""Four letters that mean nothing behind the INN of a biological (FDA, nonproprietary naming of biological products)."""

_AMOUNT = re.compile(_STRENGTH, re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]*)\)\s*$")
_LETTERS = 3
_ENDING = 2


@dataclass(frozen=True, slots=True)
class Beside:
    """What stood beside the name of a drug: its strength and a route, "" where none did."""

    strength: str = ""
    route: str = ""


def read_name(section: str, text: str, catalogue: Catalogue, typing: Typing) -> Typed:
    """Return what the naming cell of a section says."""
    declared = section_of(section)
    if declared.is_free and stands_for_other(text):
        return Understood(OTHER)
    called = _called(declared, text, catalogue, typing)
    if len(called) == 1:
        return Understood(called[0])
    if declared.holds_drugs and blinded_drugs(text, catalogue):
        return Understood(UNKNOWN_PRODUCT)
    in_words = (Offer(free_cell(text.strip(), typing.language)),) if declared.is_free else ()
    if not called:
        elsewhere = _elsewhere(declared, text, catalogue, typing)
        if elsewhere is not None:
            return elsewhere
        called = tuple(_likely(declared, text, catalogue, typing))
    offers = tuple(Offer(label_of(each, catalogue, typing.language)) for each in called[:_MOST_OFFERS])
    if offers:
        return Refused(Phrase("entry-which-drug"), (*offers, *in_words))
    phrase = "entry-no-drug" if declared.names is Names.DRUGS else "entry-no-concept"
    return Refused(Phrase(phrase, {"text": text.strip()}), in_words)


def find_names(section: str, text: str, catalogue: Catalogue, language: str) -> tuple[Match, ...]:
    """Return what the naming cell of a section can be: drugs, diagnoses, events that begin with a text or hold it."""
    names = section_of(section).names
    if names is None:
        return ()
    drugs = find_drugs(text, catalogue, language) if names is not Names.EPISODES else ()
    return drugs if names is Names.DRUGS else (*find_concepts(text, catalogue, EPISODES, language), *drugs)


def stands_for_other(text: str) -> bool:
    """True for what is said of something the catalogue does not know; behind a colon the row then says it in words."""
    return folded(text) in choice_labels(OTHER)


def free_cell(text: str, language: str) -> str:
    """Return the naming cell of something the catalogue does not know: that it is free text, and the text."""
    return f"{choice_label(OTHER, language)}: {text}"


def blinded_drugs(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return what a course can be of which a drug or a placebo was given (``belimumab/placebo``); () of any other."""
    bracket = _BRACKET.search(text)
    parts = _alternatives().split((text if bracket is None else bracket[1]).strip())
    names = [PLACEBO if folded(part) in _placebos() else _drug(part, catalogue) for part in parts]
    is_blinded = len(names) > 1 and all(names) and PLACEBO in names and set(names) != {PLACEBO}
    return tuple(dict.fromkeys(names)) if is_blinded else ()


@cache
def _alternatives() -> re.Pattern[str]:
    return re.compile(rf"\s*/\s*|\s+(?:{pattern(Matter.TYPED, 'or')}|vs\.?)\s+", re.IGNORECASE)


@cache
def _placebos() -> frozenset[str]:
    return frozenset(folded(word) for word in (PLACEBO, *spelled(Matter.TYPED, "blinded")))


def beside_name(text: str, catalogue: Catalogue) -> Beside:
    """Return what stands beside the name of a drug."""
    if _drug(text, catalogue):
        return Beside()
    bare = next((each for each in _bared(text) if _drug(each, catalogue)), None)
    if bare is None:
        return Beside()
    rest = text.replace(bare, " ", 1)
    strength = _AMOUNT.search(rest)
    return Beside("" if strength is None else strength[0].strip(), route_of(rest))


def _form() -> str:
    return rf"(?:{pattern(Matter.DOSES, 'beside_form')}\s+)*(?:film)?{pattern(Matter.DOSES, 'name_form')}"


def _route() -> str:
    notation = r"i\.?\s?v\.?|s\.?\s?c\.?|p\.?\s?o\.?|i\.?\s?m\.?"
    return f"(?:{notation}|{pattern(Matter.DOSES, 'name_route')})"


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{_form()}|{_route()}|{_STRENGTH})\s+", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    salt = rf"(?:hydro)?{pattern(Matter.DOSES, 'salt')}"
    beside = rf"{_STRENGTH}|{_form()}|{salt}|{_MAKER}|{_route()}"
    return re.compile(
        rf"(?:[\s,;/-]+|(?<=[\d)]))(?:{beside}|\d+(?:[.,]\d+)?|®|™|\[[^\]]*\])\s*$|[®™]\s*$", re.IGNORECASE
    )


# --- what a text calls


def _called(declared: Section, text: str, catalogue: Catalogue, typing: Typing) -> tuple[str, ...]:
    """Return what is called exactly like the text, of drugs with what stands beside their names left out."""
    exact = _exactly(declared, text, catalogue, typing)
    if exact or declared.names is Names.EPISODES:
        return exact
    return next((found for bare in _bared(text) if (found := _exactly(declared, bare, catalogue, typing))), ())


def _exactly(declared: Section, text: str, catalogue: Catalogue, typing: Typing) -> tuple[str, ...]:
    """Of two things of one name (a placebo) the one that claims less stands first."""
    known = catalogue.id_called(text.strip())
    matches = [each.id for each in find_names(declared.id, text, catalogue, typing.language) if _is_called(text, each)]
    found = dict.fromkeys(matches) or dict.fromkeys(_twice_called(declared, text, catalogue, typing))
    if known is not None and len(found) <= 1 and _is_named_here(known, declared, catalogue):
        return (known,)
    return tuple(sorted(found, key=lambda each: each != UNKNOWN_PRODUCT))


def _is_called(text: str, match: Match) -> bool:
    return folded(text) in (folded(match.label), folded(match.by))


def _twice_called(declared: Section, text: str, catalogue: Catalogue, typing: Typing) -> Iterator[str]:
    """Yield what a name and the remark in brackets behind it both call: ``Prüfpräparat (verblindet)``."""
    name, bracket, remark = text.strip().removesuffix(")").partition("(")
    if bracket:
        one, other = (
            [each.id for each in find_names(declared.id, part, catalogue, typing.language) if _is_called(part, each)]
            for part in (name, remark)
        )
        yield from (each for each in one if each in other)


def _is_named_here(known: str, declared: Section, catalogue: Catalogue) -> bool:
    concept = catalogue.concept(known)
    is_episode = concept is not None and concept.kind in EPISODES
    is_drug = bool(catalogue.drugs_of(known))
    return (is_drug and declared.names is not Names.EPISODES) or (is_episode and declared.names is not Names.DRUGS)


def _drug(text: str, catalogue: Catalogue) -> str:
    known = catalogue.id_called(text.strip()) or ""
    return known if catalogue.drugs_of(known) else ""


def _bared(text: str) -> Iterator[str]:
    """Yield a text with less and less beside the name of the drug."""
    rest = _head().sub("", " ".join(text.split()))
    if rest != text:
        yield rest
    if _BIOSIMILAR.search(rest):
        yield _BIOSIMILAR.sub("", rest)
    while (found := _tail().search(rest)) is not None and rest[: found.start()].strip():
        rest = rest[: found.start()].strip(" ,;/-")
        yield rest


# --- what it may mean


def _elsewhere(declared: Section, text: str, catalogue: Catalogue, typing: Typing) -> Refused | None:
    """Return where something belongs that is no drug, or no diagnosis and no event."""
    known = catalogue.id_called(text.strip()) or ""
    concept, label = catalogue.concept(known), label_of(known, catalogue, typing.language)
    if declared.names is Names.DRUGS and concept is not None and concept.kind in EPISODES:
        phrase = "entry-is-an-event" if concept.kind is Kind.EVENT else "entry-is-a-diagnosis"
        return Refused(Phrase(phrase, {"name": label}))
    if declared.names is Names.DRUGS and concept is not None:
        return Refused(Phrase("entry-no-drug", {"text": text.strip()}))
    if declared.names is Names.EPISODES and catalogue.drugs_of(known):
        return Refused(Phrase("entry-is-a-drug", {"name": label}))
    fields = _fields_called(text, catalogue) if declared.names is not Names.DRUGS else ()
    if fields:  # a diagnosis in words would be asked about, where a result decides
        names = ", ".join(label_of(each, catalogue, typing.language) for each in fields)
        return Refused(Phrase("entry-is-a-field", {"text": text.strip(), "names": names}))
    return None


def _fields_called(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the results that a text calls, by name or as people say it (``HIV``, ``hep B``); () where it is more."""
    called = catalogue.id_called(text.strip())
    names = (called,) if called else catalogue.often_meant(text)
    concepts = [catalogue.concept(each) for each in names]
    is_result = bool(concepts) and all(each is not None and each.kind is Kind.TEST for each in concepts)
    return names if is_result else ()


def _likely(declared: Section, text: str, catalogue: Catalogue, typing: Typing) -> Iterator[str]:
    """Yield what a text that calls nothing may mean, the likeliest first, each once."""
    often = [each for each in catalogue.often_meant(text) if _is_named_here(each, declared, catalogue)]
    found = often or [
        *_alternatively(declared, text, catalogue),
        *_in_other_words(declared, text, catalogue),
        *_called_before(declared, text, catalogue, typing),
        *(each.id for each in find_names(declared.id, text, catalogue, typing.language)),
        *(
            catalogue.id_called(name) or name
            for name in catalogue.meant_by(text, lambda name: _is_named_here(name, declared, catalogue))
        ),
    ]
    yield from dict.fromkeys(found)


def _alternatively(declared: Section, text: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield the drugs of a text that names several, one of which was given: ``belimumab/rituximab``."""
    drugs = [_drug(part, catalogue) for part in _alternatives().split(text)] if declared.holds_drugs else []
    yield from drugs if all(drugs) else ()


def _in_other_words(declared: Section, text: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield what has the same words in another order or with other endings: ``Sklerose, systemische``."""
    wanted = _words(text)
    if len(wanted) > 1 and declared.names is not Names.DRUGS:
        for concept in catalogue.concepts.values():
            if concept.kind in EPISODES and any(
                _are_same(wanted, _words(name)) for name in (*concept.also, *concept.label.values())
            ):
                yield concept.id


def _words(text: str) -> tuple[str, ...]:
    return tuple(
        sorted(folded(word) for word in re.split(r"[\s_,;/-]+", text) if len(word) >= _LETTERS or word.isdecimal())
    )


def _are_same(one: Iterable[str], other: Iterable[str]) -> bool:
    left, right = tuple(one), tuple(other)
    return len(left) == len(right) and all(map(_is_same_stem, left, right))


def _is_same_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= _ENDING


def _called_before(declared: Section, text: str, catalogue: Catalogue, typing: Typing) -> Iterator[str]:
    """Yield what the first words of a text call: ``Lupusnephritis IV``, ``SLE mit Nephritis``."""
    words = re.split(r"[\s,;(]+", text.strip())
    for count in range(len(words) - 1, 0, -1):
        yield from _exactly(declared, " ".join(words[:count]), catalogue, typing)
