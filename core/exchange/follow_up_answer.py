"""What became of a plan as one JSON document; texts in English."""

from __future__ import annotations

from core.exchange.plan_answer import FORMAT, PROGRAM, Json
from core.follow_up.dying import DEATH
from core.follow_up.following import Followed, Following
from core.follow_up.schedule import Named
from core.language.languages import ENGLISH, in_language


def follow_up_answer(following: Following) -> dict[str, Json]:
    """Return where everything stands, ready for ``json.dumps``."""
    plan = following.plan
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "evaluation_date": following.on.isoformat(),
        "patient": plan.chart.id,
        "synthetic": plan.chart.is_synthetic,
        "day0": plan.day0.isoformat(),
        "day": following.day,
        "schedules": [{"id": each.id, "version": each.version, "hash": each.hash} for each in plan.schedules],
        "visits": [
            {
                "name": visit.name,
                "date": visit.visit.on.isoformat(),
                "window": [visit.visit.earliest.isoformat(), visit.visit.latest.isoformat()],
                "standing": visit.state.value,
                "activities": [_item(each) for each in visit.items],
            }
            for visit in following.visits
        ],
        "outside_visits": [
            {"kind": each.slot.kind.value, **_item(each)} for each in following.items if each.slot.visit is None
        ],
        "changes": [
            {
                "since": each.since.isoformat(),
                "condition": _condition(each.condition),
                "holds": each.is_true,
                "entries": list[Json](each.refs),
                "asked": [activity.id for activity in each.more],
                "asked_no_longer": [activity.id for activity in each.less],
            }
            for each in following.changes
        ],
        "apart": [
            {"activity": each.place[0], "at": each.place[1], "outcome": each.outcome, "why": each.why or None}
            for each in following.apart
        ],
        "problems": [],
    }


def _condition(condition: Named | None) -> str:
    """Return what changed the plan; "death" where the patient has died."""
    return DEATH if condition is None else in_language(condition.words, ENGLISH)


def _item(each: Followed) -> dict[str, Json]:
    slot, said, reason = each.slot, each.said, each.reason
    return {
        "id": slot.item.activity.id,
        "at": list[Json](slot.item.at),
        "label": in_language(slot.item.label, ENGLISH),
        "from": None if slot.first is None else slot.first.isoformat(),
        "to": None if slot.last is None else slot.last.isoformat(),
        "standing": each.state.value,
        "outcome": None if said is None else said.outcome,
        "why": None if said is None else said.why or None,
        "done_on": None if each.done_on is None else each.done_on.isoformat(),
        "days_outside_window": each.outside_window,
        "entries": list[Json](each.refs),
        "without_value": list[Json](each.lacking),
        "covered": each.covered if each.expected else None,
        "expected": each.expected or None,
        "because": None if reason is None else _condition(reason.condition),
        "because_holds": None if reason is None else reason.is_true,
        "because_of": None if reason is None else list[Json](reason.refs),
        "confidential": slot.item.activity.is_confidential,
    }
