"""Verdicts in words: about the patient; beside an exclusion what was looked for. "Met" never stands there."""

from __future__ import annotations

from core.language.phrases import Phrases
from core.rule_files.rule_file import Polarity
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
        return f"{words}, {phrases.say('verdict-assumed')}"
    return words


def numbered(judgement: Judgement, phrases: Phrases) -> str:
    """Return which criterion it is: inclusion or exclusion and its id."""
    word = "numbered-exclusion" if judgement.criterion.polarity is Polarity.EXCLUSION else "numbered-inclusion"
    return phrases.say(word, id=judgement.criterion.id.replace("_", " "))
