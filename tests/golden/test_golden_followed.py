"""Plan, due list and letters of three patients at 20 visits over 15 years are what they were.

One file a patient holds the plan of day 0 and, for each visit, what is due, what changed and a mark of each letter;
some letters stand in full. After a wanted change: ``python -m tests.golden.test_golden_followed`` writes the files
anew; read the difference.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from core.documents.blocks import Document
from core.documents.follow_up_letters import AfterInfusion, every_letter, follow_up_letter
from core.documents.text import render_text
from core.language.phrases import LANGUAGES, spoken
from core.use_cases.papers import PaperJob, kind_called
from core.use_cases.papers.day0 import PlanWish
from core.use_cases.papers.kinds.follow_up_letters import telling_of
from core.use_cases.tell_after_infusion import after_infusion
from core.wording.followed import SIGNS, FollowedWords
from tests.core.follow_up.sample_plans import shipped
from tests.every_paper import letter
from tests.followed_patients import MOMENTS, PERSONS, Person, record_of
from tests.sample_screenings import catalogue

FOLDER = Path(__file__).parent / "followed"
CLINIC = "Rheumatology"
IN_FULL = {
    "lupus": (
        ("follow-up-letter", "day 28", "en"),
        ("follow-up-letter", "year 1", "de"),
        ("family-doctor", "month 9", "en"),
        ("transfer", "year 4", "de"),
        ("long-term", "year 5", "en"),
    ),
    "sclerosis": (
        ("follow-up-letter", "month 6", "de"),
        ("follow-up-letter", "year 4", "en"),
        ("family-doctor", "year 3", "de"),
        ("long-term", "year 10", "en"),
        ("long-term", "year 15", "de"),
    ),
    "dermatomyositis": (
        ("follow-up-letter", "month 3", "en"),
        ("family-doctor", "year 2", "de"),
        ("transfer", "year 8", "en"),
        ("long-term", "year 1", "de"),
    ),
}
_MARK = 12


@cache
def told_on(person: Person, moment: str) -> date:
    """Return the day on which a visit was, or was to be."""
    return next(day for visit, _, day in person.visits() if moment in visit.names)


@cache
def found_at(person: Person, moment: str) -> AfterInfusion:
    """Return what is known at a visit."""
    found = after_infusion(record_of(person), catalogue(), told_on(person, moment), shipped())
    assert found is not None
    return found


def paper(person: Person, kind: str, moment: str, language: str) -> Document:
    """Return one of the letters."""
    on, chart = told_on(person, moment), record_of(person)
    printed_at = f"{on}T09:41"
    job = PaperJob(
        kind_called(kind),
        "x",
        chart,
        catalogue(),
        language,
        printed_at,
        "Kriterion",
        letter=letter(chart, language, CLINIC, printed_at),
        plan=PlanWish(on, language),
        telephone="000 000",
    )
    found, phrases = found_at(person, moment), spoken(language)
    declared = next(each for each in every_letter() if each.id == kind)
    return follow_up_letter(declared, telling_of(job, found, phrases))


def followed(person: Person) -> str:
    """Return the plan of day 0 and what stands at each of the visits."""
    return "\n".join((*_plan(person), *(line for moment in MOMENTS for line in _at(person, moment)))) + "\n"


def _plan(person: Person) -> Iterator[str]:
    found = found_at(person, MOMENTS[0])
    words = FollowedWords(found.following, spoken("en"), catalogue())
    yield f"{found.following.plan.chart.name} · {words.head}"
    for visit in found.following.visits:
        told = words.visit(visit)
        labels = ", ".join(words.label(each) for each in visit.items)
        yield f"{told.name} · {visit.visit.on} · {told.days} · {labels}"


def _at(person: Person, moment: str) -> Iterator[str]:
    language = LANGUAGES[MOMENTS.index(moment) % len(LANGUAGES)]
    following = found_at(person, moment).following
    words = FollowedWords(following, spoken(language), catalogue())
    yield ""
    yield f"== {moment}, {following.on} · {words.counted}"
    for visit in (*following.overdue, *following.this_week, *following.next):
        yield f"{SIGNS[visit.state]} {words.visit(visit).text}"
    yield from (f"* {words.change(each)}" for each in following.changes)
    for kind in every_letter():
        content = render_text(paper(person, kind.id, moment, language))
        mark = hashlib.sha256(content.encode()).hexdigest()[:_MARK]
        yield f"{kind.id} {language}: {len(content.splitlines())} lines, {mark}"


def _letter_files() -> Iterator[tuple[Person, str, str, str, Path]]:
    for person in PERSONS:
        for kind, moment, language in IN_FULL[person.name]:
            name = f"{person.name}.{moment.replace(' ', '-')}.{kind}.{language}.txt"
            yield person, kind, moment, language, FOLDER / name


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.name)
def test_the_follow_up_is_what_it_was(person: Person) -> None:
    assert followed(person) == (FOLDER / f"{person.name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("person", "kind", "moment", "language", "path"),
    list(_letter_files()),
    ids=lambda each: getattr(each, "name", ""),
)
def test_a_letter_is_what_it_was(person: Person, kind: str, moment: str, language: str, path: Path) -> None:
    assert render_text(paper(person, kind, moment, language)) == path.read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for each in PERSONS:
        (FOLDER / f"{each.name}.txt").write_text(followed(each), encoding="utf-8")
    for who, what, when, tongue, place in _letter_files():
        place.write_text(render_text(paper(who, what, when, tongue)), encoding="utf-8")
