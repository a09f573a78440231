"""What is taken now, and what was begun or stopped since."""

from __future__ import annotations

from collections.abc import Iterator

from core.chart.entries import Course
from core.chart.words import TREATMENTS
from core.documents.blocks import Block, Heading, Paragraph, muted
from core.documents.follow_up_letters.letter import Telling
from core.documents.referral_letter.blocks.treatments import treatments_table


def current(telling: Telling, *, with_ended: bool = True) -> Iterator[Block]:
    """Yield the courses that go on as the record has them, then what ended since; a list that may lack some says so."""
    letter = telling.letter
    title = telling.say("heading-treatments")
    yield Heading(title)
    ongoing = tuple(ongoing_courses(telling))
    if ongoing:
        yield treatments_table(letter, ongoing, title)
    else:
        yield Paragraph(_none(telling), leads=True)
    ended = tuple(each for each in letter.chart.courses if each.end is not None and _is_over_since(each, telling))
    if ended and with_ended:
        since = telling.say("treatments-ended", since=telling.day(telling.since))
        yield Paragraph(muted(since), leads=True)
        yield treatments_table(letter, ended, since)
    complete = letter.complete(TREATMENTS)
    yield Paragraph(muted(complete or telling.say("treatments-incomplete")))


def named(telling: Telling) -> str:
    """Return what is taken now by its name and since when, without a dose."""
    return "; ".join(_line(each, telling) for each in ongoing_courses(telling)) or _none(telling)


def _none(telling: Telling) -> str:
    """Return that nothing goes on: by a list that was said to be complete, or as far as the record tells."""
    stated = [each.as_of for each in telling.letter.chart.complete if each.of == TREATMENTS]
    return telling.say("treatments-none", day=telling.day(max(stated))) if stated else telling.say("treatments-unknown")


def _line(course: Course, telling: Telling) -> str:
    letter = telling.letter
    if course.start is None:
        return letter.drug(course)
    return letter.say("letter-since", what=letter.drug(course), day=letter.day(course.start.text))


def ongoing_courses(telling: Telling) -> Iterator[Course]:
    """Yield the courses that go on, or end only after the day of the letter."""
    for each in telling.letter.chart.courses:
        if each.is_ongoing if each.end is None else each.end.first > telling.on:
            yield each


def _is_over_since(course: Course, telling: Telling) -> bool:
    return course.end is not None and telling.since < course.end.last <= telling.on
