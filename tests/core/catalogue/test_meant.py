"""A name that is none: what is meant is said, and a guess never leads to another thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.catalogue.drug import Drug, DrugClass
from core.catalogue.meant import apart, heard
from core.catalogue.spelling import folded
from tests.sample_screenings import catalogue

FEW_LETTERS = 4


def every_name(known: Catalogue) -> list[tuple[str, str]]:
    things: tuple[Concept | Drug | DrugClass, ...] = (
        *known.concepts.values(),
        *known.drugs.values(),
        *known.classes.values(),
    )
    names = [(name, thing.id) for thing in things for name in {thing.id, *thing.also, *thing.label.values()}]
    return [*names, *known.everyday.items()]


def variants(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a name with one letter left out: two names that are a slip apart share one of these."""
    yield words
    for at, word in enumerate(words):
        for letter in range(len(word)):
            yield (*words[:at], word[:letter] + word[letter + 1 :], *words[at + 1 :])


def test_no_name_of_one_thing_is_a_slip_of_the_name_of_another() -> None:
    """As if each thing of the catalogue in turn were not in it: its names would lead to no other. Names of a few
    letters may be an exchange of two apart: both are known, so neither is guessed.
    """
    known = catalogue()
    sharing: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for name, owner in every_name(known):
        for variant in variants(heard(name)):
            sharing[variant].add((name, owner))
    crossing: set[tuple[str, str]] = set()
    for named in sharing.values():
        for (one, owner), (other, another) in combinations(sorted(named), 2):
            is_class = owner in known.drugs_of(another) or another in known.drugs_of(owner)
            is_guess = one not in known.everyday or other not in known.everyday
            if owner != another and not is_class and is_guess and apart(heard(one), heard(other)) is not None:
                crossing.add((one, other))
    assert [pair for pair in crossing if sorted(pair[0].casefold()) != sorted(pair[1].casefold())] == []
    assert all(len(one) <= FEW_LETTERS for one, _ in crossing)


def test_a_slip_is_found_among_the_names() -> None:
    assert apart(heard("rituximb"), heard("rituximab")) == 1
    assert apart(heard("cyclosporine"), heard("ciclosporin")) == 0
    assert apart(heard("cortisol"), heard("cortisone")) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("rituximb", ("rituximab",)),
        ("rituximap", ("rituximab",)),
        ("cyclosporine a", ()),
        ("mycofenolat", ("mycophenolat",)),
        ("hydroxychlorquin", ("hydroxychloroquine",)),
        ("tocilizumb", ("tocilizumab",)),
        ("sledai", ("sledai_2k",)),
        ("HBV", ("hbsag", "anti_hbc", "hbv_dna")),
        ("tb", ("active_tuberculosis", "latent_tuberculosis")),
        ("hvi", ("hiv",)),
        ("plt2", ()),
        ("bvas", ()),
        ("anti_ra", ()),
        ("anti_ro53", ()),
        ("leukopania", ("leukopenia",)),
        ("ibd1", ()),
    ],
)
def test_what_is_meant(said: str, meant: tuple[str, ...]) -> None:
    found = catalogue().meant_by(said, lambda _: True)
    assert found == meant or (not meant and all(catalogue().id_of(each) == catalogue().id_of(said) for each in found))


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Necrotising  Myopathy", "necrotising_myopathy"),
        ("Sjögren", "sjoegren"),
        ("anti-PM/Scl".replace("/", "-"), "antipmscl"),
        ("Behçet", "behcet"),
        ("systemische Sklerose, diffus", "systemische_sklerose_diffus"),
        ("Glomerulonephritis", "glomerulo nephritis"),
    ],
)
def test_capitals_blanks_hyphens_and_accents_make_no_other_name(written: str, same: str) -> None:
    assert folded(written) == folded(same)


def test_abbreviations_of_few_letters_keep_every_letter() -> None:
    assert folded("UAE") != folded("UA")
