"""The manual: what it names is there, in every language, in the window and on paper."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from core.documents.marked_down import blocks_of
from core.documents.pdf import render_pdf
from core.errors import KriterionError
from core.language.phrases import LANGUAGES, spoken
from core.language.shipped_pages import page_paths, pages
from core.use_cases.read_manual import MANUAL, manual
from tests.ui.desktop.conftest import MakeDesktop
from ui.desktop.actions import Action
from ui.desktop.manual import Manual

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_CODE = re.compile(r"`([^`]+)`")
_KEY = re.compile(r"((Ctrl|Shift|Alt|Meta)\+)+\S+|F\d{1,2}")
_PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_MOST_BYTES = 3_000_000
AT = datetime(2026, 11, 22, 9, 41, tzinfo=UTC)


@cache
def text_of(language: str) -> str:
    return "\n".join(pages(MANUAL, language))


def plain(phrase: str) -> str:
    """A phrase as a reader sees it: without the sign of its key."""
    return phrase.replace("&", "")


@cache
def said(language: str) -> frozenset[str]:
    """Every phrase without arguments."""
    phrases = spoken(language)
    found: set[str] = set()
    for name in phrases.ids:
        with suppress(KriterionError):  # those with arguments
            found.add(plain(phrases.say(name)))
    return frozenset(found)


def bold(language: str) -> list[str]:
    return [" ".join(words.split()) for words in _BOLD.findall(text_of(language))]


def unknown_menus(language: str, actions: tuple[Action, ...]) -> list[str]:
    phrases = spoken(language)
    known = {f"{plain(phrases.say(each.menu))} › {plain(phrases.say(each.phrase))}" for each in actions}
    return [words for words in bold(language) if " › " in words and words not in known]


def unknown_keys(language: str, actions: tuple[Action, ...]) -> list[str]:
    known = {each.shortcut for each in actions}
    return [key for key in _CODE.findall(text_of(language)) if _KEY.fullmatch(key) and key not in known]


def test_every_menu_and_key_that_is_named_is_one_of_the_actions(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    actions = desktop.opened.actions
    for language in LANGUAGES:
        assert unknown_menus(language, actions) == []
        assert unknown_keys(language, actions) == []
        assert sum(" › " in words for words in bold(language)) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_bold_stands_so_in_the_window(language: str) -> None:
    parts = [part for words in bold(language) for part in words.split(" › ")]
    assert [part for part in parts if part not in said(language)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_pages_with_the_same_parts(language: str) -> None:
    """Its own, with as many headings of each depth, lists, rows and pictures as the English ones; the same keys."""
    paths, english = page_paths(MANUAL, language), page_paths(MANUAL, "en")
    assert [path.parent.name for path in paths] == [language] * len(english)
    for own, other in zip(paths, english, strict=True):
        kinds = [
            [type(block).__name__ for block in blocks_of(path.read_text(encoding="utf-8"), path.parent)]
            for path in (own, other)
        ]
        assert kinds[0] == kinds[1], own.name
    keys = [sorted(filter(_KEY.fullmatch, _CODE.findall(text_of(each)))) for each in (language, "en")]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_and_link_leads_somewhere(language: str) -> None:
    folder = page_paths(MANUAL, language)[0].parent
    named = {name for _, name in _PICTURE.findall(text_of(language))}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.png")}
    assert named == there, "each picture is shown, each one shown is there"
    assert [name for name in _LINK.findall(text_of(language)) if not (folder / name).exists()] == []


def test_all_pictures_together_are_small() -> None:
    folders = {page_paths(MANUAL, language)[0].parent for language in LANGUAGES}
    assert sum(path.stat().st_size for folder in folders for path in folder.rglob("*.png")) < _MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_holds_every_heading_and_is_the_same_each_time(language: str) -> None:
    content = render_pdf(manual(language, AT))
    assert content == render_pdf(manual(language, AT))
    read = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())
    headings = re.findall(r"^#+ (.+)$", text_of(language), re.MULTILINE)
    assert [heading for heading in headings if heading not in read] == []


@pytest.mark.parametrize("page", ["> a quotation", "a  \nb", "![x](a.png) and words", "<b>x</b>", "---"])
def test_what_paper_cannot_show_is_an_error_of_the_page(page: str) -> None:
    with pytest.raises(ValueError, match="cannot be printed"):
        blocks_of(page, page_paths(MANUAL, "en")[0].parent)


def test_it_opens_from_the_first_page_on_with_its_pictures(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop()
    desktop.first_page.promise.manual.click()
    sheet = desktop.found(Manual)
    assert sheet.parts.count() > 30
    document = sheet.text.document()
    folder = page_paths(MANUAL, "en")[0].parent
    for path in folder.rglob("*.png"):
        image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(path.relative_to(folder).as_posix()))
        assert image is not None, path.name
    sheet.close()
    desktop.create()
    next(each for each in desktop.opened.actions if each.id == "manual").run()
    sheet = desktop.found(Manual)
    sheet.show_part(1)
    assert sheet.text.textCursor().block().text() == sheet.parts.itemText(1)
    sheet.close()
