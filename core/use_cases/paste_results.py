"""Record a pasted print: what is ticked, what is left as it was, and what was said of the laboratory; one undo for all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.chart.sections.pasted import PASTED
from core.entry.desk.fields import Change, Field
from core.entry.laboratories import Laboratories
from core.entry.paste.pasting import Pasting
from core.entry.statement import Plain, Statement
from core.regular_files import read_json
from core.screening.screening import Screening
from core.use_cases.work_on_patient import PatientWork
from core.writing import make_folder, write_own

NAME = "laboratories.json"
_NAMES, _UNITS = "names", "units"


def record_pasted(work: PatientWork, pasting: Pasting) -> bool:
    """Record what is ticked and keep the other lines in the patient's history; False where the record does not take it."""
    return work.record_together((*pasting.changes, *_left(pasting)))


def read_laboratories(folder: Path) -> Laboratories:
    """Return what was said of laboratories on this computer; what is missing or makes no sense is as never said."""
    kept = read_json(folder / NAME)
    whole: Mapping[object, object] = kept if isinstance(kept, dict) else {}
    return Laboratories(_pairs(whole.get(_NAMES)), _pairs(whole.get(_UNITS)))


def keep_laboratories(folder: Path, known: Laboratories) -> None:
    """Keep what was said of laboratories, whole or not at all: names and units, nothing of a patient."""
    make_folder(folder)
    kept = {
        part: [[*key, value] for key, value in sorted(pairs.items())]
        for part, pairs in ((_NAMES, known.names), (_UNITS, known.units))
    }
    write_own(folder / NAME, json.dumps(kept, indent=1, ensure_ascii=False).encode())


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
    return ((Field(PASTED), Change(Statement.of(PASTED, content))),)


def _pairs(kept: object) -> dict[tuple[str, str], str]:
    found = kept if isinstance(kept, list) else []
    return {
        (each[0], each[1]): each[2]
        for each in found
        if isinstance(each, list) and len(each) == 3 and all(isinstance(part, str) for part in each)  # noqa: PLR2004
    }


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
