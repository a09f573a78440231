"""What a file declares for itself: anchors, windows, groups, questions, facts of the site, definitions."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Aspect, Kind
from core.chart.points import POINTS
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.criteria.nodes import Condition, Defined, walk
from core.criteria.parsing.conditions import ConditionReader
from core.criteria.parsing.scanner import RESERVED
from core.criteria.parsing.windows import read_window
from core.criteria.scope import Question, Scope, SiteFact
from core.criteria.values import Window
from core.language.said import said
from core.rule_files.rule_file import Gap
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Scalar
from core.values.duration import Duration, parse_duration

ASKED_OF = ("investigator", "site", "patient", "guardian")
_AFTER = re.compile(r"([a-z_]+)(?: \+ (\d+ (?:day|week|month|year)s?))?")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


class Definitions(NamedTuple):
    """The texts of a file's definitions and the sources they name, by their names."""

    texts: dict[str, str]
    sources: dict[str, str]


def read_declarations(fields: Fields, catalogue: Catalogue) -> tuple[Scope, dict[str, Gap], Definitions]:
    """Return the scope of the file, the gaps of its anchors, and what its definitions say of themselves."""
    anchors = _anchors(fields)
    points = (*POINTS, *(name for name in anchors if name not in POINTS))
    groups = _groups(fields, catalogue)
    definitions = fields.mapping("define")
    scope = Scope(
        catalogue=catalogue,
        groups=groups,
        windows=_windows(fields),
        questions=_questions(fields),
        site=_site(fields),
        definition_names=frozenset(entry.key.text for entry in definitions or ()),
        failed_means=_outcomes(fields, "failed_means"),
        targets=_diseases(fields, catalogue),
        anchors=points,
        dosing_intervals=_intervals(fields, catalogue),
    )
    scope = replace(scope, results=_results(fields, scope))
    conditions, told = _definitions(fields, definitions, scope)
    return replace(scope, definitions=conditions), anchors, told


def is_name(fields: Fields, scalar: Scalar) -> bool:
    """True if a text may be a name of the file; otherwise the problem is noted."""
    if scalar.text in RESERVED or _NAME.fullmatch(scalar.text) is None:
        hint = "use letters, digits and _, and no word of the language"
        fields.report(scalar.span, "name", said("'{text}' cannot be a name", text=scalar.text), hint)
        return False
    return True


def read_aspects(fields: Fields, key: str) -> tuple[Aspect, ...]:
    """Return what a criterion or question speaks of."""
    found: list[Aspect] = []
    for scalar in fields.texts(key):
        try:
            found.append(Aspect(scalar.text))
        except ValueError:
            hint = said("write some of: {names}", names=", ".join(aspect.value for aspect in Aspect))
            fields.report(
                scalar.span, "unknown-value", said("'{key}' cannot be '{text}'", key=key, text=scalar.text), hint
            )
    return tuple(found)


def read_length(fields: Fields, key: str) -> Duration | None:
    """Return the length of time at ``key``."""
    scalar = fields.scalar(key)
    duration = None if scalar is None else parse_duration(scalar.text)
    if scalar is not None and duration is None:
        fields.report(
            scalar.span,
            "syntax",
            said("'{text}' is no length of time", text=scalar.text),
            "write '28 days' or '3 months'",
        )
    return duration


def _outcomes(fields: Fields, key: str) -> tuple[str, ...]:
    known = (*OUTCOMES, *REASONS_FOR_STOPPING)
    for scalar in fields.texts(key):
        if scalar.text not in known:
            near = nearest(scalar.text, known)
            hint = (
                said("did you mean '{near}'?", near=near)
                if near
                else said("write some of: {names}", names=", ".join(known))
            )
            fields.report(
                scalar.span, "unknown-value", said("'{text}' is no outcome or reason", text=scalar.text), hint
            )
    return tuple(scalar.text for scalar in fields.texts(key))


