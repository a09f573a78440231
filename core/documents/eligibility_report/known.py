"""The last section: trials of a kept state that fit coarsely and have no rule file. Nothing where none is kept."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Cell, Column, Heading, Lines, Paragraph, Table, muted
from core.documents.eligibility_report.desk import Desk
from core.trials.listing import KnownTrials, Listed
from core.wording.trials import TrialWords


def known_blocks(desk: Desk, known: KnownTrials | None) -> Iterator[Block]:
    """Yield what is said of known trials, and that it is coarse."""
    if known is None:
        return
    words = TrialWords(desk.phrases)
    yield Heading(desk.say("trials-paper-title"))
    about = desk.say("trials-paper-about", day=words.day(known.day), imported=words.day(known.imported_on))
    place = desk.say("trials-paper-from", place=known.home) if known.home else ""
    yield Paragraph(" ".join(filter(None, (about, place))), leads=True)
    if not known.listed:
        yield Paragraph(desk.say("trials-paper-none"))
        return
    nearest = "trials-column-nearest" if known.home else "trials-column-where"
    columns = (
        Column(desk.say("trials-column-trial"), 4.4),
        Column(desk.say("trials-paper-column-fits"), 1.7),
        Column(desk.say("trials-column-age"), 1.6),
        Column(desk.say("trials-column-status"), 1.7),
        Column(desk.say(nearest), 1.9),
    )
    rows = tuple(_row(desk, words, each) for each in known.listed)
    yield Table(columns, rows, desk.say("trials-paper-title"), is_dense=True)
    if known.more:
        yield Paragraph(muted(desk.say("trials-paper-more", count=known.more)))


def _row(desk: Desk, words: TrialWords, each: Listed) -> tuple[Cell, ...]:
    trial = each.trial
    name = Lines((words.title(trial), muted(" · ".join(filter(None, (trial.number, trial.sponsor))))))
    fits = words.fit(each) or desk.say("trials-paper-fits")
    where = Lines(tuple(filter(None, words.nearest(each))) or ("–",))
    return (name, fits, words.ages(trial), words.status(trial.status), where)
