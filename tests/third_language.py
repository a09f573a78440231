"""A program folder with one language more: three phrases, and a few words that are typed in it.

It lies where a frozen program has its own (``core.discovery.program_path``); everything else in it is what ships.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.architecture.program_sources import ROOT

INVENTED, FRENCH = "qx", "fr"
"""A language that nobody describes, and one whose months and decimal sign Unicode does."""

PHRASES = "start-language = Tongue\nsettings-title = Customs\nverdict-passes = fits well\n"
TYPED = """
shown:
  values: {"yes": oka, "no": nol}
  limits: {uln: SUP}
  times: {years: turns}
  keys: {"yes": o}
read:
  yes_no: {"yes": [oka, o], "no": [nol]}
  results: {positive: [plusso], negative: [minuto]}
  months: {march: [trimon], april: [quamon]}
  limits: {uln: [sup]}
  days: {yesterday: [hiero]}
  ages: {year: [turns]}
  ago: {month: [lunes]}
patterns:
  since: [depo]
  before_ago: [ante]
"""


@contextmanager
def a_language_more(
    folder: Path, language: str = INVENTED, phrases: str = PHRASES, words: dict[str, str] | None = None
) -> Generator[Path]:
    """Let the program lie in ``folder`` and speak one language more; yields the folder of that language."""
    program = folder / "program"
    own = program / "resources" / "phrases" / language
    own.mkdir(parents=True)
    for path in (*(ROOT / "resources").iterdir(), *(ROOT / "resources" / "phrases").iterdir()):
        place = program / path.relative_to(ROOT)
        if not place.exists():
            place.symlink_to(path, target_is_directory=path.is_dir())
    (program / "rules").symlink_to(ROOT / "rules", target_is_directory=True)
    (own / "start.ftl").write_text(phrases, encoding="utf-8")
    for name, text in ({"typed.yaml": TYPED} if words is None else words).items():
        (own / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "_MEIPASS", str(program), raising=False)
        forget()
        try:
            yield own
        finally:
            forget()
    forget()


def forget() -> None:
    """Forget whatever was read once and kept: it was of the languages that were there."""
    for name, module in tuple(sys.modules.items()):
        if name.partition(".")[0] in ("core", "ui"):
            for kept in tuple(vars(module).values()):
                clear = getattr(kept, "cache_clear", None)
                if callable(clear):
                    clear()
