"""Journeys as a hand makes them: what is typed where, once for both drivers. All patients are invented."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tests.keys.hand import Hand, LostError
from tests.keys.sheets import Cells, Sheet

PASSPHRASE = "four words and more"
_PATH_SECONDS = 2.0
_HEAD_OF_TEMPLATE = 16
"""So many lines of the template stand before its criteria."""
# --- in and out


def first_start(hand: Hand) -> None:
    """Make the record, type the group of the recovery key back, come to the list of patients."""
    make_record(hand)
    type_recovery_group(hand)


def make_record(hand: Hand) -> None:
    """Choose a passphrase, and see the recovery key."""
    hand.until_at("Passphrase")
    hand.type(PASSPHRASE)
    hand.press("Return")
    hand.until_at("Passphrase again")
    hand.type(PASSPHRASE)
    hand.press("Return")
    hand.until_at("Type group 3 of the key")


def type_recovery_group(hand: Hand) -> None:
    """Type the group of the recovery key back, and come to the list of patients."""
    key = next(each for each in hand.said() if each.count("-") == 7)
    hand.type(key.split("-")[2])
    hand.press("Return")
    hand.until_at("Search by name, number or birth date")


def unlock(hand: Hand) -> None:
    """Open the record again."""
    hand.until_at("Passphrase")
    hand.type(PASSPHRASE)
    hand.press("Return")
    hand.until_at("Search by name, number or birth date")


# --- a patient by keys alone


def enter(hand: Hand, sheet: Sheet) -> None:
    """Type a whole sheet, from the new patient to the last value."""
    _type_sheet(hand, sheet, sheet.fields)


def _type_sheet(hand: Hand, sheet: Sheet, sections: Iterable[str]) -> None:
    """Type a sheet with the fields of some of its sections."""
    begin_patient(hand, sheet)
    for row in sheet.diagnoses:
        type_row(hand, row)
    say_day(hand, sheet.values_of)
    for section in sections:
        open_section(hand, section)
        for name, text in sheet.fields[section]:
            hand.go_to(name)
            hand.type(text)
            hand.move("Return")
    open_section(hand, "Treatments")
    for row in sheet.treatments:
        type_row(hand, row)


def enter_by_paste(hand: Hand, sheet: Sheet) -> None:
    """Enter a sheet whose laboratory values come out of the laboratory's own program."""
    _type_sheet(hand, sheet, [section for section in sheet.fields if section not in OF_THE_LABORATORY])
    lines = print_of(sheet)
    hand.copy_elsewhere("\n".join((f"Date: {sheet.values_of}", *lines)))
    hand.press("Ctrl+Shift+V")
    button = f"Record {len(lines)} of {len(lines)}"
    hand.until_sees(button)
    hand.go_to(button)
    hand.press("Space")
    hand.until_sees("recorded. Ctrl+Z takes")


def take_in_bundle(hand: Hand, place: str, button: str) -> None:
    """Open a file of another system, look at what it says, and record what is ticked."""
    hand.press("Ctrl+K")
    hand.until_at("Search")
    hand.type("Open results")
    hand.press("Return")
    choose_file(hand, place)
    hand.until_sees(button)
    hand.go_to(button)
    hand.press("Space")
    hand.until_sees("recorded. Ctrl+Z takes")


OF_THE_LABORATORY = ("Organ function", "Blood tests", "Infections")
_RESULTS = {"pos": "positive", "neg": "negative"}
_UNITS = {"Estimated glomerular filtration rate": "mL/min/1.73m2"}
"""What is typed without its unit, since there is one only, is printed with it."""
_MEASURED = re.compile(r"(?P<number>[\d.:]+)(?: (?P<unit>\S+))?(?: uln (?P<limit>\S+))?")


def print_of(sheet: Sheet) -> list[str]:
    """Return the laboratory values of a sheet as a laboratory prints them."""
    return [
        _printed(name, text)
        for section, fields in sheet.fields.items()
        for name, text in fields
        if section in OF_THE_LABORATORY
    ]


