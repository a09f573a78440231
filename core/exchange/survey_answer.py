"""A survey as JSON: what every file says of every patient, where patients are lost, what one answer would bring."""

from __future__ import annotations

from core.exchange.plan_answer import Json
from core.screening.survey import Attrition, Awaited, Found, Step
from core.screening.surveyed import Survey


def survey_answer(survey: Survey) -> dict[str, Json]:
    """Return the survey, ready for ``json.dumps``; patients by their ids, files by theirs."""
    return {
        "files": list[Json](survey.ids),
        "patients": [
            {
                "id": row.id,
                "age": row.age,
                "has": list[Json](row.diagnoses),
                "files": {file: _found(each) for file, each in zip(survey.ids, row.founds, strict=True)},
            }
            for row in survey.rows
        ],
        "unread": list[Json](survey.unread),
        "attrition": {file: _attrition(survey.attrition(file)) for file in survey.ids},
        "one_answer_away": [_awaited(each, survey) for each in survey.awaited()],
    }


def _found(found: Found) -> Json:
    return {
        "conclusion": found.word.value,
        "takes_patients": found.takes_patients,
        "not_before": None if found.not_before is None else found.not_before.isoformat(),
        "cohort": found.cohort,
        "fails": _ids(found.fails),
        "open": _ids(found.open),
        "deferred": _ids(found.deferred),
    }


def _ids(keys: frozenset[tuple[str, str]]) -> Json:
    return list[Json](sorted("/".join(filter(None, key)) for key in keys))


def _attrition(found: Attrition) -> Json:
    return {
        "everybody": found.everybody,
        "steps": [_step(each) for each in found.steps],
        "left": found.left,
        "nothing_open": found.pass_all,
        "lack_an_answer": found.lack,
        "wait_for_the_site": found.wait_for_site,
    }


def _step(step: Step) -> Json:
    name = step.kind.value if step.key is None else "/".join(filter(None, step.key))
    return {
        "step": name,
        "fail": step.fails,
        "not_known": step.open,
        "for_the_site": step.deferred,
        "left": step.left,
    }


def _awaited(each: Awaited, survey: Survey) -> Json:
    subject, about = each.item
    patients = list[Json](survey.rows[at].id for at in each.patients)
    return {"item": subject, "about": about.value, "patients": patients, "files": list[Json](each.files)}
