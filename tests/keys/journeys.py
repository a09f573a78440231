"""Journeys as a hand makes them: what is typed where, once for both drivers. All patients are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.keys.hand import Hand

PASSPHRASE = "four words and more"
Cells = Mapping[str, str]
"""What is typed into a row, by the titles of its columns."""


@dataclass(frozen=True)
class Sheet:
    """What lies beside the keyboard; ``file`` is the patient file that must stand on record afterwards.

    ``fields`` are by the name of the section, each with what the field is called and what is typed into it.
    """

    file: str
    name: str
    born: str
    sex: str
    values_of: str
    diagnoses: Sequence[Cells]
    treatments: Sequence[Cells]
    fields: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict[str, Sequence[tuple[str, str]]])


JDM_GIRL = Sheet(
    "jdm-girl.yaml",
    "Synthetic girl",
    "11.2.2014",
    "f",
    "14.3.2025",
    [{"What": "jdm", "Since": "3/2019"}, {"What": "calcinosis", "Since": "2021", "Severity": "moderate"}],
    [
        {"Drug": "prednisone", "From": "12.3.2019", "To": "ongoing", "Dose": "5 mg/day", "Outcome": "partial response"},
        {"Drug": "mtx", "From": "4/2019", "To": "1/2021", "Dose": "15 mg/week", "Outcome": "no response",
         "Stopped for": "inefficacy"},
        {"Drug": "ivig", "From": "2/2020", "To": "6/2021", "Outcome": "partial response"},
        {"Drug": "mmf", "From": "2/2021", "To": "ongoing", "Dose": "500 mg per 12 h", "Outcome": "no response"},
        {"Drug": "hcq", "From": "5/2019", "To": "ongoing"},
    ],
    {
        "Person": [("Body weight", "36 kg")],
        "Organ function": [
            ("Estimated glomerular filtration rate", "112"),
            ("ALT", "48 U/L uln 30"),
            ("AST", "61 U/L uln 40"),
            ("Creatine kinase", "640 U/L uln 170"),
            ("Aldolase", "11.2 U/L uln 7.6"),
            ("Lactate dehydrogenase", "388 U/L uln 300"),
            ("Bilirubin, total", "6 umol/L"),
        ],
        "Blood tests": [
            ("ANA, qualitative", "pos"),
            ("Anti-Ro52 (TRIM21)", "neg"),
            ("Anti-MDA5", "neg"),
            ("Anti-NXP2", "pos"),
            ("Anti-SRP", "neg"),
            ("Anti-HMGCR", "neg"),
            ("Neutrophils", "3.8 10^9/L"),
            ("Platelets", "302 10^9/L"),
            ("Haemoglobin", "11.9 g/dL"),
            ("INR", "1.0"),
            ("aPTT", "31 s"),
        ],
    },
)  # fmt: skip


# --- in and out


def first_start(hand: Hand) -> None:
    """Make the record, type the group of the recovery key back, come to the list of patients."""
    hand.until_at("Passphrase")
    hand.type(PASSPHRASE)
    hand.press("Return")
    hand.until_at("Passphrase again")
    hand.type(PASSPHRASE)
    hand.press("Return")
    hand.until_at("Type group 3 of the key")
    key = next(each for each in hand.said() if each.count("-") == 6)
    hand.type(key.replace("\n", "-").split("-")[2])
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
    begin_patient(hand, sheet)
    for row in sheet.diagnoses:
        type_row(hand, row)
    say_day(hand, sheet.values_of)
    for section, fields in sheet.fields.items():
        open_section(hand, section)
        for name, text in fields:
            hand.go_to(name)
            hand.type(text)
            hand.move("Return")
    open_section(hand, "Treatments")
    for row in sheet.treatments:
        type_row(hand, row)


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
    hand.press("Ctrl+2")
    hand.until(lambda: hand.role == "list item", "the sections")
    hand.press("Home")
    hand.until(lambda: hand.at.startswith("Person"), "the first section")
    while not hand.at.startswith(name):
        hand.move("Down")
    hand.move("Tab")