def _printed(name: str, text: str) -> str:
    found = _MEASURED.fullmatch(text)
    if found is None:
        return f"{name};{_RESULTS[text]}"
    limit = f"< {found['limit']}" if found["limit"] else ""
    return f"{name};{found['number']};{found['unit'] or _UNITS.get(name, '')};{limit}".rstrip(";")


def begin_patient(hand: Hand, sheet: Sheet) -> None:
    """Make the patient; the hand is then where the first diagnosis is typed."""
    hand.press("Ctrl+N")
    hand.until_at("Name")
    hand.type(sheet.name)
    hand.press("Tab")
    hand.until_at("Birth date")
    hand.type(sheet.born)
    hand.press("Tab", 2)
    hand.type(sheet.sex)
    hand.press("Tab")
    hand.until_at("Number")
    hand.press("Return")
    hand.until_at("What")


def type_row(hand: Hand, cells: Cells) -> None:
    """Type a row from its first cell on; Return ends it, and the next one begins below."""
    for title, text in cells.items():
        hand.go_to(title)
        hand.type(text)
    hand.press("Return")
    hand.until_at(next(iter(cells)))


def say_day(hand: Hand, day: str) -> None:
    """Say of which day the values are, in the head of the page."""
    hand.press("Ctrl+2")
    hand.go_to("Values of", "Shift+Tab")
    hand.type(day)
    hand.press("Return")


def open_section(hand: Hand, name: str) -> None:
    """Go to a section of the form and into its first field."""
    go_to_sections(hand)
    hand.press("Home")
    hand.until(lambda: section_at(hand).startswith("Person"), "the first section")
    while not section_at(hand).startswith(name):
        go_one_section_down(hand)
    hand.move("Tab")


def go_one_section_down(hand: Hand) -> None:
    """Press Down among the sections and see the next one."""
    before = section_at(hand)
    hand.press("Down")
    hand.until(lambda: section_at(hand) != before, "the section below")


def go_to_sections(hand: Hand) -> None:
    """Go to the sections of the form."""
    hand.press("Ctrl+2")
    hand.until(lambda: section_at(hand) != "", "the sections")


def section_at(hand: Hand) -> str:
    """Return the section the hand is on, in the list or, in a narrow window, in the line that stands for it."""
    return hand.at if hand.role == "list item" else hand.text if hand.at == "Sections" else ""


# --- what must hold wherever the hand is


PAGES = {
    "Ctrl+1": "New patient",
    "Ctrl+2": "Leukapheresis planned",
    "Ctrl+3": "Save as HTML …",
    "Ctrl+4": "Record an infusion",
    "Ctrl+5": "Save as table",
    "Ctrl+6": "Take in a file …",
    "Ctrl+7": "Known trials",
    "Ctrl+8": "Who drops out where",
    "Ctrl+,": "Keep",
}
"""The keys of every page, and what is to be seen on it."""


def new_patient_from(hand: Hand, page: str) -> None:
    """Press Ctrl+N on a page; the first field of the panel has the focus, and it is given up again."""
    hand.press(page)
    hand.until_sees(PAGES[page])
    new_patient_and_back(hand)


def new_patient_and_back(hand: Hand) -> None:
    """Press Ctrl+N and give it up again."""
    hand.press("Ctrl+N")
    hand.until_at("Name")
    hand.go_to("Cancel")
    hand.move("Space")


