"""Look a patient over for the list: diagnoses, age, the best conclusion and where, and what is due next."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core import clock
from core.chart.birth import years_on
from core.entry.desk.desk import Desk
from core.follow_up.following import Following
from core.follow_up.schedule import Schedule
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.conclusions import Word
from core.screening.ranking import best_first
from core.screening.rejudging import Rejudging, Watched
from core.screening.screening import Screening, work_up_holds
from core.store.records import PatientLine
from core.use_cases.follow_patient import follow_steps
from core.use_cases.plan_follow_up import Compiled
from core.wording.births import whose_birth
from core.wording.headline import headline_tone, headline_word
from core.wording.plan_words import Wording

MOST_DIAGNOSES = 3


@dataclass(frozen=True, slots=True)
class Overview:
    """One patient in few words. ``tone``, ``sign`` and ``word`` are those of the best conclusion, "" without any file.

    ``where`` is the file it is of, ``more`` how many others have the same; ``age`` is in completed years; ``due`` the
    next day on which the answer changes of itself, with why; after an infusion the next visit, which may be overdue.
    """

    diagnoses: str = ""
    age: int | None = None
    tone: str = ""
    sign: str = ""
    word: str = ""
    where: str = ""
    more: int = 0
    due: date | None = None
    why_due: str = ""
    is_overdue: bool = False


def look_over(
    desk: Desk,
    files: Sequence[Watched],
    phrases: Phrases,
    schedules: Sequence[Schedule],
    ready: Compiled | None = None,
) -> Generator[None, None, Overview]:
    """Judge a patient by every file, with a pause after each, and return the overview.

    Who was treated is followed; ``ready`` are conditions of the schedules made ready before.
    """
    on = desk.evaluation_on
    if desk.recorded.chart.infused_by(on) is not None:
        chart = desk.recorded.chart
        followed = yield from follow_steps(chart, schedules, desk.catalogue, on, compiled=ready)
        if followed is not None:
            return after_infusion(followed, desk, phrases)
    screenings = yield from Rejudging(files).steps(desk.charting.chart, on)
    age = None if desk.birth is None else years_on(desk.birth, on)
    diagnoses = ", ".join(diagnosed(desk, phrases.language))
    own = [each for each in best_first(screenings) if not each.is_other_disease]
    if not own:
        return Overview(diagnoses, age)
    best = own[0]
    tone, sign = headline_tone(best)
    alike = [each for each in own if headline_word(each, phrases) == headline_word(best, phrases)]
    compiled = {each.id: each.compiled for each in files}
    due, why = _due(best, compiled[best.rule_file.id], on)
    return Overview(
        diagnoses=diagnoses,
        age=age,
        tone=tone,
        sign=sign,
        word=headline_word(best, phrases),
        where=in_language(best.rule_file.short_title, phrases.language),
        more=len(alike) - 1,
        due=due,
        why_due=phrases.say(why) if why else "",
    )


def after_infusion(following: Following, desk: Desk, phrases: Phrases) -> Overview:
    """Return the overview of somebody who was treated: the day since, and what is due next."""
    wording = Wording(phrases)
    first = next(iter((*following.overdue, *following.this_week, *following.next)), None)
    overdue = len(following.overdue)
    window = "" if first is None else wording.span(first.visit.earliest, first.visit.latest)
    return Overview(
        diagnoses=", ".join(diagnosed(desk, phrases.language)),
        age=None if desk.birth is None else years_on(desk.birth, desk.evaluation_on),
        tone="neutral",
        sign="●",
        word=phrases.say("patients-after-infusion"),
        where=phrases.say("followed-day", count=following.day),
        due=None if first is None else first.visit.on,
        why_due="" if first is None else f"{wording.visit(first.visit)}, {window}",
        is_overdue=bool(overdue),
    )


def diagnosed(desk: Desk, language: str) -> list[str]:
    """Return the names of the diagnoses that go on, the first recorded first; a free text in its own words."""
    ongoing = [each for each in desk.charting.chart.episodes if each.ref.startswith("diagnoses/") and each.end is None]
    concepts = [(desk.catalogue.concept(each.concept), each.text) for each in ongoing]
    names = [text if concept is None else in_language(concept.label, language) for concept, text in concepts]
    return [name for name in dict.fromkeys(names) if name][:MOST_DIAGNOSES]


def _due(best: Screening, compiled: CompiledRuleFile, on: date) -> tuple[date | None, str]:
    """Return the next day on which the best conclusion changes of itself: a wait ends, or what passes runs out."""
    until = work_up_holds(compiled, best, best.best).until if best.best.judgements else None
    waits = best.conclusion.not_before
    days = ((waits, "patients-due-wait"), (until, "patients-due-runs-out"))
    coming = [(day, why) for day, why in days if day is not None and day >= on and _matters(best, why)]
    return min(coming, default=(None, ""), key=_day)


def _matters(best: Screening, why: str) -> bool:
    """What runs out matters where something could come of it."""
    return why == "patients-due-wait" or best.conclusion.word is not Word.NOT_ELIGIBLE


def _day(due: tuple[date | None, str]) -> date:
    return due[0] or date.max


def same_named(names: Iterable[str]) -> frozenset[str]:
    """Return the names that more than one has, as they are compared."""
    seen: set[str] = set()
    twice: set[str] = set()
    for name in names:
        (twice if name in seen else seen).add(name)
    return frozenset(twice)


def births_of(lines: Iterable[PatientLine], phrases: Phrases) -> str:
    """Return when each of several of one name was born, as it stands behind them in a sentence."""
    return ", ".join(whose_birth(line.birth, line.age, clock.today(), phrases) for line in lines)
