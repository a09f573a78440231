"""Whether a file still takes patients, and how long ago its registry was read. No part of any verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.rule_files.rule_file import RuleFile
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import parse_partial_date

LONG_AGO = Duration(90, TimeUnit.DAY)
"""A status read longer ago than this says so."""


class Taking(Enum):
    """Whether patients are taken; the values are the words of the answer."""

    OPEN = "open"
    NOT_RECRUITING = "not recruiting"
    NOT_IN_FORCE = "not in force"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @property
    def is_final(self) -> bool:
        """True if the file will take nobody again."""
        return self in (Taking.CLOSED, Taking.WITHDRAWN)


_STATES = {"closed": Taking.CLOSED, "withdrawn": Taking.WITHDRAWN}
# The words of ClinicalTrials.gov and of the European register under which a patient cannot be sent there (memory).
# A word that stands in neither list says nothing: "unknown", a sentence, a programme that is no trial.
_STATUSES = {
    "active not recruiting": Taking.NOT_RECRUITING,
    "not recruiting": Taking.NOT_RECRUITING,
    "not yet recruiting": Taking.NOT_RECRUITING,
    "enrolling by invitation": Taking.NOT_RECRUITING,
    "suspended": Taking.NOT_RECRUITING,
    "temporarily halted": Taking.NOT_RECRUITING,
    "halted": Taking.NOT_RECRUITING,
    "completed": Taking.CLOSED,
    "terminated": Taking.CLOSED,
    "closed": Taking.CLOSED,
    "ended": Taking.CLOSED,
    "withdrawn": Taking.WITHDRAWN,
}
_FICTIONAL = "fictional"


@dataclass(frozen=True, slots=True)
class Recruitment:
    """What a file and its registry say of taking patients.

    ``status`` is the registry's word, "" where there is none; ``seen`` the day it was read, both as written.
    ``is_by_state``: the file itself says that it is closed or withdrawn, or not in force on the evaluation date.
    ``is_old``: the status was read more than 90 days before the evaluation date, or on a day nobody wrote down.
    """

    taking: Taking
    status: str
    seen: str
    is_by_state: bool
    is_old: bool

    @property
    def plain_status(self) -> str:
        """The registry's word in small letters with single spaces, whatever stood between its parts."""
        return _plain(self.status)

    @property
    def is_open(self) -> bool:
        """True if nothing says that no patient is taken."""
        return self.taking is Taking.OPEN

    @property
    def is_told_old(self) -> bool:
        """True for an old status, unless the file closed by its own state: the registry's word changes nothing then."""
        return self.is_old and not self.is_by_state


def recruitment_of(rule_file: RuleFile, evaluation_on: date) -> Recruitment:
    """Return whether a file takes patients, as told on an evaluation date."""
    status = rule_file.recruitment.get("status", "")
    seen = rule_file.recruitment.get("seen", "")
    if _plain(status) == _FICTIONAL:
        status = ""
    state = _STATES.get(rule_file.state) or _out_of_force(rule_file, evaluation_on)
    taking = state or _STATUSES.get(_plain(status), Taking.OPEN)
    return Recruitment(taking, status, seen, state is not None, bool(status) and _is_long_ago(seen, evaluation_on))


def _out_of_force(rule_file: RuleFile, evaluation_on: date) -> Taking | None:
    """Return that a file is not in force before, or no longer after, the days that its head names."""
    first, last = (parse_partial_date(rule_file.effective.get(key, "")) for key in ("from", "until"))
    is_ahead = first is not None and first.first > evaluation_on
    is_over = last is not None and last.last < evaluation_on
    return Taking.NOT_IN_FORCE if is_ahead or is_over else None


def _is_long_ago(seen: str, evaluation_on: date) -> bool:
    """Of a month the first day counts: a warning too much is the smaller fault."""
    moment = parse_partial_date(seen)
    return moment is None or LONG_AGO.after(moment.first) < evaluation_on


def _plain(status: str) -> str:
    return " ".join(status.casefold().replace(",", " ").replace("_", " ").replace("-", " ").split())
