"""What lies beside the program in the bundle: licences, bill of materials, pages for IT, desktop file, hashes."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundling.bill import bill_of, system_libraries
from bundling.contents import NAME, ROOT
from bundling.identity import write_icons
from core.language.phrases import LANGUAGES

SUMS = "SHA256SUMS"
BILL = "kriterion.cdx.json"
LICENCES = "LICENCES.txt"
PAGES = ("SECURITY.md", "CHANGELOG.md")
LINUX = ("kriterion.desktop", "kriterion.xml", "install.sh")
_COPYRIGHTS = Path("/usr/share/doc")


def write_papers(folder: Path) -> None:
    """Write everything that lies beside the program, the hashes last."""
    said = subprocess.run([folder / NAME, "licences"], capture_output=True, check=True)  # as it says itself
    (folder / LICENCES).write_bytes(said.stdout)
    (folder / BILL).write_text(bill_of(folder) + "\n", encoding="utf-8")
    _copy_copyrights(folder)
    for page in PAGES:
        shutil.copy(ROOT / page, folder)
    for language in LANGUAGES:  # the pages for IT and law are in it
        paper = folder / f"kriterion-manual-{language}.pdf"
        subprocess.run([folder / NAME, "manual", "--language", language, "--pdf", paper], check=True)
    for name in LINUX:
        shutil.copy(ROOT / "bundling" / "linux" / name, folder)
    write_icons(folder / "icons" / "hicolor")
    (folder / SUMS).write_text("".join(f"{digest}  {name}\n" for name, digest in hashes_of(folder)), encoding="utf-8")


def hashes_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield every file of a bundle but the hashes themselves, with its SHA-256; ``sha256sum -c`` reads them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.name != SUMS:
            yield path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def _copy_copyrights(folder: Path) -> None:
    """Copy what the building system says of the licences of its libraries."""
    place = folder / "licences-of-system-libraries"
    for package in sorted({each.package for each in system_libraries(folder)} - {""}):
        said = _COPYRIGHTS / package / "copyright"
        if said.is_file():
            place.mkdir(exist_ok=True)
            shutil.copy(said, place / f"{package}.txt")
