"""Slices to pages: what belongs together stays together where a page can hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.documents.pdf.slices import Slice

_TOLERANCE = 0.01  # points: sums of floats
_LITTLE = 0.25
"""A last page that is filled to this share is not worth a sheet."""
_CLOSER = (0.8, 0.6, 0.5)
"""Spaces between blocks, as shares of what they are; letters and leading stay."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice with its top ``down`` points below the top of the page's body."""

    piece: Slice
    down: float


Page = tuple[Placed, ...]


@dataclass(slots=True)
class _Filler:
    """Fills pages of one height from top to bottom; of each gap it leaves a share."""

    height: float
    share: float = 1.0
    pages: list[list[Placed]] = field(default_factory=lambda: [list[Placed]()])
    down: float = 0.0

    def turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self.down = 0.0

    def place(self, piece: Slice) -> None:
        if self.pages[-1]:
            self.down += piece.gap * self.share
        elif piece.head is not None:
            self._put(piece.head)
        self._put(piece)

    def room_after(self, pieces: Sequence[Slice]) -> float:
        """Return the points left on this page if ``pieces`` were placed (below 0: they do not fit)."""
        return self.height - self.down - self.needed(pieces, is_first=not self.pages[-1])

    def needed(self, pieces: Sequence[Slice], *, is_first: bool) -> float:
        """Return the points that ``pieces`` take; the first one on a page has no gap and its head above it."""
        total = sum(piece.height + piece.gap * self.share for piece in pieces)
        if is_first and pieces:
            head = pieces[0].head
            total += (0.0 if head is None else head.height) - pieces[0].gap * self.share
        return total

    def _put(self, piece: Slice) -> None:
        self.pages[-1].append(Placed(piece, self.down))
        self.down += piece.height


def paginated(slices: Sequence[Slice], height: float) -> tuple[Page, ...]:
    """Return pages of ``height`` points; there is always one, and a group taller than a page is torn.

    What would leave little on a last page, before a break or at the end, is set closer if that saves the page.
    """
    pages: list[Page] = []
    for run in _runs(slices):
        pages.extend(_closest(run, height))
    return tuple(pages) or ((),)


def _runs(slices: Sequence[Slice]) -> Iterator[list[Slice]]:
    """Yield what lies between page breaks."""
    run: list[Slice] = []
    for piece in slices:
        if piece.is_page_break:
            yield run
            run = []
        else:
            run.append(piece)
    yield run


def _closest(run: Sequence[Slice], height: float) -> tuple[Page, ...]:
    pages = _filled(run, height)
    if len(pages) > 1 and _used(pages[-1]) <= _LITTLE * height:
        for share in _CLOSER:
            closer = _filled(run, height, share)
            if len(closer) < len(pages):
                return closer
    return pages


def _used(page: Page) -> float:
    return page[-1].down + page[-1].piece.height if page else 0.0


def _filled(slices: Sequence[Slice], height: float, share: float = 1.0) -> tuple[Page, ...]:
    filler = _Filler(height, share)
    for group in _groups(slices):
        if filler.room_after(group) < -_TOLERANCE:
            is_too_tall = filler.needed(group, is_first=True) > height
            if not is_too_tall or filler.room_after(group[:1]) < -_TOLERANCE:
                filler.turn()
        for piece in group:
            if filler.room_after((piece,)) < -_TOLERANCE:
                filler.turn()
            filler.place(piece)
    return tuple(tuple(page) for page in filler.pages if page)


def _groups(slices: Sequence[Slice]) -> Iterator[tuple[Slice, ...]]:
    group: list[Slice] = []
    for piece in slices:
        group.append(piece)
        if not piece.is_kept_with_next:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
