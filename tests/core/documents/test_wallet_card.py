"""The card is as large as a bank card, tells what is known, and leaves a line for what is not.

``python -m tests.core.documents.test_wallet_card`` prints the sizes that were measured on the page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from core.documents.blocks import CardFace, Document, FoldedCard, Line, runs_of
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.pdf.cards import set_card
from core.documents.pdf.slices import Words
from core.documents.pdf.style import CARD_HEIGHT, CARD_WIDTH, LINE_WIDTH, MILLIMETRE
from core.documents.pdf.typeface import typeface
from core.documents.text import render_text
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.wording.errors import error_words
from tests.core.documents.family_papers import CASES, LATER, NUMBER, Case
from tests.core.documents.reading_back import pdf_pages, read_html, squeezed
from tests.core.follow_up.sample_plans import chart, plan_of

WIDTH, HEIGHT = 85.6, 54.0
"""Millimetres, folded."""
SMALLEST_SIZE = 5.0
"""Points: the bundled letters of this size are as high as those of 5.5 points elsewhere."""
_PATH = 2
Stroke = tuple[float, float, float, float]
_EXACT = 0.05


def card_of(document: Document) -> FoldedCard:
    return next(block for block in document.blocks if isinstance(block, FoldedCard))


def told(face: CardFace) -> str:
    rows = [face.title, *(f"{name}: {plain(value)}" for name, value in face.pairs), *map(plain, face.lines)]
    return "\n".join(rows)


def plain(line: Line) -> str:
    return "".join(run.text for run in runs_of(line))


def strokes(content: bytes) -> list[Stroke]:
    """Return the thin lines of page 1 as left, bottom, across, up in millimetres, without their weight."""
    document = pypdfium2.PdfDocument(content)
    boxes = [each.get_bounds() for each in document[0].get_objects() if each.type == _PATH]
    document.close()
    return [_without_weight(*(side / MILLIMETRE for side in box)) for box in boxes]


def _without_weight(left: float, bottom: float, right: float, top: float) -> Stroke:
    weight = min(right - left, top - bottom)
    return left + weight / 2, bottom + weight / 2, right - left - weight, top - bottom - weight


def measured(content: bytes) -> dict[str, float]:
    """Return the size of the printed card in millimetres, found by its longest lines and its fold."""
    lines = strokes(content)
    edges = [line for line in lines if line[2] > WIDTH * 1.5 and line[0] > 18]  # the rules of the page begin at 17
    sides = [line for line in lines if line[3] > HEIGHT * 0.9]
    left, right = min(line[0] for line in sides), max(line[0] for line in sides)
    top, bottom = max(line[1] for line in edges), min(line[1] for line in edges)
    dashes = {round(line[0], 1) for line in lines if 1.0 < line[3] < 2.0}
    (fold,) = dashes
    return {"flat": right - left, "height": top - bottom, "front": fold - left, "back": right - fold}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_card_has_its_real_size_on_the_page(name: str, language: str) -> None:
    size = measured(render_pdf(CASES[name].card(language)))
    assert size["flat"] == pytest.approx(2 * WIDTH, abs=_EXACT)
    assert size["height"] == pytest.approx(HEIGHT, abs=_EXACT)
    assert size["front"] == pytest.approx(WIDTH, abs=0.1)
    assert size["back"] == pytest.approx(WIDTH, abs=0.1)


def test_marks_to_cut_stand_outside_the_corners_and_marks_to_fold_in_the_middle() -> None:
    lines = strokes(render_pdf(CASES["child"].card("en")))
    marks = [
        line for line in lines if line[2] == pytest.approx(4, abs=_EXACT) or line[3] == pytest.approx(4, abs=_EXACT)
    ]
    across = [line for line in marks if line[2] > line[3]]
    upright = [line for line in marks if line[3] > line[2]]
    assert (len(across), len(upright)) == (4, 6)
    sides = sorted({round(line[0], 1) for line in upright})
    assert sides == pytest.approx([sides[0], sides[0] + WIDTH, sides[0] + 2 * WIDTH], abs=0.1)
    assert all(line[0] + line[2] < sides[0] or line[0] > sides[2] for line in across)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_card_is_one_page_and_its_letters_stay_on_their_side(name: str, language: str) -> None:
    document = CASES[name].card(language)
    assert len(pdf_pages(render_pdf(document))) == 1
    assert_fits(card_of(document))


def assert_fits(card: FoldedCard) -> None:
    piece = set_card(card, LINE_WIDTH)
    words = [item for item in piece.items if isinstance(item, Words)]
    left, top = (LINE_WIDTH - 2 * CARD_WIDTH) / 2, (piece.height - CARD_HEIGHT) / 2
    inset = 3.0 * MILLIMETRE
    faces = {face.name: face for face in (typeface().regular, typeface().strong)}
    for word in words:
        right = word.x + faces[word.face].width(word.text, word.size)
        side = left if word.x < left + CARD_WIDTH else left + CARD_WIDTH
        assert side + inset <= word.x
        assert right <= side + CARD_WIDTH - inset
        assert top + inset <= word.y - word.size * 0.73
        assert word.y <= top + CARD_HEIGHT - inset
    assert min(word.size for word in words) >= SMALLEST_SIZE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_texts_still_fit(language: str) -> None:
    case = CASES["nothing known"]
    long = Case(
        replace(case.plan, chart=replace(case.plan.chart, name="Wolfeschlegelsteinhausen " * 3 + "Bergerdorff")),
        case.on,
    )
    assert_fits(card_of(long.card(language, telephone="+00 000 000000, extension 00000", clinic="Department " * 8)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_is_a_line_to_fill(language: str) -> None:
    card = card_of(CASES["nothing known"].card(language, clinic=""))
    empty = [name for name, value in card.front.pairs if not value]
    say = spoken(language).say
    names = ("kind", "product", "batch", "lymphodepletion", "centre")
    assert empty == [say(f"family-card-{name}") for name in names]


def test_product_and_batch_stand_on_the_card_as_recorded() -> None:
    infusion = "infusion: {date: 2026-02-04, product: autologous, product_name: Example-cel, batch: X-0001}"
    plan = plan_of(chart("sle", born="1990-02-11", more=infusion), on=LATER)
    values = dict(card_of(Case(plan, LATER).card("en")).front.pairs)
    assert (values["Product"], values["Batch"]) == ("Example-cel", "X-0001")
    other_day = plan_of(chart("sle", born="1990-02-11", more=infusion), date(2026, 2, 5), on=LATER)
    values = dict(card_of(Case(other_day, LATER).card("en")).front.pairs)
    assert (values["Product"], values["Batch"]) == ("", "")


def test_product_and_batch_are_never_invented() -> None:
    for case in CASES.values():
        values = dict(card_of(case.card("en")).front.pairs)
        assert (values["Product"], values["Batch"]) == ("", "")


@pytest.mark.parametrize(
    ("name", "lymphodepletion", "blood"),
    [
        ("child", "", ["platelets at least until 5 May 2026", "If fludarabine was given", "at least until 4 Feb 2027"]),
        ("adult, fludarabine", "Fludarabine, Cyclophosphamide", ["platelets at least until 4 Feb 2027"]),
        ("adult, mRNA", "none", ["platelets at least until 5 May 2026"]),
        ("adult, donor", "", ["If fludarabine was given: only irradiated blood at least until 4 Feb 2027"]),
        ("nothing known", "", ["platelets at least until 5 May 2026", "If fludarabine was given"]),
        ("years later", "Fludarabine, Cyclophosphamide", []),
    ],
)
def test_blood_is_irradiated_as_long_as_it_holds(name: str, lymphodepletion: str, blood: list[str]) -> None:
    card = card_of(CASES[name].card("en"))
    assert dict(card.front.pairs)["Lymphodepletion"] == lymphodepletion
    back = told(card.back)
    for words in blood:
        assert words in back
    assert ("irradiated" in back) == bool(blood)
    assert ("fludarabine" in back) == any("fludarabine" in words for words in blood)


def test_a_vector_does_not_tell_what_was_given() -> None:
    """MRNA products are given without lymphodepletion as a rule; that none was given is for the record to say."""
    case = CASES["adult, mRNA"]
    infusion = case.plan.chart.infusion
    assert infusion is not None
    given = replace(case.plan.given, lymphodepletion=None)
    assert dict(card_of(Case(replace(case.plan, given=given), case.on).card("en")).front.pairs)["Lymphodepletion"] == ""


@pytest.mark.parametrize("name", CASES)
def test_every_doctor_is_told_whom_to_call_and_what_not_to_give(name: str) -> None:
    back = told(card_of(CASES[name].card("en")).back)
    assert NUMBER.replace(" ", "\u00a0") in back
    assert "24 h" in back
    assert "No live vaccine unless the centre agrees." in back
    assert "must not wait" in back
    assert "fever of 38" in back
    assert not re.search(r"\bmg\b|dexameth|tocilizumab", back, re.IGNORECASE)


def test_a_planned_infusion_is_not_told_as_given() -> None:
    names = [name for name, _ in card_of(CASES["adult, donor"].card("en")).front.pairs]
    assert "CAR-T cells planned for" in names
    assert "CAR-T cells on" not in names


@pytest.mark.parametrize("telephone", ["", "  "])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_number_there_is_no_card(telephone: str, language: str) -> None:
    with pytest.raises(WorldError) as error:
        CASES["child"].card(language, telephone)
    assert len(error_words(error.value, spoken(language))) > len("family-card-needs-telephone")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_too_long_to_be_read_is_refused_by_its_name(language: str) -> None:
    with pytest.raises(WorldError) as error:
        CASES["child"].card(language, clinic="x" * 91)
    words = error_words(error.value, spoken(language))
    assert spoken(language).say("family-card-centre") in words
    assert "90" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_says_the_same(language: str) -> None:
    document = CASES["nothing known"].card(language)
    card = card_of(document)
    formats = (
        squeezed("".join(pdf_pages(render_pdf(document)))),
        squeezed(read_html(render_html(document)).text),
        squeezed(render_text(document).replace("│", " ")),
    )
    texts = [each for face in card.faces for each in (face.title, *(plain(line) for line in face.lines))]
    texts += [each for face in card.faces for name, value in face.pairs for each in (name, plain(value))]
    for text in texts:
        for written in formats:
            assert squeezed(text) in written


def test_the_same_card_is_the_same_bytes() -> None:
    assert render_pdf(CASES["child"].card("en")) == render_pdf(CASES["child"].card("en"))


def test_a_side_that_tells_nothing_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="names or lines"):
        CardFace("title")


if __name__ == "__main__":
    for each, case in CASES.items():
        print(f"{each:22}", {what: f"{size:.2f} mm" for what, size in measured(render_pdf(case.card("en"))).items()})
