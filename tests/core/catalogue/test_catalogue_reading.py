"""Catalogue files are read whole, and every mistake in them is named at its place."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Aspect, Change, Concept, Kind, UsualExclusion
from core.catalogue.joined import Joined, joined
from core.catalogue.reading import read_catalogue
from core.source_text.problem import Problem
from core.values.duration import Duration, TimeUnit

SECTIONS = """
sections:
  - id: blood
    label: {en: "Blood", de: "Blut"}
    freshness: 28 days
    freshness_source: local default
    obtained_by: {en: "laboratory", de: "Labor"}
    changes: by_repeating
  - id: history
    label: {en: "Events", de: "Ereignisse"}
    freshness: permanent
    freshness_source: "what happened stays so"
    obtained_by: {en: "record", de: "Akte"}
"""
FIELDS = """
fields:
  - id: grade
    kind: number
    label: {en: "Grade", de: "Grad"}
    help: {en: "One to five.", de: "Eins bis fünf."}
  - id: substance
    kind: code
    label: {en: "Substance", de: "Substanz"}
    help: {en: "What caused it.", de: "Der Auslöser."}
    codes_from: drugs
    codes:
      - {id: food, label: {en: "food", de: "Nahrung"}}
"""
DRUGS = """
drugs:
  - {id: oldmab, also: [old], label: {en: "Oldmab", de: "Oldmab"}}
  - id: newmab
    label: {en: "Newmab", de: "Newmab"}
    dosing_interval: 24 weeks
    dosing_interval_source: "label"
    dosing_interval_by_route: {subcutaneous: {every: 1 week, source: "leaflet"}}
  - id: steroid
    label: {en: "Steroid", de: "Steroid"}
    equivalence: {mg: 0.75, stands_for: 5}
    equivalence_source: "table"
classes:
  - id: all_mabs
    label: {en: "All", de: "Alle"}
    help: {en: "All of them.", de: "Alle zusammen."}
    members: [some_mabs, newmab]
  - id: some_mabs
    label: {en: "Some", de: "Einige"}
    help: {en: "Some of them.", de: "Einige davon."}
    members: [oldmab]
"""
CONCEPTS = """
section: blood
concepts:
  - id: haemoglobin
    kind: number
    label: {en: "Haemoglobin", de: "Hämoglobin"}
    help: {en: "In blood.", de: "Im Blut."}
    also: [hb]
    units: {g/dL: 1, g/L: 0.1, index: {factor: 1, family: index, also: [idx]}}
    plausible: [4, 20]
    range_source: local default
    aspect: activity
  - id: bleeding
    section: history
    kind: event
    label: {en: "Bleeding", de: "Blutung"}
    help: {en: "Any bleeding.", de: "Jede Blutung."}
    fields: [grade, substance]
    members: [nosebleed]
    is_point: yes
  - id: nosebleed
    section: history
    kind: event
    label: {en: "Nosebleed", de: "Nasenbluten"}
    help: {en: "From the nose.", de: "Aus der Nase."}
"""


def reading(
    concepts: str = CONCEPTS, drugs: str = DRUGS, fields: str = FIELDS
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read the small catalogue, with other concepts, drugs or fields if given."""
    files = {"s.yaml": SECTIONS, "f.yaml": fields, "d.yaml": drugs, "c.yaml": concepts}
    return read_catalogue({name: text.encode() for name, text in files.items()})


def small() -> Catalogue:
    """Return the small catalogue, which has no problem."""
    catalogue, problems = reading()
    assert problems == ()
    return catalogue


def test_a_concept_is_read_with_all_it_says() -> None:
    """Kind, labels, units, range and aspect are what the file says."""
    found = small().concepts["haemoglobin"]
    assert found.kind is Kind.NUMBER
    assert found.label == {"en": "Haemoglobin", "de": "Hämoglobin"}
    assert found.aspect is Aspect.ACTIVITY
    assert found.plausible is not None
    assert found.plausible.high == Decimal(20)
    unit = found.unit("g/L")
    assert unit is not None
    assert unit.factor == Decimal("0.1")


def test_a_unit_of_another_family_is_told_apart() -> None:
    """Arbitrary units carry a family, so that no factor leads from one to the other."""
    unit = small().concepts["haemoglobin"].unit("idx")
    assert unit is not None
    assert (unit.name, unit.family) == ("index", "index")


