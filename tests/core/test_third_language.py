"""A further language is one folder: what it has is said and read, what it lacks is English and counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.words import REASONS_FOR_STOPPING
from core.entry.statement import Plain
from core.entry.typed import Refused, TwoReadings, Typing, Understood, read_typed
from core.entry.typed.ages import age_text, read_age
from core.entry.typed.choices import choice_label, read_choice
from core.entry.typed.dates import read_typed_date, shown_date
from core.entry.typed.doses import doses_text, read_doses_text
from core.entry.typed.showing import typed_text
from core.errors import KriterionError
from core.language.dates import format_date
from core.language.lacking import lacking
from core.language.languages import ENGLISH, languages
from core.language.numbers import format_number
from core.language.phrases import Phrases, language_name, phrase_ids, spoken
from core.language.translating import translated
from core.source_text.author_error import AuthorError
from core.use_cases.make_paper import template_text
from core.vocabulary.asking import meanings
from core.vocabulary.vocabulary import Matter, vocabularies
from tests.third_language import FRENCH, INVENTED, PHRASES, a_language_more

DAY = date(2026, 11, 29)
DE = "de"


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    with a_language_more(tmp_path) as folder:
        yield folder


@pytest.fixture
def french(tmp_path: Path) -> Iterator[Path]:
    with a_language_more(tmp_path, FRENCH, "verdict-passes = convient\n", {}) as folder:
        yield folder


def typing(language: str = INVENTED) -> Typing:
    return Typing(language, DAY)


def content(text: str, name: str, catalogue: Catalogue, language: str = INVENTED) -> Plain:
    concept = catalogue.concept(name)
    assert concept is not None
    read = read_typed(text, concept, typing(language))
    assert isinstance(read, Understood), (text, read)
    return read.content


@pytest.mark.usefixtures("own")
def test_it_is_found() -> None:
    """English first, then by name."""
    assert languages() == (ENGLISH, DE, INVENTED)
    assert language_name(INVENTED) == "Tongue"


@pytest.mark.usefixtures("own")
def test_what_it_lacks_is_english_and_counted() -> None:
    phrases = spoken(INVENTED)
    assert phrases.say("verdict-passes") == "fits well"
    assert phrases.say("verdict-fails") == spoken(ENGLISH).say("verdict-fails")
    assert phrases.missing == phrase_ids(ENGLISH) - {"start-language", "settings-title", "verdict-passes"}
    with pytest.raises(KriterionError, match="no phrase 'nothing-of-this-name'"):
        phrases.say("nothing-of-this-name")
    (told,) = lacking((load_catalogue(),))
    assert (told.language, told.phrases) == (INVENTED, len(phrase_ids(ENGLISH)) - PHRASES.count("="))
    assert told.labels > 1000
    assert translated("write yes or no", INVENTED) == "write yes or no"
    assert template_text(INVENTED) == template_text(ENGLISH)


def test_nothing_that_ships_is_lacking() -> None:
    assert lacking((load_catalogue(),)) == ()


@pytest.mark.usefixtures("own")
def test_a_language_that_nobody_describes_has_english_dates_and_numbers() -> None:
    assert format_date(date(2026, 12, 2), INVENTED) == "2 Dec 2026"
    assert format_number(Decimal("2.50"), INVENTED) == "2.50"
    with pytest.raises(KriterionError):
        format_date(DAY, "zz")


@pytest.mark.usefixtures("french")
def test_months_and_decimals_of_a_language_without_words() -> None:
    """Unicode knows the months and the decimal sign; what is shown is read back."""
    assert language_name(FRENCH) == "français"
    assert format_number(Decimal("2.50"), FRENCH) == "2,50"
    for month in range(1, 13):
        shown = shown_date(f"2024-{month:02}-05", FRENCH)
        assert read_typed_date(shown, typing(FRENCH)) == Understood(f"2024-{month:02}-05"), shown
    assert read_typed_date("5 février 2024", typing(FRENCH)) == Understood("2024-02-05")
    assert read_typed_date("5 february 2024", typing(FRENCH)) == Understood("2024-02-05")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("3 trimon 2024", "2024-03-03"),
        ("quamon 2024", "2024-04"),
        ("depo trimon 2024", "2024-03"),
        ("hiero", "2026-11-28"),
        ("ante 2 lunes", "2026-09"),
        ("3 mar 2024", "2024-03-03"),
        ("3. März 2024", "2024-03-03"),
    ],
)
@pytest.mark.parametrize("language", [INVENTED, ENGLISH])
@pytest.mark.usefixtures("own")
def test_dates_are_read_in_every_language(text: str, written: str, language: str) -> None:
    """Whatever the language of the window."""
    assert read_typed_date(text, typing(language)) == Understood(written)


@pytest.mark.usefixtures("own")
def test_values_are_shown_in_it_and_read_back() -> None:
    catalogue = load_catalogue()
    fact = next(each for each in catalogue.concepts.values() if each.kind.value == "yes_no")
    test = next(each for each in catalogue.concepts.values() if each.kind.value == "test")
    for word, shown in (("yes", "oka"), ("no", "nol")):
        assert typed_text({"value": word}, fact, INVENTED) == shown
        for language in languages():
            assert content(shown, fact.id, catalogue, language) == {"value": word}
    assert content("plusso", test.id, catalogue) == {"value": "positive"}
    assert typed_text({"value": "positive"}, test, INVENTED) == "positive"
    limited = content("60 U/L SUP 40", "alt", catalogue)
    assert limited == {"value": "60 U/L", "uln": "40 U/L"}
    concept = catalogue.concept("alt")
    assert concept is not None
    assert content(typed_text(limited, concept, INVENTED), "alt", catalogue) == limited
    age = read_age("15 turns @ 3 May 2024", typing())
    assert isinstance(age, Understood)
    assert age_text(age.content, INVENTED) == "15 turns @ 3 May 2024"
    assert choice_label("partial_response", INVENTED) == "partial response"
    doses = read_doses_text("10 mg/day ab 3 trimon 2024; 500 mg pro Woche", typing())
    assert isinstance(doses, list)
    assert doses_text(doses, INVENTED) == doses_text(doses, ENGLISH)


def test_what_is_shown_is_read_back_without_being_said_twice(tmp_path: Path) -> None:
    """A translator who says how a word is shown need not say again that it is read."""
    words = "shown:\n  values: {positive: plusso, raised: supre, not done: nefar}\n  choices: {wish: geplant}\n"
    with a_language_more(tmp_path, words={"typed.yaml": words + "  times: {month: luno, months: lunos}\n"}):
        catalogue = load_catalogue()
        test = next(each for each in catalogue.concepts.values() if each.kind.value == "test")
        assert content("plusso", test.id, catalogue) == {"value": "positive"}
        assert content("nefar", test.id, catalogue) == {"value": "not done"}
        assert content("supre", "alt", catalogue) == {"value": "raised"}
        age = read_age("7 lunos @ 3 May 2024", typing())
        assert isinstance(age, Understood)
        assert age_text(age.content, INVENTED) == "7 lunos @ 3 May 2024"
        assert read_choice("geplant", REASONS_FOR_STOPPING, typing()) == Understood("wish")
        assert read_choice("geplant", REASONS_FOR_STOPPING, typing(DE)) == Understood("planned")
        assert isinstance(read_choice("geplant", REASONS_FOR_STOPPING, typing(ENGLISH)), Refused)


def test_one_word_with_two_meanings(tmp_path: Path) -> None:
    """The language that is typed wins; where it does not know the word, it is asked."""
    words = 'read:\n  yes_no: {"no": [ja]}\n  months: {may: [oktober]}\n  results: {negative: [positiv]}\n'
    with a_language_more(tmp_path, words={"typed.yaml": words}):
        catalogue = load_catalogue()
        fact = next(each for each in catalogue.concepts.values() if each.kind.value == "yes_no")
        test = next(each for each in catalogue.concepts.values() if each.kind.value == "test")
        assert content("ja", fact.id, catalogue) == {"value": "no"}
        assert content("ja", fact.id, catalogue, DE) == {"value": "yes"}
        asked = read_typed("ja", fact, typing(ENGLISH))
        assert isinstance(asked, Refused)
        assert [each.text for each in asked.offers] == ["yes", "no"]
        assert content("positiv", test.id, catalogue, DE) == {"value": "positive"}
        assert isinstance(read_typed("positiv", test, typing(ENGLISH)), TwoReadings)
        assert read_typed_date("3 oktober 2024", typing()) == Understood("2024-05-03")
        assert read_typed_date("3 oktober 2024", typing(DE)) == Understood("2024-10-03")
        asked_day = read_typed_date("3 oktober 2024", typing(ENGLISH))
        assert isinstance(asked_day, TwoReadings)
        assert len(asked_day.offers) == 2


def test_no_word_that_ships_has_two_meanings_but_those_that_laboratories_use_so() -> None:
    found = {
        f"{group}: {spelling}"
        for matter in Matter
        for group in vocabularies(matter)[0].read
        if group != "unknown"  # one word in several places
        for spelling, words in meanings(matter, group).items()
        if len(words) > 1
    }
    weak = ("(+)", "low positive", "schwach positiv", "schwach reaktiv", "weak positive", "weakly positive")
    assert found == {f"results: {each}" for each in weak}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("shown:\n  valuse: {raised: hi}\n", "unknown key 'valuse'"),
        ("read:\n  months: {marsh: [tri]}\n", "unknown key 'marsh'"),
        ("patterns:\n  sinse: [depo]\n", "unknown key 'sinse'"),
        ('patterns:\n  since: ["(depo"]\n', "'(depo' is no regular expression"),
        ('patterns:\n  since: ["(depo)"]\n', "'(depo)' is no regular expression"),
        ("read: [march]\n", "'read' is a list"),
    ],
)
def test_a_mistake_in_its_words_is_named(tmp_path: Path, words: str, told: str) -> None:
    """With the file, the place and the key."""
    with a_language_more(tmp_path, words={"typed.yaml": words}), pytest.raises(AuthorError) as caught:
        vocabularies(Matter.TYPED)
    assert f"{INVENTED}/typed.yaml:" in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.usefixtures("own")
def test_a_part_of_the_phrases_falls_back_too() -> None:
    """The first page reads few files, of which the language may have none."""
    assert Phrases(INVENTED, only=("documents",)).say("documents-kind") == spoken(ENGLISH).say("documents-kind")
