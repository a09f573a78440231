"""Keep the logo of the letterhead beside the settings: nothing clinical, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from core.documents.logo import MOST_BYTES, Logo
from core.documents.png import needed_of
from core.errors import WorldError
from core.regular_files import read_regular
from core.writing import write_own

NAME = "letterhead.png"


def keep_logo(folder: Path, png: bytes) -> None:
    """Keep a logo in the place of the one before; WorldError where it is none that can be printed."""
    try:
        logo = Logo(needed_of(png), NAME)
    except ValueError as error:
        raise WorldError("error-no-logo", kilobytes=MOST_BYTES // 1024) from error
    write_own(folder / NAME, logo.png)


def drop_logo(folder: Path) -> None:
    """Print no logo any more; WorldError where it cannot be removed."""
    try:
        (folder / NAME).unlink(missing_ok=True)
    except OSError as error:
        raise WorldError("error-not-allowed", folder=str(folder)) from error


def read_logo(folder: Path) -> bytes:
    """Return the logo, nothing where there is none or the file is no logo any more."""
    try:
        return Logo(needed_of(read_regular(folder / NAME, MOST_BYTES)), NAME).png
    except (OSError, ValueError):
        return b""
