"""The outcome of a followed patient as JSON: each part with its entries, what is open as null with its cause."""

from __future__ import annotations

from datetime import date

from core.engine.judgement.outcome import Gap
from core.exchange.plan_answer import Json
from core.follow_up.outcome.b_cells import BCells
from core.follow_up.outcome.drugs import Free, Steroid
from core.follow_up.outcome.events import Happened, Persistence
from core.follow_up.outcome.outcome import AtVisit, Outcome, Standing
from core.responses.contact import Used
from core.responses.response import Part, Response
from core.values.interval import Interval
from core.values.truth import Truth

_TRUTHS: dict[Truth, Json] = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}


def outcome_answer(outcome: Outcome) -> dict[str, Json]:
    """Return the outcome, ready for ``json.dumps``."""
    return {
        "standings": [_standing(each) for each in outcome.standings],
        "visits": [_visit(each) for each in outcome.visits],
        "drug_free": _free(outcome.free),
        "drug_free_remission": _TRUTHS[outcome.drug_free_remission] if outcome.has_remission else None,
        "glucocorticoid": _steroid(outcome.steroid),
        "relapse": _happened(outcome.relapse),
        "death": _happened(outcome.death),
        "infusions": [each.isoformat() for each in outcome.infusions],
        "b_cells": _b_cells(outcome.b_cells, outcome.on),
        "car_t_cells": _cells(outcome.persistence),
    }


def _standing(standing: Standing) -> dict[str, Json]:
    latest = standing.latest
    return {
        "score": standing.score,
        "met": _TRUTHS[standing.truth],
        "since": _day(standing.since),
        "latest": None if latest is None else _response(latest),
        "assessed": [_day(each.on) for each in standing.history],
    }


def _visit(at: AtVisit) -> dict[str, Json]:
    visit = None if at.visit is None else at.visit.visit
    return {
        "months": at.months,
        "date": None if visit is None else visit.on.isoformat(),
        "window": None if visit is None else [visit.earliest.isoformat(), visit.latest.isoformat()],
        "to_come": at.is_to_come,
        "responses": [_response(each) for each in at.responses],
        "remission": _TRUTHS[at.remission],
        "drug_free": None if at.free is None else _TRUTHS[at.free.truth],
        "drug_free_remission": _TRUTHS[at.drug_free],
        "glucocorticoid_mg_per_day": None if at.dose is None else _interval(at.dose.amount),
    }


def _response(response: Response) -> dict[str, Json]:
    return {
        "score": response.score,
        "version": response.definition.version,
        "day": _day(response.on),
        "met": _TRUTHS[response.truth],
        "range": None if response.low is None or response.high is None else [str(response.low), str(response.high)],
        "categories": list[Json](response.words),
        "recorded": None if response.recorded is None else response.recorded.ref,
        "differs": response.differs,
        "parts": [_part(each) for each in response.parts],
    }


def _part(part: Part) -> dict[str, Json]:
    return {
        "id": part.id,
        "met": _TRUTHS[part.truth],
        "baseline": [_used(each) for each in part.before],
        "visit": [_used(each) for each in part.now],
        "answered": dict[str, Json](part.said),
        "change_percent": None if part.change is None else str(part.change),
        "points": None if part.points is None else str(part.points),
        "open": [_gap(each) for each in part.gaps],
    }


def _used(used: Used) -> dict[str, Json]:
    return {
        "is": used.concept,
        "date": used.on.isoformat(),
        "value": _interval(used.amount),
        "entries": list[Json](used.refs),
    }


def _gap(gap: Gap) -> dict[str, Json]:
    return {"cause": gap.cause.value, "of": gap.subject, "detail": gap.detail or None}


def _free(free: Free) -> dict[str, Json]:
    return {
        "is": _TRUTHS[free.truth],
        "since": _day(free.since),
        "since_at_the_earliest": _day(free.perhaps_since),
        "entries": list[Json](free.refs),
        "not_counted": list[Json](free.beside),
        "open": [_gap(each) for each in free.gaps],
    }


def _steroid(steroid: Steroid) -> dict[str, Json]:
    return {
        "at_infusion_mg_per_day": _interval(steroid.at_infusion.amount),
        "now_mg_per_day": _interval(steroid.now.amount),
        "stopped": _free(steroid.stopped),
        "open": [_gap(each) for each in (*steroid.gaps_at_infusion, *steroid.gaps_now)],
    }


def _happened(happened: Happened) -> dict[str, Json]:
    return {
        "is": _TRUTHS[happened.truth],
        "dates": [each.text for each in happened.on],
        "entries": list[Json](happened.refs),
        "open": [_gap(each) for each in happened.gaps],
    }


def _b_cells(b_cells: BCells, on: date) -> dict[str, Json]:
    return {
        "absent": _TRUTHS[b_cells.are_absent],
        "absent_beyond_a_year": _TRUTHS[b_cells.absent_beyond_a_year(on)],
        "bands": [
            {
                "above_before": _day(each.above_before),
                "first_below": each.first.isoformat(),
                "last_below": each.last.isoformat(),
                "above_again": _day(each.above_after),
                "below_before_infusion": each.is_before_infusion,
                "entries": list[Json](each.refs),
            }
            for each in b_cells.bands
        ],
        "naive_and_memory": list[Json](b_cells.kinds),
        "without_day": list[Json](b_cells.undated),
    }


def _cells(cells: Persistence) -> dict[str, Json]:
    return {
        "found_first": _day(cells.found_first),
        "found_last": _day(cells.found_last),
        "gone_by": _day(cells.gone_by),
        "entries": list[Json](cells.refs),
    }


def _interval(amount: Interval) -> list[Json]:
    return [None if end is None else f"{end:f}" for end in (amount.low, amount.high)]


def _day(day: date | None) -> Json:
    return None if day is None else day.isoformat()
