"""Make Kriterion Sans: Inter with tabular figures, plus the signs of verdicts that Inter lacks.

Run once, by hand, when a source font changes; the result is committed. Needs ``fonttools``, the variable
Inter of the PyPI package ``fontpkg-inter`` and the Debian package ``fonts-noto-core``:

    python resources/fonts/make_fonts.py INTER.ttf NOTO_SYMBOLS2.ttf NOTO_MATH.ttf OUTPUT_FOLDER
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY = "Kriterion Sans"
STYLES = {"Regular": 400, "SemiBold": 600}
TEXT_SIZE = 14
FROM_SYMBOLS = "✕☐☑☒◷"
FROM_MATH = "⟨⟩≡"
KEPT = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x2BFF),
)  # fmt: skip
NAME_IDS = {1: FAMILY, 4: "{family} {style}", 6: "{postscript}-{style}", 16: FAMILY, 17: "{style}"}


def freeze_tabular_figures(font: TTFont) -> None:
    """Let the digits' code points name the figures of one width, so that columns of numbers align."""
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "tnum"
        for index in record.Feature.LookupListIndex
    }
    swaps: dict[str, str] = {}
    for index in lookups:
        for subtable in table.LookupList.Lookup[index].SubTable:
            swaps |= getattr(subtable, "ExtSubTable", subtable).mapping
    for cmap in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in cmap.cmap:
                cmap.cmap[code] = swaps.get(cmap.cmap[code], cmap.cmap[code])


def borrow(font: TTFont, source: TTFont, signs: str) -> None:
    """Copy ``signs`` from ``source``, scaled to the em of ``font`` and, but for brackets, to its capitals."""
    glyphs, names = source.getGlyphSet(), source.getBestCmap()
    em = font["head"].unitsPerEm / source["head"].unitsPerEm
    capital = font["OS/2"].sCapHeight
    for sign in signs:
        glyph = glyphs[names[ord(sign)]]
        bounds = BoundsPen(glyphs)
        glyph.draw(bounds)
        x_min, y_min, x_max, y_max = bounds.bounds
        scale = em
        if sign in FROM_SYMBOLS:
            scale = capital * 1.04 / (y_max - y_min) * (0.86 if sign == "✕" else 1.0)
        side = 0.09 * font["head"].unitsPerEm
        shift = (side - x_min * scale, (capital / 2) - (y_min + y_max) / 2 * scale)
        pen = TTGlyphPen(None)
        glyph.draw(TransformPen(Cu2QuPen(pen, 1.0), (scale, 0, 0, scale, *shift)))
        name = f"uni{ord(sign):04X}"
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (round((x_max - x_min) * scale + 2 * side), round(side))
        for cmap in font["cmap"].tables:
            if cmap.isUnicode():
                cmap.cmap[ord(sign)] = name


def reread(font: TTFont) -> TTFont:
    """Return the font as if read from its file, so that the borrowed glyphs have their place in the order."""
    buffer = BytesIO()
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font.save(buffer)
    return TTFont(BytesIO(buffer.getvalue()))


def rename(font: TTFont, style: str) -> None:
    """Give the family its own name, since it is no longer Inter."""
    values = {"family": FAMILY, "style": style, "postscript": FAMILY.replace(" ", "")}
    for number, pattern in NAME_IDS.items():
        font["name"].setName(pattern.format(**values), number, 3, 1, 0x409)
    font["name"].setName("Regular" if style == "Regular" else "Bold", 2, 3, 1, 0x409)
    font["name"].setName(f"1.0;{values['postscript']}-{style}", 3, 3, 1, 0x409)


def main(inter: str, symbols: str, math: str, folder: str) -> None:
    """Write one file per style."""
    for style, weight in STYLES.items():
        font = instantiateVariableFont(TTFont(inter), {"opsz": TEXT_SIZE, "wght": weight})
        freeze_tabular_figures(font)
        borrow(font, TTFont(symbols), FROM_SYMBOLS)
        borrow(font, TTFont(math), FROM_MATH)
        font = reread(font)
        options = Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
        options.hinting = False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for first, last in KEPT for code in range(first, last + 1)])
        subsetter.subset(font)
        rename(font, style)
        font["head"].modified = font["head"].created
        font.recalcTimestamp = False
        font.save(Path(folder) / f"KriterionSans-{style}.ttf")


if __name__ == "__main__":
    main(*sys.argv[1:])
