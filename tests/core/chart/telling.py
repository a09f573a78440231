"""Entries of a chart in one line each, so that a table can say what a file was read as."""

from __future__ import annotations

from collections.abc import Iterable

from core.chart.chart import Chart
from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    DoseSegment,
    Entry,
    Episode,
    Finding,
    Mark,
    Never,
    Row,
    SiteStatement,
)
from core.chart.values import Absence, Coded, Fact, Landmark, Measured, Recorded, Scored, TestResult, Value
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth


def told(chart: Chart) -> list[str]:
    """Return every entry in one line, then what is planned and the infusion."""
    lines = [_entry(entry) for entry in chart.entries]
    lines += [f"planned {point}: {_moment(day)}" for point, day in chart.planned.items()]
    if chart.judged_on is not None:
        lines.append(f"judged on {chart.judged_on}")
    for given in chart.infusions:
        cells = "" if given.cells is None else f"cells {given.cells}"
        before = "" if given.lymphodepletion is None else f"after {', '.join(given.lymphodepletion) or 'nothing'}"
        more = (given.indication, given.permit, given.centre, given.bridging and f"bridging {given.bridging}")
        lines.append(_line(f"infusion on {given.on}", given.product, given.vector, given.region, cells, before, *more))
    for each in chart.planned_treatments:
        when = "" if each.on is None else f"on {each.on.text}"
        lines.append(_line(f"planned {each.drug}", f"after {each.after}" if each.after else "", when))
    return lines


def _line(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _entry(entry: Entry) -> str:
    match entry:
        case Finding():
            return _finding(entry)
        case Episode():
            return _episode(entry)
        case Course():
            return _course(entry)
        case Completeness():
            return f"{entry.ref}: {entry.of} from {entry.since} to {entry.as_of}"
        case Never():
            return f"{entry.ref}: {entry.of} until {entry.as_of}"
        case Contraindication():
            return _line(f"{entry.ref}: {entry.to}", _in("why", entry.why), _in("by", entry.by), _at("on", entry.on))
        case Answer():
            answer = f"{entry.ref}: {entry.answer.value}"
            return _line(answer, _in("by", entry.by), _at("on", entry.on), _in("note", entry.text))
        case SiteStatement() | Row():
            on = entry.on if isinstance(entry, SiteStatement) else entry.onset
            words = entry.value if isinstance(entry, SiteStatement) else ", ".join(entry.words.values())
            return _line(f"{entry.ref}: {words}", _at("on", on))


def _finding(finding: Finding) -> str:
    value = finding.value
    return _line(
        f"{finding.ref}: {finding.concept}",
        f"absent, {value.value}" if isinstance(value, Absence) else _value(value),
        _at("on", finding.on),
        _in("by", ", ".join(sorted(finding.qualifiers))),
        _limit("uln", finding.upper_limit),
        _limit("lln", finding.lower_limit),
        _in("at", finding.laboratory),
    )


def _episode(episode: Episode) -> str:
    return _line(
        f"{episode.ref}: {episode.concept or 'another'}",
        _at("from", episode.onset),
        _at("to", episode.end),
        "goes on" if episode.is_ongoing else "",
        _at("seen", episode.ongoing_on),
        _fields(episode.fields.items()),
        "" if episode.text == episode.concept else f"'{episode.text}'",
        "suspected" if episode.is_suspected else "",
        _mark_of(episode.mark),
    )


def _mark_of(mark: Mark | None) -> str:
    return (
        "" if mark is None else _line(f"marked {', '.join(mark.counts_as) or 'nothing'}", mark.by, _at("on", mark.on))
    )


def _course(course: Course) -> str:
    return _line(
        f"{course.ref}: {course.drug}",
        _at("from", course.start),
        _at("to", course.end),
        "goes on" if course.is_ongoing else "",
        course.route,
        course.outcome,
        _in("stopped for", course.stopped_for),
        _mark("dose adequate", course.is_dose_adequate),
        _mark("adherence", course.is_adherence_documented),
        "" if course.line is None else f"line {course.line}",
        *(_dose(dose) for dose in course.doses),
        _in("note", course.text),
        _in("may be", ", ".join(sorted(course.may_be))),
    )


def _dose(dose: DoseSegment) -> str:
    often = f"every {dose.per_days} d" if dose.per_days else "once"
    amount = f"{_interval(dose.amount.amount)} {dose.amount.unit}"
    return "[" + _line(amount, often, _at("from", dose.start), _at("to", dose.end)) + "]"


def _value(value: Value) -> str:
    match value:
        case Fact(is_so):
            return "yes" if is_so else "no"
        case Coded(codes, number):
            return _line(", ".join(sorted(codes)), "" if number is None else f"({_interval(number)})")
        case Measured(quantity):
            return _quantity(quantity)
        case TestResult(word, quantity):
            return word if quantity is None else _quantity(quantity)
        case Landmark(on):
            return f"day {_moment(on)}"
        case Recorded(fields):
            return _fields(fields.items())
        case Scored(total, items, domains):
            return _line(
                "no total" if total is None else _interval(total),
                _fields((name, truth.value) for name, truth in items.items() if truth.is_known),
                _fields(domains.items()),
            )


def _fields(fields: Iterable[tuple[str, Value | str]]) -> str:
    parts = [f"{name} {each if isinstance(each, str) else _value(each)}" for name, each in sorted(fields, key=_name)]
    return "{" + ", ".join(parts) + "}" if parts else ""


def _name(field: tuple[str, Value | str]) -> str:
    return field[0]


def _quantity(quantity: Quantity) -> str:
    return _line(_interval(quantity.amount), quantity.unit)


def _interval(interval: Interval) -> str:
    if interval.is_exact:
        return str(interval.low)
    if interval.low is None:
        return f"{'<' if interval.is_high_open else '<='}{interval.high}"
    return f"{'>' if interval.is_low_open else '>='}{interval.low}"


def _moment(moment: PartialDate) -> str:
    days = str(moment.first) if moment.is_exact else f"{moment.first}..{moment.last}"
    return _line(days, moment.clock)


def _at(word: str, moment: PartialDate | None) -> str:
    return "" if moment is None else f"{word} {_moment(moment)}"


def _in(word: str, text: str) -> str:
    return f"{word} {text}" if text else ""


def _limit(word: str, limit: Quantity | None) -> str:
    return "" if limit is None else f"{word} {_quantity(limit)}"


def _mark(word: str, truth: Truth) -> str:
    return "" if truth is Truth.UNKNOWN else f"{word}: {truth.value}"
