"""Setting loses no sign and leaves no line too wide; pages hold what they are given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.blocks import (
    Block,
    Column,
    Document,
    Grid,
    GridCell,
    GridRow,
    Heading,
    KeyValues,
    Paragraph,
    Signature,
    Table,
    Voice,
    strong,
)
from core.documents.columns import shared
from core.documents.pdf.layout import slices_of
from core.documents.pdf.pages import paginated
from core.documents.pdf.slices import Slice, Words
from core.documents.pdf.style import BODY
from core.documents.pdf.typeface import typeface
from core.documents.pdf.typesetting import hanging, natural_width, set_lines
from tests.core.documents.sample_papers import SPECIMEN

TEXTS = st.text(alphabet="ab WMi.-/ż≥", max_size=80)
MEASURES = st.floats(min_value=BODY.size * 2, max_value=400)


@given(TEXTS, MEASURES)
def test_no_sign_is_lost_but_spaces_at_a_break(text: str, measure: float) -> None:
    lines = set_lines(text, measure, BODY)
    joined = "".join(piece.text for line in lines for piece in line.pieces)
    assert joined.replace(" ", "") == text.replace(" ", "")
    if len(lines) == 1:
        assert joined == text


@given(TEXTS, MEASURES)
def test_no_line_is_wider_than_its_measure(text: str, measure: float) -> None:
    for line in set_lines(text.strip(), measure, BODY):
        assert sum(piece.width for piece in line.pieces) <= measure + 0.01


def test_a_mark_hangs() -> None:
    first, second = hanging(strong("✓"), "one two", 40.0, BODY)
    assert "".join(piece.text for piece in first.pieces) == "✓ one"
    assert second.indent == pytest.approx(natural_width((strong("✓"), strong("")), BODY) + natural_width(" ", BODY))


def test_figures_have_one_width() -> None:
    for voice in (Voice.PLAIN, Voice.STRONG):
        face = typeface().face(voice)
        assert len({face.width(figure, 10) for figure in "0123456789"}) == 1


@given(
    st.lists(st.tuples(st.floats(min_value=0.1, max_value=9), st.floats(min_value=0, max_value=300)), min_size=1),
)
def test_columns_fill_the_line_and_meet_what_can_be_met(columns: list[tuple[float, float]]) -> None:
    shares, needs = [share for share, _ in columns], [need for _, need in columns]
    widths = shared(480.0, shares, needs)
    assert sum(widths) == pytest.approx(480.0)
    met = [min(need, 480.0 * 0.45) for need in needs]
    if sum(met) < 480.0:
        assert all(width >= need - 0.01 for width, need in zip(widths, met, strict=True))


@given(
    st.lists(
        st.builds(
            Slice,
            height=st.floats(min_value=1, max_value=60),
            gap=st.floats(min_value=0, max_value=20),
            is_kept_with_next=st.booleans(),
            head=st.one_of(st.none(), st.just(Slice(10.0))),
            is_page_break=st.booleans(),
        ),
        max_size=40,
    )
)
def test_pages_hold_every_slice_in_order_and_never_overflow(slices: list[Slice]) -> None:
    pages = paginated(slices, 100.0)
    heads = {id(piece.head) for piece in slices if piece.head is not None}
    printed = [placed.piece for page in pages for placed in page if id(placed.piece) not in heads]
    assert printed == [piece for piece in slices if not piece.is_page_break]
    assert all(placed.down + placed.piece.height <= 100.02 for page in pages for placed in page)


def test_what_belongs_together_turns_the_page_together() -> None:
    text, heading = Slice(30.0), Slice(20.0, is_kept_with_next=True)
    first, second = paginated([text, text, heading, text], 100.0)
    assert [placed.piece for placed in first] == [text, text]
    assert [placed.piece for placed in second] == [heading, text]


def test_little_on_a_last_page_is_set_closer() -> None:
    ten = [Slice(9.0, gap=1.0)] * 10  # 99 points high, and no room for an eleventh
    assert len(paginated(ten, 100.0)) == 1
    (page,) = paginated([*ten, Slice(1.5, gap=1.0)], 100.0)
    assert [each.piece.height for each in page] == [9.0] * 10 + [1.5]
    assert page[1].down == pytest.approx(9.0 + 0.8)
    assert len(paginated([*ten, Slice(8.0, gap=1.0)], 100.0)) == 2, "it cannot be saved"
    assert len(paginated([*ten, *[Slice(9.0, gap=1.0)] * 3], 100.0)) == 2, "a page that holds enough stays as it is"


def test_each_part_between_page_breaks_is_set_by_itself() -> None:
    part = [*[Slice(9.0, gap=1.0)] * 10, Slice(1.5, gap=1.0)]
    assert len(paginated([*part, Slice(0.0, is_page_break=True), *part], 100.0)) == 2
    assert len(paginated([Slice(0.0, is_page_break=True), *part[:3], Slice(0.0, is_page_break=True)], 100.0)) == 1


def test_a_table_head_is_drawn_again() -> None:
    head = Slice(10.0, is_kept_with_next=True)
    row = Slice(40.0, head=head)
    first, second = paginated([head, row, row, row], 100.0)
    assert [placed.piece for placed in first] == [head, row, row]
    assert [placed.piece for placed in second] == [head, row]


@pytest.mark.parametrize("is_dense", [False, True])
@pytest.mark.parametrize("count", [2, 3, 4, 7, 60])
@pytest.mark.parametrize("kind", ["table", "grid"])
@given(above=st.integers(min_value=0, max_value=38))
def test_no_row_of_a_table_stands_alone_on_a_page(kind: str, count: int, is_dense: bool, above: int) -> None:
    table = Table((Column("Head"),), tuple((f"Row {row}",) for row in range(count)), is_dense=is_dense)
    rows = tuple(GridRow(f"Row {row}", (GridCell("●"),)) for row in range(count))
    block = table if kind == "table" else Grid(("1",), rows, is_dense=is_dense)
    pages = paginated(slices_of(specimen(*[Paragraph("Text")] * above, block), 400.0), 700.0)
    counts = [sum("Row" in _text(placed.piece) for placed in page) for page in pages]
    assert sum(counts) == count
    assert 1 not in counts


@given(above=st.integers(min_value=0, max_value=60))
def test_a_sentence_stays_with_what_it_speaks_of(above: int) -> None:
    """The day of values stood at the end of a page, the values on the next."""
    pairs = KeyValues(tuple((f"score {number}", "1") for number in range(4)))
    led = (Heading("Activity"), Paragraph("Values of 12 Nov", leads=True))
    for after in ((pairs,), (Heading("Kidney", 3), pairs)):
        paper = specimen(*[Paragraph("Text")] * above, pairs, *led, *after)
        for page in paginated(slices_of(paper, 400.0), 700.0):
            last = page[-1].piece
            assert not last.is_kept_with_next
            assert "Values" not in _text(last)


@given(above=st.integers(min_value=0, max_value=60))
def test_a_signature_stands_with_what_is_signed(above: int) -> None:
    blocks: list[Block] = [Paragraph("Text")] * above
    blocks += [Paragraph("I agree."), Signature(("Signature, date",))]
    for page in paginated(slices_of(specimen(*blocks), 400.0), 700.0):
        texts = [_text(placed.piece) for placed in page]
        if any("Signature" in text for text in texts):
            assert any("agree" in text for text in texts)


def specimen(*blocks: Block) -> Document:
    return replace(SPECIMEN, blocks=blocks)


def _text(piece: Slice) -> str:
    return "".join(item.text for item in piece.items if isinstance(item, Words))
