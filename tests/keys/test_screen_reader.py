"""What a screen reader is told of every page: the tree of AT-SPI walked, its bus heard, keys by the X server."""

from __future__ import annotations

from collections.abc import Sequence

from tests.keys import journeys
from tests.keys.hand import Hand
from tests.keys.pages import open_sample, pages, show_history
from tests.keys.reader import Reader, Thing
from tests.keys.real_hand import RealHand
from tests.keys.sheets import JDM_GIRL

HOLDERS = frozenset({"filler", "invalid", "panel", "scroll pane", "unknown", "layered pane", "frame", "dialog"})
"""Roles of what only holds other things: who comes to one does not know what it is."""
NAMED_BY_LABEL = "combo box"
"""Its name is what is chosen in it: what it is about is said by its label alone."""
MOST_STOPS = 500
IN_ORDER = ("Undo", "Values of", "Creatinine", "All fields", "CART19", "Open ", "eGFR at least 30")
"""A stop of the head, its last one, two of the entry, one of the results, two of the criteria."""
SAMPLE_NAME = "Sample patient 03"


def nameless(shown: Sequence[Thing]) -> list[str]:
    """Return what takes the focus and is not told from other things."""
    return [
        f"{each.role} {each.name!r} labelled {each.label!r}"
        for each in shown
        if "focusable" in each.states
        and (each.role in HOLDERS or not (each.label if each.role == NAMED_BY_LABEL else each.spoken))
    ]


WITH_TABLES = ("Diagnosis", "History")


def stops(hand: Hand, keys: str) -> list[str]:
    """Return the name of everything Tab stops at, from where the hand is until it is there again."""
    passed = [hand.at]
    hand.move(keys)
    while hand.at != passed[0]:
        passed.append(hand.at)
        assert len(passed) < MOST_STOPS, f"{keys} goes round without an end: {passed}"
        hand.move(keys)
    return passed


def leave(hand: Hand, name: str) -> None:
    """Close what lies over the window, and see it go."""
    hand.press("Esc")
    hand.until(lambda: hand.at != name, f"{name} closed")


def test_everything_that_takes_the_focus_says_what_it_is(heard: RealHand, reader: Reader) -> None:
    found = {"first start": nameless(reader.shown())}
    journeys.make_record(heard)
    shown = reader.shown()
    found["recovery key"] = nameless(shown)
    key = next(each for each in shown if each.name == "The recovery key" and each.role == "text")
    assert "focusable" in key.states
    assert reader.text(key).count("-") == 7
    journeys.type_recovery_group(heard)
    for page in pages(heard):
        found[page] = nameless(reader.shown())
    for keys, words in (("Ctrl+K", "Search"), ("Ctrl+/", "Shortcuts")):
        heard.press(keys)
        heard.until_at(words)
        found[words] = nameless(reader.shown())
        leave(heard, words)
    assert {page: lines for page, lines in found.items() if lines} == {}
    assert len(found) > 20
    assert heard.quit() == 0


PLACES = ("Patients", "Screening", "Documents", "Follow-up", "Log", "Rules", "Trials", "Cohort", "Settings")


def test_the_places_are_a_list_that_says_which_one_is_shown(heard: RealHand, reader: Reader) -> None:
    journeys.first_start(heard)
    heard.press("Ctrl+6")
    heard.until_sees(journeys.PAGES["Ctrl+6"])
    heard.until(lambda: heard.sees(" worked examples"), "the library")
    rail = reader.until_shown("list", "Places")
    assert [(each.role, each.name) for each in rail.parts] == [("list item", each) for each in PLACES]
    assert [each.name for each in rail.parts if "selected" in each.states] == ["Rules"]
    assert not [each.name for each in reader.shown() if each.role == "check box"]
    heard.go_to("Rules")
    heard.press("Up")
    heard.until_at("Log")
    assert heard.sees(journeys.PAGES["Ctrl+6"]), "arrows go on before anything is opened"
    heard.press("Return")
    heard.until_sees("Save as table")
    assert heard.quit() == 0


