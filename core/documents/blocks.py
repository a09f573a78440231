"""The blocks a paper is built of, without any format.

A paper is built once, as a ``Document``; the renderers print the same blocks as PDF, HTML and text, so
that screen and paper cannot disagree. Text comes in as plain ``str`` and is never markup: a renderer
escapes it. A block that cannot be printed sensibly (a row of the wrong length, a patient without a birth
date) cannot be built.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.documents.align import Align
from core.documents.body_drawing import BodyDrawing
from core.documents.logo import Figure, Logo
from core.documents.trend_drawing import TrendDrawing

_LEVELS = range(1, 4)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _require(holds: object, message: str) -> None:
    if not holds:
        raise ValueError(message)


def footnote_mark(number: int) -> str:
    """Return the superscript that marks footnote ``number`` in a text (¹, ², … ¹⁰)."""
    _require(number >= 1, f"footnotes count from 1, not {number}")
    return str(number).translate(_SUPERSCRIPTS)


class Tone(Enum):
    """What a verdict or a box says, as a sign that also reads in grey and by fax; colour only repeats it."""

    GOOD = "✓"
    POSSIBLE = "≈"
    OPEN = "?"
    WAITING = "◷"
    BAD = "✕"
    BOARD = "◇"
    NEUTRAL = "–"

    @property
    def sign(self) -> str:
        """The sign that stands before the word."""
        return self.value


class Voice(Enum):
    """How loud a run of text speaks."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one voice."""

    text: str
    voice: Voice = Voice.PLAIN


def plain(text: str) -> Run:
    """Return ``text`` in the ordinary voice."""
    return Run(text)


def strong(text: str) -> Run:
    """Return ``text`` in bold."""
    return Run(text, Voice.STRONG)


def muted(text: str) -> Run:
    """Return ``text`` in grey."""
    return Run(text, Voice.MUTED)


Line = str | Run | tuple[Run, ...]
"""One line of text: plain words, one run, or runs in several voices (nothing is put between them)."""


def runs_of(line: Line) -> tuple[Run, ...]:
    """Return ``line`` as runs."""
    if isinstance(line, str):
        return (Run(line),)
    return (line,) if isinstance(line, Run) else line


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines that stand below each other: an address, or a cell with a sentence and its source."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict as it is printed: sign, word, tone ("✓", "absent: passes", GOOD)."""

    sign: str
    word: str
    tone: Tone

    def __post_init__(self) -> None:
        """Refuse a verdict that only its colour would tell."""
        _require(self.sign and self.word, "a verdict has a sign and a word")

    @staticmethod
    def of(tone: Tone, word: str) -> Verdict:
        """Return the verdict ``word`` with the usual sign of its tone."""
        return Verdict(tone.sign, word, tone)

    @property
    def text(self) -> str:
        """Sign and word, as every format prints them."""
        return f"{self.sign} {self.word}"