def test_what_a_concept_leaves_out_comes_from_its_section() -> None:
    """Freshness, its source, who provides it and how it changes."""
    found = small().concepts["haemoglobin"]
    assert found.freshness == Duration(28, TimeUnit.DAY)
    assert found.freshness_source == "local default"
    assert found.obtained_by["de"] == "Labor"
    assert found.changes is Change.BY_REPEATING


def test_a_concept_may_stand_in_another_section_than_its_file() -> None:
    """The concept's own section wins, and permanent means no freshness."""
    found = small().concepts["bleeding"]
    assert found.section == "history"
    assert found.freshness is None


def test_fields_and_members_are_tied() -> None:
    """An event has its fields with their kinds; a class stands for itself and its members."""
    catalogue = small()
    assert set(catalogue.concepts["bleeding"].fields) == {"grade", "substance"}
    assert catalogue.concepts_of("bleeding") == {"bleeding", "nosebleed"}


def test_a_field_can_take_the_drugs_as_its_codes() -> None:
    """The substance of an event is a drug, or one of the field's own words."""
    substance = small().concepts["bleeding"].fields["substance"]
    assert {"food", "oldmab", "newmab"} <= substance.words
    code = substance.code("old")
    assert code is not None
    assert code.id == "oldmab"


def test_a_class_within_a_class_gives_its_drugs() -> None:
    """Members are drugs in the end, and each drug knows the classes that list it."""
    catalogue = small()
    assert catalogue.drugs_of("all_mabs") == {"oldmab", "newmab"}
    assert catalogue.drugs["oldmab"].classes == ("all_mabs", "some_mabs")


def test_an_equivalence_is_a_ratio() -> None:
    """0.75 mg stand for 5 mg: a multiple of 0.75 mg comes out exactly."""
    equivalence = small().drugs["steroid"].equivalence
    assert equivalence is not None
    assert equivalence * Decimal("1.5") == Decimal(10)


def test_other_spellings_lead_to_the_id() -> None:
    """Ids and other spellings of concepts, drugs and classes are one list of names."""
    catalogue = small()
    assert catalogue.id_of("hb") == "haemoglobin"
    assert catalogue.id_of("old") == "oldmab"
    assert catalogue.id_of("nothing") is None


@pytest.mark.parametrize("said_as", ["Some mabs", "some-mabs", " SOME_MABS ", "some  mabs"])
def test_capitals_spaces_and_hyphens_make_no_other_name(said_as: str) -> None:
    """A letter writes "Necrotising myopathy", the catalogue necrotising_myopathy."""
    assert small().id_of(said_as) == "some_mabs"


SUBTYPES = (
    "codes:",
    '  - {id: wide, also: [wide_one], label: {en: "W", de: "W"}}',
    '  - {id: inner, kind_of: wide, label: {en: "I", de: "I"}}',
    '  - {id: innermost, kind_of: inner, label: {en: "M", de: "M"}}',
    '  - {id: "NO", label: {en: "Norway", de: "Norwegen"}}',
)


def subtypes() -> Concept:
    """Return a coded concept whose codes have kinds, and which follows from a diagnosis."""
    text = concept("a", "code", *SUBTYPES, "follows: {illness: inner}") + BETWEEN.format(
        name="illness", kind="condition"
    )
    catalogue, problems = reading(text)
    assert problems == ()
    return catalogue.concepts["a"]


def test_codes_have_kinds() -> None:
    """A code stands for itself and its kinds, and theirs; a kind does not stand for the wider code."""
    assert subtypes().kinds_of_code("wide") == {"wide", "inner", "innermost"}
    assert subtypes().kinds_of_code("inner") == {"inner", "innermost"}
    assert subtypes().kinds_of_code("innermost") == {"innermost"}


def test_a_code_is_found_as_it_is_said() -> None:
    """In capitals and with spaces; but an answer (no) is never taken for a country (NO)."""
    for said_as, wanted in (("Wide one", "wide"), ("INNER", "inner"), ("NO", "NO"), ("no", None), ("outer", None)):
        found = subtypes().code(said_as)
        assert (None if found is None else found.id) == wanted


def test_a_code_follows_from_a_diagnosis() -> None:
    """The catalogue says which diagnosis settles which code."""
    assert subtypes().follows == {"illness": "inner"}


