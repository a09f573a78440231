"""The tables that several blocks of the letter share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.chart.values import TestResult
from core.documents.blocks import Block, Cell, Column, Lines, Table, muted
from core.documents.referral_letter.telling import Latest, LetterTelling

_TOGETHER = 3
"""So many tests stand in one row."""


def findings_table(telling: LetterTelling, found: Iterable[Latest], caption: str) -> Iterator[Block]:
    """Yield the latest value of each concept with its day, and the one before it; nothing where there is none.

    Tests of one day that came out alike stand in one row, as a physician writes them.
    """
    latest = tuple(found)
    alike: dict[tuple[str, str], list[Latest]] = {}
    for each in latest:
        if each.before is None and isinstance(each.finding.value, TestResult) and each.finding.value.quantity is None:
            alike.setdefault(telling.value_words(each.finding), []).append(each)
    together = {id(each): key for key, group in alike.items() if len(group) >= _TOGETHER for each in group}
    rows: dict[object, tuple[Cell, ...]] = {}
    for each in latest:
        key = together.get(id(each))
        if key is None:
            rows[id(each)] = _row(telling, each)
        else:
            rows.setdefault(key, (key[0], "; ".join(telling.label(one.concept) for one in alike[key]), key[1]))
    if rows:
        columns = (
            Column(telling.say("letter-column-what"), 3),
            Column(telling.say("letter-column-value"), 4.2),
            Column(telling.say("letter-column-day"), 1.6),
        )
        yield Table(columns, tuple(rows.values()), caption)


def _row(telling: LetterTelling, latest: Latest) -> tuple[Cell, ...]:
    value, day = telling.value_words(latest.finding)
    cell: Cell = value
    if latest.before is not None:
        before, of = telling.value_words(latest.before)
        cell = Lines((value, muted(telling.say("letter-before", value=before, day=of))))
    return telling.label(latest.concept), cell, day


def episodes_table(
    telling: LetterTelling, sections: Iterable[str], lists: Iterable[str], caption: str
) -> Iterator[Block]:
    """Yield the diagnoses or events of some sections with their days and what else was recorded."""
    rows = tuple(
        (telling.episode_name(each), telling.episode_span(each), telling.episode_details(each))
        for each in telling.episodes(sections, lists)
    )
    if rows:
        columns = (
            Column(telling.say("letter-column-what"), 3),
            Column(telling.say("letter-column-since"), 2.4),
            Column(telling.say("letter-column-details"), 3.4),
        )
        yield Table(columns, rows, caption)
