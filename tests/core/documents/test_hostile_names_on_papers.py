"""Whatever a name holds: each paper shows it, or its codes, and opens nothing."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from core.discovery import resource_path
from core.documents.html import render_html
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from tests.core.documents.hostile_names import HOSTILE_NAMES, HostileName
from tests.core.documents.reading_back import pdf_pages, read_html, squeezed
from tests.core.documents.sample_papers import PATIENT, SPECIMEN, paper_about

WATCHED = ("open", "socket.", "urllib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")
PLAIN_TAGS = frozenset(tag for tag, _ in read_html(render_html(paper_about("Anna"))).tags) | {"bdi"}
EVENTS: list[tuple[str, str]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _Watch.is_on and event.startswith(WATCHED):
        EVENTS.append((event, str(arguments[0] if arguments else "")))


class _Watch:
    is_on = False


sys.addaudithook(_watch)


@pytest.fixture(params=HOSTILE_NAMES, ids=lambda case: ascii(case.name[:24]))
def hostile(request: pytest.FixtureRequest) -> HostileName:
    """One hostile name after the other."""
    case = request.param
    assert isinstance(case, HostileName)
    return case


def test_thirty_names_are_tried() -> None:
    assert len(HOSTILE_NAMES) >= 30
    assert len({case.name for case in HOSTILE_NAMES}) == len(HOSTILE_NAMES)


def test_the_pdf_shows_the_name_everywhere(hostile: HostileName) -> None:
    content = render_pdf(paper_about(hostile.name))
    pages = [squeezed(page) for page in pdf_pages(content)]
    name = squeezed(hostile.printed)
    assert sum(page.count(name) for page in pages) >= 20
    for number, page in enumerate(pages, start=1):
        # A reader that takes text out guesses from a line's first letter that all of it turns.
        assert f"{name}·born{name}·MRN{name}" in page or f"MRN·{name}born·{name}" in page
        assert f"page{number}of{len(pages)}" in page
    assert content == render_pdf(paper_about(hostile.name))


def test_the_html_shows_the_name_everywhere(hostile: HostileName) -> None:
    page = read_html(render_html(paper_about(hostile.name)))
    assert page.text.count(hostile.displayed) >= 20
    assert PLAIN_TAGS.issuperset(tag for tag, _ in page.tags)
    assert not any(key.startswith("on") for _, attributes in page.tags for key in attributes)


def test_the_html_can_be_saved_and_its_style_sheet_ends_where_it_should(hostile: HostileName) -> None:
    page = render_html(paper_about(hostile.name))
    page.encode("utf-8")
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert style.endswith("}}")
    assert style.count("{") == style.count("}")


def test_the_text_shows_the_name_everywhere(hostile: HostileName) -> None:
    text = render_text(paper_about(hostile.name))
    text.encode("utf-8")
    assert squeezed(text).replace("│", "").count(squeezed(hostile.displayed)) >= 5
    assert text.replace("\n", "").isprintable()


def test_a_code_is_explained_on_the_paper(hostile: HostileName) -> None:
    (first, *_) = pdf_pages(render_pdf(paper_about(hostile.name)))
    note = squeezed(SPECIMEN.words.escaped_signs)
    assert (note in squeezed(first)) is ("⟨U+" in hostile.printed)


def test_nothing_is_opened_but_the_fonts(hostile: HostileName) -> None:
    EVENTS.clear()
    _Watch.is_on = True
    try:
        for render in (render_pdf, render_html, render_text):
            render(paper_about(hostile.name))
    finally:
        _Watch.is_on = False
    fonts = str(resource_path("fonts"))
    assert [event for event in EVENTS if not (event[0] == "open" and event[1].startswith(fonts))] == []


def test_a_name_of_thousands_of_signs_is_whole_once_and_cut_on_each_page() -> None:
    name = "".join(chr(ord("a") + number % 26) for number in range(3000))
    pages = [squeezed(page) for page in pdf_pages(render_pdf(replace(SPECIMEN, patient=replace(PATIENT, name=name))))]
    assert name in pages[0]
    for page in pages:
        assert f"{name[:160]}…·{squeezed(PATIENT.text.partition(' · ')[2])}" in page
