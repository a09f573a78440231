"""The right-hand sides, windows and names of sentences."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.values.duration import Duration


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, "" for a bare number (``8 g/dL``, ``14``)."""

    number: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Multiple:
    """A multiple of the laboratory's own limit (``2 x ULN``; bare ``ULN`` is once)."""

    number: Decimal
    reference: Literal["ULN", "LLN"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as a limit (``age >= 18 years``)."""

    duration: Duration


@dataclass(frozen=True, slots=True)
class TitreLimit:
    """A titre ``1:denominator``."""

    denominator: int


@dataclass(frozen=True, slots=True)
class SiteValue:
    """The value of a fact of the site, declared under ``site:``."""

    name: str


@dataclass(frozen=True, slots=True)
class Extreme:
    """The lower or the higher of two limits."""

    which: Literal["lower", "higher"]
    first: Limit
    second: Limit


Limit = Amount | Multiple | Length | TitreLimit | SiteValue | Extreme


@dataclass(frozen=True, slots=True)
class HalfLives:
    """A number of half-lives of the drug the sentence speaks of."""

    count: int


@dataclass(frozen=True, slots=True)
class NamedWindow:
    """A window the file names (``within laboratory``)."""

    name: str


@dataclass(frozen=True, slots=True)
class ExtremeSpan:
    """The longer or the shorter of two spans."""

    which: Literal["longer", "shorter"]
    first: Span
    second: Span


Span = Duration | HalfLives | NamedWindow | ExtremeSpan
Side = Literal["before", "after", "of", ""]


@dataclass(frozen=True, slots=True)
class Within:
    """``within span before|after|of anchor``; without an anchor: before the decision day.

    ``anchor`` is a decision point of the file or a dated landmark of the catalogue.
    """

    span: Span
    side: Side = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """``from D1 to D2 before|after anchor``: two-sided."""

    far: Duration
    near: Duration
    side: Literal["before", "after"]
    anchor: str


@dataclass(frozen=True, slots=True)
class OnDay:
    """``at anchor`` or ``at D before anchor``: the value of that day."""

    anchor: str
    before: Duration | None = None


@dataclass(frozen=True, slots=True)
class SinceStart:
    """``since start of drug``: from the day on which the newest unbroken run of a drug, class or group began."""

    drug: str

    @property
    def anchor(self) -> str:
        """What the days are counted from: the drug, which is no decision point."""
        return self.drug


Window = Within | Stretch | OnDay | SinceStart


@dataclass(frozen=True, slots=True)
class Lasting:
    """``for [more than] span [before anchor]``."""

    span: Span
    is_more: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """``without (…)`` or ``only (…)``: some items of a score, named by item or item group."""

    mode: Literal["without", "only"]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One concept (or question, or site fact), with the method or sample asked for and the items left out."""

    name: str
    qualifiers: tuple[str, ...] = ()
    items: Items | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Several measurements at once: ``any of``, ``each of``, ``at least n of``; group names stay as written."""

    mode: Literal["any", "each", "at_least"]
    names: tuple[str, ...]
    needed: int = 1

    def __post_init__(self) -> None:
        if not self.names or self.needed < 1:
            message = "several measurements need at least one name and at least one to hold"
            raise ValueError(message)


Subject = Term | Several


@dataclass(frozen=True, slots=True)
class Domains:
    """``in at least n domains [of|other than (…)]``: counts domain grades of a score."""

    needed: int
    names: tuple[str, ...] = ()
    is_other_than: bool = False


@dataclass(frozen=True, slots=True)
class Which:
    """One name, ``any of`` or ``each of`` several, less those behind ``other than``."""

    names: tuple[str, ...]
    mode: Literal["any", "each"] = "any"
    other_than: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.names:
            message = "at least one name is needed"
            raise ValueError(message)


@dataclass(frozen=True, slots=True)
class Clean:
    """``without (transfusion) in the 7 days before``: disqualifies a result, counted from its sample."""

    names: tuple[str, ...]
    duration: Duration
