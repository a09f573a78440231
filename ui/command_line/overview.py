"""Several patients in one table: how many files conclude what, and the two best files of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from core.documents.align import Align
from core.documents.wrapping import columns_of, hung, padded, wrapped
from core.language.phrases import Phrases
from core.screening.conclusions import Word
from core.screening.screening import Screening
from core.use_cases.screen_patients import ScreenedPatient
from core.wording.headline import headline_tone

_LOST = "conclusion-not-eligible"
_COLUMNS = {
    "conclusion-eligible": ("✓", (Word.ELIGIBLE,)),
    "conclusion-possible": ("≈", (Word.POSSIBLE,)),
    "terminal-board": ("◇", (Word.WITHIN_LIMITS, Word.OUTSIDE_LIMITS)),
    "conclusion-undecided": ("?", (Word.UNDECIDED,)),
    "conclusion-not-yet": ("◷", (Word.NOT_YET,)),
    _LOST: ("✕", (Word.NOT_ELIGIBLE,)),
}
"""The columns by their phrases; what takes nobody has one of its own."""
_NOBODY = "terminal-nobody"
_NOBODY_SIGN = "–"
_GAP = 2
_BEST = 2
_NONE = "·"
_LONGEST_NAME = 30


def overview_lines(patients: Sequence[ScreenedPatient], phrases: Phrases, width: int) -> Iterator[str]:
    """Yield the table: a line a patient, then what the signs mean. Other diseases are not counted."""
    shown = [patient for patient in patients if patient.chart is not None]
    counts = [Counter(_column(each) for each in patient.shown) for patient in shown]
    columns = [name for name in (*_COLUMNS, _NOBODY) if any(count[name] for count in counts)]
    head = phrases.say("terminal-patient")
    names = [_short(_name(patient)) for patient in shown]
    longest = max(columns_of(name) for name in (head, *names))
    signs = [_number(_sign(name)) for name in columns]
    yield from _row((head, longest), signs, phrases.say("terminal-best"), width)
    for patient, name, count in zip(shown, names, counts, strict=True):
        numbers = [_number(str(count[column] or _NONE)) for column in columns]
        yield from _row((name, longest), numbers, _best(patient), width)
    meanings = (f"{_sign(name)}\u00a0{phrases.say(name)}" for name in columns)
    yield from wrapped(" · ".join(meanings), width)
    yield ""


def _column(screening: Screening) -> str:
    if not screening.takes_patients:
        return _NOBODY
    word = screening.conclusion.word
    return next((name for name, (_, words) in _COLUMNS.items() if word in words), "")


def _sign(column: str) -> str:
    return _COLUMNS[column][0] if column in _COLUMNS else _NOBODY_SIGN


def _best(patient: ScreenedPatient) -> str:
    """Return the first two files of the list that take patients and do not rule this one out."""
    found = [each for each in patient.shown if _column(each) not in (_NOBODY, _LOST, "")]
    return ", ".join(f"{headline_tone(each)[1]} {each.rule_file.id}" for each in found[:_BEST]) or _NONE


def _name(patient: ScreenedPatient) -> str:
    return patient.file if patient.chart is None else patient.chart.name or patient.chart.id


def _short(name: str) -> str:
    return name if columns_of(name) <= _LONGEST_NAME else f"{wrapped(name, _LONGEST_NAME - 1)[0]}…"


def _number(text: str) -> str:
    return padded(text, _GAP, Align.RIGHT)


def _row(name: tuple[str, int], numbers: Sequence[str], best: str, width: int) -> Iterator[str]:
    """Yield a row; where the best files do not fit behind the numbers they stand below them."""
    gap = " " * _GAP
    start = gap.join((padded(*name, Align.LEFT), *numbers))
    if columns_of(start) + _GAP + columns_of(best) <= width:
        yield f"{start}{gap}{best}"
    else:
        yield start
        yield from hung(gap, best, width)
