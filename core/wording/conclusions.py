"""Conclusions in words, and what stands in the way: no count of n of m, no closeness."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.engine.judgement.outcome import About
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.rule_file import RuleFile, RuleKind
from core.screening.aspects import lacking
from core.screening.conclusions import Conclusion, Word
from core.screening.judgements import Judgement, Remedy
from core.screening.screening import CohortScreening
from core.values.truth import Truth
from core.wording.causes import point_word
from core.wording.names import all_names
from core.wording.verdicts import called

_LINES = {
    Word.ELIGIBLE: "conclusion-eligible",
    Word.POSSIBLE: "conclusion-possible",
    Word.UNDECIDED: "conclusion-undecided",
    Word.NOT_YET: "conclusion-not-yet",
    Word.NOT_ELIGIBLE: "conclusion-not-eligible",
    Word.NOT_THIS_COHORT: "conclusion-not-this-cohort",
    Word.OTHER_DISEASE: "conclusion-other-disease",
    Word.WITHIN_LIMITS: "conclusion-board-within",
    Word.OUTSIDE_LIMITS: "conclusion-board-outside",
}
_WAITING = (Word.NOT_YET, Word.UNDECIDED)
"""The conclusions that a day may stand beside."""
_KINDS = {
    Remedy.REPEATABLE: "failure-repeatable",
    Remedy.PASSING: "failure-passing",
    Remedy.TREATABLE: "failure-treatable",
    Remedy.ANOTHER_COURSE: "failure-another-course",
    Remedy.FIXED: "failure-fixed",
    Remedy.NO_DAY: "failure-no-day",
    Remedy.TIME: "kind-time",
}


def conclusion_line(conclusion: Conclusion, point: str, scope: Scope, phrases: Phrases) -> str:
    """Return a conclusion in words, with its day and what would have to be stopped."""
    line = phrases.say(_LINES[conclusion.word])
    if conclusion.not_before is None or conclusion.word not in _WAITING:
        return line
    day = format_date(conclusion.not_before, phrases.language)
    where = point_word(point, phrases)
    if conclusion.stop:
        drugs, count = all_names(conclusion.stop, scope, phrases), len(conclusion.stop)
        return phrases.say("line-stopped", line=line, point=where, date=day, drugs=drugs, count=count)
    if conclusion.word is Word.NOT_YET:
        return phrases.say("line-not-yet", line=line, point=where, date=day)
    return phrases.say("line-not-before", line=line, date=day)


def conclusion_alone(word: Word, phrases: Phrases) -> str:
    """Return a conclusion without its day; "possible" never stands without that the site has to confirm it."""
    return phrases.say(_LINES[word])


def conclusion_word(word: Word, phrases: Phrases) -> str:
    """Return the word of a conclusion alone."""
    return phrases.say("word-possible" if word is Word.POSSIBLE else _LINES[word])


def conclusion_parts(conclusion: Conclusion, point: str, scope: Scope, phrases: Phrases) -> tuple[str, str]:
    """Return the word of a conclusion, and what its line says besides: who confirms, the day, what is stopped."""
    word = conclusion_word(conclusion.word, phrases)
    if conclusion.not_before is None or conclusion.word not in _WAITING:
        return word, phrases.say("rest-possible") if conclusion.word is Word.POSSIBLE else ""
    day, where = format_date(conclusion.not_before, phrases.language), point_word(point, phrases)
    if conclusion.stop:
        drugs, count = all_names(conclusion.stop, scope, phrases), len(conclusion.stop)
        return word, phrases.say("rest-stopped", point=where, date=day, drugs=drugs, count=count)
    if conclusion.word is Word.NOT_YET:
        return word, phrases.say("rest-not-yet", point=where, date=day)
    return word, phrases.say("way-not-before", date=day)


def in_the_way(
    part: CohortScreening,
    rule_file: RuleFile,
    scope: Scope,
    phrases: Phrases,
    *,
    is_day_shown: bool = True,
    is_file_told: bool = True,
) -> tuple[str, ...]:
    """Return what stands in the way, or that nothing known does, in a few words each.

    ``is_day_shown``: the day not before which it can be otherwise, for where the conclusion does not stand beside.
    ``is_file_told``: what the file does not contain, for where it is not told in full elsewhere.
    """
    conclusion = part.headline
    if conclusion.word is Word.OTHER_DISEASE:
        return (phrases.say("conclusion-other-disease"),)
    if part.membership is not None and part.membership.truth is Truth.FALSE:
        return (phrases.say("way-no-cohort"),)
    parts = [*_failing(conclusion, scope, phrases), *_open(part, scope, phrases)]
    parts += _for_the_site(conclusion, phrases)
    if conclusion.not_before is not None and is_day_shown:
        word = "way-later" if conclusion.is_later else "way-not-before"
        parts.append(phrases.say(word, date=format_date(conclusion.not_before, phrases.language)))
    if not conclusion.fails and not conclusion.open:
        where = point_word(part.headline_point, phrases)
        is_all = not part.later_in_the_way
        parts.insert(0, phrases.say("way-nothing") if is_all else phrases.say("way-nothing-now", point=where))
    parts += _too_little(part, rule_file, phrases)
    parts += [phrases.say(f"way-{section}") for section in missing_sections(part, rule_file)]
    if conclusion.word is Word.POSSIBLE and rule_file.missing and is_file_told:
        parts.append(
            phrases.say(
                "way-not-in-file", what="; ".join(told(each, rule_file.scope, phrases) for each in rule_file.missing)
            )
        )
    return tuple(parts)


def shortly_in_the_way(part: CohortScreening, rule_file: RuleFile, scope: Scope, phrases: Phrases) -> tuple[str, ...]:
    """Return what stands in the way for one line: what decides first, and nothing that the conclusion says already."""
    return (
        *_failing(part.headline, scope, phrases),
        *(_lacking(part, rule_file, phrases) if part.headline.holds_too_little else ()),
        *_open(part, scope, phrases),
        *_for_the_site(part.headline, phrases),
    )


def _for_the_site(conclusion: Conclusion, phrases: Phrases) -> Iterator[str]:
    count = len({each.criterion.id for each in conclusion.deferred})
    if count:
        yield phrases.say("way-for-the-site", count=count)


def _too_little(part: CohortScreening, rule_file: RuleFile, phrases: Phrases) -> Iterator[str]:
    if part.headline.holds_too_little:
        what = "; ".join(_lacking(part, rule_file, phrases))
        yield phrases.say("way-too-little-for", what=what) if what else phrases.say("way-too-little")


def missing_sections(part: CohortScreening, rule_file: RuleFile) -> tuple[str, ...]:
    """Return which sections of a file (or of the cohort judged) are not public: ``inclusions``, ``exclusions``."""
    cohort = next((each for each in rule_file.cohorts if each.id == part.id), None)
    is_inclusion_public = rule_file.is_inclusion_public and (cohort is None or cohort.is_inclusion_public)
    is_exclusion_public = rule_file.is_exclusion_public and (cohort is None or cohort.is_exclusion_public)
    sections = {"inclusions": is_inclusion_public, "exclusions": is_exclusion_public}
    return tuple(name for name, is_public in sections.items() if not is_public)


def _lacking(part: CohortScreening, rule_file: RuleFile, phrases: Phrases) -> Iterator[str]:
    """Yield what a file that holds too little would have to say; a board asks for no more than the disease."""
    if rule_file.kind is not RuleKind.PROGRAMME:
        lacks = lacking(part.judgements)
        for name, aspects in (("absent", lacks.absent), ("unsettled", lacks.unsettled)):
            words = ", ".join(phrases.say(f"aspect-{each.value}") for each in aspects)
            if words:
                yield phrases.say(f"lacks-{name}", aspects=words)
    is_told = part.membership is not None and part.membership.truth is Truth.UNKNOWN
    if not part.is_member_known and not is_told:
        yield phrases.say("lacks-disease")


def _failing(conclusion: Conclusion, scope: Scope, phrases: Phrases) -> list[str]:
    by_kind: dict[str, dict[str, None]] = {}
    for each in conclusion.fails:
        by_kind.setdefault(remedy_words(each, scope, phrases), {})[called(each.criterion, scope, phrases)] = None
    return [
        phrases.say("way-fails", count=len(names), kind=kind, names=", ".join(names)) for kind, names in by_kind.items()
    ]


def remedy_words(judgement: Judgement, scope: Scope, phrases: Phrases) -> str:
    """Return what could end a failure."""
    if judgement.remedy is Remedy.STOPPING:
        return phrases.say("kind-stopping", drugs=all_names(judgement.stop, scope, phrases))
    return phrases.say(_KINDS[judgement.remedy or Remedy.FIXED])


def changed_by(judgement: Judgement, scope: Scope, phrases: Phrases) -> str:
    """Return by what a failure could be ended, or that nothing ends it."""
    if judgement.remedy is Remedy.STOPPING:
        by = phrases.say("kind-stopping.by", drugs=all_names(judgement.stop, scope, phrases))
    elif judgement.remedy in (None, Remedy.FIXED, Remedy.NO_DAY):
        return remedy_words(judgement, scope, phrases)
    else:
        by = phrases.say(f"{_KINDS[judgement.remedy]}.by")
    return phrases.say("report-remedy", kind=by)


def _open(part: CohortScreening, scope: Scope, phrases: Phrases) -> list[str]:
    conclusion = part.headline
    to_judge = {each.criterion.id for each in conclusion.open if _is_to_judge(each, scope)}
    to_ask = {each.criterion.id for each in conclusion.open} - to_judge
    parts: list[str] = []
    if part.membership is not None and part.membership.truth is Truth.UNKNOWN:
        parts.append(phrases.say("way-cohort-not-known"))
    if to_ask:
        parts.append(phrases.say("way-to-ask", count=len(to_ask)))
    if to_judge:
        parts.append(phrases.say("way-to-judge", count=len(to_judge)))
    return parts


def _is_to_judge(judgement: Judgement, scope: Scope) -> bool:
    """True if only judgements of the investigator are missing; what patient or guardian can say is asked."""
    return all(gap.about is About.ANSWER and _is_judged(gap.name, scope) for gap in judgement.open_gaps)


def _is_judged(question: str, scope: Scope) -> bool:
    asked = scope.questions.get(question)
    return asked is None or "investigator" in asked.asked_of
