"""The plan as JSON: everything the paper holds, in a form that survives a round trip."""

from __future__ import annotations

import json
from datetime import date

from core.exchange.plan_answer import plan_answer
from core.follow_up.plan import Plan
from tests.core.follow_up.sample_plans import chart, plan_of


def answer_of(plan: Plan, on: date) -> dict[str, object]:
    """Return the answer after a round trip through text."""
    answer = plan_answer(plan, on)
    assert json.loads(json.dumps(answer, ensure_ascii=False)) == answer
    return dict(answer)


def test_the_head_of_the_answer() -> None:
    answer = answer_of(plan_of(chart("jdm"), region=""), date(2026, 11, 22))
    assert {key: answer[key] for key in ("format", "evaluation_date", "patient", "synthetic", "day0", "until")} == {
        "format": 1,
        "evaluation_date": "2026-11-22",
        "patient": "sample-07",
        "synthetic": True,
        "day0": "2026-02-04",
        "until": "2041-02-04",
    }
    assert answer["region"] is None


def test_every_activity_of_the_plan_is_in_the_answer() -> None:
    plan = plan_of(chart("sle", born="1990", sex="female"), product="", region="")
    text = json.dumps(plan_answer(plan, plan.day0))
    assert [item.activity.id for item in plan.items if f'"id": "{item.activity.id}"' not in text] == []


def test_nobody_reviewed_the_schedules_and_the_answer_says_so() -> None:
    answer = answer_of(plan_of(chart("jdm")), date(2026, 2, 4))
    schedules = answer["schedules"]
    assert isinstance(schedules, list)
    assert json.dumps(schedules).count('"reviewed": "not reviewed by a physician"') == 2


def test_a_relation_to_an_event_is_told_in_words() -> None:
    patient = chart("jdm", more="treatments: [{drug: azathioprine, from: 2025-01-05, to: 2026-01-05}]")
    answer = answer_of(plan_of(patient), date(2026, 2, 4))
    text = json.dumps(answer["before_infusion"])
    for relation in ("at", "before", "2 weeks before", "within 3 months before"):
        assert f'"relation": "{relation}"' in text
    assert '"relation": "while"' in json.dumps(answer["awaited"])
    assert '"pace": "2 to 3 per 1 week"' in json.dumps(answer["repeated"])


def test_the_cells_as_given_are_in_the_answer() -> None:
    """With the drugs before and what is planned after; what nobody told is null."""
    more = """
    infusion: {date: 2026-02-04, cells: 50 million, lymphodepletion: [fludarabine]}
    treatments: [{drug: fludarabine, from: 2026-01-30, to: 2026-02-01}]
    planned: {treatments: {mycophenolate_mofetil: week 5}}
    """
    told = answer_of(plan_of(chart("sle", more=more)), date(2026, 11, 22))
    assert told["cells"] == "50 x 10^6"
    assert told["lymphodepletion"] == ["fludarabine"]
    assert told["planned_treatments"] == [{"drug": "mycophenolate_mofetil", "from": "2026-03-11"}]
    unknown = answer_of(plan_of(chart("sle")), date(2026, 11, 22))
    assert unknown["cells"] is None
    assert unknown["lymphodepletion"] is None
