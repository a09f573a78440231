"""The settings of this computer: nothing clinical, kept beside the vault, readable before it is open."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

from core.language.languages import ENGLISH, languages
from core.regular_files import read_json
from core.writing import make_folder, write_own

NAME = "settings.json"
THEMES = ("light", "dark")
SIZES = (100, 125, 150, 175, 200)
REGIONS = ("EU", "US", "other")
LOCK_MINUTES = range(1, 31)
_MOST_SIGNS = 500
"""The longest address is a fifth of it."""
_LINES = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user chose. ``author`` signs what is recorded; the rest of the letterhead stands on papers.

    ``place`` is where the clinic is, with its degrees, as ``core.trials.places`` reads it; "": nobody said.
    """

    language: str = ENGLISH
    theme: str = "light"
    percent: int = 100
    author: str = ""
    department: str = ""
    address: str = ""
    telephone: str = ""
    telephone_24h: str = ""
    lock_minutes: int = 5
    region: str = "EU"
    place: str = ""

    def __post_init__(self) -> None:
        """Refuse what the program could not follow."""
        is_known = self.language in languages() and self.theme in THEMES and self.percent in SIZES
        is_known = is_known and self.region in REGIONS
        if not is_known or self.lock_minutes not in LOCK_MINUTES:
            raise ValueError("a setting has a value that is not offered")

    @property
    def looks(self) -> tuple[str, str, int]:
        """What a page is made of: its words, its colours and the size of its letters."""
        return self.language, self.theme, self.percent


def read_settings(folder: Path) -> Settings:
    """Return the settings kept in a folder; what is missing or makes no sense is as at first."""
    kept = read_json(folder / NAME)
    return _from(cast("dict[str, object]", kept)) if isinstance(kept, dict) else Settings()


def keep_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings, whole or not at all."""
    make_folder(folder)
    write_own(folder / NAME, json.dumps(asdict(settings), indent=1, ensure_ascii=False).encode())


def _from(kept: Mapping[str, object]) -> Settings:
    first = Settings()

    def text(name: str, default: str, offered: Sequence[str] = ()) -> str:
        value = kept.get(name)
        return value if isinstance(value, str) and (value in offered if offered else _can_be_said(value)) else default

    def number(name: str, default: int, offered: Sequence[int]) -> int:
        value = kept.get(name)
        return value if type(value) is int and value in offered else default

    return Settings(
        language=text("language", first.language, languages()),
        theme=text("theme", first.theme, THEMES),
        percent=number("percent", first.percent, SIZES),
        author=text("author", first.author),
        department=text("department", first.department),
        address=text("address", first.address),
        telephone=text("telephone", first.telephone),
        telephone_24h=text("telephone_24h", first.telephone_24h),
        lock_minutes=number("lock_minutes", first.lock_minutes, LOCK_MINUTES),
        region=text("region", first.region, REGIONS),
        place=text("place", first.place),
    )


def _can_be_said(text: str) -> bool:
    """True if a text can stand on screen and paper: no control signs, no halves of signs, not huge."""
    if len(text) > _MOST_SIGNS:
        return False
    return not any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in _LINES for sign in text)
