"""The form holds everything that can be typed, once, and what it takes reads back."""

from __future__ import annotations

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.entry.form.form import PAGES, form_of

COMPUTED = {"treatment"}
"""Sections of which nothing is typed."""


def shipped() -> Catalogue:
    return load_catalogue()


def test_every_section_stands_on_a_page() -> None:
    pages = {name: section.page for name, section in shipped().sections.items()}
    assert {name for name, page in pages.items() if page not in PAGES} == COMPUTED


def test_a_field_stands_once() -> None:
    ids = [field.id for page in form_of(shipped()).pages for field in page.fields]
    assert len(ids) == len(set(ids))
    assert {"creatinine", "lvef", "sledai_2k", "hbsag", "echo", "weight"} <= set(ids)
    assert "age" not in ids


def test_lists_have_a_page() -> None:
    page_of = form_of(shipped()).page_of
    assert (page_of["treatments"], page_of["diagnoses"], page_of["events"]) == ("treatments", "diagnosis", "history")
