"""The tables that several blocks of the letter share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from core.catalogue.concept import Change
from core.chart.entries import Episode
from core.chart.values import Landmark, TestResult
from core.documents.blocks import Block, Cell, Column, KeyValues, Line, Lines, Paragraph, Run, Table, muted, plain
from core.documents.referral_letter.telling import Latest, LetterTelling
from core.documents.scored import score_on_paper, scored_blocks
from core.wording.telling import Telling

_TOGETHER = 3
"""So many tests stand in one row."""
_MANY = 2
"""So many values of one day have it said once, above them."""


def findings(telling: LetterTelling, found: Iterable[Latest]) -> Iterator[Block]:
    """Yield the latest value of each concept, two beside each other; nothing where there is none.

    The day that most of them share is said once, any other beside its value.
    """
    latest = tuple(found)
    day = shared_day(telling, latest)
    if day:
        yield values_of(telling, day)
    yield from values(telling, latest, day)


def shared_day(telling: LetterTelling, latest: Iterable[Latest]) -> str:
    """Return the day of most values, "" where no two share one."""
    days = Counter(day for each in latest for day in [telling.value_words(each.finding)[1]] if day)
    day, count = max(days.items(), key=lambda item: item[1], default=("", 0))
    return day if count >= _MANY else ""


def values_of(telling: LetterTelling, day: str) -> Paragraph:
    """Return the sentence that says of which day the values below are."""
    return Paragraph(muted(telling.say("letter-values-of", day=day)), leads=True)


def values(telling: LetterTelling, found: Iterable[Latest], day: str) -> Iterator[Block]:
    """Yield values of ``day`` or of the day beside them, with the one before each.

    Tests that came out alike on one day stand in one row, as a physician writes them. A score whose answers are on
    record stands below, with its version, what counts and its map.
    """
    every = tuple(found)
    scores = {each.concept.id: score_on_paper(each.concept, each.finding, each.before) for each in every}
    latest = tuple(each for each in every if scores[each.concept.id] is None)
    alike: dict[tuple[str, str], list[Latest]] = {}
    for each in latest:
        if each.before is None and isinstance(each.finding.value, TestResult) and each.finding.value.quantity is None:
            alike.setdefault(telling.value_words(each.finding), []).append(each)
    groups = {words: group for words, group in alike.items() if len(group) >= _TOGETHER}
    grouped = {id(each) for group in groups.values() for each in group}
    pairs = tuple(
        (telling.label(each.concept), _value(telling, each, day)) for each in latest if id(each) not in grouped
    )
    if pairs:
        yield KeyValues(pairs, 2)
    if groups:
        yield KeyValues(
            tuple(
                (value, (plain("; ".join(telling.label(each.concept) for each in group)), *_of(own, day)))
                for (value, own), group in groups.items()
            )
        )
    scored = (each for each in scores.values() if each is not None)
    yield from scored_blocks(scored, Telling(telling.scope, telling.phrases))


def _value(telling: LetterTelling, latest: Latest, day: str) -> Cell:
    value, own = telling.value_words(latest.finding)
    is_of_a_day = latest.concept.changes is not Change.NEVER and not isinstance(latest.finding.value, Landmark)
    if day and not own and is_of_a_day:
        own = telling.say("evidence-undated")
    line: Line = (plain(value), *_of(own, day))
    if latest.before is None:
        return line
    before, of = telling.value_words(latest.before)
    return Lines((line, muted(telling.say("letter-before", value=before, day=of))))


def _of(own: str, day: str) -> tuple[Run, ...]:
    """Return the day of a value where it is not the one said above."""
    return (muted(f" · {own}"),) if own and own != day else ()


def episodes_table(
    telling: LetterTelling, sections: Iterable[str], lists: Iterable[str], caption: str
) -> Iterator[Block]:
    """Yield the diagnoses or events of some sections with their days, and what else was recorded where anything was."""
    yield from table_of(telling, telling.episodes(sections, lists), caption)


def table_of(telling: LetterTelling, episodes: Iterable[Episode], caption: str) -> Iterator[Block]:
    """Yield diagnoses or events that may be told as a table; nothing where there is none."""
    rows = tuple(
        (telling.episode_name(each), telling.episode_span(each), telling.episode_details(each)) for each in episodes
    )
    if not rows:
        return
    columns = (
        Column(telling.say("letter-column-what"), 3),
        Column(telling.say("letter-column-since"), 2.4),
        Column(telling.say("letter-column-details"), 3.4),
    )
    count = len(columns) if any(details for *_, details in rows) else len(columns) - 1
    yield Table(columns[:count], tuple(row[:count] for row in rows), caption)


def remarks(*texts: str) -> Iterator[Block]:
    """Yield what is said below a table as one paragraph of sentences."""
    told = [text if text.endswith(".") else f"{text}." for text in texts if text]
    if told:
        yield Paragraph(muted(" ".join(told)))
