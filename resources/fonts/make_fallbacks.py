"""Make the fonts that papers fall back to for names in scripts that Kriterion Sans lacks.

Run once, by hand, when a source font changes; the result is committed. Needs ``fonttools``, the folder of the
unpacked Debian package ``fonts-noto-core``, the font of ``fonts-droid-fallback`` and a font of ``fonts-nanum``:

    python resources/fonts/make_fallbacks.py NOTO_FOLDER DROID_FALLBACK.ttf NANUM_SQUARE_R.ttf OUTPUT_FOLDER

Each file keeps the letters, marks and digits of its script with their shaping rules; hints and what is not needed to
set a line from left to right or right to left go. Noto reserves no name; the part of Nanum Square has one of ours.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

NOTO = (
    "Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi", "Hebrew",
    "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu", "Thaana",
    "Thai", "Tifinagh",
)  # fmt: skip
# What stands above this is in every face of the program, but for the marks and the joiners that scripts share.
FIRST = 0x530
SHARED = (0x200C, 0x200D, 0x25CC)
HANGUL = ((0x3131, 0x318E), (0xAC00, 0xD7A3))
# Kana, bopomofo, ideographs of everyday and of rarer names, their punctuation and full-width forms.
EAST_ASIAN = (
    (0x2E80, 0x303F), (0x3040, 0x3130), (0x318F, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF), (0x20000, 0x2FA1F),
)  # fmt: skip
OWN_NAME = "Kriterion Hangul"


def codes_in(ranges: tuple[tuple[int, int], ...]) -> list[int]:
    """Return every code point of the ranges."""
    return [code for first, last in ranges for code in range(first, last + 1)]


def subset(source: str, target: Path, codes: list[int], features: list[str], name: str = "") -> None:
    """Write the part of ``source`` that ``codes`` need; ``name``: the family's, where its own is reserved."""
    font = TTFont(source)
    options = Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    if name:
        for number, text in {1: name, 3: f"1.0;{name}", 4: name, 6: name.replace(" ", "")}.items():
            font["name"].setName(text, number, 3, 1, 0x409)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


def main(noto: str, droid: str, nanum: str, folder: str) -> None:
    """Write one file per script, one for ideographs and kana together."""
    for script in NOTO:
        source = f"{noto}/NotoSans{script}-Regular.ttf"
        codes = [code for code in TTFont(source).getBestCmap() if code >= FIRST and not 0x2000 <= code < 0x2C00]
        subset(source, Path(folder) / f"NotoSans{script}.ttf", [*codes, *SHARED], ["*"])
    subset(droid, Path(folder) / "DroidSansFallback.ttf", codes_in(EAST_ASIAN), [])
    subset(nanum, Path(folder) / "KriterionHangul.ttf", codes_in(HANGUL), [], OWN_NAME)


if __name__ == "__main__":
    main(*sys.argv[1:])
