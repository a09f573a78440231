"""The command line says, before it writes a paper, that it would leave this computer there."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.discovery import resource_path, rules_path
from ui.command_line import app


@pytest.mark.parametrize(("folder", "is_told"), [("Meine Ablage", True), ("Meine Ablagen", False)])
def test_papers_in_a_synchronised_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str, *, is_told: bool
) -> None:
    place = tmp_path / folder
    sample = str(next(resource_path("samples").glob("02-*.yaml")))
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "a.yaml").write_bytes((rules_path("protocols") / "example-sle-cart-01.yaml").read_bytes())
    assert app.main(["screen", sample, "--rules", str(rules), "--pdf", str(place), "--html", str(place)]) == 0
    told = capsys.readouterr().err
    assert told.count("looks like one that a service copies") == is_told
    assert told.startswith("Mind:") == is_told
    assert len(list(place.glob("*.pdf"))) == 1
    assert app.main(["plan", sample, "--day0", "2026-12-01", "--language", "de", "--pdf", str(place / "p.pdf")]) == 0
    assert ("Achtung" in capsys.readouterr().err) == is_told
