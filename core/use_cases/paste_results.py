"""Record a pasted print: what is ticked, and the other lines as they were, for the history; one undo for all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from core.chart.sections.pasted import LEFT, PASTED
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Change, Field
from core.entry.paste.pasting import Pasting
from core.entry.statement import Plain, Statement
from core.screening.screening import Screening
from core.use_cases.work_on_patient import PatientWork


def record_pasted(work: PatientWork, pasting: Pasting) -> bool:
    """Record what is ticked and keep the other lines in the history; False where the record does not take it."""
    return work.record_together((*pasting.changes, *_left(pasting)))


@dataclass(frozen=True, slots=True)
class LeftPrint:
    """Lines of one print that nobody recorded, as they were pasted; ``date`` as a patient file writes it, or ""."""

    text: str
    laboratory: str = ""
    date: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, one by one."""
        return tuple(self.text.splitlines())


def prints_left(desk: Desk) -> tuple[LeftPrint, ...]:
    """Return what was pasted for a patient and not recorded, the last print first."""
    contents = [kept.statement.plain for kept in reversed(desk.all_of(PASTED, LEFT))]
    return tuple(LeftPrint(*map(partial(_said, content), ("text", "laboratory", "date"))) for content in contents)


def _said(content: Plain, key: str) -> str:
    said = content.get(key) if isinstance(content, dict) else None
    return said if isinstance(said, str) else ""


def _left(pasting: Pasting) -> tuple[tuple[Field, Change], ...]:
    """Return the statement of the lines that are not recorded, none where every line is."""
    lines = dict.fromkeys(line.raw for line in pasting.not_recorded)
    if not lines or not pasting.changes:
        return ()
    content: dict[str, Plain] = {"text": "\n".join(lines)}
    if pasting.sheet.head.laboratory:
        content["laboratory"] = pasting.sheet.head.laboratory
    if pasting.head_day:
        content["date"] = pasting.head_day
    return ((Field(PASTED, LEFT), Change(Statement.of(PASTED, content, LEFT))),)


@dataclass(frozen=True, slots=True)
class Moved:
    """What the pasted values change for one file: another conclusion, or so many items fewer to ask."""

    is_another: bool
    fewer: int


def moved(before: Screening | None, after: Screening) -> Moved:
    """Return what moved between two screenings of one file."""
    if before is None:
        return Moved(is_another=False, fewer=0)
    return Moved(before.conclusion.word is not after.conclusion.word, max(_open_items(before) - _open_items(after), 0))


def _open_items(screening: Screening) -> int:
    return len({gap.name for judgement in screening.best.judgements for gap in judgement.open_gaps})
