"""What lines of a print are read with."""

from __future__ import annotations

from dataclasses import dataclass

from core.entry.desk.desk import Desk
from core.entry.laboratories import Laboratories
from core.entry.paste.line import Choices
from core.entry.paste.names import PrintedNames
from core.entry.paste.sheet import Head


@dataclass(frozen=True, slots=True)
class Around:
    """What a line is read with. ``desk`` is the patient's, ``bare`` the same with the birth alone on it; ``day`` is of
    lines without a day; ``decimal`` stands before the decimals of this print; ``source`` names its file, "" for none.
    """

    desk: Desk
    bare: Desk
    names: PrintedNames
    remembered: Laboratories
    choices: Choices
    head: Head
    day: str
    decimal: str
    source: str = ""
