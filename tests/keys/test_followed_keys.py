"""A day of toxicity and a visit after three months by real keys: how many they are, and how long a hand would take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from core.chart.entries import Finding
from core.values.partial_date import PartialDate
from tests.keys import followed
from tests.keys.pages import INFUSED, open_by_number, open_sample
from tests.keys.read_back import on_record
from tests.keys.real_hand import RealHand

Record = Callable[[str, object], None]
PATIENT = "Sample patient 07"
MOST_SECONDS_OF_A_DAY, MOST_SECONDS_OF_A_VISIT = 30, 120
GRADED = {"astct_crs", "ice_score", "astct_icans_adult"}


def found_on(hand: RealHand, day: date) -> list[Finding]:
    """Return what is on record of a day."""
    return [each for each in on_record(hand.folder)[PATIENT].findings if each.on == PartialDate.on(day)]


def test_a_day_of_toxicity_and_a_visit_are_recorded_in_the_time_that_was_asked(
    hand: RealHand, record_property: Record
) -> None:
    open_sample(hand)
    open_by_number(hand, INFUSED)
    followed.open_follow_up(hand)
    before = hand.presses
    followed.record_visit(hand)
    visit = hand.presses - before
    hand.go_to("Close")
    hand.press("Space")
    hand.until(lambda: not hand.sees("Not possible"), "the panel gone")
    before = hand.presses
    followed.record_toxicity_day(hand)
    day = hand.presses - before
    for what, keys in (("a visit", visit), ("a day of toxicity", day)):
        told = f"{keys} keys, {followed.seconds(keys):.0f} s at {followed.SECONDS_OF_A_KEY} s a key"
        record_property(what, told)
        print(f"{what}: {told}")
    assert hand.quit() == 0
    on_day = found_on(hand, date(2026, 2, 7))
    assert {each.concept for each in on_day} == {"anc", "platelets", "ferritin", *GRADED}
    at_visit = {each.concept for each in found_on(hand, date(2026, 5, 5))}
    assert {"cd19_count", "igg", "wbc", "cd4_count", "cmas", "ck", "ldh", "height"} <= at_visit
    rows = [each.words for each in on_record(hand.folder)[PATIENT].rows_of("follow_up")]
    assert {"activity": "visit", "at": "month 3", "outcome": "done"}.items() <= rows[-1].items()
    assert followed.seconds(day) < MOST_SECONDS_OF_A_DAY
    assert followed.seconds(visit) < MOST_SECONDS_OF_A_VISIT
