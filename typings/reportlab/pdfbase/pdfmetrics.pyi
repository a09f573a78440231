# The list of fonts.

from reportlab.pdfbase.ttfonts import TTFont

def registerFont(font: TTFont) -> None: ...
