"""The table of slips in a patient file; the place of each is marked in its text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.core.chart.patient_forms import HEAD

START, END = "‹", "›"


@dataclass(frozen=True, slots=True)
class Slip:
    """A text with the place of its one problem marked, and what is said of it."""

    slip: str
    text: str
    code: str
    says: str
    hint: str
    is_warning: str = "no"

    @property
    def written(self) -> str:
        """The whole file without the marks."""
        return HEAD + self.text.replace(START, "").replace(END, "")

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of what is marked, from 1."""
        before = HEAD + self.text[: self.text.index(START)]
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1

    @property
    def end(self) -> int | None:
        """The column behind what is marked, None where the end is not marked."""
        if END not in self.text:
            return None
        return self.place[1] + self.text.index(END) - self.text.index(START) - 1


def slips() -> tuple[Slip, ...]:
    """Return the rows of the table."""
    rows: list[dict[str, str]] = yaml.load(
        (Path(__file__).parent / "patient_slips.yaml").read_bytes(), yaml.CBaseLoader
    )
    return tuple(Slip(**row) for row in rows)


SLIPS = slips()
