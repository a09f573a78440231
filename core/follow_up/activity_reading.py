"""Reading the activities of a schedule and their rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.catalogue.catalogue import Catalogue
from core.follow_up.parts_reading import (
    is_name,
    optional_texts,
    read_choices,
    read_condition,
    read_order,
    read_refs,
    read_sources,
    read_standing,
)
from core.follow_up.schedule import (
    BEDSIDE,
    LYMPHODEPLETION,
    PRODUCTS,
    REGIONS,
    ROLES,
    TOLD,
    VECTORS,
    Activity,
    Named,
    Provenance,
    Reach,
    Rule,
    Strength,
    Tolerance,
)
from core.follow_up.timing import When
from core.follow_up.when_parsing import Slip, parse_when
from core.language.said import said
from core.rule_files.reading.header import texts_by_language
from core.rule_files.rule_file import Source
from core.source_text.fields import Fields
from core.source_text.tree import Mapping as TreeMapping
from core.source_text.tree import Scalar
from core.values.duration import Duration, parse_duration

_RULE_KEYS = (
    "when",
    "for",
    "applies_when",
    "window",
    "source",
    "strength",
    "provenance",
    "limit",
    "note",
    "disputed",
    "ref",
)


@dataclass(frozen=True, slots=True)
class ActivityReader:
    """Reads activities against what the file and the catalogue know."""

    catalogue: Catalogue
    sources: Mapping[str, Source]
    conditions: Mapping[str, Named]
    events: frozenset[str]

    def read_all(self, fields: Fields) -> tuple[Activity, ...]:
        """Return the activities of the file, each id once."""
        found: dict[str, Activity] = {}
        fields.required_sequence("activities")
        for entry in fields.each("activities"):
            activity = self._activity(entry)
            if activity.id in found:
                hint = "add a rule to the first one"
                entry.report(
                    entry.span_of("id"), "duplicate-id", said("the activity '{id}' stands twice", id=activity.id), hint
                )
            found.setdefault(activity.id, activity)
        return tuple(found.values())

    def _activity(self, fields: Fields) -> Activity:
        identity = fields.required_scalar("id")
        if identity is not None:
            is_name(fields, identity)
        label = texts_by_language(fields, "label")
        detail = optional_texts(fields, "detail")
        roles = tuple(each.text for each in fields.required_texts("who"))
        read_choices(fields, "who", ROLES)
        activity = Activity(
            id="" if identity is None else identity.text,
            label=label,
            rules=self._rules(fields),
            detail=detail,
            roles=roles,
            is_confidential=bool(fields.yes_no("confidential")),
            off=optional_texts(fields, "off"),
            yields=self._yields(fields),
            drugs=self._drugs(fields),
            bedside=read_choices(fields, "bedside", BEDSIDE),
            family=read_order(fields, "family", TOLD),
        )
        fields.finish()
        return activity

    def _rules(self, fields: Fields) -> tuple[Rule, ...]:
        """Return the rules of an activity: those listed, or the one written beside its other keys."""
        if fields.tree("rules") is None:
            return (self._rule(fields),)
        for key in _RULE_KEYS:
            if fields.written.get(key) is not None:
                hint = said("write '{key}' in each rule", key=key)
                fields.report(
                    fields.span_of(key), "misplaced-key", said("'{key}' stands beside 'rules'", key=key), hint
                )
        found: list[Rule] = []
        for entry in fields.each("rules"):
            label = optional_texts(entry, "label")
            family = read_order(entry, "family", TOLD)
            found.append(replace(self._rule(entry), label=label, family=family))
            entry.finish()
        return tuple(found)

    def _rule(self, fields: Fields) -> Rule:
        strength, provenance = read_standing(fields)
        if provenance is Provenance.OWN and strength is not Strength.LOCAL_DEFAULT:
            hint = "write strength: local_default"
            fields.report(fields.span_of("strength"), "source", "a proposal of our own has no published source", hint)
        return Rule(
            whens=self._whens(fields),
            sources=read_sources(fields, self.sources),
            strength=strength,
            provenance=provenance,
            reach=_reach(fields),
            applies_when=read_condition(fields, self.conditions),
            window=_window(fields),
            limit=optional_texts(fields, "limit"),
            note=optional_texts(fields, "note"),
            disputed=optional_texts(fields, "disputed"),
            refs=read_refs(fields),
        )

    def _whens(self, fields: Fields) -> tuple[When, ...]:
        found: list[When] = []
        for scalar in fields.required_texts("when"):
            when = parse_when(scalar.text, frozenset(self.conditions), self.events)
            if isinstance(when, Slip):
                fields.report(scalar.span_of(when.start, when.end), "when", when.message, when.hint)
            else:
                found.append(when)
        return tuple(found)

    def _yields(self, fields: Fields) -> tuple[str, ...]:
        found: list[str] = []
        for scalar in fields.texts("yields"):
            name = self.catalogue.id_of(scalar.text)
            if name is None or self.catalogue.concept(name) is None:
                hint = self.catalogue.hint_for(
                    scalar.text, self.catalogue.concepts.__contains__, "write a concept of the catalogue"
                )
                fields.report(scalar.span, "unknown-name", said("unknown concept '{text}'", text=scalar.text), hint)
            else:
                found.append(name)
        return tuple(found)

    def _drugs(self, fields: Fields) -> frozenset[str]:
        """Return every name under which one of the drugs can be on record: the classes that hold it are among them."""
        wanted: set[str] = set()
        for scalar in fields.texts("drugs"):
            name = self.catalogue.id_of(scalar.text)
            drugs = frozenset[str]() if name is None else self.catalogue.drugs_of(name)
            if name is None or not drugs:
                hint = self.catalogue.hint_for(
                    scalar.text, lambda name: bool(self.catalogue.drugs_of(name)), "write a drug of the catalogue"
                )
                fields.report(scalar.span, "unknown-name", said("unknown drug '{text}'", text=scalar.text), hint)
            else:
                wanted |= {name, *drugs}
        classes = (name for name in self.catalogue.classes if wanted & self.catalogue.drugs_of(name))
        return frozenset((*wanted, *classes)) if wanted else frozenset()


def _reach(fields: Fields) -> Reach:
    inner = fields.fields("for")
    if inner is None:
        return Reach()
    reach = Reach(
        regions=read_choices(inner, "region", REGIONS),
        products=read_choices(inner, "product", PRODUCTS),
        vectors=read_choices(inner, "vector", VECTORS),
        lymphodepletion=read_choices(inner, "lymphodepletion", LYMPHODEPLETION),
    )
    inner.finish()
    return reach


def _window(fields: Fields) -> Tolerance | None:
    """Return the tolerance: ``3 days`` on both sides, or ``{before: 3 days, after: 7 days}``."""
    tree = fields.tree("window")
    if isinstance(tree, Scalar):
        length = _length(fields, tree)
        return None if length is None else Tolerance(length, length)
    if isinstance(tree, TreeMapping):
        inner = Fields(tree, fields.file, fields.problems)
        sides = [scalar for key in ("before", "after") if (scalar := inner.required_scalar(key)) is not None]
        lengths = [length for scalar in sides if (length := _length(inner, scalar)) is not None]
        inner.finish()
        return Tolerance(*lengths) if len(lengths) == len(("before", "after")) else None
    return None


def _length(fields: Fields, scalar: Scalar) -> Duration | None:
    length = parse_duration(scalar.text)
    if length is None:
        fields.report(scalar.span, "when", said("'{text}' is no length of time", text=scalar.text), "write '7 days'")
    return length