def two_of_one_name(hand: Hand, name: str) -> None:
    """Add two of one name: a date that can be read in two ways is chosen by key, the second one is asked about."""
    hand.press("Ctrl+N")
    hand.until_at("Name")
    hand.type(name)
    hand.move("Tab")
    hand.type("3/4/2010")
    hand.move("Down")
    hand.move("Return")
    hand.until(lambda: hand.at == "Birth date" and hand.text not in ("", "3/4/2010"), "the day that was chosen")
    hand.press("Return")
    hand.until_at("What")
    hand.press("Ctrl+N")
    hand.until_at("Name")
    hand.type(name)
    hand.until_sees("of this name are in the record already")
    hand.move("Tab")
    hand.type("5 May 2011")
    hand.press("Return")
    hand.until_at("Add and open")
    hand.press("Return")
    hand.until_at("What")


def undo_what_was_done_last(hand: Hand) -> None:
    """Record two values, begin a third; undo takes back the third, then the second, and the first stays."""
    open_section(hand, "Organ function")
    for name, text in (("ALT", "48 U/L"), ("AST", "61 U/L")):
        hand.go_to(name)
        hand.type(text)
        hand.move("Return")
    hand.go_to("Bilirubin, total")
    hand.type("nonsense")
    hand.move("Tab")
    hand.press("Ctrl+Z")
    hand.until_sees("Taken back: Bilirubin, total")
    hand.press("Ctrl+Z")
    hand.until_sees("Taken back: AST")


def empty_a_field_again(hand: Hand) -> None:
    """Type into a field and into a row, wait until drafts are kept, empty both, and leave them."""
    open_section(hand, "Organ function")
    hand.go_to("ALT")
    hand.type("4 U")
    hand.until_draft_is_kept()
    hand.press("Backspace", 3)
    hand.move("Tab")


def take_a_row_back(hand: Hand, reason: str) -> None:
    """Delete on a row asks for the reason, Return gives it, and the hand is in the table again."""
    open_section(hand, "Diagnosis")
    hand.move("Shift+Tab")
    hand.press("Delete")
    hand.until_at("Reason for taking it back")
    hand.type(reason)
    hand.press("Return")
    hand.until(lambda: hand.role == "cell" or hand.at == "What", "the table again")


def a_paper_that_is_refused(hand: Hand) -> None:
    """A text that is not understood: the paper is refused and names the field, F6 leads to it, mended it is made."""
    open_section(hand, "Organ function")
    hand.go_to("ALT")
    hand.type("nonsense")
    hand.move("Tab")
    hand.press("Ctrl+P")
    hand.until_sees("One field holds a draft: ALT")
    hand.press("F6")
    hand.until_at("ALT")
    hand.press("Ctrl+A")
    hand.type("48 U/L")
    hand.move("Return")
    hand.press("Ctrl+P")
    hand.until_sees(", born 11 Feb 2014 · made ")


def lock_in_the_middle(hand: Hand, text: str) -> None:
    """Lock while a text is being typed; opened again it is still there, told as a draft, and F6 leads to it."""
    open_section(hand, "Organ function")
    hand.go_to("ALT")
    hand.type(text)
    hand.press("Ctrl+L")
    unlock(hand)
    hand.press("Return")
    hand.until_sees("Recovered from the last time: ALT")
    hand.press("F6")
    hand.until_at("ALT")
    hand.until(lambda: hand.text == text, f"the text {text!r}")


def visit_every_page(hand: Hand) -> None:
    """See each page once, the report made among them."""
    for keys, words in PAGES.items():
        hand.press(keys)
        hand.until_sees(words)
    hand.press("Ctrl+3")
    hand.until_sees(" · made ")


def keep_settings(hand: Hand) -> None:
    """Press Keep on the page of the settings."""
    hand.press("Ctrl+,")
    hand.until_sees("Keep")
    hand.go_to("Keep")
    hand.press("Space")
    hand.until_sees("The settings were kept.")


def notice_then_lock(hand: Hand) -> None:
    """Bring up a notice, lock before it would go by itself, and open the record again."""
    go_to_sections(hand)
    hand.press("F1")
    hand.until_sees("Put the cursor into a field")
    hand.press("Ctrl+L")
    hand.until_at("Passphrase")


