"""``followup`` of several patients: a line each of what is certainly so: overdue, no B cells, relapse, an age."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from core import clock
from core.catalogue.catalogue import Catalogue
from core.exchange.plan_answer import Json
from core.language.phrases import Phrases
from core.regular_files import read_named
from core.source_text.caret import visible
from core.use_cases.follow_patient import follow_patient
from core.use_cases.glance_over import Glanced, age_reached, glanced
from core.use_cases.plan_follow_up import Compiled, load_schedules
from core.use_cases.read_patients import read_to_judge
from ui.command_line.problems import print_problems

_BAD_INPUT = 2
_GAP = " · "


def glance(chosen: argparse.Namespace, catalogue: Catalogue) -> int:
    """Tell of each patient what needs somebody; 2 where a file cannot be used, the others are told all the same."""
    schedules, phrases = load_schedules(catalogue), Phrases(chosen.language)
    compiled: Compiled = {}
    answers: list[Json] = []
    is_whole = True
    for path in chosen.patient:
        try:
            read = read_to_judge(read_named(path), str(path), catalogue, chosen.on, clock.today())
        except OSError as error:
            print(f"{path}: {error.strerror or error}", file=sys.stderr)
            is_whole = False
            continue
        print_problems(read.problems)
        if read.chart is None:
            is_whole = False
            continue
        following = follow_patient(read.chart, schedules, catalogue, read.on, compiled=compiled)
        found = None if following is None else glanced(read.chart, catalogue, following)
        has_died = found is not None and found.has_died
        age = None if has_died else age_reached(read.chart.birth, read.on)
        day = None if following is None else following.day
        if chosen.json:
            flags = [] if found is None else list[Json](_flags(found))
            answers.append({"patient": read.chart.id, "day": day, "certain": flags, "reaches_age": age})
        else:
            head = [read.chart.name or read.chart.id]
            head += [] if day is None else [phrases.say("followed-day", count=day)]
            print(visible(_GAP.join((*head, *_words(found, age, phrases)))))
    if chosen.json:
        print(json.dumps(answers, ensure_ascii=False, indent=2))
    return 0 if is_whole else _BAD_INPUT


def _flags(found: Glanced) -> Iterator[str]:
    """Yield what is certainly so; what is not told is not known, or not so."""
    flags = {
        "overdue": found.is_overdue,
        "due": found.is_due and not found.is_overdue,
        "aplastic": found.is_aplastic,
        "relapsed": found.has_relapsed,
    }
    yield from (name for name, is_so in flags.items() if is_so)


def _words(found: Glanced | None, age: int | None, phrases: Phrases) -> Iterator[str]:
    if found is None:
        yield phrases.say("followed-not-treated")
    else:
        yield from (phrases.say(f"patients-only-{name}") for name in _flags(found))
    if age is not None:
        yield phrases.say("followed-reaches", age=age)