Cell = Line | Lines | Verdict
"""What a cell of a table may hold."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the paper's own size) to 3; it is kept with what follows and is a bookmark."""

    text: str
    level: int = 2

    def __post_init__(self) -> None:
        """Refuse levels that have no form."""
        _require(self.level in _LEVELS, f"a heading has level 1 to 3, not {self.level}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``leads``: it says something of what follows, and no page ends between the two."""

    text: Line
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Banner:
    """The box of the conclusion: the sign of its tone, a title in words, and lines that explain it."""

    tone: Tone
    title: str
    lines: tuple[Line, ...] = ()

    @property
    def headline(self) -> str:
        """Sign and title, as every format prints them."""
        return f"{self.tone.sign} {self.title}"


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark set apart from the text, quieter than a banner (what to report, what the file lacks)."""

    title: str
    lines: tuple[Line, ...] = ()
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``width`` is its share of the line against the other columns."""

    title: str
    width: float = 1.0
    align: Align = Align.LEFT

    def __post_init__(self) -> None:
        """Refuse a column without room."""
        _require(self.width > 0, f"a column's share is above 0, not {self.width}")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; the heads repeat on each page unless ``is_header_repeated`` is false.

    ``caption`` names the table for readers who cannot see it (HTML only; a heading does so in print).
    ``is_dense``: smaller and closer in print, for what is looked up or has to stand on one page.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    is_header_repeated: bool = True
    is_dense: bool = False

    def __post_init__(self) -> None:
        """Refuse a table without columns and rows that do not fit it."""
        _require(self.columns, "a table has columns")
        for row in self.rows:
            _require(len(row) == len(self.columns), f"a row of {len(self.columns)} cells has {len(row)}")


@dataclass(frozen=True, slots=True)
class GridCell:
    """The text of one field of a grid, reaching over ``span`` columns."""

    text: str
    span: int = 1

    def __post_init__(self) -> None:
        """Refuse a field over no column."""
        _require(self.span >= 1, f"a field covers one column or more, not {self.span}")


DOT = GridCell("●")
"""Due."""
TO_FILL = "____________________"
"""A line to fill, where a format draws none."""
BLANK = GridCell("")
"""Nothing due."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One activity and its fields from left to right."""

    label: str
    cells: tuple[GridCell, ...]

    @property
    def width(self) -> int:
        """The number of columns the fields cover."""
        return sum(cell.span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Grid:
    """A schedule of activities: points of time as columns, activities as rows, "●" or words in the fields."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    caption: str = ""
    corner: str = ""
    is_dense: bool = False

    def __post_init__(self) -> None:
        """Refuse a grid without columns and rows that do not fit it."""
        _require(self.columns, "a grid has columns")
        for row in self.rows:
            _require(
                row.width == len(self.columns),
                f"the row {row.label!r} covers {row.width} of {len(self.columns)} columns",
            )


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Names and their values, side by side in ``columns`` pairs a line."""

    pairs: tuple[tuple[str, Cell], ...]
    columns: int = 1

    def __post_init__(self) -> None:
        """Refuse a list without room."""
        _require(self.columns >= 1, f"pairs stand in one column or more, not {self.columns}")


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to do or done."""

    text: Line
    is_done: bool = False

    @property
    def sign(self) -> str:
        """The box before the text."""
        return "☑" if self.is_done else "☐"


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to tick off."""

    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines to sign on, side by side, each with its label below ("Signature, name, date")."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardFace:
    """One side of a card: a title, names with their values (an empty one is a line to fill), and lines below them."""

    title: str
    pairs: tuple[tuple[str, Line], ...] = ()
    lines: tuple[Line, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a side that tells nothing."""
        _require(self.pairs or self.lines, "a side of a card holds names or lines")

    @property
    def written(self) -> tuple[tuple[str, Line], ...]:
        """The names and values as text writes them."""
        return tuple((name, value or TO_FILL) for name, value in self.pairs)


@dataclass(frozen=True, slots=True)
class FoldedCard:
    """A card for the wallet, printed flat in its real size: both sides side by side, folded between them."""

    front: CardFace
    back: CardFace

    @property
    def faces(self) -> tuple[CardFace, CardFace]:
        """Both sides, as they stand from left to right."""
        return self.front, self.back


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts a new page."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A remark with the number its mark in the text shows."""

    number: int
    text: Line

    @property
    def mark(self) -> str:
        """The superscript number."""
        return footnote_mark(self.number)


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The remarks of what stands above, each number once."""

    notes: tuple[Footnote, ...]

    def __post_init__(self) -> None:
        """Refuse two remarks of one number."""
        numbers = [note.number for note in self.notes]
        _require(len(set(numbers)) == len(numbers), "each footnote has its own number")


Block = (
    Logo
    | Figure
    | Heading
    | Paragraph
    | Lines
    | Banner
    | Callout
    | Table
    | Grid
    | KeyValues
    | Checklist
    | Signature
    | FoldedCard
    | BodyDrawing
    | TrendDrawing
    | PageBreak
    | Footnotes
)
"""One piece of a paper."""


@dataclass(frozen=True, slots=True)
class PatientLine:
    """Who the paper is about, as printed on every page: name, birth date in words, number.

    ``born`` is the whole phrase in the paper's language ("born 19 Jul 2011").
    """

    name: str
    born: str
    number: str

    def __post_init__(self) -> None:
        """Refuse a paper that could be taken for another patient's."""
        for label, text in (("name", self.name), ("birth date", self.born), ("number", self.number)):
            _require(text.strip(), f"a paper names its patient: the {label} is empty")

    @property
    def text(self) -> str:
        """The three in one line."""
        return f"{self.name} · {self.born} · {self.number}"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The few words a renderer adds itself, in the paper's language.

    ``page`` holds ``{page}`` and ``{pages}``; ``escaped_signs`` is the note that signs which cannot be
    printed stand as their code ("Signs that cannot be printed stand as their code, such as ⟨U+0000⟩.").
    """

    page: str
    escaped_signs: str

    def __post_init__(self) -> None:
        """Refuse a page line without its numbers."""
        _require("{page}" in self.page and "{pages}" in self.page, "the page line holds {page} and {pages}")

    def page_line(self, page: int, pages: int) -> str:
        """Return the page line of page ``page`` of ``pages``."""
        return self.page.replace("{pages}", str(pages)).replace("{page}", str(page))


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. Its title names no patient: lists of files, searches and browsers show it.

    ``language`` is a BCP 47 tag; ``printed_at`` the instant of printing as ISO 8601 text (it is given,
    never read from a clock here). ``header_left`` is the clinic, ``header_right`` the kind of paper, to
    which the page number is added. ``subject`` follows the patient below the title ("judged on 22 Nov
    2026"). ``footer`` (basis, printed when, who decides) and ``marks`` ("synthetic patient", "not
    reviewed by a physician") stand on every page. A letter has its own heading: ``has_title`` is false.
    ``body_scale`` enlarges title and blocks in print, for readers who read little (1.0: as papers for physicians).
    """

    title: str
    language: str
    printed_at: str
    patient: PatientLine
    words: PaperWords
    header_left: str
    header_right: str
    blocks: tuple[Block, ...]
    subject: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    has_title: bool = True
    body_scale: float = 1.0

    def __post_init__(self) -> None:
        """Refuse a paper without title, language or instant."""
        for label, text in (
            ("title", self.title),
            ("language", self.language),
            ("instant of printing", self.printed_at),
        ):
            _require(text.strip(), f"a paper has its {label}")

    @property
    def subtitle(self) -> str:
        """The patient and what the paper is about, in one line."""
        return " · ".join((self.patient.text, *self.subject))
