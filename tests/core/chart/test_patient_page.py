"""The page on patient files: every example on it is read without a word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.catalogue.reading import load_catalogue
from core.chart.reading.whole import read_patient

PAGE = (Path(__file__).parents[3] / "docs" / "writing-patient-files.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"^```yaml (patient|part)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("kind", "text"), BLOCKS, ids=[text.splitlines()[0] for _, text in BLOCKS])
def test_an_example_is_read(kind: str, text: str) -> None:
    written = text if kind == "patient" else f"format: 1\nid: part\n{text}"
    chart, problems = read_patient(written.encode(), "page.yaml", load_catalogue())
    assert problems == ()
    assert chart is not None


def test_there_are_examples() -> None:
    assert [kind for kind, _ in BLOCKS].count("patient") == 1
    assert len(BLOCKS) > 6
