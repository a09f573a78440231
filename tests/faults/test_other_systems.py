"""What Windows and macOS do otherwise, as far as it can be tried here: ends of lines, names of files, sheets."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue, read_catalogue
from core.chart.reading.whole import read_patient
from core.discovery import resource_path, yaml_files
from core.documents.blocks import Block, Document, PageBreak, PaperWords, Paragraph, PatientLine
from core.documents.pdf import render_pdf
from core.errors import KriterionError
from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.reading.whole import read_rule_file
from core.use_cases.load_rules import rule_paths, shipped_places
from core.writing import plain_name, write_atomically
from ui.desktop.pages.documents.preview import PaperView
from ui.desktop.widgets import save_place
from ui.desktop.widgets.save_place import chosen_place, documents_folder


@cache
def known() -> Catalogue:
    return load_catalogue()


def as_on_windows(content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


# --- ends of lines of a checkout


@pytest.mark.parametrize("path", yaml_files(resource_path("samples")), ids=lambda path: path.stem)
def test_a_patient_file_says_the_same_with_other_ends_of_lines(path: Path) -> None:
    content, catalogue = path.read_bytes(), known()
    chart, problems = read_patient(content, path.name, catalogue)
    other, other_problems = read_patient(as_on_windows(content), path.name, catalogue)
    assert chart is not None
    assert other == chart
    assert [(each.span.line, each.message) for each in other_problems] == [
        (each.span.line, each.message) for each in problems
    ]


@pytest.mark.parametrize("path", rule_paths(shipped_places())[::8], ids=lambda path: path.stem)
def test_a_rule_file_says_the_same_with_other_ends_of_lines(path: Path) -> None:
    content, catalogue = path.read_bytes(), known()
    read, other = (read_rule_file(each, path.name, catalogue) for each in (content, as_on_windows(content)))
    assert read.rule_file is not None
    assert other.rule_file is not None
    assert other.problems == read.problems
    assert [(each.id, each.text, each.condition) for each in other.rule_file.criteria] == [
        (each.id, each.text, each.condition) for each in read.rule_file.criteria
    ]


def test_the_catalogue_says_the_same_with_other_ends_of_lines() -> None:
    folder = resource_path("samples").parents[1] / "rules"
    files = {str(path): path.read_bytes() for name in ("catalogue", "drugs") for path in yaml_files(folder / name)}
    catalogue, problems = read_catalogue(files)
    other, other_problems = read_catalogue({name: as_on_windows(content) for name, content in files.items()})
    assert (len(other_problems), other.concepts, other.drugs) == (len(problems), catalogue.concepts, catalogue.drugs)


def test_phrases_say_the_same_with_other_ends_of_lines(tmp_path: Path) -> None:
    language = LANGUAGES[-1]
    shutil.copytree(resource_path("phrases"), tmp_path / "phrases")
    for path in (tmp_path / "phrases").rglob("*.*"):
        path.write_bytes(as_on_windows(path.read_bytes()))
    phrases, other = Phrases(language), Phrases(language, tmp_path / "phrases")
    assert other.ids == phrases.ids

    def said(by: Phrases, name: str) -> str:
        try:
            return by.say(name)
        except KriterionError:
            return ""  # has arguments

    assert [name for name in phrases.ids if said(phrases, name) != said(other, name)] == []


def test_a_checkout_has_the_same_bytes_everywhere() -> None:
    told = (resource_path("samples").parents[1] / ".gitattributes").read_text(encoding="utf-8")
    assert "* text=auto eol=lf" in told


# --- names of files


DEVICES = ("con", "PRN", "Aux", "nul", "COM1", "lpt9", "COM¹")
ODD = (
    *DEVICES,
    "a/b",
    "a\\b",
    "a:b",
    "a*?b",
    "a\x00b",
    "a\nb",
    "..",
    ".",
    "",
    " ",
    "trailing.",
    "trailing ",
    "<x>",
    '"',
    "|",
    "\ud800",
    "\u202egnp",
    "x" * 300,
    "ä" * 300,
    "患" * 300,
)


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_a_name_is_taken_by_every_file_system(text: str, tmp_path: Path) -> None:
    name = plain_name(text)
    assert name
    assert name.casefold().partition(".")[0] not in {each.casefold() for each in DEVICES}
    assert not set(name) & set('<>:"/\\|?*. \x00\n\u202e')
    assert len(name.encode()) <= 100
    write_atomically(tmp_path / f"{name}-eligibility-report.pdf", b"x")
    assert [path.name for path in tmp_path.iterdir()] == [f"{name}-eligibility-report.pdf"]


def test_names_that_are_cut_stay_apart() -> None:
    assert plain_name("x" * 300) != plain_name("x" * 301)
    assert plain_name("S-0007") == "S-0007"


def test_papers_that_differ_in_capitals_alone_are_not_written_over_each_other() -> None:
    """A disk of Windows or macOS holds them for one file."""
    names = [plain_name(each).casefold() for each in ("P-1a", "p-1A", "P-1b")]
    assert len(set(names)) == 2


# --- where something is saved


def test_a_dialog_to_save_begins_in_the_documents(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    documents = [str(tmp_path)]

    def location(kind: object) -> str:
        del kind
        return documents[-1]

    monkeypatch.setattr(QStandardPaths, "writableLocation", location)
    assert chosen_place(parent, "a.pdf", "PDF (*.pdf)") is None
    assert asked == [str(tmp_path / "a.pdf")]
    for named in ("", str(tmp_path / "not there")):
        documents.append(named)
        assert documents_folder() == Path.home()


def test_nothing_else_asks_where_to_save() -> None:
    """Else a dialog would begin where the program was started: in its own folder."""
    folder = Path(save_place.__file__).parents[1]
    asking = [path.name for path in folder.rglob("*.py") if "getSaveFileName" in path.read_text(encoding="utf-8")]
    assert asking == ["save_place.py"]


# --- the sheet and the pages that were chosen


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PaperView]:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = PaperView(holder)
    made.show_paper(three_pages())
    assert made.pages == 3
    yield made
    holder.close()


@cache
def three_pages() -> bytes:
    blocks: list[Block] = []
    for page in range(3):
        blocks += [PageBreak()] if page else []
        blocks.append(Paragraph(f"Page {page + 1}"))
    return render_pdf(
        Document(
            title="Three pages",
            language="en",
            printed_at="2026-11-22T09:41",
            patient=PatientLine("Synthetic", "born 1991", "S-1"),
            words=PaperWords("page {page} of {pages}", "escaped"),
            header_left="Kriterion",
            header_right="Three pages",
            blocks=tuple(blocks),
        )
    )


def printed(view: PaperView, place: Path, choose: Callable[[QPrinter], object]) -> PdfReader:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    choose(printer)
    assert view.print_to(printer)
    return PdfReader(place)


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, 3), (2, 2, 1), (2, 99, 2)])
def test_the_pages_that_were_chosen_are_printed(
    view: PaperView, tmp_path: Path, first: int, last: int, count: int
) -> None:
    """All of them where none was chosen; those behind the last one are none."""
    read = printed(view, tmp_path / "p.pdf", lambda printer: printer.setFromTo(first, last) if first else None)
    assert len(read.pages) == count


SHEETS = (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A3)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_page_is_never_stretched(view: PaperView, tmp_path: Path, sheet: QPageSize.PageSizeId) -> None:
    """As large as it is where the sheet has room, else smaller; width to height as on A4."""

    def choose(printer: QPrinter) -> None:
        printer.setPageSize(QPageSize(sheet))
        printer.setFromTo(1, 1)

    printed(view, tmp_path / "p.pdf", choose)
    width, height = drawn_size(tmp_path / "p.pdf")
    assert width / height == pytest.approx(210 / 297, rel=0.005)
    has_room = sheet in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3)
    assert (width == pytest.approx(210 / 25.4 * 72, abs=1.5)) is has_room


_PICTURE = 3


def drawn_size(place: Path) -> tuple[float, float]:
    """The size in points of the one picture on the first page."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(place)
    left, bottom, right, top = next(each for each in pdf[0].get_objects() if each.type == _PICTURE).get_bounds()
    pdf.close()
    return right - left, top - bottom
