# TrueType fonts.

class TTFontFace:
    charWidths: dict[int, float]
    charToGlyph: dict[int, int]
    glyphToChar: dict[int, list[int]]

class TTFont:
    face: TTFontFace
    def __init__(self, name: str, filename: str) -> None: ...
