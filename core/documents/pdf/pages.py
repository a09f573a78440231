"""Slices to pages: what belongs together stays together where a page can hold it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.documents.pdf.slices import Slice

_TOLERANCE = 0.01  # points: sums of floats


@dataclass(frozen=True, slots=True)
class Placed:
    """A slice with its top ``down`` points below the top of the page's body."""

    piece: Slice
    down: float


Page = tuple[Placed, ...]


@dataclass(slots=True)
class _Filler:
    """Fills pages of one height from top to bottom."""

    height: float
    pages: list[list[Placed]] = field(default_factory=lambda: [list[Placed]()])
    down: float = 0.0

    def turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self.down = 0.0

    def place(self, piece: Slice) -> None:
        if self.pages[-1]:
            self.down += piece.gap
        elif piece.head is not None:
            self._put(piece.head)
        self._put(piece)

    def room_after(self, pieces: Sequence[Slice]) -> float:
        """Return the points left on this page if ``pieces`` were placed (below 0: they do not fit)."""
        return self.height - self.down - _needed(pieces, is_first=not self.pages[-1])

    def _put(self, piece: Slice) -> None:
        self.pages[-1].append(Placed(piece, self.down))
        self.down += piece.height


def paginated(slices: Sequence[Slice], height: float) -> tuple[Page, ...]:
    """Return pages of ``height`` points; there is always one, and a group taller than a page is torn."""
    filler = _Filler(height)
    for group in _groups(slices):
        if filler.room_after(group) < -_TOLERANCE:
            is_too_tall = _needed(group, is_first=True) > height
            if not is_too_tall or filler.room_after(group[:1]) < -_TOLERANCE:
                filler.turn()
        for piece in group:
            if piece.is_page_break or filler.room_after((piece,)) < -_TOLERANCE:
                filler.turn()
            if not piece.is_page_break:
                filler.place(piece)
    return tuple(tuple(page) for page in filler.pages if page) or ((),)


def _groups(slices: Sequence[Slice]) -> Iterator[tuple[Slice, ...]]:
    group: list[Slice] = []
    for piece in slices:
        group.append(piece)
        if not piece.is_kept_with_next:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _needed(pieces: Sequence[Slice], *, is_first: bool) -> float:
    total = sum(piece.height + piece.gap for piece in pieces)
    if is_first and pieces:
        head = pieces[0].head
        total += (0.0 if head is None else head.height) - pieces[0].gap
    return total
