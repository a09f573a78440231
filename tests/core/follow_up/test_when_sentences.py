"""The sentences of ``when``: each form's meaning, each slip at its sign."""

from __future__ import annotations

import pytest

from core.follow_up.timing import (
    At,
    AtAge,
    AtEvent,
    Moment,
    Once,
    Pace,
    Relative,
    Series,
    Throughout,
    Until,
    When,
    While,
)
from core.follow_up.when_parsing import Slip, parse_when
from core.values.duration import Duration, TimeUnit

DAY, WEEK, MONTH, YEAR = TimeUnit.DAY, TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.YEAR
CONDITIONS = frozenset({"igg_low", "in_hospital"})
EVENTS = frozenset({"leukapheresis", "fever"})


def day(count: int) -> Moment:
    return Moment(DAY, count)


MEANINGS: list[tuple[str, When]] = [
    ("day 28", At(day(28))),
    ("day -5", At(day(-5))),
    ("year 15", At(Moment(YEAR, 15))),
    ("day 0 to day 10 every 12 hours", Series(day(0), day(10), Pace(1, Duration(12, TimeUnit.HOUR)))),
    ("day 1 to day 7 daily", Series(day(1), day(7), Pace(1, Duration(1, DAY)))),
    ("day 1 to day 7 twice daily", Series(day(1), day(7), Pace(2, Duration(1, DAY)))),
    ("day 8 to day 14 3 times daily", Series(day(8), day(14), Pace(3, Duration(1, DAY)))),
    ("day 8 to day 14 2 to 3 times weekly", Series(day(8), day(14), Pace(2, Duration(1, WEEK), 3))),
    ("day 7 to day 100 weekly", Series(day(7), day(100), Pace(1, Duration(1, WEEK)))),
    ("month 2 to month 12 every 1 month", Series(Moment(MONTH, 2), Moment(MONTH, 12), Pace(1, Duration(1, MONTH)))),
    ("month 18 to year 5 every 6 months", Series(Moment(MONTH, 18), Moment(YEAR, 5), Pace(1, Duration(6, MONTH)))),
    ("year 1 for life every 1 year", Series(Moment(YEAR, 1), None, Pace(1, Duration(1, YEAR)))),
    (
        "month 1 to month 12 every 1 month until igg_low",
        Series(Moment(MONTH, 1), Moment(MONTH, 12), Pace(1, Duration(1, MONTH)), until="igg_low"),
    ),
    (
        "day 1 to day 14 daily while in_hospital",
        Series(day(1), day(14), Pace(1, Duration(1, DAY)), while_="in_hospital"),
    ),
    ("day 0 to day 90 throughout", Throughout(day(0), day(90))),
    ("day 0 for life throughout", Throughout(day(0), None)),
    ("at fever", AtEvent("fever")),
    ("before leukapheresis", AtEvent("leukapheresis", is_before=True)),
    ("at age 18 years", AtAge(18)),
    ("2 weeks before leukapheresis", Relative(Duration(2, WEEK), True, "leukapheresis")),
    ("1 month after fever", Relative(Duration(1, MONTH), False, "fever")),
    ("within 3 months before leukapheresis", Relative(Duration(3, MONTH), True, "leukapheresis", is_within=True)),
    ("while igg_low", While("igg_low")),
    ("while igg_low every 3 months", While("igg_low", Pace(1, Duration(3, MONTH)))),
    ("until igg_low", Until("igg_low")),
    ("once igg_low", Once("igg_low")),
]

SLIPS = [
    ("", "time is missing", 0),
    ("dya 3", "begins no time", 0),
    ("day x", "not a number", 4),
    ("day 1 to day 7", "how often is missing", 14),
    ("day 1 daily", "until when is missing", 6),
    ("day 1 to 7 daily", "counts no time of the plan", 9),
    ("day 1 to day 7 every 1 dya", "no unit of time", 23),
    ("day 1 to day 7 every 0 days", "no length of time", 21),
    ("day 1 to month 7 every 1 month", "do not fit", 17),
    ("month 1 to month 7 every 30 days", "do not fit", 19),
    ("day 1 to day 7 3 times hourly", "is no pace", 23),
    ("day 28 28", "should end here", 7),
    ("at feber", "unknown event 'feber'", 3),
    ("once ig_low", "unknown condition 'ig_low'", 5),
    ("once 3", "name of a condition is missing", 5),
    ("at age old", "not a number", 7),
    ("at age 18", "expected 'years'", 9),
    ("2 weeks leukapheresis", "expected 'after'", 8),
    ("year 1 for ever every 1 year", "expected 'life'", 11),
]


@pytest.mark.parametrize(("text", "meaning"), MEANINGS, ids=[text for text, _ in MEANINGS])
def test_a_sentence_means(text: str, meaning: When) -> None:
    assert parse_when(text, CONDITIONS, EVENTS) == meaning


@pytest.mark.parametrize(("text", "message", "start"), SLIPS, ids=[text or "nothing" for text, _, _ in SLIPS])
def test_a_slip_is_named_where_it_is(text: str, message: str, start: int) -> None:
    found = parse_when(text, CONDITIONS, EVENTS)
    assert isinstance(found, Slip)
    assert message in found.message
    assert found.start == start
    assert found.hint


def test_a_misspelt_name_is_guessed() -> None:
    found = parse_when("at fevr", CONDITIONS, EVENTS)
    assert isinstance(found, Slip)
    assert found.hint == "did you mean 'fever'?"
