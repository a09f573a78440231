"""The program in a language with three phrases: every page shows, in English where the language lacks words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.use_cases.keep_settings import Settings
from tests.third_language import INVENTED, a_language_more
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import loaded
from tests.ui.desktop.test_every_size import walked


@pytest.fixture(autouse=True)
def a_third_language(tmp_path: Path, cheap_and_loaded: None) -> Iterator[None]:
    del cheap_and_loaded
    loaded.cache_clear()
    with a_language_more(tmp_path / "shipped"):
        yield
    loaded.cache_clear()


def test_it_starts_and_every_page_shows(make_desktop: MakeDesktop) -> None:
    """Pages and panels, papers and dialogs, with nothing cut or covered."""
    desktop = make_desktop(settings=Settings(INVENTED, author="Dr Example", department="Test clinic"))
    desktop.window.shell.resize(1280, 800)
    said, found = "", dict[str, list[str]]()
    for place, lines in walked(desktop):
        said += desktop.all_words()
        found[place] = lines
    assert {place: lines for place, lines in found.items() if lines} == {}
    assert "Tongue" in said  # on the first page
    assert "Customs" in said  # above the settings


def test_what_is_typed_in_it_is_on_record(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop(settings=Settings(author="Dr Example", language=INVENTED)).create(has_samples=True)
    desktop.open_patient("00-0318")
    desktop.enter("organ_function", "creatinine", "70 µmol/L @ 3 trimon 2024")
    kept = desktop.workspace.desk.all_of("creatinine")
    assert any(each.statement.plain == {"value": "70 umol/L", "date": "2024-03-03"} for each in kept)
