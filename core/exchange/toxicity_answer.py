"""The toxicity log as JSON: each cell with what made it, gaps as nothing."""

from __future__ import annotations

from core.exchange.plan_answer import Json
from core.follow_up.grading import Graded
from core.follow_up.haematotoxicity import Haematotoxicity
from core.follow_up.strip import Cell, InAll, Stated, Strip
from core.values.interval import Interval


def toxicity_answer(strip: Strip) -> dict[str, Json]:
    """Return the log, ready for ``json.dumps``. A day without entries has no cell."""
    return {
        "day0": strip.day0.isoformat(),
        "day": strip.today,
        "days": list[Json](strip.days),
        "rows": [
            {
                "id": row.kind.id,
                "cells": [_cell(each) for each in row.cells if not each.is_gap],
                "in_all": _in_all(row.in_all),
            }
            for row in strip.rows
        ],
        "given": [
            {
                "entry": each.ref,
                "is": each.name,
                "from": each.first,
                "to": each.last,
                "ongoing": each.is_ongoing,
                "course": each.is_course,
            }
            for each in strip.marks
        ],
        "without_day": list[Json](strip.undated),
        "not_told": [
            {
                "id": row.kind.id,
                "missing": list[Json](
                    dict.fromkeys(name for cell in row.cells if cell.graded for name in cell.graded.missing)
                ),
            }
            for row in strip.open_rows
        ],
    }


def _cell(cell: Cell) -> dict[str, Json]:
    return {
        "day": cell.day,
        "value": None if cell.amount is None else _interval(cell.amount),
        "grade": None if cell.graded is None else _graded(cell.graded),
        "stated": [_stated(each, cell) for each in cell.stated],
        "recorded": list[Json](cell.there),
        "entries": list[Json](cell.refs),
    }


def _interval(amount: Interval) -> list[Json]:
    return [None if end is None else f"{end:f}" for end in (amount.low, amount.high)]


def _graded(graded: Graded) -> dict[str, Json]:
    return {
        "low": graded.low,
        "high": graded.high,
        "from": dict[str, Json](graded.answers),
        "taken_from": dict[str, Json](graded.taken),
        "missing": list[Json](graded.missing),
        "against": dict[str, Json](graded.against),
        "absence": None if graded.absence is None else graded.absence.value,
        "refused": None if graded.refusal is None else str(graded.refusal.message),
    }


def _stated(stated: Stated, cell: Cell) -> dict[str, Json]:
    return {
        "entry": stated.ref,
        "grade": stated.grade,
        "system": stated.system or None,
        "reason": stated.reason or None,
        "from": stated.first,
        "to": stated.last,
        "differs": stated in cell.differing,
    }


def _in_all(found: InAll) -> dict[str, Json]:
    return {
        "highest": None if found.highest is None else list[Json](found.highest),
        "on_days": list[Json](found.days),
        "graded_days": found.graded_days,
        "furthest_on": None if found.furthest is None else found.furthest.day,
        "icaht": None if found.blood is None else _blood(found.blood),
        "differing": [each.ref for each in found.differing],
    }


def _blood(found: Haematotoxicity) -> dict[str, Json]:
    return {
        "early": None if found.early is None else list[Json](found.early),
        "late": None if found.late is None else list[Json](found.late),
        "episode": None if found.episode is None else list[Json](found.episode),
    }
