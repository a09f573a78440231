"""A plan as one JSON document, with every day, condition, source and mark of the paper; texts in English."""

from __future__ import annotations

from datetime import date

from core.follow_up.due import standings
from core.follow_up.plan import Awaited, Plan, Planned, Preparation
from core.follow_up.schedule import Remark, Rule
from core.follow_up.timing import AtEvent, Pace, Relative
from core.language.languages import ENGLISH, in_language
from core.rule_files.rule_file import NOT_REVIEWED, Source
from core.values.duration import TimeUnit
from core.values.truth import Truth

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

FORMAT = 1
PROGRAM = "Kriterion"
_KNOWN = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}


def plan_answer(plan: Plan, on: date) -> dict[str, Json]:
    """Return the plan told from the day ``on``, ready for ``json.dumps``."""
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "evaluation_date": on.isoformat(),
        "patient": plan.chart.id,
        "synthetic": plan.chart.is_synthetic,
        "day0": plan.day0.isoformat(),
        "until": plan.horizon.isoformat(),
        "product": plan.given.product or None,
        "vector": plan.given.vector or None,
        "region": plan.given.region or None,
        **_as_given(plan),
        "schedules": [
            {
                "id": schedule.id,
                "version": schedule.version,
                "hash": schedule.hash,
                "state": schedule.state,
                "reviewed": schedule.review.by or NOT_REVIEWED,
                "origin": schedule.origin.kind.value,
                "missing": list[Json](schedule.missing),
            }
            for schedule in plan.schedules
        ],
        "known": [{"what": in_language(each.condition.name, ENGLISH), "is": _KNOWN[each.truth]} for each in plan.known],
        "before_infusion": [_preparation(each) for each in plan.preparation],
        "repeated": [
            {
                **_item(each.item),
                "from": each.first.isoformat(),
                "to": each.last.isoformat(),
                "pace": _pace(each.pace),
                "while": None if each.while_ is None else in_language(each.while_.words, ENGLISH),
            }
            for each in plan.repeated
        ],
        "visits": [
            {
                "date": each.visit.on.isoformat(),
                "window": [each.visit.earliest.isoformat(), each.visit.latest.isoformat()],
                "moments": [f"{moment.unit.value} {moment.count}" for moment in each.visit.moments],
                "age": each.visit.age,
                "standing": each.standing.value,
                "without_result": [item.activity.id for item in each.missing],
                "activities": [_item(item) for item in each.visit.items],
            }
            for each in standings(plan, on)
        ],
        "held": [
            {
                **_item(each.item),
                "from": each.first.isoformat(),
                "to": None if each.last is None else each.last.isoformat(),
            }
            for each in plan.held
        ],
        "awaited": [_awaited(each) for each in plan.awaited],
        "left_out": [
            {"id": each.id, "label": in_language(each.label, ENGLISH), "why": in_language(each.off, ENGLISH)}
            for each in plan.left_out
        ],
        "report": [_remark(each) for each in plan.reports],
        "notes": [_remark(each) for each in plan.notes],
        "problems": [],
    }


def _as_given(plan: Plan) -> dict[str, Json]:
    """Return the cells and the lymphodepletion of the recorded infusion, and what is planned after it."""
    infusion = plan.infusion
    cells = None if infusion is None else infusion.cells
    before = None if infusion is None else infusion.lymphodepletion
    return {
        "cells": None if cells is None else str(cells),
        "lymphodepletion": None if before is None else list[Json](before),
        "planned_treatments": [
            {"drug": each.drug, "from": None if first is None else first.text}
            for each in plan.chart.planned_treatments
            for first in (each.first_on(plan.day0),)
        ],
    }


def _preparation(each: Preparation) -> dict[str, Json]:
    return {
        **_item(each.item),
        "event": None if each.event is None else each.event.id,
        "relation": _relation(each.when),
        "from": None if each.first is None else each.first.isoformat(),
        "to": None if each.last is None else each.last.isoformat(),
    }


def _awaited(each: Awaited) -> dict[str, Json]:
    when = each.when
    relation = _relation(when) if when is None or isinstance(when, AtEvent | Relative) else type(when).__name__.lower()
    return {
        **_item(each.item),
        "trigger": None if each.trigger is None else in_language(each.trigger.words, ENGLISH),
        "relation": relation,
        "age": each.age,
    }


def _relation(when: AtEvent | Relative | None) -> str | None:
    match when:
        case None:
            return None
        case AtEvent(_, is_before):
            return "before" if is_before else "at"
        case Relative(length, is_before, _, is_within):
            return f"{'within ' if is_within else ''}{length} {'before' if is_before else 'after'}"


def _pace(pace: Pace) -> str:
    times = f"{pace.times} to {pace.at_most}" if pace.at_most else str(pace.times)
    per = "day" if pace.per.unit is TimeUnit.DAY and pace.per.count == 1 else str(pace.per)
    return f"{times} per {per}"


def _item(item: Planned) -> dict[str, Json]:
    return {
        "id": item.activity.id,
        "label": in_language(item.label, ENGLISH),
        "if": [in_language(named.words, ENGLISH) for named in item.ifs],
        "if_given": [{"what": each.kind, "one_of": list[Json](each.wanted)} for each in item.unsettled],
        "until": [in_language(named.words, ENGLISH) for named in item.until],
        "who": list[Json](item.activity.roles),
        "confidential": item.activity.is_confidential,
        "longer_of_regions": item.is_longer_of_regions,
        "rules": [_rule(rule) for rule in item.rules],
    }


def _rule(rule: Rule) -> dict[str, Json]:
    return {
        "refs": list[Json](rule.refs),
        "strength": rule.strength.value,
        "provenance": rule.provenance.value,
        "regions": list[Json](sorted(rule.reach.regions)),
        "limit": in_language(rule.limit, ENGLISH) or None,
        "note": in_language(rule.note, ENGLISH) or None,
        "disputed": in_language(rule.disputed, ENGLISH) or None,
        "sources": [_source(source) for source in rule.sources],
    }


def _source(source: Source) -> Json:
    return {"id": source.id, "title": source.title, "place": source.place, "date": source.date, "read": source.read}


def _remark(remark: Remark) -> dict[str, Json]:
    return {
        "id": remark.id,
        "text": in_language(remark.text, ENGLISH),
        "strength": remark.strength.value,
        "provenance": remark.provenance.value,
        "sources": [_source(source) for source in remark.sources],
    }
