"""Every page and panel of the program, one after the other, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator

from tests.keys import journeys
from tests.keys.hand import Hand

SAMPLE = "00-0318"
"""The number of an invented patient of whom most is on record."""
INFUSED = "S-0007"
SECTIONS = 10
_PRINT = "Datum: 20.11.2026\nKreatinin;0,9;mg/dl\nHb;12,1;g/dl\nUnbekannt XY;12;U/l"


def open_sample(hand: Hand) -> None:
    """Add the sample patients and open one of them; the record lies open and holds nobody."""
    hand.go_to("Add the sample patients")
    hand.press("Space")
    hand.until_sees("sample patients were added")
    open_by_number(hand, SAMPLE)


def open_by_number(hand: Hand, number: str) -> None:
    """Open a patient from the list, and wait for what the rule files say."""
    hand.press("Ctrl+1")
    hand.until_at("Search by name, number or birth date")
    hand.type(number)
    hand.press("Return")
    hand.until_sees("Values of")
    hand.until(lambda: not hand.sees("Judging the rule files"), "the files judged")


def pages(hand: Hand) -> Iterator[str]:
    """Go to each page of an open record that holds nobody, and yield its name while it is shown."""
    yield "patients, nobody"
    hand.press("Ctrl+N")
    hand.until_at("Name")
    yield "new patient"
    hand.go_to("Cancel")
    hand.move("Space")
    open_sample(hand)
    yield from sections(hand)
    yield from panels(hand)
    for keys in journeys.PAGES:
        if keys != "Ctrl+2":
            hand.press(keys)
            hand.until_sees(journeys.PAGES[keys])
            yield journeys.PAGES[keys]
    open_by_number(hand, INFUSED)
    hand.press("Ctrl+4")
    hand.until_sees("Besides the visits")
    yield "follow-up"


def sections(hand: Hand) -> Iterator[str]:
    """Go through the sections of the form."""
    seen: list[str] = []
    journeys.go_to_sections(hand)
    hand.press("Home")
    hand.until(lambda: journeys.section_at(hand).startswith("Person"), "the first section")
    while len(seen) < SECTIONS:
        seen.append(journeys.section_at(hand))
        yield seen[-1]
        if len(seen) < SECTIONS:
            journeys.go_to_sections(hand)
            journeys.go_one_section_down(hand)


def panels(hand: Hand) -> Iterator[str]:
    """Open what lies over or beside the form, and close it again."""
    show_history(hand, "Organ function", "ALT")
    yield "history"
    hand.press("Ctrl+2")
    journeys.open_section(hand, "Activity")
    hand.go_to("SLEDAI-2K")
    hand.press("Alt+Down")
    hand.until_sees("24 items")
    yield "score item by item"
    hand.press("Esc")
    hand.copy_elsewhere(_PRINT)
    hand.press("Ctrl+Shift+V")
    hand.until_sees(" lines pasted")
    yield "pasted results"
    hand.go_to("Cancel")
    hand.press("Space")
    hand.until_sees("Leukapheresis planned")


def show_history(hand: Hand, section: str, field: str) -> None:
    """Open what was ever said in a field."""
    journeys.open_section(hand, section)
    hand.go_to(field)
    hand.press("Ctrl+Shift+H")
    hand.until_sees("everything that was stated")
