"""One value as a text (or a set of codes) writes it, by the kind of its concept."""

from __future__ import annotations

from core.catalogue.catalogue import RESULT_WORDS
from core.catalogue.concept import Concept, Kind
from core.chart.reading.amounts import read_amount, read_number
from core.chart.reading.moments import moment_of
from core.chart.values import Absence, Coded, Fact, Landmark, Measured, Scored, TestResult, Value
from core.chart.words import levels
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Scalar, Sequence, Tree
from core.vocabulary.asking import meanings
from core.vocabulary.vocabulary import Matter

YES_NO = {"yes": True, "no": False, "true": True, "false": False}
ABSENCES = {absence.value: absence for absence in Absence}
_SHORT = 3
"""Of short words (IV, VII) the nearest is no likely meaning."""

_CODED = (Kind.CODE, Kind.CODES, Kind.CLASSIFICATION)


def absence_of(tree: Tree | None, concept: Concept) -> Absence | None:
    """Return the absence a word asserts, where it is no value of the concept."""
    if not isinstance(tree, Scalar) or concept.code(tree.text) is not None:
        return None
    return ABSENCES.get(tree.text)


def read_value(fields: Fields, concept: Concept, tree: Tree) -> Value | None:
    """Return the value a text writes, or None after a problem."""
    if concept.kind in _CODED:
        return _coded(fields, concept, tree)
    if not isinstance(tree, Scalar):
        fields.report(
            tree.span, "kind", said("'{id}' is not written like this", id=concept.id), "write {value: …, date: …}"
        )
        return None
    match concept.kind:
        case Kind.YES_NO | Kind.CONDITION:
            return _fact(fields, concept, tree)
        case Kind.NUMBER | Kind.TITRE:
            return _measured(fields, concept, tree)
        case Kind.TEST:
            return _test(fields, concept, tree)
        case Kind.DATE:
            moment = moment_of(fields, concept.id, tree)
            return None if moment is None else Landmark(moment)
        case Kind.SCORE:
            total = read_number(fields, tree, concept)
            return None if total is None else Scored(total)
        case _:
            hint = said("write some of its fields: {names}", names=", ".join(concept.fields))
            fields.report(tree.span, "kind", said("'{id}' is not a single value", id=concept.id), hint)
            return None


def _measured(fields: Fields, concept: Concept, scalar: Scalar) -> Measured | TestResult | None:
    """Return the number, or that it is raised, low or normal where the number is not at hand."""
    if concept.kind is Kind.NUMBER and scalar.text in levels():
        return TestResult(levels()[scalar.text])
    quantity = read_amount(fields, scalar, concept)
    return None if quantity is None else Measured(quantity)


def _fact(fields: Fields, concept: Concept, scalar: Scalar) -> Fact | None:
    if scalar.text in YES_NO and not scalar.is_quoted:
        return Fact(YES_NO[scalar.text])
    hint = (
        said("write {text} without quotes", text=scalar.text) if scalar.text in YES_NO else "write yes, no or unknown"
    )
    fields.report(scalar.span, "kind", said("'{id}' is '{text}', not yes or no", id=concept.id, text=scalar.text), hint)
    return None


def _test(fields: Fields, concept: Concept, scalar: Scalar) -> TestResult | None:
    code = concept.code(scalar.text)
    word = code.id if code is not None else scalar.text
    if word in RESULT_WORDS or code is not None:
        return TestResult(word)
    if scalar.text[:1].isdecimal() or scalar.text[:1] in "<>-":
        quantity = read_amount(fields, scalar, concept)
        return None if quantity is None else TestResult("", quantity)
    near = _result_meant(scalar.text) or nearest(scalar.text, RESULT_WORDS)
    hint = (
        said("did you mean '{near}'?", near=near)
        if near
        else said("write a number, or one of: {names}", names=", ".join(RESULT_WORDS))
    )
    fields.report(
        scalar.span, "unknown-value", said("'{id}' cannot be '{text}'", id=concept.id, text=scalar.text), hint
    )
    return None


def _result_meant(text: str) -> str:
    """Return the result that hands and prints write so (``pos``), "" where that is not one."""
    meant = [word for word in meanings(Matter.TYPED, "results").get(text.casefold(), ()) if word in RESULT_WORDS]
    return meant[0] if len(meant) == 1 else ""


def _coded(fields: Fields, concept: Concept, tree: Tree) -> Coded | None:
    if isinstance(tree, Sequence) and concept.kind is not Kind.CODES:
        fields.report(tree.span, "kind", said("'{id}' is one of some words, not several", id=concept.id), "write one")
        return None
    codes = [_code(fields, concept, item) for item in (tree.items if isinstance(tree, Sequence) else (tree,))]
    known = frozenset(code for code in codes if code is not None)
    return Coded(known) if known and None not in codes else None


def _code(fields: Fields, concept: Concept, tree: Tree) -> str | None:
    if not isinstance(tree, Scalar):
        fields.report(tree.span, "kind", said("'{id}' is a word", id=concept.id), "write {value: …, date: …}")
        return None
    code = concept.code(tree.text)
    if code is not None:
        return code.id
    spellings = [name for each in concept.codes for name in (each.id, *each.also)]
    near = nearest(tree.text, spellings) if len(tree.text) > _SHORT else None
    hint = (
        said("did you mean '{near}'?", near=near)
        if near
        else said("write one of: {names}", names=", ".join(sorted(concept.words)))
    )
    fields.report(tree.span, "unknown-value", said("'{id}' cannot be '{text}'", id=concept.id, text=tree.text), hint)
    return None
