"""A place of the window: its name and its keys are there at once, its page is made when it is first needed.

Pages that nobody looks at held 25 MB, and the list of patients waited for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from ui.desktop.pages.page import Page

if TYPE_CHECKING:
    from ui.desktop.actions import Action
    from ui.desktop.workspace import Workspace

Kind_co = TypeVar("Kind_co", bound=Page, covariant=True)


Kind = TypeVar("Kind", bound=Page)
Offers: TypeAlias = "Callable[[Place[Kind], Workspace], Sequence[Action]]"


class Place(Generic[Kind_co]):
    """Where a page of one kind will be. ``id``, ``phrase`` and ``shortcut`` are the page's."""

    def __init__(self, kind: type[Kind_co], make: Callable[[], Kind_co], offers: Offers[Kind_co] | None = None) -> None:
        """``offers`` gives the actions of the page, in menus and palette before there is one."""
        self.id, self.phrase, self.shortcut = kind.id, kind.phrase, kind.shortcut
        self._offers = offers
        self._make = make
        self._made: Callable[[Page], object] = id
        self._show: Callable[[], object] = _nothing
        self._page: Kind_co | None = None

    def when_made(self, tell: Callable[[Page], object]) -> None:
        """Say who takes the page in once it is made."""
        self._made = tell

    def when_wanted(self, show: Callable[[], object]) -> None:
        """Say who shows the page."""
        self._show = show

    @property
    def page(self) -> Kind_co:
        """The page, made if nobody needed it before."""
        if self._page is None:
            self._page = self._make()
            self._made(self._page)
        return self._page

    def actions(self, workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here; doing it makes the page."""
        return () if self._offers is None else self._offers(self, workspace)

    def doing(self, do: Callable[[Kind_co], object]) -> Callable[[], None]:
        """Return what does something with the page."""

        def run() -> None:
            do(self.page)

        return run

    def going(self, do: Callable[[Kind_co], object]) -> Callable[[], None]:
        """Return what goes to the page, wherever one is, and does something there."""

        def run() -> None:
            self._show()
            do(self.page)

        return run

    def is_so(self, ask: Callable[[Kind_co], bool]) -> Callable[[], bool]:
        """Return what asks the page; of a page that nobody needed yet nothing is so."""
        return lambda: self._page is not None and ask(self._page)


def _nothing() -> None:
    """Nobody shows the page yet."""
