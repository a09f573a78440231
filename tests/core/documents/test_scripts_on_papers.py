"""Names in any script are readable on every kind of paper: in their letters, shaped, in the order they are read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from core.discovery import resource_path
from core.documents.html import render_html
from core.documents.legible import shown
from core.documents.pdf import render_pdf
from core.documents.pdf.scripts import faces_of
from core.documents.pdf.style import BODY
from core.documents.pdf.typeface import fallbacks, typeface
from core.documents.pdf.typesetting import SetLine, set_lines
from core.documents.reading_order import in_reading_order, levels_of
from core.language.phrases import LANGUAGES
from tests.core.documents.reading_back import pdf_pages, squeezed
from tests.core.documents.sample_papers import paper_about
from tests.every_paper import RULES, every_paper

NAMES = {
    "Arabic": "ليلى الفاتح",
    "Arabic, with an alef after a lam": "علاء الدين",
    "Armenian": "Անահիտ Սարգսյան",
    "Bengali": "শ্রেয়া চক্রবর্তী",
    "Chinese": "王小明",
    "Chinese, a rare name": "龘靐齉",
    "Devanagari": "नेहा क्षत्रिय",
    "Ethiopic": "ጸሐይ በቀለ",
    "Georgian": "ნინო ბერიძე",
    "Gujarati": "શ્રી પટેલ",
    "Gurmukhi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "Hebrew": "שרה כהן-לוי",
    "Hebrew, pointed": "שָׂרָה",
    "Japanese": "山田 さくら カナ",
    "Kannada": "ಶ್ರೀ ಲಕ್ಷ್ಮಿ",
    "Khmer": "សុខា",
    "Korean": "김민서",
    "Lao": "ພອນສະຫວັນ",
    "Malayalam": "ശ്രീജ",
    "Myanmar": "အောင်ဆန်း",
    "Oriya": "ଶ୍ରୀ",
    "Persian, with a joiner": "علی\u200cرضا",
    "Sinhala, with a joiner": "ශ්\u200dරී",
    "Syriac": "ܐܒܪܗܡ",
    "Tamil": "தமிழ்ச்செல்வி",
    "Telugu": "శ్రీ లక్ష్మి",
    "Thaana": "ދިވެހި",
    "Thai": "กิตติพงษ์ น้ำผึ้ง",
    "Tifinagh": "ⵜⴰⴷⵎⴰⵔⵜ",
    "Yoruba, with marks": "Ọ̀ṣun Adé",
}
NOTDEF = "\ue000"
"""The sign that would draw the empty box of a face (its glyph 0)."""
TAKEN_OUT = ("Arabic", "Armenian", "Chinese", "Ethiopic", "Georgian", "Hebrew", "Japanese", "Korean", "Lao", "Tifinagh")
"""Scripts whose names pdfium takes out as they were; of others it splits the marks."""


def set_alone(name: str) -> SetLine:
    """Return a name on a line of its own."""
    (line,) = set_lines(unicodedata.normalize("NFC", name), 500.0, BODY)
    return line


@pytest.mark.parametrize("script", NAMES)
def test_a_face_has_every_sign_and_none_is_an_empty_box(script: str) -> None:
    name = unicodedata.normalize("NFC", NAMES[script])
    assert None not in faces_of(name, typeface().regular)
    line = set_alone(name)
    assert NOTDEF not in {glyph.sign for piece in line.pieces for each in piece.clusters for glyph in each.glyphs}
    assert sorted("".join(piece.text for piece in line.pieces)) == sorted(name)
    assert line.width > 0


@pytest.mark.parametrize("script", NAMES)
def test_ink_is_on_the_paper_for_a_name(script: str) -> None:
    """A face may have a sign and draw nothing: the name alone is blacker than a paper without it."""
    with_name, without = (_ink(render_pdf(paper_about(text))) for text in (NAMES[script], "."))
    assert with_name > without


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", ["sample-06", "sample-07"])
def test_names_stand_on_every_kind_of_paper_in_their_letters(sample: str, language: str) -> None:
    for script in ("Arabic", "Hebrew", "Thai", "Devanagari", "Chinese", "Korean"):
        for paper in every_paper(sample, language, name=NAMES[script], clinic=f"Klinik {NAMES[script]}"):
            pages = [unicodedata.normalize("NFKC", squeezed(page)) for page in pdf_pages(paper.pdf)]
            assert not any("⟨U+" in page for page in pages), paper.job.kind.id
            if script in TAKEN_OUT:
                words = [unicodedata.normalize("NFKC", word) for word in NAMES[script].replace("-", " ").split()]
                assert all(word in page for page in pages for word in words), (script, paper.job.kind.id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sample", list(RULES))
def test_no_name_stands_in_what_a_file_tells_of_itself(sample: str, language: str) -> None:
    """Titles and properties are shown by lists of files, browsers and searches, whoever looks over the shoulder."""
    name = "Nameofpatient Unmistakable"
    for paper in every_paper(sample, language, name=name):
        reader = PdfReader(BytesIO(paper.pdf))
        told = f"{dict(reader.metadata or {})} {reader.xmp_metadata} {paper.name}"
        assert not any(word in told for word in name.split()), paper.job.kind.id
        assert any("Unmistakable" in page for page in pdf_pages(paper.pdf)), paper.job.kind.id


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    level: int


@pytest.mark.parametrize(
    ("read", "stands"),
    [
        ("name אבג · born 2011", "name גבא · born 2011"),
        ("אבג · 00-0318", "גבא · 00-0318"),  # the number stays where it is read: behind the name
        ("אבג דהו", "והד גבא"),
        ("אבג 12 דהו", "והד 12 גבא"),
        ("אבג 12.5/3 דהו", "והד 12.5/3 גבא"),
        ("אבג (דהו) 7", "(והד( גבא 7".replace("(והד(", ")והד(")),
        ("(אבג) דהו", "והד )גבא("),
        ("ג'ורג'", "'גרו'ג"),
        ("אבג abc דהו", "גבא abc והד"),
        ("12 אבג", "12 גבא"),
    ],
)
def test_what_turns_stands_alone_and_turns_nothing_else(read: str, stands: str) -> None:
    """Brackets are mirrored by the shaper; here they only change places."""
    parts = [_Part(sign, level) for sign, level in zip(read, levels_of(read), strict=True)]
    assert "".join(part.text for part in in_reading_order(parts)) == stands


def test_a_turned_name_broken_over_lines_begins_on_the_first() -> None:
    name = "שרה כהן לוי אברהם יצחק יעקב"
    first, *others = set_lines(name, 60.0, BODY)
    assert others
    assert first.pieces[-1].text == "שרה"  # at the right of the first line, where reading begins
    assert all(line.width <= 60.01 for line in (first, *others))


@pytest.mark.parametrize("script", NAMES)
def test_a_long_name_breaks_between_letters_and_loses_none(script: str) -> None:
    name = unicodedata.normalize("NFC", NAMES[script].replace(" ", "") * 8)
    lines = set_lines(name, 80.0, BODY)
    assert sorted("".join(piece.text for line in lines for piece in line.pieces)) == sorted(name)
    for line in lines:
        assert line.width <= 80.01
        first = min((piece.text for piece in line.pieces), key=name.find)
        assert not unicodedata.category(first[0]).startswith("M")


def test_what_no_face_has_stands_as_its_code_and_a_joiner_only_where_it_is_spelling() -> None:
    pages = pdf_pages(render_pdf(paper_about("A\U0001f600 \U00013080 Anna\u200cBerg")))
    assert "⟨U+1F600⟩" in pages[0]
    assert "⟨U+13080⟩" in pages[0]
    assert "Anna⟨U+200C⟩Berg" in squeezed(pages[0])
    assert shown("علی\u200cرضا") == "علی\u200cرضا"
    assert shown("\u200cab") == "⟨U+200C⟩ab"


def test_html_shows_the_name_as_it_is() -> None:
    for name in NAMES.values():
        assert name in render_html(paper_about(name))


def test_the_same_paper_is_the_same_file_whatever_was_printed_before() -> None:
    paper = paper_about(NAMES["Devanagari"])
    before = render_pdf(paper)
    for name in NAMES.values():
        render_pdf(paper_about(name))
    assert render_pdf(paper) == before


def test_what_is_bundled_stays_bearable_and_has_its_licence_beside_it() -> None:
    folder = resource_path("fonts", "fallbacks")
    assert {path.suffix for path in folder.iterdir()} <= {".ttf", ".txt"}
    assert sum(path.stat().st_size for path in folder.iterdir()) < 7_000_000
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text(encoding="utf-8")
    assert "Apache License" in (folder / "APACHE.txt").read_text(encoding="utf-8")
    assert len({face.name for face in fallbacks()}) == len(list(folder.glob("*.ttf")))


def _ink(content: bytes) -> int:
    """Return how dark the pages are."""
    document = pypdfium2.PdfDocument(content)
    total = 0
    for page in document:
        bitmap = page.render(scale=1)
        total += sum(255 - value for value in bitmap.to_pil().convert("L").tobytes())
        bitmap.close()
        page.close()
    document.close()
    return total
