"""Trials as a list: whom they could take, which have a rule file, which site is nearest, what a list is narrowed to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from core.trials.comparing import ChangeKind, by_trial, changes
from core.trials.fitting import PATTERNS
from core.trials.listing import MOST_ON_PAPER, FileWish, HeldFile, Listed, Wish, known_for, listing, wished
from core.trials.person import Person, fits_person, person_of
from core.trials.places import NamedPlace, places_of, read_place
from core.trials.reading import read_registry
from core.trials.trial import Place, Site, State, Trial
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth
from tests.core.trials.states import LATER, SITES, TRIALS
from tests.sample_screenings import catalogue, patients

BERLIN = Place(52.52, 13.40)
YEAR, MONTH = TimeUnit.YEAR, TimeUnit.MONTH
SLE = Trial("NCT90000001", "Cells in lupus", "RECRUITING", conditions=("Systemic lupus erythematosus",))


def state(*texts: str) -> State:
    return read_registry([(f"file-{at}", text.encode()) for at, text in enumerate(texts)]).state


def numbers(found: tuple[Listed, ...]) -> list[str]:
    return [each.trial.number[-1] for each in found]


@pytest.mark.parametrize(
    ("youngest", "oldest", "sex", "person", "fits"),
    [
        (None, None, "ALL", Person(("sle",)), Truth.TRUE),
        (18, None, "ALL", Person(("sle",)), Truth.UNKNOWN),  # the age is not known, and there is a limit
        (18, 65, "ALL", Person(("sle",), (18, 18)), Truth.TRUE),
        (18, 65, "ALL", Person(("sle",), (17, 17)), Truth.FALSE),
        (18, 65, "ALL", Person(("sle",), (17, 18)), Truth.UNKNOWN),  # born in a year, the day is not known
        (18, 65, "ALL", Person(("sle",), (65, 65)), Truth.TRUE),
        (18, 65, "ALL", Person(("sle",), (66, 66)), Truth.FALSE),
        (18, 65, "ALL", Person(("sle",), (65, 66)), Truth.UNKNOWN),
        (None, None, "FEMALE", Person(("sle",), (20, 20)), Truth.UNKNOWN),
        (None, None, "FEMALE", Person(("sle",), (20, 20), "FEMALE"), Truth.TRUE),
        (None, None, "FEMALE", Person(("sle",), (20, 20), "MALE"), Truth.FALSE),
        (None, None, "ALL", Person(("ssc",), (20, 20)), Truth.FALSE),
        (None, None, "ALL", Person(("ssc", "sle"), (20, 20)), Truth.TRUE),
        (None, None, "ALL", Person((), (20, 20)), Truth.UNKNOWN),
    ],
)
def test_whom_a_trial_could_take(
    youngest: int | None, oldest: int | None, sex: str, person: Person, fits: Truth
) -> None:
    first, last = (None if age is None else Duration(age, YEAR) for age in (youngest, oldest))
    assert fits_person(replace(SLE, youngest=first, oldest=last, sex=sex), person) is fits


def test_a_basket_holds_a_disease_perhaps() -> None:
    basket = replace(SLE, title="Cells", conditions=("Autoimmune Diseases",))
    assert fits_person(basket, Person(("iim",))) is Truth.UNKNOWN
    assert fits_person(replace(basket, conditions=("Lymphoma",)), Person(("iim",))) is Truth.FALSE


def test_patients_are_looked_at_as_coarsely_as_a_registry_asks() -> None:
    found = {each.chart.id: person_of(each.chart, date(2026, 11, 22), catalogue()) for each in patients() if each.chart}
    assert {each for person in found.values() for each in person.diseases} == set(PATTERNS)
    girl = found["sample-03"]
    assert girl == Person(("sle",), (15, 15), "FEMALE")
    assert found["sample-06"].diseases == ("iim",), "juvenile dermatomyositis is a myositis"


def test_a_site_that_is_left_is_not_the_nearest() -> None:
    near = Site("A", "Berlin", "Germany", "WITHDRAWN", BERLIN)
    far = Site("B", "Munich", "Germany", "RECRUITING", Place(48.14, 11.58))
    nowhere = Site("C", "Bonn", "Germany")
    trial = replace(SLE, sites=(near, far, nowhere))
    nearest = trial.nearest(BERLIN)
    assert nearest is not None
    assert nearest[0] is far
    assert [site.city for site, _ in trial.by_way(BERLIN)] == ["Munich", "Berlin"]
    alone = replace(SLE, sites=(near,)).nearest(BERLIN)
    assert alone is not None, "of a trial that is left everywhere the nearest is told all the same"
    assert replace(SLE, sites=(nowhere,)).nearest(BERLIN) is None


def test_the_nearest_comes_first_and_what_has_no_way_last() -> None:
    found = listing(state(TRIALS, SITES), {}, BERLIN)
    assert numbers(found) == ["1", "2", "3", "4"]
    assert found[0].nearest is not None
    assert found[0].nearest[0].city == "Berlin"
    paris = listing(state(TRIALS, SITES), {}, Place(48.85, 2.35))[0].nearest
    assert paris is not None
    assert paris[0].city == "Paris"


@pytest.mark.parametrize(
    ("wish", "sure", "perhaps"),
    [
        (Wish(), "1234", ""),
        (Wish(words="lupus sponsor"), "1", ""),
        (Wish(words="nct90000002"), "2", ""),
        (Wish(diseases=("sle",)), "1", "3"),
        (Wish(diseases=tuple(PATTERNS)), "12", "3"),
        (Wish(country="germany"), "12", "3"),
        (Wish(first_age=0, last_age=11), "23", ""),
        (Wish(first_age=12, last_age=17), "23", ""),
        (Wish(first_age=18), "1234", ""),
        (Wish(sex="FEMALE"), "1234", ""),
        (Wish(statuses=frozenset({"NOT_YET_RECRUITING"})), "2", ""),
        (Wish(file=FileWish.WITH), "1", ""),
        (Wish(file=FileWish.WITHOUT), "234", ""),
        (Wish(file=FileWish.NEWER), "1", ""),
        (Wish(only_changed=True), "12", ""),
        (Wish(person=Person(("iim",), (10, 10), "MALE")), "2", "3"),
        (Wish(person=Person(("iim",))), "", "23"),
    ],
)
def test_what_a_list_is_narrowed_to(wish: Wish, sure: str, perhaps: str) -> None:
    older, newer = state(TRIALS), state(LATER)
    changed = by_trial(changes(newer, older))
    whole = listing(older, {"NCT90000001": HeldFile("nct90000001", "1.0.0", "2026-04-30")}, None, changed)
    if wish.only_changed:
        whole = tuple(each for each in whole if each.trial.number != "NCT90000004")  # new when told backwards
    found = wished(whole, wish)
    assert "".join(numbers(tuple(each for each in found if each.fits is Truth.TRUE))) == sure
    assert "".join(numbers(tuple(each for each in found if each.fits is not Truth.TRUE))) == perhaps


def test_changes_are_told_trial_by_trial_the_weightiest_first() -> None:
    found = by_trial(changes(state(TRIALS), state(LATER)))
    assert [each.kind for each in found] == [
        ChangeKind.NEW,
        ChangeKind.GONE,
        ChangeKind.STATUS,
        ChangeKind.AGES,
    ]
    assert {change.kind for change in found[2].changes} == {ChangeKind.STATUS, ChangeKind.COUNTRIES}


def test_a_record_is_newer_than_its_file_from_the_day_after() -> None:
    trial = replace(SLE, updated="2026-05-01")
    for seen, newer in (("2026-04-30", True), ("2026-05-01", False), ("2026-05-02", False), ("", False)):
        assert Listed(trial, file=HeldFile("x", "1.0.0", seen)).is_newer is newer, seen
    assert not Listed(trial).is_newer


def test_a_paper_holds_what_takes_patients_or_will_and_has_no_file() -> None:
    many = tuple(
        Listed(replace(SLE, number=f"NCT{at:08}", status=status))
        for at, status in enumerate(["COMPLETED", "NOT_YET_RECRUITING", "RECRUITING"] * MOST_ON_PAPER)
    )
    held = Listed(replace(SLE, number="NCT99999999"), file=HeldFile("nct99999999", "1.0.0"))
    found, more = known_for((held, *many), Person(("sle",), (30, 30), "FEMALE"))
    assert len(found) == MOST_ON_PAPER
    assert more == MOST_ON_PAPER
    assert {each.trial.status for each in found} == {"RECRUITING"}, "those that take patients already first"
    assert all(each.file is None for each in found)


@pytest.mark.parametrize(
    ("text", "name", "north", "east"),
    [
        ("52.52,13.40", "", 52.52, 13.40),
        (" 52.52  13.4 ", "", 52.52, 13.4),
        ("52,52; 13,40", "", 52.52, 13.40),
        ("52,52 13,40", "", 52.52, 13.40),
        ("-33.87, 151.2", "", -33.87, 151.2),
        ("Berlin (52.52, 13.40)", "Berlin", 52.52, 13.40),
        ("Springfield, United States (39.80, -89.64)", "Springfield, United States", 39.80, -89.64),
        ("48, 11", "", 48, 11),
    ],
)
def test_places_as_people_write_them(text: str, name: str, north: float, east: float) -> None:
    found = read_place(text)
    assert found == NamedPlace(name, Place(north, east))
    assert found is not None
    again = read_place(found.text)
    assert again is not None
    assert again.name == name


@pytest.mark.parametrize(
    "text", ["", "Berlin", "52.52", "91, 0", "0, 181", "52,52,13,40,", "nan, nan", "1e3, 2", "( " * 250]
)
def test_what_tells_no_place(text: str) -> None:
    assert read_place(text) is None


def test_towns_of_one_name_are_told_apart_by_their_degrees() -> None:
    sites = tuple(Site("A", "Springfield", "United States", "", Place(north, 1)) for north in (39.8, 42.1, 39.8))
    found = places_of([replace(SLE, sites=(*sites, Site("B", "Bonn", "Germany")))])
    assert [each.text for each in found] == [
        "Springfield, United States (39.80, 1.00)",
        "Springfield, United States (42.10, 1.00)",
    ]
