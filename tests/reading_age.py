"""How many years of school a text asks for: the usual formulas of two languages.

English: reading ease and grade of Flesch and Kincaid (Kincaid et al., Research Branch Report 8-75, 1975). German: the
first Wiener Sachtextformel (Bamberger and Vanecek, Lesen - Verstehen - Lernen - Schreiben, 1984), which gives the year
of school. The constants are as textbooks print them; the books were not read. Both measure the length of words and
sentences, not whether a reader understands them: only readers can tell that. Syllables are counted by groups of vowels,
with the exceptions that matter; ``test_family_reading.py`` holds the count against words counted by hand.

A word has letters; a day counts by its month alone. A sentence ends with its sign or its line: the entries of a list,
set apart by dots in the middle, count as one sentence, however long. So a list is never easier here than it reads.

``python -m tests.reading_age`` prints the figures of every sheet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?<!\d)[.!?]+(?:\s|$)|\n")
_WORD = re.compile(r"[A-Za-zÄÖÜäöüß]+(?:[-'’][A-Za-zÄÖÜäöüß]+)*")
_ENGLISH_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^laeiouy]|[aeiouy]l)e$|[^aeioudt]ed$|(?:[^aeiouclsxzgh]|[aeiou]l)es$")
_SPLIT_PAIRS = re.compile(r"[aeiou]ing$|ia(?!l\b|n\b)|io(?!us|n)|iu|eo$|ience|[a-z][a-z]ea$|ua(?!r)|riou")
_GERMAN_VOWELS = re.compile(r"e(?=um$)|aa|ee|oo|ie|ei|ai|au|äu|eu|[aeiouyäöü]")


_LONG = 6  # letters
_MANY = 3  # syllables


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
        """The year of school (German): by words of three syllables and more, sentences, long and short words."""
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
    """Return how many syllables a word has, at least one for each of its parts between hyphens."""
    return sum(_syllables(part, language) for part in word.lower().replace("’", "'").partition("'")[0].split("-"))


def read(text: str, language: str) -> Reading:
    """Return the counts of a text."""
    found: list[int] = []
    sentences = long_words = 0
    for sentence in _SENTENCE.split(text):
        words = _WORD.findall(sentence)
        sentences += bool(words)
        long_words += sum(len(word) > _LONG for word in words)
        found += (syllables(word, language) for word in words)
    many, one = sum(each >= _MANY for each in found), found.count(1)
    return Reading(sentences, len(found), sum(found), long_words, many, one)


def _syllables(part: str, language: str) -> int:
    if language == "de":
        return max(len(_GERMAN_VOWELS.findall(part)), 1)
    count = len(_ENGLISH_VOWELS.findall(part)) + len(_SPLIT_PAIRS.findall(part))
    return max(count - (1 if _SILENT_END.search(part) else 0), 1)


def table() -> str:
    """Return the figures of every sheet for a family, in both languages: whole, and its sentences alone."""
    from tests.core.documents.family_papers import CASES, lines, sentences

    rows = [f"{'sheet':22} {'':3} {'words':>5}  {'grade':>5}  {'grade of sentences':>18}  {'reading ease':>12}"]
    for name, case in CASES.items():
        for language in ("en", "de"):
            sheet = case.sheet(language)
            whole, prose = (read("\n".join(each(sheet)), language) for each in (lines, sentences))
            ease = f"{prose.flesch_ease:12.0f}" if language == "en" else f"{'':12}"
            rows.append(
                f"{name:22} {language:3} {whole.words:5}  {whole.grade(language):5.1f}"
                f"  {prose.grade(language):18.1f}  {ease}"
            )
    return "\n".join(rows)


if __name__ == "__main__":
    print(table())
