"""``screen --beside``: two rule files side by side for a patient, in two columns or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from core.documents.align import Align
from core.documents.wrapping import hung, padded, wrapped
from core.language.phrases import Phrases
from core.screening.beside import Side, beside
from core.screening.judgements import Judgement
from core.use_cases.load_rules import LoadedRules
from core.use_cases.screen_patients import ScreenedPatient
from core.wording.beside import Asking, BesideRow, beside_table
from core.wording.listing import CriterionRow, FileRow

_BETWEEN = " │ "


def sides_of(patient: ScreenedPatient, rules: LoadedRules, ids: Sequence[str]) -> tuple[Side, Side] | None:
    """Return the two files as they were judged for a patient; None where one of them was not."""
    screened = {each.rule_file.id: each for each in patient.screenings}
    found = [Side(screened[name], each) for name in ids if name in screened and (each := rules.by_id(name))]
    return (found[0], found[1]) if len(found) == len(ids) else None


def beside_lines(file: str, sides: tuple[Side, Side], phrases: Phrases, width: int) -> Iterator[str]:
    """Yield both files in two columns: their conclusions, then topic by topic."""
    table = beside_table(*sides, phrases)
    yield f"{file}"
    yield from _two(_head(table.left), _head(table.right), width)
    for asking in Asking:
        rows = table.of(asking)
        if not rows:
            continue
        yield ""
        title = {Asking.LEFT: table.left.title, Asking.RIGHT: table.right.title}.get(asking, "")
        yield from wrapped(phrases.say(f"beside-{asking.value}", file=title), width)
        for row in rows:
            yield from _row(row, width)
    yield ""


def _head(file: FileRow) -> list[str]:
    return [file.title, file.number, f"{file.sign} {file.word}", *(part for part in (file.rest, file.way) if part)]


def _row(row: BesideRow, width: int) -> Iterator[str]:
    if row.topic:
        yield from hung("  ·", row.topic, width)
    if row.asking is Asking.BOTH:
        yield from _two(_criteria(row.left), _criteria(row.right), width)
    else:
        for line in _criteria(row.left or row.right):
            yield from hung("    ", line, width)


def _criteria(rows: Sequence[CriterionRow]) -> list[str]:
    """Return each criterion with its verdict and why."""
    return [line for row in rows for line in (f"{row.sign} {row.text}", f"  {row.under}", *_reasons(row))]


def _reasons(row: CriterionRow) -> Iterator[str]:
    return (f"  – {each}" for each in row.evidence)


def _two(left: Sequence[str], right: Sequence[str], width: int) -> Iterator[str]:
    each = (width - len(_BETWEEN) - 4) // 2
    columns = [[line for text in side for line in wrapped(text, each)] for side in (left, right)]
    for one, other in zip_longest(*columns, fillvalue=""):
        yield f"    {padded(one, each, Align.LEFT)}{_BETWEEN}{other}".rstrip()


def beside_answer(sides: tuple[Side, Side]) -> dict[str, object]:
    """Return the same for JSON: the criteria by their ids, with their verdicts."""
    topics = [
        {"names": list(each.names), "left": _judged(each.left), "right": _judged(each.right)} for each in beside(*sides)
    ]
    return {"files": [side.screening.rule_file.id for side in sides], "topics": topics}


def _judged(judged: Sequence[Judgement]) -> list[dict[str, str]]:
    return [
        {"id": each.criterion.id, "cohort": each.cohort, "point": each.point, "verdict": each.verdict.value}
        for each in judged
    ]
