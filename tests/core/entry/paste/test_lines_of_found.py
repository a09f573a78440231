"""The values of the tables of typed texts as lines of a print: understood or asked, and none of them wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from core.entry.desk.desk import Desk
from core.entry.desk.fields import Kept
from core.entry.paste.line import ASKING, PastedLine, State
from core.entry.paste.pasting import Pasting
from core.entry.statement import Statement
from tests.sample_screenings import catalogue
from tests.spec.test_found_typed import ROWS, Written, field_of

TODAY = date(2026, 11, 20)
_AT = datetime(2026, 11, 20, tzinfo=UTC)
_KINDS = ("laboratory-print-german", "laboratory-print-us", "limits", "titre", "result-word", "kept-right")
_LEAST = 85 / 89


def pasted(row: Written) -> PastedLine:
    known = catalogue().concept(row["concept"])
    assert known is not None
    born = (Kept(1, Statement.of("birth_date", "1990-02-11"), "Dr A", _AT),)
    desk = replace(Desk("p", catalogue(), row["language"], TODAY, TODAY.isoformat(), born, author="Dr A"), today=TODAY)
    text = f"Werte vom 20.11.2026\n{known.label[row['language']]}\t{row['typed'].partition('@')[0]}"
    return Pasting(text, desk).lines[-1]


def rows(*kinds: str) -> list[Written]:
    found = [row for name, row in ROWS.items() if name.startswith(kinds) and "on_record" not in row]
    return [row for row in found if field_of(row).concept is not None and "." not in row["concept"]]


def test_lines_are_understood_or_asked_and_none_is_wrong() -> None:
    told = [row for row in rows(*_KINDS) if "records" in row["right"] and pasted(row).state is not State.NOT_KNOWN]
    right = 0
    for row in told:
        line, into = pasted(row), field_of(row)
        if line.state in ASKING:
            right += 1
        elif line.content is not None:
            assert into.is_same(into.value(line.content), row["right"]["records"]), (row["typed"], line)
            right += 1
    assert len(told) > 60
    assert right >= len(told) * _LEAST, [row["typed"] for row in told if pasted(row).state is State.REFUSED]


def test_no_number_is_read_out_of_a_range_or_a_scale() -> None:
    for row in rows("range-or-scale", "unit-not-known"):
        line, into = pasted(row), field_of(row)
        if line.is_recordable and line.content is not None:
            first = row.get("first_offer", row["right"].get("records", "none"))
            assert into.is_same(into.value(line.content), first), (row["typed"], line.content)
