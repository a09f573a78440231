"""Every course with dose, route, days, what came of it and why it was stopped; what was given in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from core.chart.entries import Course
from core.chart.words import TREATMENTS
from core.documents.blocks import Block, Cell, Column, KeyValues, Line, Lines, Paragraph, Table, muted, plain
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.exposures import exposure
from core.documents.referral_letter.tables import remarks
from core.documents.referral_letter.telling import LetterTelling
from core.entry.typed.choices import choice_label
from core.language.numbers import format_number

_WIDTHS = (("drug", 2.9), ("from", 1.35), ("to", 1.35), ("dose", 3.5), ("outcome", 1.7), ("stopped", 1.5))
_ALKYLATING, _GLUCOCORTICOIDS = "cyclophosphamide", "glucocorticoids"
_DEPLETERS = "b_cell_depleters"
_DEPLETING = (_DEPLETERS, "car_t_cells")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    if telling.chart.courses:
        yield treatments_table(telling)
    yield KeyValues((*_totals(telling), (telling.say("letter-last-depletion"), _last_depletion(telling))))
    planned = telling.names(each.drug for each in telling.chart.planned_treatments)
    if planned:
        yield Paragraph(telling.say("letter-planned-after", what=planned))
    never = "; ".join(
        telling.say("letter-never-given", what=what, day=day) for what, day in telling.nevers(of_drugs=True)
    )
    yield from remarks(never, telling.complete(TREATMENTS))


def treatments_table(telling: LetterTelling, courses: Iterable[Course] | None = None, title: str = "") -> Table:
    """Return every course, so that every one that a criterion counted is told; or those of ``courses`` alone.

    ``title`` is what stands above the table where that is not the heading of the block.
    """
    columns = tuple(Column(telling.say(f"letter-column-{name}"), width) for name, width in _WIDTHS)
    rows = tuple(
        (
            _drug(telling, course),
            *_span(telling, course),
            _doses(telling, course),
            telling.say(f"outcome-{course.outcome}") if course.outcome else telling.say("letter-outcome-not-recorded"),
            _reason(telling, course),
        )
        for course in (telling.chart.courses if courses is None else courses)
    )
    return Table(columns, rows, title or telling.say(BLOCK.phrase))


def _drug(telling: LetterTelling, course: Course) -> Cell:
    name, route = telling.drug(course), telling.say(f"letter-route-{course.route}") if course.route else ""
    is_told = route.casefold() in name.casefold()
    lines: list[Line] = [name if is_told else (plain(name), muted(f", {route}"))]
    if course.purpose:
        lines.append(muted(choice_label(course.purpose, telling.phrases.language)))
    if course.text:
        lines.append(muted(course.text))
    return Lines(tuple(lines))


def _span(telling: LetterTelling, course: Course) -> tuple[str, str]:
    first = telling.say("letter-day-unknown") if course.start is None else telling.day(course.start.text)
    if course.end is not None:
        return first, telling.day(course.end.text)
    return first, telling.say("letter-ongoing" if course.is_ongoing else "letter-day-unknown")


def _doses(telling: LetterTelling, course: Course) -> Lines:
    """Doses are those of the patient's own record, their digits as they were typed."""
    many = len(course.doses) > 1
    told = (
        telling.say("letter-dose", dose=telling.dose(each.text), day=telling.day(each.start.text))
        if many
        else telling.dose(each.text)
        for each in course.doses
    )
    return Lines(tuple(told) or (telling.say("letter-dose-not-recorded"),))


def _reason(telling: LetterTelling, course: Course) -> str:
    if course.stopped_for:
        return telling.say(f"stopped-{course.stopped_for}")
    return "–" if course.is_ongoing else telling.say("letter-dose-not-recorded")


def _totals(telling: LetterTelling) -> Iterator[tuple[str, str]]:
    """Yield what was given of cyclophosphamide and of glucocorticoids; nothing of what was never given."""
    catalogue, courses = telling.scope.catalogue, telling.chart.courses
    for name in (_ALKYLATING, _GLUCOCORTICOIDS):
        given = [each for each in courses if each.drug == name or each.drug in catalogue.drugs_of(name)]
        if not given:
            words = telling.say("letter-none-on-record") if telling.complete(TREATMENTS) else ""
            yield telling.say(f"letter-total-{name}"), words or telling.say("letter-block-not-recorded")
            continue
        found = exposure(given, catalogue, telling.on, is_equivalent=name == _GLUCOCORTICOIDS)
        words = telling.say("letter-total", grams=_grams(found.grams, telling)) if found.grams else ""
        left = ", ".join(dict.fromkeys(map(telling.drug, found.uncounted)))
        rest = telling.say("letter-total-uncounted" if words else "letter-total-unknown", what=left) if left else ""
        yield telling.say(f"letter-total-{name}"), "; ".join(part for part in (words, rest) if part)


def _grams(grams: Fraction, telling: LetterTelling) -> str:
    tenths = int(grams * 10)  # at least: cut, never rounded up
    return format_number(Decimal(tenths).scaleb(-1), telling.phrases.language)


def _last_depletion(telling: LetterTelling) -> str:
    catalogue = telling.scope.catalogue
    depleting = frozenset[str]().union(*(catalogue.drugs_of(each) | {each} for each in _DEPLETING))
    found = [each for each in telling.chart.courses if each.drug in depleting]
    infusion = telling.chart.infused_by(telling.on)
    if infusion is not None and infusion.on.toordinal() > max((_end(each, telling) for each in found), default=0):
        words = telling.say("letter-block-infusion")
        return telling.say("letter-last-given", drug=words, day=telling.shown_day(infusion.on))
    if not found:
        is_told = bool(telling.complete(TREATMENTS)) or any(each.of == _DEPLETERS for each in telling.chart.never)
        return telling.say("letter-none-on-record" if is_told else "letter-block-not-recorded")
    last = max(found, key=lambda each: _end(each, telling))
    day = telling.say("letter-ongoing") if last.is_ongoing and last.end is None else ""
    moment = last.end or last.start
    return telling.say(
        "letter-last-given",
        drug=telling.drug(last),
        day=day or (telling.say("letter-day-unknown") if moment is None else telling.day(moment.text)),
    )


def _end(course: Course, telling: LetterTelling) -> int:
    if course.is_ongoing and course.end is None:
        return telling.on.toordinal()
    moment = course.end or course.start
    return 0 if moment is None else moment.last.toordinal()


BLOCK = LetterBlock(
    "therapies", 60, _write, sections=("treatment",), lists=(TREATMENTS, f"{TREATMENTS}_complete", "planned", "never")
)