def test_a_usual_exclusion_is_counted() -> None:
    """How many of how many records, with its source; concepts, drugs and classes carry it."""
    mark = "usually_excludes: {share: 3 of 20, source: records, look_back: 4 weeks}"
    drugs = DRUGS.replace("  - id: newmab\n", f"  - id: newmab\n    {mark}\n")
    drugs = drugs.replace("  - id: all_mabs\n", f"  - id: all_mabs\n    {mark}\n")
    catalogue, problems = reading(concept("a", "yes_no", mark), drugs)
    assert problems == ()
    wanted = UsualExclusion(3, 20, {"en": "records"}, Duration(4, TimeUnit.WEEK))
    assert catalogue.concepts["a"].usually_excludes == wanted
    assert catalogue.drugs["newmab"].usually_excludes == wanted
    assert catalogue.classes["all_mabs"].usually_excludes == wanted
    assert catalogue.concepts["haemoglobin"].usually_excludes is None


BETWEEN = """
  - id: {name}
    kind: {kind}
    label: {{en: "L", de: "L"}}
    help: {{en: "H.", de: "H."}}
"""


def concept(name: str, kind: str, *lines: str) -> str:
    """Return the small concepts with one more, which has these lines besides."""
    return CONCEPTS + BETWEEN.format(name=name, kind=kind).strip("\n") + "".join(f"\n    {each}" for each in lines)


MISTAKES: tuple[tuple[str, str, str], ...] = (
    (concept("hb", "yes_no"), "duplicate-name", "'hb' already stands for 'haemoglobin'"),
    (concept("oldmab", "yes_no"), "duplicate-name", "'oldmab' already stands for 'oldmab'"),
    (concept("within", "yes_no"), "not-a-name", "'within'"),
    (concept("kg", "yes_no"), "not-a-name", "'kg'"),
    (concept("a-b", "yes_no"), "not-a-name", "'a-b'"),
    (concept("a", "yesno"), "unknown-value", "'kind'"),
    (concept("a", "yes_no", "colour: red"), "unknown-key", "'colour'"),
    (concept("a", "yes_no", "section: nowhere"), "unknown-name", "no section 'nowhere'"),
    (concept("a", "yes_no", "freshness: 28", "freshness_source: us"), "duration", "'28'"),
    (concept("a", "yes_no", "freshness: 1 day"), "missing-key", "'freshness_source'"),
    (concept("a", "number", "units: {g/L: 2}"), "unit", "'g/L'"),
    (concept("a", "number", "units: {g/L: 1, U: {factor: 3, family: u}}"), "unit", "'U'"),
    (concept("a", "number", "units: {g/L: 1, mg/L: 0}"), "unit", "above zero"),
    (concept("a", "number", "units: {g/L: 1, mg/L: 1e-3}"), "number", "'1e-3'"),
    (concept("a", "number", "units: {mg/dL: 1, umol/L: 0.5}"), "missing-key", "molar mass"),
    (concept("a", "number", "plausible: [1, 2]"), "missing-key", "source"),
    (concept("a", "number", "possible: [2, 1]", "range_source: x"), "range", "'possible'"),
    (concept("a", "number", "possible: [2]", "range_source: x"), "range", "two numbers"),
    (concept("a", "code"), "missing-key", "'codes'"),
    (concept("a", "record"), "missing-key", "'fields'"),
    (concept("a", "event", "fields: [grdae]"), "unknown-name", "'grdae'"),
    (concept("a", "event", "members: [nosebled]"), "unknown-name", "'nosebled'"),
    (concept("a", "event", "members: [haemoglobin]"), "kind", "'haemoglobin'"),
    (concept("a", "event", "members: [a]"), "circle", "'a'"),
    (concept("a", "titre", "members: [haemoglobin]"), "kind", "no members"),
    (concept("a", "condition", "is_point: yes"), "kind", "only an event"),
    (concept("a", "dose", "dose_of: some_mab"), "unknown-name", "'some_mab'"),
    (concept("a", "number", "loinc: 718-8"), "loinc", "'718-8'"),
    (concept("a", "number", "loinc: seven"), "loinc", "'seven'"),
    (concept("a", "number", "qualifiers: []", "interchangeable: [[x]]"), "unknown-name", "no qualifier"),
    (
        concept("a", "code", 'codes: [{id: b, label: {en: "b", de: "b"}}, {id: b, label: {en: "c", de: "c"}}]'),
        "duplicate-name",
        "'b' stands here twice",
    ),
    (
        concept("a", "code", 'codes: [{id: b, kind_of: c, label: {en: "b", de: "b"}}]'),
        "unknown-name",
        "no code 'c'",
    ),
    (
        concept("a", "code", 'codes: [{id: b, kind_of: b, label: {en: "b", de: "b"}}]'),
        "circle",
        "'b' is a kind of itself",
    ),
    (
        concept("a", "code", *SUBTYPES, "follows: {illness: outer}") + BETWEEN.format(name="illness", kind="condition"),
        "unknown-name",
        "no code 'outer'",
    ),
    (concept("a", "code", *SUBTYPES, "follows: {ilness: inner}"), "unknown-name", "no concept 'ilness'"),
    (concept("a", "code", *SUBTYPES, "follows: {bleeding: inner}"), "kind", "'bleeding' is none"),
    (concept("a", "yes_no", "usually_excludes: {share: most, source: records}"), "number", "'most'"),
    (concept("a", "yes_no", "usually_excludes: {share: 21 of 20, source: records}"), "number", "'21 of 20'"),
    (concept("a", "yes_no", "usually_excludes: {share: 3 of 20}"), "missing-key", "'source'"),
    (concept("a", "code", 'codes: [{id: of, label: {en: "b", de: "b"}}]'), "not-a-name", "'of'"),
)