def _anchors(fields: Fields) -> dict[str, Gap]:
    found: dict[str, Gap] = {}
    mapping = fields.mapping("anchors")
    for entry in mapping or ():
        if not is_name(fields, entry.key) or not isinstance(entry.value, Mapping):
            continue
        inner = Fields(entry.value, fields.file, fields.problems)
        scalar = inner.scalar("after")
        label, default = inner.text("label") or "", inner.text("default") or ""
        inner.finish()
        if scalar is None:
            continue
        match = _AFTER.fullmatch(scalar.text)
        if match is None:
            fields.report(
                scalar.span, "syntax", said("'after' is '{text}'", text=scalar.text), "write 'screening + 2 weeks'"
            )
            continue
        found[entry.key.text] = Gap(match[1], parse_duration(match[2]) if match[2] else None, label, default)
    names = (*POINTS, *found)
    for name, gap in found.items():
        if gap.after not in names:
            fields.report(
                fields.span_of("anchors"),
                "unknown-name",
                said("'{name}' comes after '{after}', unknown", name=name, after=gap.after),
            )
    return found


def _windows(fields: Fields) -> dict[str, Duration]:
    inner = fields.fields("windows")
    found: dict[str, Duration] = {}
    for entry in inner.written if inner is not None else ():
        duration = read_length(inner, entry.key.text) if inner is not None else None
        if duration is not None and is_name(fields, entry.key):
            found[entry.key.text] = duration
    return found


def _results(fields: Fields, scope: Scope) -> Window | None:
    """Return of which days every result may be whose sentence names no window."""
    scalar = fields.scalar("results")
    if scalar is None:
        return None
    window, slips = read_window(scalar.text, scope)
    for slip in slips:
        fields.report(scalar.span_of(slip.start, slip.end), slip.code, slip.message, slip.hint)
    return window


def _intervals(fields: Fields, catalogue: Catalogue) -> dict[str, Duration]:
    inner = fields.fields("interval")
    found: dict[str, Duration] = {}
    for entry in inner.written if inner is not None else ():
        duration = read_length(inner, entry.key.text) if inner is not None else None
        drug = catalogue.id_of(entry.key.text)
        if drug is None or drug not in catalogue.drugs:
            fields.report(entry.key.span, "unknown-name", said("unknown drug '{text}'", text=entry.key.text))
        elif duration is not None:
            found[drug] = duration
    return found


