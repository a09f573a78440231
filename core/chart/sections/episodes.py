"""Diagnoses and events: what the patient has or had, what took place, and what was looked for and ruled out.

A diagnosis goes on until somebody says that it ended; an event is over, unless somebody says that it goes on.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.catalogue.concept import Kind
from core.chart.reading.happenings import read_happenings
from core.chart.sections.section import Cell, Column, Names, Section, Shape
from core.chart.words import CERTAINTIES, SEVERITIES
from core.values.duration import Duration, TimeUnit

_MARK = "it stands in the field beside a free text"


def _episodes(name: str, kind: Kind, page: str, own: Iterable[Column]) -> Section:
    """Return a list of episodes: its own columns, then those of both."""
    columns = (
        *own,
        Column("certainty", Cell.WORD, choices=CERTAINTIES),
        Column("details", Cell.DETAILS),
        Column("ongoing_on", Cell.DATE, is_detail=True),
        Column("note"),
        Column("text", untyped="it stands with what the entry is"),
        Column("by", untyped=_MARK),
        Column("counts_as", Cell.NAMES, untyped=_MARK),
        Column("marked_on", Cell.DATE, untyped=_MARK),
    )
    return Section(
        name,
        Shape.LIST,
        columns,
        read=read_happenings,
        names=Names.EPISODES,
        is_free=True,
        kinds=frozenset({kind}),
        stays_complete=Duration(28, TimeUnit.DAY),
        page=page,
    )


SECTIONS = (
    _episodes(
        "diagnoses",
        Kind.CONDITION,
        "diagnosis",
        (
            Column("is", Cell.NAME, is_required=True, also=("of", "event")),
            Column("since", Cell.DATE, also=("from", "date")),
            Column("until", Cell.END, also=("to", "resolved")),
            Column("severity", Cell.WORD, choices=SEVERITIES, is_field=True),
        ),
    ),
    _episodes(
        "events",
        Kind.EVENT,
        "history",
        (
            Column("event", Cell.NAME, is_required=True, also=("is", "of")),
            Column("date", Cell.DATE, also=("since", "from")),
            Column("until", Cell.END, also=("to", "resolved")),
        ),
    ),
)
