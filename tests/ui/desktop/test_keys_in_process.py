"""The journeys of ``tests/keys`` in this process, as far as they go: dialogs of the system need a real screen."""

from __future__ import annotations

import pytest

from tests.keys import journeys
from tests.keys.journeys import PAGES
from tests.keys.near_hand import NearHand
from tests.keys.read_back import of_file, on_record, told
from tests.keys.sheets import JDM_GIRL, SHEETS, Sheet
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop

PASSPHRASE = journeys.PASSPHRASE


class Near:
    """A hand at a window of this process."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.hand = NearHand(desktop.folder)
        journeys.first_start(self.hand)

    def begin(self) -> NearHand:
        journeys.begin_patient(self.hand, JDM_GIRL)
        journeys.type_row(self.hand, JDM_GIRL.diagnoses[0])
        return self.hand

    def values(self) -> list[str]:
        self.desktop.settle()
        self.desktop.close()
        self.desktop.window.tasks.finish()
        return [
            each.concept for each in on_record(self.desktop.folder)[JDM_GIRL.name].findings if each.concept != "sex"
        ]


@pytest.fixture
def near(make_desktop: MakeDesktop) -> Near:
    return Near(make_desktop())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda each: each.file)
def test_a_patient_by_keyboard_only(near: Near, sheet: Sheet) -> None:
    journeys.enter(near.hand, sheet)
    near.desktop.settle()
    near.desktop.close()
    assert told(on_record(near.desktop.folder)[sheet.name]) == told(of_file(sheet.file))


def test_settings_are_kept_with_every_page_seen_before(near: Near) -> None:
    journeys.visit_every_page(near.begin())
    journeys.keep_settings(near.hand)
    near.desktop.settle()
    journeys.visit_every_page(near.hand)


def test_a_lock_in_the_middle_of_an_edit(near: Near) -> None:
    journeys.lock_in_the_middle(near.begin(), "48 U")


def test_a_new_patient_from_anywhere(near: Near) -> None:
    near.begin()
    for page in PAGES:
        journeys.new_patient_from(near.hand, page)


def test_two_of_one_name(near: Near) -> None:
    journeys.two_of_one_name(near.hand, "Synthetic Twin")
    assert len(near.desktop.workspace.records.patients()) == 2


def test_undo_takes_back_what_was_done_last(near: Near) -> None:
    journeys.undo_what_was_done_last(near.begin())
    assert near.values() == ["alt"]


def test_an_emptied_field_leaves_nothing_behind(near: Near) -> None:
    journeys.empty_a_field_again(near.begin())
    assert near.values() == []


def test_a_row_is_taken_back_with_its_reason(near: Near) -> None:
    journeys.type_row(near.begin(), JDM_GIRL.diagnoses[1])
    journeys.take_a_row_back(near.hand, "another patient's")
    near.desktop.settle()
    near.desktop.close()
    assert [each.concept for each in on_record(near.desktop.folder)[JDM_GIRL.name].episodes] == ["jdm"]


def test_a_refused_paper_names_the_field_and_leads_to_it(near: Near) -> None:
    journeys.a_paper_that_is_refused(near.begin())


def test_a_score_is_asked_answered_and_recorded(near: Near) -> None:
    hand = near.begin()
    before = hand.presses
    journeys.score_sledai(hand)
    assert hand.presses - before <= journeys.MOST_KEYS_OF_A_SCORE
    assert near.values() == ["sledai_2k"]