def _groups(fields: Fields, catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    mapping = fields.mapping("groups")
    names = frozenset(entry.key.text for entry in mapping or ())
    inner = None if mapping is None else Fields(mapping, fields.file, fields.problems)
    found: dict[str, tuple[str, ...]] = {}
    for entry in mapping or ():
        if not is_name(fields, entry.key) or inner is None:
            continue
        members = inner.texts(entry.key.text)
        for scalar in members:
            if scalar.text not in names and catalogue.id_of(scalar.text) is None:
                default_hint = "use names of the catalogue or of other groups"
                hint = catalogue.hint_for(scalar.text, lambda _: True, default_hint, names)
                fields.report(scalar.span, "unknown-name", said("unknown name '{text}'", text=scalar.text), hint)
        found[entry.key.text] = tuple(
            scalar.text if scalar.text in names else catalogue.id_of(scalar.text) or scalar.text for scalar in members
        )
    return _without_cycles(fields, found)


def _without_cycles(fields: Fields, groups: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    def reaches(start: str, name: str, seen: frozenset[str]) -> bool:
        inner = groups.get(name, ())
        return start in inner or any(reaches(start, each, seen | {each}) for each in inner if each not in seen)

    looping = [name for name in groups if reaches(name, name, frozenset({name}))]
    for name in looping:
        fields.report(
            fields.span_of("groups"),
            "cycle",
            said("the group '{name}' holds itself", name=name),
            "take one of them out",
        )
    return {name: () if name in looping else members for name, members in groups.items()}


def _questions(fields: Fields) -> dict[str, Question]:
    mapping = fields.mapping("questions")
    found: dict[str, Question] = {}
    for entry in mapping or ():
        if not is_name(fields, entry.key) or not isinstance(entry.value, Mapping):
            continue
        inner = Fields(entry.value, fields.file, fields.problems)
        found[entry.key.text] = Question(
            id=entry.key.text,
            ask=inner.required_text("ask") or "",
            asked_of=read_asked_of(inner) or ("investigator",),
            valid_for=read_length(inner, "valid_for"),
            concerns=read_aspects(inner, "concerns"),
        )
        inner.finish()
    return found


def read_asked_of(fields: Fields) -> tuple[str, ...]:
    """Return who is asked: investigator, site, patient, guardian."""
    for scalar in fields.texts("asked_of"):
        if scalar.text not in ASKED_OF:
            hint = said("write some of: {names}", names=", ".join(ASKED_OF))
            fields.report(scalar.span, "unknown-value", said("'asked_of' cannot be '{text}'", text=scalar.text), hint)
    return tuple(scalar.text for scalar in fields.texts("asked_of") if scalar.text in ASKED_OF)


def _site(fields: Fields) -> dict[str, SiteFact]:
    mapping = fields.mapping("site")
    found: dict[str, SiteFact] = {}
    for entry in mapping or ():
        if not is_name(fields, entry.key) or not isinstance(entry.value, Mapping):
            continue
        inner = Fields(entry.value, fields.file, fields.problems)
        known = inner.text("known") or "unknown"
        found[entry.key.text] = SiteFact(
            id=entry.key.text,
            label=inner.text("label") or entry.key.text,
            one_of=tuple(scalar.text for scalar in inner.required_texts("one_of")),
            known="" if known == "unknown" else known,
            ask=inner.text("ask") or "",
            seen=inner.text("seen") or "",
        )
        inner.finish()
    return found


def _diseases(fields: Fields, catalogue: Catalogue) -> frozenset[str]:
    found: set[str] = set()
    for scalar in fields.required_texts("diseases"):
        concept = catalogue.concept(catalogue.id_of(scalar.text) or "")
        if concept is None or concept.kind is not Kind.CONDITION:
            diagnoses = frozenset(each.id for each in catalogue.of_kind(Kind.CONDITION))
            hint = catalogue.hint_for(scalar.text, diagnoses.__contains__, "use a diagnosis of the catalogue")
            fields.report(scalar.span, "unknown-name", said("unknown diagnosis '{text}'", text=scalar.text), hint)
        else:
            found.add(concept.id)
    return frozenset(found)


def _definitions(fields: Fields, mapping: Mapping | None, scope: Scope) -> tuple[dict[str, Condition], Definitions]:
    reader = ConditionReader(scope, fields.file, fields.problems)
    conditions: dict[str, Condition] = {}
    told = Definitions({}, {})
    for entry in mapping or ():
        if not is_name(fields, entry.key) or not isinstance(entry.value, Mapping):
            continue
        inner = Fields(entry.value, fields.file, fields.problems)
        told.texts[entry.key.text] = inner.text("text") or entry.key.text
        tree = inner.required_tree("is")
        condition = None if tree is None else reader.read(tree)
        told.sources[entry.key.text] = inner.text("source") or ""
        inner.finish()
        if condition is not None:
            conditions[entry.key.text] = condition
    for name in conditions:
        if _reaches(name, name, conditions, frozenset()):
            span = fields.span_of("define")
            fields.report(
                span, "cycle", said("the definition '{name}' uses itself", name=name), "write it without itself"
            )
            return {}, told
    return conditions, told


def _reaches(start: str, name: str, conditions: dict[str, Condition], seen: frozenset[str]) -> bool:
    condition = conditions.get(name)
    nodes = () if condition is None else tuple(walk(condition))
    used = {node.name for node in nodes if isinstance(node, Defined)}
    return start in used or any(_reaches(start, each, conditions, seen | {each}) for each in used - seen)
