"""A registry is read as it is written, told apart from an older one, and fits coarsely: what is not told stays open."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import WorldError
from core.trials.ages import age_groups, read_age
from core.trials.comparing import ChangeKind, changes
from core.trials.fitting import Asked, diseases_of, fits
from core.trials.reading import Read, read_registry, skipped_by
from core.trials.skipped import Why
from core.trials.trial import Place, State, Trial
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth
from tests.core.trials.states import API, DOWNLOAD, LATER, SITES, TRIALS

YEAR, MONTH = TimeUnit.YEAR, TimeUnit.MONTH


def read(*texts: str) -> Read:
    return read_registry((f"file-{at}", text.encode()) for at, text in enumerate(texts))


def trial(text: str, number: str = "NCT90000001") -> Trial:
    return read(text).state.trials[number]


def test_tables_of_trials_and_sites_are_one_state() -> None:
    found = read(TRIALS, SITES)
    assert list(found.state.trials) == [f"NCT9000000{at}" for at in range(1, 5)]
    assert (found.state.as_of, found.state.sites) == ("2026-06-01", 4)
    first = found.state.trials["NCT90000001"]
    assert (first.youngest, first.oldest) == (Duration(18, YEAR), Duration(65, YEAR))
    assert first.phases == ("PHASE1", "PHASE2")
    assert first.countries == ("Germany", "France")
    assert found.state.trials["NCT90000002"].enrolment == 12
    assert found.state.trials["NCT90000003"].enrolment is None


def test_the_order_of_the_files_is_nothing() -> None:
    assert read(SITES, TRIALS).state == read(TRIALS, SITES).state


def test_what_is_not_taken_is_listed() -> None:
    found = read(TRIALS, SITES, TRIALS.splitlines()[0] + "\n" + TRIALS.splitlines()[1])
    assert skipped_by(found.skipped) == {Why.AGE: 1, Why.TWICE: 1, Why.COORDINATES: 1, Why.OTHER_TRIAL: 1}
    assert next(each.said for each in found.skipped if each.why is Why.AGE) == "old"


@pytest.mark.parametrize("number", ["", "=cmd|x", "NCT1", "NCT900000011", "NCT9000000\u001b"])
def test_what_is_no_number_of_the_registry_is_listed(number: str) -> None:
    found = read(TRIALS.replace("NCT90000001", number))
    assert len(found.state.trials) == 3
    assert skipped_by(found.skipped)[Why.NO_NUMBER] == 1


def test_api_and_download_tell_the_same_as_far_as_they_tell_it() -> None:
    of_api, of_csv = trial(API), trial(DOWNLOAD)
    for name in ("number", "title", "acronym", "status", "phases", "conditions", "sponsor", "enrolment", "countries"):
        assert getattr(of_api, name) == getattr(of_csv, name), name
    assert of_api.sex == "FEMALE"
    assert (of_csv.youngest, of_csv.oldest) == (Duration(18, YEAR), None)
    assert [site.city for site in of_csv.sites] == ["Berlin", "Paris"]
    assert skipped_by(read(API).skipped) == {Why.NOT_A_RECORD: 1, Why.TWICE: 1}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"\xff\xfe\x00", "trials-not-text"),
        (b"{", "trials-not-json"),
        (b"[" * 100_000, "trials-not-json"),
        (b"a,b\n1,2\n", "trials-unknown-table"),
        (b"", "trials-unknown-table"),
        (b'NCTId,OverallStatus\n"' + b"x" * 1_100_000 + b'",y\n', "trials-not-a-table"),
    ],
)
def test_what_is_no_registry_is_refused_with_words(content: bytes, key: str) -> None:
    with pytest.raises(WorldError) as error:
        read_registry([("file", content)])
    assert error.value.phrase == key


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "studies",
                        "protocolSection",
                        "identificationModule",
                        "nctId",
                        "contactsLocationsModule",
                        "locations",
                        "geoPoint",
                        "lat",
                        "eligibilityModule",
                        "minimumAge",
                        "conditionsModule",
                        "conditions",
                    ]
                ),
                inner,
            )
        ),
    )
)
def test_any_json_is_read_or_listed(told: object) -> None:  # fmt: skip
    text = json.dumps(told)
    if text.lstrip()[:1] in ("{", "["):
        assert isinstance(read(text), Read)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("18 Years", Duration(18, YEAR)),
        ("1 Year", Duration(1, YEAR)),
        ("6 Months", Duration(6, MONTH)),
        ("N/A", None),
        ("", None),
    ],
)
def test_ages_as_they_are_written(text: str, age: Duration | None) -> None:
    assert read_age(text) == (True, age)


@pytest.mark.parametrize("text", ["eighteen", "18", "18 Years to 20 Years", "-1 Years"])
def test_an_age_that_is_none_limits_nothing_and_is_told(text: str) -> None:
    assert read_age(text) == (False, None)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("CHILD", (None, Duration(17, YEAR))),
        ("ADULT", (Duration(18, YEAR), Duration(64, YEAR))),
        ("CHILD, ADULT, OLDER_ADULT", (None, None)),
        ("OLDER_ADULT", (Duration(65, YEAR), None)),
        ("", (None, None)),
    ],
)
def test_groups_of_ages(text: str, ages: tuple[Duration | None, Duration | None]) -> None:
    assert age_groups(text) == ages


# --- what changed


def test_what_changed_is_the_plain_difference() -> None:
    found = {(each.kind, each.trial.number): each for each in changes(read(TRIALS, SITES).state, read(LATER).state)}
    assert {key for key in found if key[0] is ChangeKind.NEW} == {(ChangeKind.NEW, "NCT90000005")}
    assert {key for key in found if key[0] is ChangeKind.GONE} == {(ChangeKind.GONE, "NCT90000004")}
    status = found[ChangeKind.STATUS, "NCT90000001"]
    assert (status.gone, status.come) == (("RECRUITING",), ("COMPLETED",))
    countries = found[ChangeKind.COUNTRIES, "NCT90000001"]
    assert (countries.gone, countries.come) == (("France",), ("Spain", "Italy"))
    assert (ChangeKind.AGES, "NCT90000002") in found
    assert len(found[ChangeKind.SITES, "NCT90000001"].gone) == 2


def test_nothing_changed_where_nothing_did() -> None:
    state = read(TRIALS, SITES).state
    assert changes(state, state) == ()
    there, back = changes(state, State()), changes(State(), state)
    assert [each.kind for each in there] == [ChangeKind.GONE] * 4
    assert [each.trial for each in there] == [each.trial for each in back]


# --- whom it could fit


def aged(youngest: Duration | None, oldest: Duration | None) -> Trial:
    return Trial("NCT90000009", "x", "RECRUITING", youngest=youngest, oldest=oldest)


@pytest.mark.parametrize(
    ("youngest", "oldest", "years", "truth"),
    [
        (Duration(18, YEAR), None, 17, Truth.FALSE),
        (Duration(18, YEAR), None, 18, Truth.TRUE),
        (None, Duration(65, YEAR), 65, Truth.TRUE),
        (None, Duration(65, YEAR), 66, Truth.FALSE),
        (Duration(30, MONTH), None, 2, Truth.UNKNOWN),
        (Duration(30, MONTH), None, 1, Truth.FALSE),
        (Duration(30, MONTH), None, 3, Truth.TRUE),
        (None, Duration(30, MONTH), 2, Truth.UNKNOWN),
        (None, Duration(30, MONTH), 3, Truth.FALSE),
        (None, None, 90, Truth.TRUE),
    ],
)
def test_ages_at_their_limits(youngest: Duration | None, oldest: Duration | None, years: int, truth: Truth) -> None:
    assert fits(aged(youngest, oldest), Asked(years=years)) is truth


@pytest.mark.parametrize(
    ("conditions", "found"),
    [
        (("Systemic Lupus Erythematosus (SLE)",), ("sle",)),
        (("Lupus Nephritis",), ("sle",)),
        (("Idiopathic Inflammatory Myopathies", "SSc"), ("iim", "ssc")),
        (("Diffuse Cutaneous Systemic Sclerosis",), ("ssc",)),
        (("Antisynthetase Syndrome",), ("iim",)),
        (("Multiple Sclerosis", "Progressive Multiple Sclerosis"), ()),
        (("Immune-Mediated Necrotizing Myopathy",), ("iim",)),
        (("Dilated Cardiomyopathy",), ()),
    ],
)
def test_diseases_in_the_words_of_registries(conditions: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert diseases_of(Trial("NCT90000009", "Cells", "RECRUITING", conditions=conditions)) == found


def test_a_basket_may_hold_a_disease_and_another_disease_does_not() -> None:
    trials = read(TRIALS).state.trials
    truths = [fits(each, Asked(disease="ssc")) for each in trials.values()]
    assert truths == [Truth.FALSE, Truth.FALSE, Truth.UNKNOWN, Truth.FALSE]


def test_a_country_that_is_not_told_is_open_and_state_and_sex_are_not() -> None:
    trials = read(TRIALS, SITES).state.trials
    assert fits(trials["NCT90000003"], Asked(country="germany")) is Truth.UNKNOWN
    assert fits(trials["NCT90000004"], Asked(country="Germany")) is Truth.FALSE
    assert fits(trials["NCT90000002"], Asked(only_taking=True)) is Truth.FALSE
    assert fits(trial(API), Asked(sex="MALE")) is Truth.FALSE


def test_the_nearest_site_and_none_without_coordinates() -> None:
    trials = read(TRIALS, SITES).state.trials
    site, km = trials["NCT90000001"].nearest(Place(52.52, 13.405)) or (None, -1.0)
    assert site is not None
    assert (site.city, km) == ("Berlin", 0.0)
    assert Place(52.52, 13.405).km_to(Place(48.8566, 2.3522)) == pytest.approx(878, abs=3)  # Berlin to Paris
    assert trials["NCT90000002"].nearest(Place(0, 0)) is None


@given(*[st.builds(Place, st.floats(-90, 90), st.floats(-180, 180))] * 2)
def test_ways_are_as_long_there_as_back_and_no_longer_than_half_the_earth(one: Place, other: Place) -> None:
    assert one.km_to(other) == pytest.approx(other.km_to(one))
    assert 0 <= one.km_to(other) <= 20016