@pytest.mark.parametrize(("concepts", "code", "words"), MISTAKES)
def test_a_mistake_in_a_concept_is_named(concepts: str, code: str, words: str) -> None:
    """Each mistake gives one problem with its code, in the file where it stands."""
    _, problems = reading(concepts)
    assert [problem.code for problem in problems] == [code]
    assert words in problems[0].message
    assert problems[0].file == "c.yaml"
    assert problems[0].span.line > CONCEPTS.count("\n")


def test_a_concept_without_a_language_is_named() -> None:
    """English is needed: what others lack is said in it; no label is of a language without a folder."""
    _, problems = reading(CONCEPTS.replace('de: "Hämoglobin"', 'xx: "Hämoglobin"'))
    assert {problem.code for problem in problems} == {"unknown-key"}
    _, problems = reading(CONCEPTS.replace('{en: "Haemoglobin", de: "Hämoglobin"}', '{de: "Hämoglobin"}'))
    assert {problem.code for problem in problems} == {"missing-key"}


CLASS = '\n  - {{id: c, label: {{en: "c", de: "c"}}, help: {{en: "c", de: "c"}}, members: [{member}]}}'


@pytest.mark.parametrize(
    ("drugs", "code"),
    [
        (DRUGS + CLASS.format(member="oldmap"), "unknown-name"),
        (DRUGS + CLASS.format(member="haemoglobin"), "unknown-name"),
        (DRUGS + CLASS.format(member="c"), "circle"),
        (DRUGS.replace('    dosing_interval_source: "label"\n', ""), "missing-key"),
        (DRUGS.replace("every: 1 week", "every: weekly"), "duration"),
        (DRUGS.replace("every: 1 week, ", ""), "missing-key"),
        (DRUGS.replace(', source: "leaflet"', ""), "missing-key"),
        (DRUGS.replace("{subcutaneous: {", "{subcutan: {"), "unknown-value"),
        (DRUGS.replace('{every: 1 week, source: "leaflet"}', "1 week"), "kind"),
        (DRUGS.replace("mg: 0.75", "mg: 0"), "number"),
        (DRUGS.replace("also: [old]", "also: [newmab]"), "duplicate-name"),
    ],
)
def test_a_mistake_in_a_drug_or_class_is_named(drugs: str, code: str) -> None:
    """Members are drugs or classes, numbers have a source, one name stands for one thing."""
    _, problems = reading(drugs=drugs)
    assert [problem.code for problem in problems] == [code]
    assert problems[0].file == "d.yaml"


