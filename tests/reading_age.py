"""How many years of school a text asks for: the usual formulas of two languages.

English: reading ease and grade of Flesch and Kincaid (Kincaid et al., Research Branch Report 8-75, 1975). German: the
first Wiener Sachtextformel (Bamberger and Vanecek, Lesen - Verstehen - Lernen - Schreiben, 1984), which gives the year of
school. Both constants are as textbooks print them. Syllables are counted by groups of vowels, with the exceptions that
matter; ``tests/core/documents/test_family_reading.py`` holds the count against words counted by hand.

What is counted: words with letters. Numbers, dates and months are no words here: they make no sentence harder to a reader
who knows the day. A list counts twice: whole, each entry as a sentence, and without its lists, whole sentences alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SENTENCE = re.compile(r"[.!?:;·•]+(?:\s|$)|\n")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:['’][a-z]+)?")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]|[aeiouy]l)e$|[^aeioudt]ed$|(?:[^aeioucsxzgh]|[aeiou]l)es$")
_SPLIT_PAIRS = re.compile(r"[aeiou]ing$|ia(?!l\b|n\b)|io(?!us|n)|iu|eo(?!n)|ua(?!r)|riou")
_GERMAN_VOWELS = re.compile(r"aa|ee|oo|ie|ei|ai|au|äu|eu|[aeiouyäöü]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted of a text."""

    sentences: int
    words: int
    syllables: int
    long_words: int
    many_syllables: int
    one_syllable: int

    @property
    def flesch_ease(self) -> float:
        """100 is very easy, 60 plain, 30 hard (English)."""
        return 206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words

    @property
    def flesch_kincaid(self) -> float:
        """The school grade of the United States (English)."""
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def wiener(self) -> float:
        """The year of school (German): words of three syllables and more, sentence, words over six letters, short words."""
        share = 100 / self.words
        return (
            0.1935 * self.many_syllables * share
            + 0.1672 * self.words / self.sentences
            + 0.1297 * self.long_words * share
            - 0.0327 * self.one_syllable * share
            - 0.875
        )

    def grade(self, language: str) -> float:
        """Return the year of school in a language."""
        return self.wiener if language == "de" else self.flesch_kincaid


def syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, at least one."""
    word = word.lower().replace("’", "'").partition("'")[0]
    if language == "de":
        return max(len(_GERMAN_VOWELS.findall(word)), 1)
    count = len(_ENGLISH_VOWELS.findall(word)) + len(_SPLIT_PAIRS.findall(word))
    return max(count - (1 if _SILENT_END.search(word) else 0), 1)


def read(text: str, language: str, left_out: Iterable[str] = ()) -> Reading:
    """Return the counts of a text; ``left_out`` are words that do not count, such as the names of months."""
    names = {each.lower() for each in left_out}
    found: list[int] = []
    sentences = long_words = 0
    for sentence in _SENTENCE.split(text):
        words = [word for word in _WORD.findall(sentence) if word.lower() not in names]
        sentences += bool(words)
        long_words += sum(len(word) > 6 for word in words)
        found += (syllables(word, language) for word in words)
    return Reading(
        sentences, len(found), sum(found), long_words, sum(each >= 3 for each in found), sum(each == 1 for each in found)
    )
