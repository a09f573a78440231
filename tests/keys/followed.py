"""A day of toxicity and a visit after the infusion as a hand records them; the patient is an invented one, infused."""

from __future__ import annotations

from tests.keys.hand import Hand

SECONDS_OF_A_KEY = 0.35
"""Assumed for somebody who types with care, figures and keys that move the focus alike: 34 words a minute."""
COUNTS = (("Neutrophils", "0.4"), ("Platelets", "62"), ("Ferritin", "1900"))
ICE = "43111"
DAY = "Day 0, 4 Feb 2026; Temperature, °C"
VISIT = "Month 9"


def open_follow_up(hand: Hand) -> None:
    """Come to the page and to what there is to do on it."""
    hand.press("Ctrl+4")
    hand.until_sees("Besides the visits")
    hand.until(lambda: hand.at.startswith("Day 0"), "the first visit in the list")


def record_toxicity_day(hand: Hand) -> None:
    """From the log to day 3 and through all it asks: counts, CRS, ICE, ICANS; back in the log."""
    hand.go_to(DAY)
    hand.press("Right", 3)
    hand.press("Return")
    for name, text in COUNTS:
        hand.until_at(name)
        hand.type(text)
        hand.move("Return")
    hand.press("Return")
    hand.until_sees("(2 of 4)")
    hand.type("38.4")
    hand.press("Ctrl+0")
    hand.until_sees("Record: 1")
    hand.press("Ctrl+Return")
    hand.until_sees("(3 of 4)")
    hand.type(ICE)
    hand.until_sees("Record: 10")
    hand.press("Ctrl+Return")
    hand.until_sees("(4 of 4)")
    hand.press("Ctrl+0")
    hand.press("Ctrl+Return")
    hand.until(lambda: hand.at.startswith("Day 3, 7 Feb 2026; "), "the day in the log")


def seconds(keys: int) -> float:
    """Return how long a hand takes for so many keys."""
    return keys * SECONDS_OF_A_KEY


VALUES = (
    ("CD19 B cells", "3"), ("Immunoglobulin G", "5.1"), ("White cells", "4.8 G/L"), ("Neutrophils", "3.1"),
    ("Platelets", "240"), ("Haemoglobin", "12.1"), ("CD4 T cells", "210"), ("Body height", "160"),
    ("Body weight", "48"), ("CMAS", "49"), ("Creatine kinase", "120"), ("Lactate dehydrogenase", "230"),
)  # fmt: skip
VISIT_DAY = "2026-05-05"


def record_visit(hand: Hand) -> None:
    """From the list to the visit of month 3, its day, every value measured there, and that it is done."""
    while not hand.at.startswith("Month 3"):
        hand.move("Down")
    hand.press("Return")
    hand.until(lambda: hand.at.startswith("The whole visit"), "the panel of the visit")
    hand.press("Shift+Tab", 2)
    hand.until_at("Day")
    hand.type(VISIT_DAY)
    hand.press("Tab", 2)
    hand.until(lambda: hand.at.startswith("The whole visit"), "the things of the visit")
    hand.move("Tab")
    hand.press("Space")
    hand.until_sees("Recorded: The whole visit")
    for name, text in VALUES:
        hand.go_to(name)
        hand.type(text)
    hand.move("Return")
