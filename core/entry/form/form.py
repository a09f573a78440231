"""Pages of the form in their order; which section stands on which page is written in the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.catalogue.section import Section as CatalogueSection
from core.chart.sections import Section, Shape, every_section, section_of
from core.entry.desk.fields import Field

PAGES = (
    "identity",
    "diagnosis",
    "activity",
    "organ_function",
    "blood",
    "infections",
    "treatments",
    "history",
    "practical",
    "judgement",
)
"""The pages in the order in which a chart is read."""

PERSON = tuple(each.id for each in every_section() if each.page == PAGES[0] and each.is_typed_as is not None)
"""What the first page asks of the person: no concepts of the catalogue."""

_TYPED = frozenset({
    Kind.YES_NO, Kind.CODE, Kind.CODES, Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.DATE, Kind.RECORD, Kind.SCORE,
    Kind.CLASSIFICATION,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: it takes a finding of its concept."""

    concept: Concept

    @property
    def id(self) -> str:
        """The concept's id, which is the section of its statements."""
        return self.concept.id


@dataclass(frozen=True, slots=True)
class FormGroup:
    """The fields of one section of the catalogue."""

    section: CatalogueSection
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """One page: its lists stand above its groups. ``complete`` are lists without a table that can be complete."""

    id: str
    lists: tuple[str, ...]
    groups: tuple[FormGroup, ...]
    complete: tuple[str, ...] = ()

    @property
    def fields(self) -> Iterator[FormField]:
        """Every field of the page."""
        for group in self.groups:
            yield from group.fields


@dataclass(frozen=True)
class Form:
    """The whole form."""

    pages: tuple[FormPage, ...]

    @cached_property
    def page_of(self) -> Mapping[str, str]:
        """The page on which a concept, a list or the judgements are."""
        found = {field.id: page.id for page in self.pages for field in page.fields}
        return found | {name: page.id for page in self.pages for name in (*page.lists, *page.complete)}

    def page(self, page_id: str) -> FormPage:
        """Return one page."""
        return next(page for page in self.pages if page.id == page_id)


def form_of(catalogue: Catalogue) -> Form:
    """Return the form of a catalogue; what is computed or listed among diagnoses and events has no field."""
    return Form(tuple(_page(page, catalogue) for page in PAGES))


def _page(page: str, catalogue: Catalogue) -> FormPage:
    lists = lists_of(page)
    complete = (each.is_of for each in every_section() if each.is_of and each.page == page and each.is_of not in lists)
    return FormPage(page, lists, tuple(_groups(page, catalogue)), tuple(complete))


def lists_of(page: str) -> tuple[str, ...]:
    """Return the lists a page shows above its fields: those that can be complete first, what has one row last."""
    lists = [each for each in every_section() if each.page == page and each.is_row and not each.is_of]
    return tuple(each.id for each in sorted(lists, key=_rank))


def _rank(section: Section) -> tuple[bool, bool]:
    return (section.shape is not Shape.LIST, section.stays_complete is None)


def fields_of(page: str) -> tuple[Field, ...]:
    """Return the fields of a page that take no finding: of the person, and one for each key of a section by key."""
    found: list[Field] = []
    for section in every_section():
        if section.page == page and section.is_typed_as is not None:
            found.append(Field(section.id))
        elif section.page == page and section.shape is Shape.BY_KEY:
            found += [Field(section.id, name) for name in section.cells]
    return tuple(found)


def field_phrase(where: Field) -> str:
    """Return the phrase that names such a field, or the list of a row."""
    section = f"form-{where.section.replace('_', '-')}"
    is_keyed = section_of(where.section).shape is Shape.BY_KEY
    return f"{section}.{where.key.replace('_', '-')}" if is_keyed else section


def _groups(page: str, catalogue: Catalogue) -> Iterator[FormGroup]:
    for section in catalogue.sections.values():
        if section.page == page:
            fields = tuple(FormField(each) for each in catalogue.concepts.values() if _has_field(each, section))
            if fields:
                yield FormGroup(section, fields)


def _has_field(concept: Concept, section: CatalogueSection) -> bool:
    is_sum = concept.kind is Kind.NUMBER and bool(concept.members)
    return concept.section == section.id and concept.kind in _TYPED and not is_sum and concept.role != "sex"