def test_an_interval_goes_by_route() -> None:
    """The route's own interval with its source, else the drug's; a drug without any has none."""
    catalogue, _ = reading()
    new, old = catalogue.drugs["newmab"], catalogue.drugs["oldmab"]
    assert new.interval_by("subcutaneous") == Duration(1, TimeUnit.WEEK)
    assert new.interval_source_by("subcutaneous") == "leaflet"
    for route in ("intravenous", ""):
        assert new.interval_by(route) == Duration(24, TimeUnit.WEEK)
        assert new.interval_source_by(route) == "label"
    assert old.interval_by("subcutaneous") is None


def test_an_unknown_route_is_named_at_its_place() -> None:
    """The hint names the route that is near."""
    drugs = DRUGS.replace("{subcutaneous: {", "{subcutaneus: {")
    (problem,) = reading(drugs=drugs)[1]
    line = drugs.splitlines()[problem.span.line - 1]
    assert line[problem.span.column - 1 :].startswith("subcutaneus:")
    assert problem.message == "there is no route 'subcutaneus'"
    assert problem.hint == "did you mean 'subcutaneous'?"


BEHIND = (
    FIELDS
    + """
  - id: kind
    kind: codes
    label: {en: "Kind", de: "Art"}
    help: {en: "Kinds.", de: "Arten."}
    codes: [{id: III, label: {en: "III", de: "III"}}, {id: V, label: {en: "V", de: "V"}}]
  - id: suffix
    kind: code
    label: {en: "Suffix", de: "Zusatz"}
    help: {en: "Behind III.", de: "Hinter III."}
    behind: {kind: [%s]}
    codes: [{id: A, label: {en: "A", de: "A"}}, {id: A_C, also: [A/C], label: {en: "A/C", de: "A/C"}}]
"""
)


@pytest.mark.parametrize(
    ("words", "codes", "suffix"),
    [
        (("III",), ("III",), {}),
        (("IIIA",), ("III",), {"suffix": "A"}),
        (("III (A/C)", "V"), ("III", "V"), {"suffix": "A_C"}),
        (("V + iii-a",), ("V", "III"), {"suffix": "A"}),
    ],
)
def test_a_word_behind_another_is_told_apart(
    words: tuple[str, ...], codes: tuple[str, ...], suffix: dict[str, str]
) -> None:
    """The field says behind which codes its word stands."""
    catalogue, problems = reading(concept("found", "record", "fields: [kind, suffix]"), fields=BEHIND % "III")
    assert problems == ()
    fields = catalogue.concepts["found"].fields
    assert joined(words, fields["kind"], fields) == Joined(codes, suffix)


@pytest.mark.parametrize("words", [("VA",), ("IIIB",), ("A",), ("IIIA", "III A/C"), ()])
def test_what_stands_behind_no_code_is_not_split(words: tuple[str, ...]) -> None:
    catalogue, _ = reading(concept("found", "record", "fields: [kind, suffix]"), fields=BEHIND % "III")
    fields = catalogue.concepts["found"].fields
    assert joined(words, fields["kind"], fields) is None


def test_a_word_behind_a_code_that_is_none_is_named() -> None:
    """The concept that holds both fields is where it shows."""
    _, problems = reading(concept("found", "record", "fields: [kind, suffix]"), fields=BEHIND % "IX")
    assert [problem.message for problem in problems] == ["there is no code 'IX'"]


def test_all_mistakes_come_at_once() -> None:
    """Two mistakes in one file and one in another are three problems."""
    concepts = concept("within", "yes_no", "colour: red")
    _, problems = reading(concepts, DRUGS + CLASS.format(member="oldmap"))
    assert sorted(problem.code for problem in problems) == ["not-a-name", "unknown-key", "unknown-name"]


def test_a_near_name_is_offered() -> None:
    """The hint of an unknown member is the name that was probably meant."""
    _, problems = reading(concept("a", "event", "members: [nosebled]"))
    assert problems[0].hint == "did you mean 'nosebleed'?"


def test_a_file_that_cannot_be_read_does_not_stop_the_others() -> None:
    """A broken file is named; the rest of the catalogue is there."""
    files = {"s.yaml": SECTIONS, "d.yaml": DRUGS, "broken.yaml": "concepts: [", "list.yaml": "- a"}
    catalogue, problems = read_catalogue({name: text.encode() for name, text in files.items()})
    assert {problem.file for problem in problems} == {"broken.yaml", "list.yaml"}
    assert "oldmab" in catalogue.drugs
