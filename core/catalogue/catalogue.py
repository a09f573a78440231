"""The only truth for names: every concept, drug and class the program knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from core.catalogue.codes import OWN, CodeSystem
from core.catalogue.concept import Concept, Kind, UsualExclusion
from core.catalogue.drug import Drug, DrugClass
from core.catalogue.meant import Meant, did_you_mean, near_names
from core.catalogue.section import Section
from core.catalogue.spelling import by_spelling, folded
from core.catalogue.usual import Usual
from core.language.said import said

RESULT_WORDS = ("positive", "negative", "borderline", "indeterminate", "invalid", "detected_not_quantified")
"""What a test result can be besides a number."""


@dataclass(frozen=True)
class Catalogue:
    """All concepts, drugs and drug classes, by id; other names lead to the same things.

    ``everyday`` are names that are typed and never printed (trade names, names on prints of laboratories) with what
    they stand for; ``icd10`` the codes of diagnoses; ``meant`` the words that are said often and can mean several
    things; ``usual`` the values that stand open on the form for a disease; ``code_systems`` the codes of other systems.
    """

    concepts: Mapping[str, Concept]
    drugs: Mapping[str, Drug]
    classes: Mapping[str, DrugClass]
    sections: Mapping[str, Section] = field(default_factory=dict[str, Section])
    everyday: Mapping[str, str] = field(default_factory=dict[str, str])
    icd10: Mapping[str, str] = field(default_factory=dict[str, str])
    meant: tuple[Meant, ...] = ()
    usual: tuple[Usual, ...] = ()
    code_systems: tuple[CodeSystem, ...] = ()

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        things: tuple[Concept | Drug | DrugClass, ...] = (
            *self.concepts.values(),
            *self.drugs.values(),
            *self.classes.values(),
        )
        return {name: thing.id for thing in things for name in (*thing.also, thing.id)}

    @cached_property
    def _said_as(self) -> Mapping[str, str]:
        return by_spelling((*self._spellings.items(), *self.everyday.items()))

    @cached_property
    def _labelled(self) -> Mapping[str, str]:
        happening = (each for each in self.concepts.values() if each.kind in (Kind.CONDITION, Kind.EVENT))
        things: tuple[Concept | Drug | DrugClass, ...] = (*happening, *self.drugs.values(), *self.classes.values())
        return by_spelling((label, thing.id) for thing in things for label in thing.label.values())

    def id_of(self, name: str) -> str | None:
        """Return the id that ``name`` stands for, or None: an id or another spelling, in capitals and with spaces
        or hyphens as well ("Necrotising myopathy").
        """
        return self._spellings.get(name) or self._said_as.get(folded(name))

    def id_called(self, name: str) -> str | None:
        """Return the id that a patient file means by ``name``: as ``id_of``, and of a drug, class, diagnosis, sign or
        event also by its label in each language, of a diagnosis by its code of the ICD-10. Rule files do not go by
        labels, which their own names may equal.
        """
        return (
            self.id_of(name) or self._labelled.get(folded(name)) or self.icd10.get(name.strip().upper().rstrip("+*†"))
        )

    def coded(self, uri: str, code: str) -> str | None:
        """Return the id that a code of a system means, "" for a code that is not known, None for another system."""
        if uri == OWN:
            return code if code in self.concepts or self.drugs_of(code) else ""
        system = self._systems.get(uri.rstrip("/"))
        return None if system is None else system.meaning(code)

    @cached_property
    def _systems(self) -> Mapping[str, CodeSystem]:
        return {uri: each for each in self.code_systems for uri in each.uris}

    def concept(self, name: str) -> Concept | None:
        """Return the concept with this id."""
        return self.concepts.get(name)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every id and every other spelling, for suggestions."""
        return frozenset(self._spellings)

    def meant_by(self, word: str, is_wanted: Callable[[str], bool], others: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the names that somebody can mean who writes a word that is none: of things whose id is wanted, and of
        ``others`` (names of a file's own). It never leads to another thing of the same kind; trade names, which are
        made to sound alike (Capimune, Carimune), are no guess.
        """
        owners = {name: identity for name, identity in self._spellings.items() if is_wanted(identity)}
        return near_names(word, owners | {name: name for name in others}, self._frequent)

    def often_meant(self, word: str) -> tuple[str, ...]:
        """Return what a frequent word that is no name can mean, as it is declared; () for any other word."""
        return self._frequent.get(folded(word), ())

    def hint_for(self, word: str, is_wanted: Callable[[str], bool], otherwise: str, others: Iterable[str] = ()) -> str:
        """Return what to write instead of a word that is no name: what is meant, else ``otherwise``."""
        line = next((each.line for each in self.meant if each.line and folded(each.said) == folded(word)), "")
        if line:
            otherwise = said("write '{line}' in the criterion, instead of a condition", line=line)
        return did_you_mean(self.meant_by(word, is_wanted, others), otherwise)

    @cached_property
    def _frequent(self) -> Mapping[str, tuple[str, ...]]:
        return {folded(each.said): each.names for each in self.meant if each.names}

    def drugs_of(self, name: str) -> frozenset[str]:
        """Return the drugs a drug or class id stands for; empty if it is neither."""
        if name not in self._members:
            found = self.classes.get(name)
            members = () if found is None else found.members
            self._members[name] = frozenset({name}) if name in self.drugs else frozenset(members)
        return self._members[name]

    @cached_property
    def _members(self) -> dict[str, frozenset[str]]:
        return {}

    def may_be(self, name: str, narrowed: frozenset[str] = frozenset()) -> frozenset[str]:
        """Return the drugs that a course written with a drug or class can be of.

        A product whose substance nobody told can be any drug, or one of those it was narrowed to.
        """
        drug = self.drugs.get(name)
        if drug is None or not drug.is_any:
            return self.drugs_of(name)
        return (narrowed or self._every_drug) | {name}

    @cached_property
    def _every_drug(self) -> frozenset[str]:
        return frozenset(self.drugs)

    def concepts_of(self, name: str) -> frozenset[str]:
        """Return the concepts a concept or class of concepts stands for, itself included; empty if unknown."""
        if name not in self._stands_for:
            found = self.concepts.get(name)
            members = () if found is None else found.members
            own = frozenset[str]() if found is None else frozenset({name})
            self._stands_for[name] = own.union(*(self.concepts_of(member) for member in members))
        return self._stands_for[name]

    @cached_property
    def _stands_for(self) -> dict[str, frozenset[str]]:
        return {}

    def usual_for(self, conditions: Iterable[str]) -> frozenset[str]:
        """Return the values that stand open on the form for these conditions."""
        has = frozenset(conditions)
        return frozenset(
            value
            for usual in self.usual
            if any(self.concepts_of(of) & has for of in usual.of)
            for value in usual.values
        )

    @cached_property
    def stand_for(self) -> Mapping[str, frozenset[str]]:
        """For every concept what it stands for, itself included."""
        return {name: self.concepts_of(name) for name in self.concepts}

    @cached_property
    def standing_for(self) -> Mapping[str, frozenset[str]]:
        """For every concept those that stand for it, itself included."""
        found: dict[str, set[str]] = {}
        for name, stands_for in self.stand_for.items():
            for each in stands_for:
                found.setdefault(each, set()).add(name)
        return {name: frozenset(standing) for name, standing in found.items()}

    def kinds_of(self, name: str) -> frozenset[str]:
        """Return what a class may more exactly be: its members and theirs, manifestations (parts) left out."""
        if name not in self._kinds:
            found = self.concepts.get(name)
            members = () if found is None else found.members
            kinds = [each for each in members if each in self.concepts and not self.concepts[each].is_part]
            self._kinds[name] = frozenset(kinds).union(*(self.kinds_of(each) for each in kinds))
        return self._kinds[name]

    @cached_property
    def _kinds(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def by_role(self) -> Mapping[str, Concept]:
        """The concepts that computations look for, by role (``weight``)."""
        return {concept.role: concept for concept in self.concepts.values() if concept.role}

    @cached_property
    def supported(self) -> tuple[Concept, ...]:
        """The measurements that support (oxygen) raises."""
        return tuple(concept for concept in self.concepts.values() if concept.raised_by)

    @cached_property
    def following(self) -> tuple[Concept, ...]:
        """The codes that diagnoses settle."""
        return tuple(concept for concept in self.concepts.values() if concept.follows)

    def usual_exclusion(self, name: str) -> UsualExclusion | None:
        """Return the mark on a concept, drug or class that says that it usually excludes."""
        thing = self.concepts.get(name) or self.drugs.get(name) or self.classes.get(name)
        return None if thing is None else thing.usually_excludes

    @cached_property
    def usually_excluding(self) -> Mapping[str, frozenset[str]]:
        """What usually excludes, each with everything that it stands for, the narrowest first."""
        names = (name for name in (*self.concepts, *self.drugs, *self.classes) if self.usual_exclusion(name))
        found = {name: self.concepts_of(name) | self.drugs_of(name) | {name} for name in names}
        return dict(sorted(found.items(), key=lambda each: len(each[1])))

    @cached_property
    def childhood_forms(self) -> Mapping[str, Concept]:
        """The childhood form of a disease, by the disease and by what else it stands for (lupus nephritis is lupus)."""
        forms = [each for each in self.concepts.values() if each.childhood_form_of]
        return {name: form for form in forms for name in self.concepts_of(form.childhood_form_of) - {form.id}}

    @cached_property
    def childhood_ids(self) -> frozenset[str]:
        """The diseases that are childhood forms of others."""
        return frozenset(each.id for each in self.childhood_forms.values())

    def of_kind(self, kind: Kind) -> tuple[Concept, ...]:
        """Return the concepts of one kind in the order of the catalogue."""
        return tuple(concept for concept in self.concepts.values() if concept.kind is kind)
