"""The page of the specification is the tables, printed."""

from __future__ import annotations

from tests.spec import print_scores
from tests.spec.print_tables import PAGE, page
from tests.spec.tables import tables


def test_the_page_is_current() -> None:
    """Print it anew with ``python -m tests.spec.print_tables``."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_table_is_on_the_page() -> None:
    written = page()
    assert all(f"## {table.title}\n" in written for table in tables())


def test_the_page_of_scores_is_current() -> None:
    """Print it anew with ``python -m tests.spec.print_scores``."""
    assert print_scores.PAGE.read_text(encoding="utf-8") == print_scores.page()
