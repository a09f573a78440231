"""The headline of a file in words: whether it takes patients, its conclusion, and what fails at a later point.

Screen, paper, answer and command line all ask here, so none of them says "eligible" and leaves the rest out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.chart.chart import Chart
from core.chart.entries import Completeness
from core.criteria.scope import Scope
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.screening.conclusions import Conclusion, Word
from core.screening.judgements import Judgement, Remedy
from core.screening.screening import CohortScreening, Screening
from core.wording.causes import point_word
from core.wording.conclusions import conclusion_line, conclusion_parts, conclusion_word, remedy_words
from core.wording.evidence import evidence_of
from core.wording.names import all_names
from core.wording.recruitment import state_word
from core.wording.verdicts import called

_SIGNS = {
    Word.ELIGIBLE: ("good", "✓"),
    Word.POSSIBLE: ("possible", "≈"),
    Word.WITHIN_LIMITS: ("good", "✓"),
    Word.OUTSIDE_LIMITS: ("board", "◇"),
    Word.UNDECIDED: ("open", "?"),
    Word.NOT_YET: ("waiting", "◷"),
    Word.NOT_ELIGIBLE: ("bad", "✕"),
    Word.NOT_THIS_COHORT: ("neutral", "–"),
    Word.OTHER_DISEASE: ("neutral", "–"),
}
_NOBODY = ("neutral", "–")
_AT_ITS_POINT = (Word.ELIGIBLE, Word.WITHIN_LIMITS)
"""The conclusions that say for which point they hold where a later one does not."""
_MOST_FACTS = 3


def headline_tone(screening: Screening) -> tuple[str, str]:
    """Return tone and sign of a file: those of its conclusion where it takes patients."""
    return tone_of(screening.conclusion.word, takes_patients=screening.takes_patients)


def tone_of(word: Word, *, takes_patients: bool) -> tuple[str, str]:
    """Return tone and sign of a conclusion of a file that takes patients, or of one that takes none."""
    return _SIGNS[word] if takes_patients else _NOBODY


def headline_word(screening: Screening, phrases: Phrases) -> str:
    """Return the word a file is counted under: that of its conclusion, or why it takes nobody."""
    if screening.takes_patients:
        return conclusion_word(screening.conclusion.word, phrases)
    return state_word(screening.recruitment, screening.rule_file.scope, phrases)


def headline_parts(screening: Screening, scope: Scope, phrases: Phrases) -> tuple[str, str]:
    """Return the word of a file, and what its line says besides."""
    best = screening.best
    if not screening.takes_patients:
        line = part_line(best, screening.chart, scope, phrases)
        return headline_word(screening, phrases), phrases.say("headline-by-criteria", line=line)
    word, rest = conclusion_parts(best.headline, best.headline_point, scope, phrases)
    later = later_words(best, screening.chart, scope, phrases)
    if later and best.headline.word in _AT_ITS_POINT:
        rest = phrases.say("headline-at", point=point_word(best.headline_point, phrases))
    return word, "; ".join(part for part in (rest, *later) if part)


def headline_line(screening: Screening, scope: Scope, phrases: Phrases) -> str:
    """Return the whole headline of a file in one line, why it takes nobody first."""
    line = part_line(screening.best, screening.chart, scope, phrases)
    if screening.takes_patients:
        return line
    rest = phrases.say("headline-by-criteria", line=line)
    return phrases.say("headline-state", state=headline_word(screening, phrases), rest=rest)


def part_line(part: CohortScreening, chart: Chart, scope: Scope, phrases: Phrases) -> str:
    """Return the conclusion of one cohort (or of a file without any) in one line, with the later points that fail."""
    line = conclusion_line(part.headline, part.headline_point, scope, phrases)
    later = later_words(part, chart, scope, phrases)
    if later and part.headline.word in _AT_ITS_POINT:
        line = f"{line} {phrases.say('headline-at', point=point_word(part.headline_point, phrases))}"
    return "; ".join((line, *later))


def later_words(part: CohortScreening, chart: Chart, scope: Scope, phrases: Phrases) -> tuple[str, ...]:
    """Return for each later point at which something fails: not before when, or that waiting does not end it; why."""
    return tuple(
        _later(point, conclusion, _why(_deciding(conclusion), chart, scope, phrases), scope, phrases)
        for point, conclusion in part.later_in_the_way.items()
    )


def _later(point: str, conclusion: Conclusion, why: str, scope: Scope, phrases: Phrases) -> str:
    where = point_word(point, phrases)
    if conclusion.not_before is None:
        line = phrases.say("later-fails", point=where, kind=_kinds(conclusion, scope, phrases))
    else:
        day = format_date(conclusion.not_before, phrases.language)
        if conclusion.stop:
            drugs, count = all_names(conclusion.stop, scope, phrases), len(conclusion.stop)
            return phrases.say("rest-stopped", point=where, date=day, drugs=drugs, count=count)
        line = phrases.say("rest-not-yet", point=where, date=day)
    return phrases.say("later-why", line=line, why=why) if why else line


def _kinds(conclusion: Conclusion, scope: Scope, phrases: Phrases) -> str:
    """Return how the failures of a point could end; what a board decides on is not called by a remedy."""
    if conclusion.word is Word.OUTSIDE_LIMITS:
        return conclusion_word(conclusion.word, phrases)
    return ", ".join(dict.fromkeys(remedy_words(each, scope, phrases) for each in _deciding(conclusion)))


def _deciding(conclusion: Conclusion) -> tuple[Judgement, ...]:
    """Return what fails at a point: where waiting does not end all of it, what waiting does not end."""
    lasting = tuple(each for each in conclusion.fails if each.remedy not in (Remedy.TIME, Remedy.STOPPING))
    return lasting or conclusion.fails


def _why(fails: Iterable[Judgement], chart: Chart, scope: Scope, phrases: Phrases) -> str:
    """Return the facts on record that fail, in few words; nothing confidential is named in a headline."""
    facts = dict.fromkeys(fact for each in fails for fact in _facts(each, chart, scope, phrases))
    shown = ", ".join(list(facts)[:_MOST_FACTS])
    left_out = len(facts) - _MOST_FACTS
    return phrases.say("names-and-more", names=shown, count=left_out) if left_out > 0 else shown


def _facts(judgement: Judgement, chart: Chart, scope: Scope, phrases: Phrases) -> Iterator[str]:
    """Yield what a failure rests on (that a list is complete is no fact that fails), else the criterion's name."""
    told = evidence_of(judgement, chart, scope, phrases)
    found = [each for each in told if not isinstance(chart.by_ref.get(each.ref), Completeness)]
    if not found:
        yield called(judgement.criterion, scope, phrases)
    yield from (each.label for each in found if not each.is_confidential)
