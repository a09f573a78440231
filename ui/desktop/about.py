"""About the program: its version, what it is not, and whose work it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from core.discovery import resource_path
from core.language.phrases import Phrases
from core.program import PROGRAM
from ui.desktop.widgets.reading_sheet import ReadingSheet


@dataclass(frozen=True, slots=True)
class Part:
    """A work the program stands on. ``distribution`` is its Python package, "" where it is none; licences by SPDX."""

    name: str
    licence: str
    place: str
    distribution: str = ""

    @property
    def version(self) -> str:
        """The version in use, "" where none is known."""
        if not self.distribution:
            return ""
        try:
            return metadata.version(self.distribution)
        except metadata.PackageNotFoundError:  # a bundle may come without the lists of its packages
            return ""


PARTS = (
    Part("Qt", "LGPL-3.0-only", "https://www.qt.io"),
    Part("Qt for Python (PySide6, Shiboken)", "LGPL-3.0-only", "https://doc.qt.io/qtforpython-6/", "shiboken6"),
    Part("Inter (as Kriterion Sans)", "OFL-1.1", "https://rsms.me/inter/"),
    Part("SQLCipher, sqlcipher3", "BSD-3-Clause, Zlib", "https://www.zetetic.net/sqlcipher/", "sqlcipher3"),
    Part("SQLModel", "MIT", "https://sqlmodel.tiangolo.com", "sqlmodel"),
    Part("SQLAlchemy", "MIT", "https://www.sqlalchemy.org", "sqlalchemy"),
    Part("Pydantic", "MIT", "https://docs.pydantic.dev", "pydantic"),
    Part("ReportLab", "BSD-3-Clause", "https://www.reportlab.com", "reportlab"),
    Part("Pillow", "MIT-CMU", "https://python-pillow.github.io", "pillow"),
    Part("cryptography", "Apache-2.0 OR BSD-3-Clause", "https://cryptography.io", "cryptography"),
    Part("PyYAML, libyaml", "MIT", "https://pyyaml.org", "pyyaml"),
    Part("Babel", "BSD-3-Clause", "https://babel.pocoo.org", "babel"),
    Part("fluent.runtime", "Apache-2.0", "https://projectfluent.org", "fluent.runtime"),
    Part("platformdirs", "MIT", "https://platformdirs.readthedocs.io", "platformdirs"),
    Part("Python", "PSF-2.0", "https://www.python.org"),
)


def about_text(phrases: Phrases) -> str:
    """Return the whole text: what the program is not, the parts with their licences, how Qt may be exchanged."""
    say = phrases.say
    lines = [say("about-not"), "", say("about-offline"), "", say("about-parts"), ""]
    for part in PARTS:
        version = qVersion() if part.name == "Qt" else part.version
        lines.append(" · ".join(each for each in (f"{part.name} {version}".strip(), part.licence, part.place) if each))
    lines += ["", say("about-qt"), "", resource_path("fonts", "OFL.txt").read_text(encoding="utf-8").strip()]
    return "\n".join(lines)


class About(ReadingSheet):
    """What the program is and is not."""

    def __init__(self, phrases: Phrases, parent: QWidget) -> None:
        super().__init__(phrases.say("about-title"), PROGRAM, about_text(phrases), parent)
