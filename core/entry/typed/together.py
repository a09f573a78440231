"""What the cells of a course say together: a route or strength beside the drug, a dose that fits the drug."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.catalogue.catalogue import Catalogue
from core.chart.sections.section import Cell, Section
from core.chart.shorthand import route_of
from core.chart.words import UNKNOWN_PRODUCT
from core.entry.statement import Plain
from core.entry.typed.naming import beside_name, blinded_drugs
from core.entry.typed.outcome import Doubt, Phrase, Refused, Typed, Understood

_ROUTE = "route"
_MAY_BE = "may_be"


def routed(declared: Section, cells: Mapping[str, str], content: dict[str, Plain], catalogue: Catalogue) -> None:
    """Fill in the route where its cell is empty and one was typed beside the drug or the dose."""
    if declared.column(_ROUTE) is None or _ROUTE in content:
        return
    told = {beside_name(text, catalogue).route for text in _texts(declared, cells, Cell.NAME)}
    told |= {route_of(text) for text in _texts(declared, cells, Cell.DOSES)}
    routes = sorted(told - {""})
    if len(routes) == 1:
        content[_ROUTE] = routes[0]


def blinded(declared: Section, cells: Mapping[str, str], content: dict[str, Plain], catalogue: Catalogue) -> None:
    """Fill in what a blinded course can be where its own cell is empty and the name of the drug says it."""
    if declared.column(_MAY_BE) is None or _MAY_BE in content or UNKNOWN_PRODUCT not in content.values():
        return
    can_be = [name for text in _texts(declared, cells, Cell.NAME) for name in blinded_drugs(text, catalogue)]
    if can_be:
        content[_MAY_BE] = list(can_be)


def strength_doubts(declared: Section, cells: Mapping[str, str], catalogue: Catalogue) -> tuple[Doubt, ...]:
    """Return that a strength beside the name of a drug is no dose, where the cell of the dose is empty."""
    has_doses = any(column.cell is Cell.DOSES for column in declared.columns)
    if not has_doses or any(text.strip() for text in _texts(declared, cells, Cell.DOSES)):
        return ()
    strengths = [beside_name(text, catalogue).strength for text in _texts(declared, cells, Cell.NAME)]
    return tuple(Doubt(Phrase("entry-strength-left", {"text": each})) for each in strengths if each)


def without_daily(declared: Section, read: Mapping[str, Typed], catalogue: Catalogue) -> dict[str, Typed]:
    """Return the cells without the offer of a daily dose, where the drug is one that is given at longer intervals."""
    names = [read.get(column.name) for column in declared.columns if column.cell is Cell.NAME]
    drugs = (catalogue.drugs.get(str(each.content)) for each in names if isinstance(each, Understood))
    intervals = (drug.dosing_interval for drug in drugs if drug is not None)
    if not any(interval is not None for interval in intervals):
        return dict(read)
    doses = {column.name for column in declared.columns if column.cell is Cell.DOSES}
    return {
        name: replace(typed, offers=()) if name in doses and isinstance(typed, Refused) else typed
        for name, typed in read.items()
    }


def _texts(declared: Section, cells: Mapping[str, str], kind: Cell) -> list[str]:
    return [cells.get(column.name, "") for column in declared.columns if column.cell is kind]
