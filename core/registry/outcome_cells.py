"""How it went, as cells: relapse, death and B cells of a patient; what the instruments say at the visits of trials.

The cells are those of the outcome on the page (decision 60): what is not certain is an empty cell, never a no. A day
is told where it is exact; "no" of a relapse or a death only where a complete list says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from core.follow_up.following import FollowedVisit
from core.follow_up.outcome.events import Happened
from core.follow_up.outcome.outcome import MONTHS, AtVisit, Outcome
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.registry.dataset import Column, Form, Kind
from core.responses.responding import INSTRUMENTS
from core.responses.response import Response
from core.scores.shipped import definition_of
from core.values.truth import Truth

_WORDS: Mapping[Truth, str] = {Truth.TRUE: "yes", Truth.FALSE: "no"}
MONTH, REMISSION, FREE, DOSE = "outcome_month", "remission", "drug_free_remission", "glucocorticoid_dose_mg"
MET, CATEGORY, NUMBER = "met", "category", "number"
_DAYS = ("relapse_day", "death_day", "aplasia_first_day", "aplasia_last_day", "aplasia_back_by_day")
_CERTAIN = ("relapse", "death", "aplasia_beyond_a_year")


def outcome_columns(phrases: Phrases) -> Iterator[Column]:
    """Yield the columns of a patient."""
    for name in _CERTAIN:
        yield _column(name, Form.PATIENT, Kind.CHOICE, phrases, choices=_yes_no(phrases))
    for name in _DAYS:
        yield _column(name, Form.PATIENT, Kind.WHOLE, phrases, unit="d")


def response_columns(phrases: Phrases) -> Iterator[Column]:
    """Yield the columns of a visit: of each instrument whether it is met, its category, its number."""
    months = tuple((str(each), str(each)) for each in MONTHS)
    yield _column(MONTH, Form.VISIT, Kind.CHOICE, phrases, choices=months)
    for name in (REMISSION, FREE):
        yield _column(name, Form.VISIT, Kind.CHOICE, phrases, choices=_yes_no(phrases))
    yield _column(DOSE, Form.VISIT, Kind.NUMBER, phrases, unit="mg/d")
    for each in INSTRUMENTS:
        yield _response(each.score, MET, Kind.CHOICE, phrases, _yes_no(phrases))
        if not each.is_state:
            yield _response(each.score, CATEGORY, Kind.WORDS, phrases)
            yield _response(each.score, NUMBER, Kind.NUMBER, phrases)


def _column(
    name: str, form: Form, kind: Kind, phrases: Phrases, unit: str = "", choices: tuple[tuple[str, str], ...] = ()
) -> Column:
    phrase = f"registry-{name.replace('_', '-')}"
    note = phrases.say(f"{phrase}-note") if phrases.can_say(f"{phrase}-note") else ""
    return Column(name, form, kind, phrases.say(phrase), unit, choices, note)


def _response(score: str, part: str, kind: Kind, phrases: Phrases, choices: tuple[tuple[str, str], ...] = ()) -> Column:
    label = phrases.say(
        f"registry-response-{part}", instrument=in_language(definition_of(score).label, phrases.language)
    )
    return Column(
        response_name(score, part), Form.VISIT, kind, label, "", choices, phrases.say("registry-response-note")
    )


def response_name(score: str, part: str) -> str:
    """Return what the column of an instrument is called."""
    return f"response_{score}_{part}"


def _yes_no(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    return tuple((word, phrases.say(f"registry-{word}")) for word in ("yes", "no"))


@dataclass(frozen=True, slots=True)
class OutcomeCells:
    """The cells of one outcome; those that are not known are left out."""

    outcome: Outcome

    def of_patient(self) -> dict[str, str]:
        """Return what is certain of relapse, death and B cells."""
        found = self.outcome
        cells = {
            **self._happened("relapse", found.relapse),
            **self._happened("death", found.death),
            "aplasia_beyond_a_year": _WORDS.get(found.b_cells.absent_beyond_a_year(found.on), ""),
        }
        band = found.b_cells.band
        if band is not None:
            days = {"first": band.first, "last": band.last, "back_by": band.above_after}
            cells |= {f"aplasia_{name}_day": self._day(day) for name, day in days.items() if day is not None}
        return {name: value for name, value in cells.items() if value}

    def of_visit(self, visit: FollowedVisit) -> dict[str, str]:
        """Return what the instruments say of a visit that trials report, nothing of another one."""
        at = next((each for each in self.outcome.visits if each.visit is visit and not each.is_to_come), None)
        return {} if at is None else {name: value for name, value in _at(at) if value}

    def _happened(self, name: str, event: Happened) -> dict[str, str]:
        exact = [each.first for each in event.on if each.is_exact]
        is_dated = event.truth is Truth.TRUE and exact
        return {name: _WORDS.get(event.truth, ""), f"{name}_day": self._day(min(exact)) if is_dated else ""}

    def _day(self, day: date) -> str:
        return str((day - self.outcome.day0).days)


def _at(at: AtVisit) -> Iterator[tuple[str, str]]:
    yield MONTH, str(at.months)
    yield REMISSION, _WORDS.get(at.remission, "")
    yield FREE, _WORDS.get(at.drug_free, "")
    dose = None if at.dose is None else at.dose.amount
    if dose is not None and dose.is_exact and dose.low is not None:
        yield DOSE, f"{dose.low:f}"
    for each in at.responses:
        yield from _of(each)


def _of(response: Response) -> Iterator[tuple[str, str]]:
    yield response_name(response.score, MET), _WORDS.get(response.truth, "")
    if response.is_state:
        return
    yield response_name(response.score, CATEGORY), response.words[0] if len(response.words) == 1 else ""
    if response.low is not None and response.low == response.high:
        yield response_name(response.score, NUMBER), f"{response.low:.12g}"
