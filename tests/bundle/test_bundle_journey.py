"""The first journey through the bundle as it ships: no network, no Python, a folder that cannot be written to."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from tests.bundle.far_hand import FarHand, loaded
from tests.keys import journeys
from tests.keys.pages import open_sample

OF_THE_BUS = ("qt.accessibility.atspi: Could not find accessible", "QSpiApplication::")
"""A reader that asks about what has gone since is answered so; it is none of the program's."""


def test_from_first_start_to_saved_report(far_hand: FarHand, program: Path, tmp_path: Path) -> None:
    journeys.first_start(far_hand)
    open_sample(far_hand)
    place = tmp_path / "report.pdf"
    journeys.save_report(far_hand, str(place))
    assert "Sample patient" in PdfReader(place).pages[0].extract_text()
    libraries = [each for each in loaded(far_hand.process) if ".so" in each]
    assert [each for each in libraries if "python" in each and not each.startswith(str(program.parent))] == []
    assert len([each for each in libraries if each.startswith(str(program.parent))]) > 20
    assert far_hand.quit() == 0
    assert [each for each in far_hand.complaints.splitlines() if not each.startswith(OF_THE_BUS)] == []
