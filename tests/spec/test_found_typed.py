"""Texts that a field once made something else of (and some that must stay right), each with what it must become.

``found/typed/``: one file for each kind. ``right`` is one of ``records`` (at once, or by every offer that can be taken;
of words and dates by the first), ``asks`` (a question with these offers, with ``only`` no other) and ``refused`` (no
offer records anything but ``first_offer``; ``none``: there is no offer). To convert, and record what ``first_offer``
says, is right too. ``limits`` need not be read; if they are, they are these. ``must_say`` and ``must_not_say`` are
regular expressions for the words of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.catalogue.concept import Kind
from core.entry.statement import Plain
from tests.spec.typed_fields import BORN, Answer, TypedInto

FOLDER = Path(__file__).parent / "found" / "typed"
Written = dict[str, Any]
_NUMBERS = (Kind.NUMBER, Kind.TEST, Kind.SCORE)


def read() -> Iterator[tuple[str, Written]]:
    """Yield the rows with their names, every scalar as text: yes and no are words here."""
    for path in sorted(FOLDER.glob("*.yaml")):
        rows: list[Written] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        for at, row in enumerate(rows, start=1):
            yield f"{path.stem}-{at}-{row['typed']}", row


ROWS = dict(read())


def field_of(row: Written) -> TypedInto:
    return TypedInto(row["concept"], row["language"], row.get("born", BORN))


def wrong(row: Written) -> Iterator[str]:
    """Yield in which respects the answer is not the right one."""
    into, right = field_of(row), row["right"]
    answer = into.answer(row["typed"], row.get("on_record", ""))
    if "records" in right:
        yield from wrong_records(into, answer, row)
    elif "asks" in right:
        yield from wrong_question(into, answer, row)
    else:
        yield from wrong_refusal(into, answer, row)
    if "must_say" in right and not re.search(right["must_say"], answer.words):
        yield f"lacks {right['must_say']}: {answer.words}"
    if "must_not_say" in right and re.search(right["must_not_say"], answer.words):
        yield f"says {right['must_not_say']}: {answer.words}"


def taken(into: TypedInto, row: Written, offer: str) -> Answer:
    return into.answer(offer, row.get("on_record", ""))


def wrong_records(into: TypedInto, answer: Answer, row: Written) -> Iterator[str]:
    if answer.content is not None:
        yield from wrong_content(into, answer.content, row)
        return
    is_number = into.concept is not None and into.concept.kind in _NUMBERS
    offers = answer.offers if is_number else answer.offers[:1]
    contents = [(offer, taken(into, row, offer).content) for offer in offers]
    if not any(content is not None for _, content in contents):
        yield f"refused; {answer.words} {answer.offers}"
    for offer, content in contents:
        if content is not None:
            yield from (f"offer {offer}: {each}" for each in wrong_content(into, content, row))


def wrong_content(into: TypedInto, content: Plain, row: Written) -> Iterator[str]:
    right, value, limits = row["right"], into.value(content), into.limits(content)
    if not into.is_same(value, right["records"]):
        yield f"records {value}"
    for key, limit in limits.items():
        if "limits" in right and not into.is_same(limit, right["limits"].get(key)):
            yield f"{key} {limit}"


def wrong_question(into: TypedInto, answer: Answer, row: Written) -> Iterator[str]:
    if answer.content is not None:
        yield f"records {into.value(answer.content)}"
        return
    offered = [into.value(taken(into, row, offer).content) for offer in answer.offers]
    for wanted in row["right"]["asks"]:
        if not any(into.is_same(each, wanted) for each in offered):
            yield f"does not offer {wanted}: {answer.offers}"
    if row["right"].get("only") == "yes" and len(offered) != len(row["right"]["asks"]):
        yield f"offers more: {answer.offers}"
    if "first_offer" in row and not into.is_same(offered[0] if offered else None, row["first_offer"]):
        yield f"offers {answer.offers} first"


def wrong_refusal(into: TypedInto, answer: Answer, row: Written) -> Iterator[str]:
    first = row.get("first_offer", "none")
    if answer.content is not None:
        value = into.value(answer.content)
        is_converted = first != "none" and into.is_converted(value, first)
        is_warned = row["right"].get("warned") == "yes" and answer.is_warned
        if not is_converted and not is_warned:
            yield f"records {value}"
        return
    if first == "none" and "first_offer" in row and answer.offers:
        yield f"offers {answer.offers}"
    for offer in answer.offers:
        value = into.value(taken(into, row, offer).content)
        if value is not None and not into.is_converted(value, first):
            yield f"offer {offer} records {value}"


@pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))
def test_typed(row: Written) -> None:
    assert list(wrong(row)) == [], f"{row['concept']} {row['typed']!r}: {row['why']}"
