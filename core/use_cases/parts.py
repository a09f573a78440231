"""The works the program stands on, each with its licence, and the licences word by word.

The table names what runs; that it is complete against the lock, and agrees with what the parts say of themselves,
is a test (``tests/architecture/test_licences.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import PurePath

from core.discovery import resource_path

_TEXT = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_TEXT_SUFFIXES = frozenset({"", ".txt", ".md", ".rst", ".apache", ".bsd"})
_OF_TABLES = ".unicode"
"""The ending of the licence that lies beside Babel's tables of languages."""


@dataclass(frozen=True, slots=True)
class Part:
    """A work the program stands on. ``distributions`` are its Python packages; ``licence`` is an SPDX expression.

    ``texts`` are files of ``resources`` that hold the licence where the part does not bring it itself.
    """

    name: str
    licence: str
    place: str
    distributions: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The version in use, "" where none is known."""
        return next((each.version for each in self.installed()), "")

    def installed(self) -> Iterator[metadata.Distribution]:
        """Yield those of its packages that are there: a system needs some, another others."""
        for name in self.distributions:
            try:
                yield metadata.distribution(name)
            except metadata.PackageNotFoundError:
                continue


_APACHE = ("licences/Apache-2.0.txt",)
_LGPL = ("licences/LGPL-3.0-only.txt", "licences/GPL-3.0-only.txt")
# fmt: off
PARTS = (
    Part("Qt", "LGPL-3.0-only", "https://www.qt.io", ("pyside6-essentials",), _LGPL),
    Part("Qt for Python (PySide6, Shiboken)", "LGPL-3.0-only", "https://doc.qt.io/qtforpython-6/",
         ("shiboken6", "pyside6", "pyside6-essentials", "pyside6-addons", "pyside6-pdf"), _LGPL),
    Part("Inter (as Kriterion Sans)", "OFL-1.1", "https://rsms.me/inter/", texts=("fonts/OFL.txt",)),
    Part("Noto Sans, Nanum Square (parts)", "OFL-1.1", "https://notofonts.github.io",
         texts=("fonts/fallbacks/OFL.txt",)),
    Part("Droid Sans Fallback", "Apache-2.0", "https://android.googlesource.com/platform/frameworks/base",
         texts=("fonts/fallbacks/APACHE.txt",)),
    Part("SQLCipher", "BSD-3-Clause", "https://www.zetetic.net/sqlcipher/", texts=("licences/SQLCipher.txt",)),
    Part("sqlcipher3", "Zlib", "https://github.com/coleifer/sqlcipher3", ("sqlcipher3",)),
    Part("OpenSSL (in SQLCipher and cryptography)", "Apache-2.0", "https://www.openssl.org", texts=_APACHE),
    Part("SQLModel", "MIT", "https://sqlmodel.tiangolo.com", ("sqlmodel",)),
    Part("SQLAlchemy", "MIT", "https://www.sqlalchemy.org", ("sqlalchemy",)),
    Part("Pydantic", "MIT", "https://docs.pydantic.dev",
         ("pydantic", "pydantic-core", "annotated-types", "typing-inspection")),
    Part("attrs", "MIT", "https://www.attrs.org", ("attrs",)),
    Part("ReportLab", "BSD-3-Clause", "https://www.reportlab.com", ("reportlab",)),
    Part("charset-normalizer", "MIT", "https://github.com/jawah/charset_normalizer", ("charset-normalizer",)),
    Part("Pillow", "MIT-CMU", "https://python-pillow.github.io", ("pillow",)),
    Part("uharfbuzz, HarfBuzz", "Apache-2.0 AND MIT", "https://github.com/harfbuzz/uharfbuzz", ("uharfbuzz",)),
    Part("cryptography", "Apache-2.0 OR BSD-3-Clause", "https://cryptography.io", ("cryptography",)),
    Part("cffi", "MIT-0", "https://cffi.readthedocs.io", ("cffi",)),
    Part("pycparser", "BSD-3-Clause", "https://github.com/eliben/pycparser", ("pycparser",)),
    Part("PyYAML, libyaml", "MIT", "https://pyyaml.org", ("pyyaml",)),
    Part("Babel, Unicode CLDR", "BSD-3-Clause AND Unicode-3.0", "https://babel.pocoo.org", ("babel",)),
    Part("fluent.runtime, fluent.syntax", "Apache-2.0", "https://projectfluent.org",
         ("fluent-runtime", "fluent-syntax"), _APACHE),
    Part("icalendar", "BSD-2-Clause", "https://icalendar.readthedocs.io", ("icalendar",)),
    Part("markdown-it-py", "MIT", "https://markdown-it-py.readthedocs.io", ("markdown-it-py",)),
    Part("mdurl", "MIT", "https://github.com/executablebooks/mdurl", ("mdurl",)),
    Part("openpyxl, et-xmlfile", "MIT AND PSF-2.0", "https://openpyxl.readthedocs.io", ("openpyxl", "et-xmlfile")),
    Part("platformdirs", "MIT", "https://platformdirs.readthedocs.io", ("platformdirs",)),
    Part("pyspiro", "MIT", "https://pypi.org/project/pyspiro/", ("pyspiro",)),
    Part("pandas", "BSD-3-Clause", "https://pandas.pydata.org", ("pandas",)),
    Part("NumPy, OpenBLAS", "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", "https://numpy.org", ("numpy",)),
    Part("python-dateutil", "Apache-2.0 OR BSD-3-Clause", "https://dateutil.readthedocs.io", ("python-dateutil",)),
    Part("pytz", "MIT", "https://pythonhosted.org/pytz/", ("pytz",)),
    Part("tzdata", "Apache-2.0", "https://github.com/python/tzdata", ("tzdata",), _APACHE),
    Part("six", "MIT", "https://github.com/benjaminp/six", ("six",)),
    Part("typing-extensions", "PSF-2.0", "https://github.com/python/typing_extensions", ("typing-extensions",)),
    Part("Python", "PSF-2.0", "https://www.python.org", texts=("licences/PSF-2.0.txt",)),
)
# fmt: on


def line_of(part: Part) -> str:
    """Return a part in one line: name, version, licence, where it comes from."""
    return " · ".join((f"{part.name} {part.version}".strip(), part.licence, part.place))


def licence_texts(part: Part) -> Iterator[tuple[str, str]]:
    """Yield the licences of a part, each with the name of its file, once."""
    seen: set[str] = set()
    for name, text in (*_brought(part), *_shipped(part)):
        if text not in seen:
            seen.add(text)
            yield name, text


def every_licence() -> Iterator[str]:
    """Yield the lines of all parts, then every licence once, under those it holds for."""
    yield from (line_of(part) for part in PARTS)
    holds: dict[str, list[str]] = {}
    for part in PARTS:
        for name, text in licence_texts(part):
            holds.setdefault(text, []).append(f"{part.name} ({name})")
    for text, names in holds.items():
        yield from ("", "=" * 100, *names, "", text)


def _brought(part: Part) -> Iterator[tuple[str, str]]:
    for distribution in part.installed():
        for path in distribution.files or ():
            if _is_licence(path):
                yield path.name, path.read_text(encoding="utf-8").strip()


def _is_licence(path: PurePath) -> bool:
    """True for a licence that a bundle has too: with what a package says of itself, or beside its tables."""
    suffix = path.suffix.lower()
    is_said = suffix in _TEXT_SUFFIXES and any(part.endswith(".dist-info") for part in path.parts)
    return bool(_TEXT.search(path.as_posix())) and (is_said or suffix == _OF_TABLES)


def _shipped(part: Part) -> Iterator[tuple[str, str]]:
    for name in part.texts:
        path = resource_path(*name.split("/"))
        yield path.name, path.read_text(encoding="utf-8").strip()