def test_nothing_holds_the_focus_and_tab_goes_as_one_reads(heard: RealHand) -> None:
    journeys.first_start(heard)
    for page in pages(heard):
        onwards = stops(heard, "Tab")
        assert len(onwards) > len(["search", "the list of places", "the lock"]), page
        assert all(onwards), (page, onwards)
        if page.startswith(WITH_TABLES):
            assert len(stops(heard, "Shift+Tab")) >= len(onwards), page
    assert heard.quit() == 0


def test_head_then_entry_then_results_then_criteria(heard: RealHand) -> None:
    journeys.first_start(heard)
    open_sample(heard)
    journeys.open_section(heard, "Organ function")
    passed = stops(heard, "Tab")
    at = [next((at for at, each in enumerate(passed) if each.startswith(name)), -1) for name in IN_ORDER]
    assert -1 not in at, passed
    assert [(each - at[0]) % len(passed) for each in at] == sorted((each - at[0]) % len(passed) for each in at), passed
    assert heard.quit() == 0


def test_what_is_typed_is_told_draft_warning_and_recorded(heard: RealHand, reader: Reader) -> None:
    journeys.first_start(heard)
    journeys.begin_patient(heard, JDM_GIRL)
    journeys.type_row(heard, JDM_GIRL.diagnoses[0])
    journeys.open_section(heard, "Organ function")
    heard.go_to("ALT")
    reader.forget()
    heard.type("nonsense")
    reader.until_told("ALT: ▲ “nonsense” is not a number.")
    heard.move("Tab")
    reader.until_told("ALT: draft · “nonsense” is not a number.")
    heard.press("Ctrl+P")
    reader.until_told("One field holds a draft: ALT")
    heard.press("F6")
    heard.until_at("ALT")
    heard.press("Ctrl+A")
    heard.type("48 U/L")
    heard.move("Return")
    reader.until_told("Recorded ")
    heard.press("Ctrl+Z")
    reader.until_told("Notice: Taken back: ALT")
    assert heard.quit() == 0


def test_an_error_is_told(heard: RealHand, reader: Reader) -> None:
    heard.until_at("Passphrase")
    heard.type("short")
    heard.press("Return")
    heard.until_at("Passphrase again")
    heard.type("short")
    heard.press("Return")
    reader.until_told("A passphrase has at least 10 signs.")


def test_another_conclusion_is_told_with_its_reason(heard: RealHand, reader: Reader) -> None:
    journeys.first_start(heard)
    open_sample(heard)
    journeys.open_section(heard, "Infections")
    heard.go_to("HIV")
    reader.forget()
    heard.type("positive")
    heard.move("Return")
    reader.until_told(". not eligible. ")
    assert heard.quit() == 0


def test_what_is_chosen_in_the_palette_is_told(heard: RealHand, reader: Reader) -> None:
    journeys.first_start(heard)
    open_sample(heard)
    heard.press("Ctrl+K")
    heard.until_at("Search")
    reader.forget()
    heard.type("haemoglobin")
    reader.until_told("Haemoglobin")
    heard.press("Down")
    reader.until_told("criterion of")
    leave(heard, "Search")
    assert heard.quit() == 0


def test_paper_history_and_cells_can_be_read(heard: RealHand, reader: Reader) -> None:
    journeys.first_start(heard)
    open_sample(heard)
    show_history(heard, "Organ function", "ALT")
    reader.until_shown("push button", "Take back: ")
    journeys.open_section(heard, "Diagnosis")
    heard.move("Tab")
    cells = [each.name for each in reader.shown() if each.role == "cell" and each.name.startswith("Since: ")]
    assert cells
    assert all(" · " in each for each in cells), "each says of which row it is"
    heard.press("Ctrl+P")
    heard.until_sees(" · made ")
    heard.go_to("Pages")
    heard.press("Right")
    heard.until_at("Text")
    paper = next(each for each in reader.shown() if each.role == "text" and " · made " in each.name)
    assert SAMPLE_NAME in reader.text(paper)
    assert heard.quit() == 0
