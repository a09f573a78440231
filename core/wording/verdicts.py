"""Verdicts in words: about the patient; beside an exclusion what was looked for. "Met" never stands there."""

from __future__ import annotations

import re
import textwrap

from core.criteria.printing.told import bare, is_told
from core.criteria.scope import Scope
from core.language.phrases import Phrases
from core.rule_files.rule_file import Criterion, Polarity
from core.screening.judgements import Judgement, Verdict


def verdict_words(judgement: Judgement, phrases: Phrases) -> str:
    """Return the words of a verdict, with its marks: due later, does not apply, excused, assumed."""
    if judgement.is_due_later:
        return phrases.say("due-later")
    is_exclusion = judgement.criterion.polarity is Polarity.EXCLUSION
    words = phrases.say(f"{'exclusion' if is_exclusion else 'verdict'}-{judgement.verdict.value}")
    if judgement.does_not_apply:
        words = phrases.say("does-not-apply")
    elif judgement.is_excused:
        words = phrases.say("excused")
    if judgement.assumed and judgement.verdict is not Verdict.UNKNOWN:
        is_plain = not (is_exclusion or judgement.does_not_apply or judgement.is_excused)
        return phrases.say("verdict-assumed-plain" if is_plain else "verdict-assumed", verdict=words)
    return words


_CLAUSE = re.compile(r"[;:]|, (?!\d)| \(| – ")
"""Where the first thing that a criterion says ends."""
_LEADING = (":", "–")
"""After these comes what the clause before them is about."""
_MOST_LETTERS = 60
_FEWEST_LETTERS = 16


def numbered(criterion: Criterion, phrases: Phrases) -> str:
    """Return which criterion it is: inclusion or exclusion, with its number in the source where it has one."""
    word = "numbered-exclusion" if criterion.polarity is Polarity.EXCLUSION else "numbered-inclusion"
    return phrases.say(word, number=item_number(criterion)).strip()


def called(criterion: Criterion, scope: Scope | None, phrases: Phrases) -> str:
    """Return a criterion in few words: the beginning of its text. An id is no name for a reader."""
    whole = bare(criterion.text, scope, phrases.language)
    ends = [*(found.span() for found in _CLAUSE.finditer(whole)), (len(whole), len(whole))]
    first = whole[: ends[0][0]].strip()
    if len(first) < _FEWEST_LETTERS and whole[slice(*ends[0])].strip() in _LEADING:
        first = whole[: ends[1][0]].strip()  # "Usual limit" alone names nothing
    short = first if len(first) <= _MOST_LETTERS else _shortened(first)
    return short if is_told(criterion.text, scope, phrases.language) else phrases.say("told-elsewhere", text=short)


def _shortened(text: str) -> str:
    """Return the beginning of a text; no number stands at its end without its unit."""
    return re.sub(r"(?: [<>≤≥]?\d\S*)+ …$", " …", textwrap.shorten(text, _MOST_LETTERS, placeholder=" …"))


def named(criterion: Criterion, scope: Scope | None, phrases: Phrases) -> str:
    """Return which criterion it is, in few words."""
    return f"{numbered(criterion, phrases)} {called(criterion, scope, phrases)}"


def item_number(criterion: Criterion) -> str:
    """Return the number of the item in the source's own section (``5.1.4``; ``3`` of ``inclusion 3``), or "".

    An item the source lists elsewhere (an exclusion among its inclusions) has no number here: "Excl. 3" would
    point at another one.
    """
    for citation in criterion.citations:
        section, _, number = citation.section.rpartition(" ")
        if number[:1].isdigit() and section in ("", criterion.polarity.value):
            return number
    return ""
