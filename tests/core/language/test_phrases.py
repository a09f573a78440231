"""Phrases exist in every language with the same arguments, and are whole or not said."""

from __future__ import annotations

from pathlib import Path

import pytest
from fluent.runtime import FluentResource

from core.errors import KriterionError
from core.language.phrases import LANGUAGES, Phrases, argument_names, phrase_files, phrase_ids

VERDICTS = ("passes", "fails", "unknown")


def shelf(folder: Path, text: str, language: str = "en") -> Path:
    """Write one Fluent file and return the folder of all languages."""
    (folder / language).mkdir()
    (folder / language / "core.ftl").write_text(text, encoding="utf-8")
    return folder


def test_every_language_has_the_same_phrases() -> None:
    """A phrase that is missing in one language would stop a paper in that language."""
    for language in LANGUAGES:
        assert phrase_ids(language) == phrase_ids("en")


def test_every_language_asks_for_the_same_arguments() -> None:
    """The program gives arguments without knowing the language."""
    for language in LANGUAGES:
        assert argument_names(language) == argument_names("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_said(language: str) -> None:
    """With its arguments each phrase is whole."""
    phrases = Phrases(language)
    for phrase_id, names in argument_names(language).items():
        text = phrases.say(phrase_id, **dict.fromkeys(names, "X"))
        assert text.strip()
        assert "{" not in text


def test_the_conclusions_as_printed() -> None:
    """The word possible never stands without its second half."""
    english, german = Phrases("en"), Phrases("de")
    assert english.say("conclusion-possible") == "possible: confirm with the site"
    undecided = english.say("conclusion-undecided")
    assert english.say("line-not-before", line=undecided, date="2 Dec 2026") == "undecided, not before 2 Dec 2026"
    undecided = german.say("conclusion-undecided")
    assert (
        german.say("line-not-before", line=undecided, date="2. Dez. 2026")
        == "unentschieden, nicht vor dem 2. Dez. 2026"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_exclusion_is_never_met(language: str) -> None:
    """Beside an exclusion stand the words of presence and absence, different for each verdict."""
    said = [Phrases(language).say(f"exclusion-{verdict}") for verdict in VERDICTS]
    assert len(set(said)) == len(VERDICTS)
    assert not any(word in text for text in said for word in ("met", "erfüllt"))


def test_plural_and_no_isolating_signs(tmp_path: Path) -> None:
    """Numbers choose forms; no invisible sign comes into a paper."""
    folder = shelf(
        tmp_path, "left = { $count ->\n    [one] one visit\n   *[other] { $count } visits\n } of { $name }\n"
    )
    phrases = Phrases("en", folder)
    assert phrases.say("left", count=1, name="A") == "one visit of A"
    assert phrases.say("left", count=3, name="A") == "3 visits of A"


def test_a_long_text_is_put_in_whole(tmp_path: Path) -> None:
    """A condition read aloud can be longer than Fluent lets an argument be."""
    phrases = Phrases("en", shelf(tmp_path, "needed = excluded if: { $what }, says { $who }\n"))
    assert phrases.say("needed", what="a" * 9000, who="b") == f"excluded if: {'a' * 9000}, says b"


def test_what_is_missing_is_an_error(tmp_path: Path) -> None:
    """Neither an id nor an argument is ever shown in place of a phrase."""
    phrases = Phrases("en", shelf(tmp_path, "one = one { $word }\nonly-attribute =\n    .label = x\n"))
    with pytest.raises(KriterionError, match="no phrase 'two'"):
        phrases.say("two")
    with pytest.raises(KriterionError, match="word"):
        phrases.say("one")
    with pytest.raises(KriterionError, match="no text"):
        phrases.say("only-attribute")


@pytest.mark.parametrize(("text", "words"), [("a = b\na = c\n", "twice"), ("a = { $b\n", "not Fluent")])
def test_a_broken_file_is_an_error(tmp_path: Path, text: str, words: str) -> None:
    """Fluent itself would leave out what it cannot read."""
    with pytest.raises(KriterionError, match=words):
        Phrases("en", shelf(tmp_path, text)).say("a", b="X")


def test_an_unknown_language() -> None:
    """There is no fallback: a paper is in the language that was asked for."""
    with pytest.raises(KriterionError, match="'xx'"):
        Phrases("xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_holds_anything_but_phrases(language: str) -> None:
    """Each is parsed for itself when it is said; what stands between them would be found by nobody."""
    for path in phrase_files(language):
        kinds = {type(item).__name__ for item in FluentResource(path.read_text(encoding="utf-8")).body}
        assert kinds <= {"Message", "Comment", "GroupComment", "ResourceComment"}