def take_in_rules(hand: Hand, place: str) -> None:
    """Take in a rule file by its path."""
    hand.press("Ctrl+6")
    hand.until_at("Filter by name, number or disease")
    hand.go_to("Take in a file …", "Shift+Tab")
    hand.press("Space")
    choose_file(hand, place)
    hand.until_sees("Leave it")
    hand.go_to("Take in", "Shift+Tab")
    hand.press("Space")
    hand.until_sees("The file was taken in and is judged from now on.")


def write_protocol(hand: Hand, criteria: str) -> None:
    """Begin a rule file from the template, write its criteria in the place of those there, and take it in."""
    hand.press("Ctrl+K")
    hand.until_at("Search")
    hand.type("New rule file from the template")
    hand.press("Return")
    hand.until_at("Text of the draft")
    hand.press("Down", _HEAD_OF_TEMPLATE)
    hand.press("Ctrl+Shift+End")
    for line in criteria.splitlines():
        hand.type(line)
        hand.press("Return")
        hand.press("Shift+Home")  # what the editor put before the next line is written over, as the page shows it
    hand.press("Delete")
    hand.until_sees("no error")
    hand.go_to("Take in …", "Shift+Tab")
    hand.press("Space")
    hand.until_sees("Leave it")
    hand.go_to("Take in", "Shift+Tab")
    hand.press("Space")
    hand.until_sees("The file was taken in and is judged from now on.")


def save_report(hand: Hand, place: str) -> None:
    """Make the report of the open patient and save it."""
    hand.press("Ctrl+P")
    hand.until_sees(" · made ")
    hand.press("Ctrl+S")
    choose_file(hand, place)
    hand.until_sees(f"Saved as {place}")


def choose_file(hand: Hand, place: str) -> None:
    """Type a path into Qt's dialog for files, again where the dialog put a name of its own over it."""
    hand.until_at("File name:")

    def typed_whole() -> bool:
        # The dialog reads the folder while the path is typed; what it finds there it selects and names in its own way.
        hand.press("Ctrl+A")
        hand.type(place)
        with suppress(LostError):
            hand.until(lambda: hand.text == place, "the whole path", _PATH_SECONDS)
        return hand.text == place

    hand.until(typed_whole, "the whole path")
    hand.press("Return")
    hand.until(lambda: hand.at != "File name:" or hand.text == "", "the dialog has taken the path")
    if hand.at == "File name:":  # it went to the folder first: what lies in it was not read yet
        hand.type(Path(place).name)
        hand.press("Return")


def draft_from_registry(hand: Hand, place: str) -> None:
    """Import a state of a registry, find a trial in it, and begin its rule file."""
    hand.press("Ctrl+7")
    hand.until_sees("No state of a registry yet")
    hand.go_to("Import a state …")
    hand.press("Space")
    choose_file(hand, place)
    hand.until_sees("4 trials, ")
    hand.go_to("Name, number, sponsor", "Shift+Tab")
    hand.type("muscle")
    hand.until_sees("1 of 4")
    hand.go_to("New draft rule file from this record")
    hand.press("Space")
    hand.until_at("Text of the draft")


SLEDAI_ANSWERS = "000-000 0 00 00 0111 000 11 0 00"
"""As in the picture of the panel, group by group; blanks are not pressed. The eyes were not examined."""


MOST_KEYS_OF_A_SCORE = 45


def score_sledai(hand: Hand) -> None:
    """Ask the SLEDAI-2K from the palette, answer its 24 items by one key each, and record it."""
    hand.press("Ctrl+K")
    hand.until_at("Search")
    hand.type("items of sledai")
    hand.until_sees("Items of SLEDAI-2K")
    hand.press("Return")
    hand.until_sees("24 of 24 not answered")
    hand.type(SLEDAI_ANSWERS.replace(" ", ""))
    hand.until_sees("Record: 16 to 24")
    hand.press("Ctrl+Return")
    hand.until_sees("SLEDAI-2K: recorded")
