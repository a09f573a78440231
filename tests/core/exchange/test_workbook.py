"""Workbooks as tables of text: values as they are shown, formulas are none, hostile ones end with words."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from core.entry.paste.line import State
from core.entry.paste.pasting import Pasting
from core.errors import WorldError
from core.exchange.workbook import MOST_ROWS, is_workbook, workbook_text
from core.use_cases.open_results import opened, results_text
from tests.core.entry.paste.handed_over import desk
from tests.drawn import drawn

SHEET = "xl/worksheets/sheet1.xml"


def book(*rows: list[object], more: list[list[object]] | None = None) -> bytes:
    """Return a workbook of invented rows, with a second sheet where there is one."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for at, table in enumerate([more] if more else []):
        other = made.create_sheet(f"sheet {at}")
        for row in table:
            other.append(row)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def changed(content: bytes, part: str, text: bytes) -> bytes:
    """Return a workbook with a part of other content, or one part more."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, text)
    return written.getvalue()


PLAIN = book(
    ["Date", "Creatinine [umol/L]", "CK [U/L]"],
    [date(2026, 11, 1), 88.5, 300],
    [datetime.fromisoformat("2026-10-01"), 90, "=B2"],
)


def test_numbers_days_and_shares_are_what_a_reader_sees() -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(
        [
            0.55,
            88.50,
            1e-7,
            1234567890123,
            True,
            date(2026, 11, 1),
            datetime.fromisoformat("2026-11-01T08:30"),
            " a\tb ",
        ]
    )
    sheet["A1"].number_format = "0 %"
    written = io.BytesIO()
    made.save(written)
    assert workbook_text(written.getvalue(), "x").split("\t") == [
        "55 %", "88.5", "0.0000001", "1234567890123", "yes", "2026-11-01", "2026-11-01T08:30", "a b",
    ]  # fmt: skip


def test_a_workbook_is_looked_at_like_a_table(tmp_path: Path) -> None:
    place = tmp_path / "table.xlsx"
    place.write_bytes(PLAIN)
    (found,) = opened([place])
    lines = Pasting(found.text, desk(), source=found.source).lines
    assert [(line.concept.id, line.day) for line in lines if line.state is State.UNDERSTOOD and line.concept] == [
        ("creatinine", "2026-11-01"), ("ck", "2026-11-01"), ("creatinine", "2026-10-01"),
    ]  # fmt: skip
    assert [line.reason.id for line in lines if line.reason] == ["import-formula"]


def test_sheets_stand_one_after_another_and_keep_their_titles() -> None:
    content = book(
        ["Date", "Creatinine [umol/L]", "CK [U/L]"], ["2026-11-01", 88, 300],
        more=[["Test", "Result", "Unit", "Date"], ["CRP", 5, "mg/L", "2026-11-01"]],
    )  # fmt: skip
    lines = Pasting(workbook_text(content, "x"), desk()).lines
    assert [line.concept.id for line in lines if line.concept] == ["creatinine", "ck", "crp"]
    assert len({line.place for line in lines}) == len(lines)


@pytest.mark.parametrize(
    ("content", "phrase"),
    [
        (changed(PLAIN, "bomb.bin", b"\0" * (80 * 1024 * 1024)), "import-large-workbook"),
        (changed(PLAIN, SHEET, b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet/>"), "import-bad-workbook"),
        (changed(PLAIN, SHEET, b"<worksheet"), "import-bad-workbook"),
        (changed(PLAIN, "xl/workbook.xml", b"<a/>"), "import-bad-workbook"),
        (changed(PLAIN, "[Content_Types].xml", b""), "import-bad-workbook"),
        (b"PK\x03\x04 no zip at all", "import-bad-workbook"),
        (PLAIN[:-200], "import-bad-workbook"),
        (book(*[list[object]([at]) for at in range(MOST_ROWS + 1)]), "import-large-workbook"),
        (book([1] * 601), "import-large-workbook"),
    ],
    ids=["bomb", "entity", "cut xml", "no workbook", "no types", "no zip", "cut", "rows", "columns"],
)
def test_hostile_workbooks_end_with_words(content: bytes, phrase: str) -> None:
    assert is_workbook(content)
    with pytest.raises(WorldError) as told:
        workbook_text(content, "x.xlsx")
    assert told.value.phrase == phrase


def test_a_part_that_leads_elsewhere_writes_nothing(tmp_path: Path) -> None:
    before = sorted(tmp_path.parent.rglob("*"))
    assert workbook_text(changed(PLAIN, "../../../escaped.txt", b"x"), "x")
    assert sorted(tmp_path.parent.rglob("*")) == before


def test_a_workbook_of_a_hundred_megabytes_is_not_read(tmp_path: Path) -> None:
    place = tmp_path / "large.xlsx"
    with place.open("wb") as opened_file:
        opened_file.write(b"PK\x03\x04")
        opened_file.truncate(100 * 1024 * 1024)
    with pytest.raises(WorldError):
        results_text(place)


@pytest.mark.parametrize("seed", drawn(range(400), 16, "spoiled workbooks"))
def test_a_spoiled_workbook_is_a_table_or_words(seed: int) -> None:
    chance, content = Random(seed), bytearray(PLAIN)
    if seed % 2:
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        spoiled = bytes(content)
    else:
        with zipfile.ZipFile(io.BytesIO(PLAIN)) as old:
            part = chance.choice(old.namelist())
            text = bytearray(old.read(part))
        for _ in range(chance.randint(1, 6)):
            text[chance.randrange(len(text))] = chance.randrange(32, 127)
        spoiled = changed(PLAIN, part, bytes(text))
    try:
        assert isinstance(workbook_text(spoiled, "x"), str)
    except WorldError:
        return
