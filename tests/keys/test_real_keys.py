"""Journeys by real keys: the program is a process of its own on an X server with a window manager."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from core.chart.values import Scored
from core.use_cases.keep_registry import registry_in
from core.values.truth import Truth
from tests.core.trials.states import TRIALS
from tests.keys import journeys
from tests.keys.bundles import write_bundle
from tests.keys.journeys import PAGES
from tests.keys.pages import open_sample
from tests.keys.read_back import of_file, on_record, told
from tests.keys.real_hand import RealHand
from tests.keys.sheets import ASYS_LADY, JDM_GIRL, SHEETS, Sheet
from tests.ui.desktop.amended import written

Record = Callable[[str, object], None]
MOST_KEYS = {JDM_GIRL.file: 900}
MOST_KEYS_WITH_PASTE = {JDM_GIRL.file: 250}
NOTICE_SECONDS = 8.0
TEN_CRITERIA = Path(__file__).with_name("ten_criteria.yaml")


def begun(hand: RealHand, sheet: Sheet = JDM_GIRL) -> None:
    """A patient with the first diagnosis."""
    journeys.begin_patient(hand, sheet)
    journeys.type_row(hand, sheet.diagnoses[0])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda each: each.file)
def test_a_patient_by_keyboard_only_is_the_patient_of_the_file(
    hand: RealHand, sheet: Sheet, record_property: Record
) -> None:
    before = hand.presses
    journeys.enter(hand, sheet)
    count = hand.presses - before
    record_property(f"keys for {sheet.file}", count)
    assert hand.quit() == 0
    assert told(on_record(hand.folder)[sheet.name]) == told(of_file(sheet.file))
    assert count <= MOST_KEYS.get(sheet.file, count)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda each: each.file)
def test_a_patient_whose_values_are_pasted_is_the_patient_of_the_file(
    hand: RealHand, sheet: Sheet, record_property: Record
) -> None:
    before = hand.presses
    journeys.enter_by_paste(hand, sheet)
    count = hand.presses - before
    record_property(f"keys for {sheet.file}, pasted", count)
    assert hand.quit() == 0
    assert told(on_record(hand.folder)[sheet.name]) == told(of_file(sheet.file))
    assert count <= MOST_KEYS_WITH_PASTE.get(sheet.file, count)


def test_a_bundle_of_sixty_values_is_looked_at_and_recorded(hand: RealHand, tmp_path: Path) -> None:
    journeys.begin_patient(hand, JDM_GIRL)
    place = tmp_path / "bundle.json"
    truths = write_bundle(place, values=60)
    journeys.take_in_bundle(hand, str(place), "Record 62 of 62")
    assert hand.quit() == 0
    chart = on_record(hand.folder)[JDM_GIRL.name]
    assert truths <= {(each.concept, each.on.text) for each in chart.findings if each.on is not None}
    assert [each.concept for each in chart.episodes] == ["jdm"]
    assert [each.drug for each in chart.courses] == ["methotrexate"]


def test_from_first_start_to_saved_report(hand: RealHand, tmp_path: Path) -> None:
    journeys.enter(hand, ASYS_LADY)
    place = tmp_path / "report.pdf"
    journeys.save_report(hand, str(place))
    assert ASYS_LADY.name in PdfReader(place).pages[0].extract_text()
    assert hand.quit() == 0


def test_a_rule_file_is_taken_in_with_every_page_seen_before(hand: RealHand, tmp_path: Path) -> None:
    begun(hand)
    journeys.visit_every_page(hand)
    newer = written(tmp_path, "99.0.0", ("en: Age 18 to 65 years at", "en: Age from 18 to 65 years at"))
    journeys.take_in_rules(hand, str(newer))
    journeys.visit_every_page(hand)
    assert hand.quit() == 0


def test_a_state_of_a_registry_is_imported_narrowed_and_drafted_from(hand: RealHand, tmp_path: Path) -> None:
    (tmp_path / "trials.csv").write_text(TRIALS, encoding="utf-8")
    journeys.draft_from_registry(hand, str(tmp_path / "trials.csv"))
    assert "id: nct90000002" in hand.text
    assert hand.quit() == 0
    assert registry_in(hand.folder).kept().newest is not None


def test_settings_are_kept_with_every_page_seen_before(hand: RealHand) -> None:
    begun(hand)
    journeys.visit_every_page(hand)
    journeys.keep_settings(hand)
    journeys.visit_every_page(hand)
    assert hand.quit() == 0


def test_a_notice_and_a_lock_before_it_goes(hand: RealHand) -> None:
    begun(hand)
    journeys.notice_then_lock(hand)
    gone = time.monotonic() + NOTICE_SECONDS
    journeys.unlock(hand)
    hand.until(lambda: time.monotonic() > gone, "the time at which the notice would have gone")
    hand.press("Return")
    hand.until_sees("Values of")
    assert hand.quit() == 0


def test_a_lock_in_the_middle_of_an_edit(hand: RealHand) -> None:
    begun(hand)
    journeys.lock_in_the_middle(hand, "48 U")
    hand.type("/L")
    hand.move("Return")
    assert hand.quit() == 0
    assert [each.concept for each in on_record(hand.folder)[JDM_GIRL.name].findings if each.concept == "alt"]


def test_a_new_patient_from_anywhere(hand: RealHand) -> None:
    begun(hand)
    for page in PAGES:
        journeys.new_patient_from(hand, page)
    hand.press("Ctrl+2")
    journeys.open_section(hand, "Treatments")
    hand.type("met")  # in a cell, with its completion list open
    journeys.new_patient_and_back(hand)
    assert hand.quit() == 0


def test_two_of_one_name(hand: RealHand) -> None:
    journeys.two_of_one_name(hand, "Synthetic Twin")
    assert hand.quit() == 0
    assert len(on_record(hand.folder)) == 1, "by name"


def test_undo_takes_back_what_was_done_last(hand: RealHand) -> None:
    begun(hand)
    journeys.undo_what_was_done_last(hand)
    assert hand.quit() == 0
    values = [each.concept for each in on_record(hand.folder)[JDM_GIRL.name].findings if each.concept != "sex"]
    assert values == ["alt"]


def test_an_emptied_field_leaves_nothing_behind(hand: RealHand) -> None:
    begun(hand)
    journeys.empty_a_field_again(hand)
    assert hand.quit() == 0
    assert not [each for each in on_record(hand.folder)[JDM_GIRL.name].findings if each.concept == "alt"]


def test_a_row_is_taken_back_with_its_reason(hand: RealHand) -> None:
    begun(hand)
    journeys.type_row(hand, JDM_GIRL.diagnoses[1])
    journeys.take_a_row_back(hand, "another patient's")
    assert hand.quit() == 0
    assert [each.concept for each in on_record(hand.folder)[JDM_GIRL.name].episodes] == ["jdm"]


def test_a_refused_paper_names_the_field_and_leads_to_it(hand: RealHand) -> None:
    begun(hand)
    journeys.a_paper_that_is_refused(hand)
    assert hand.quit() == 0


def test_a_new_protocol_of_ten_criteria_is_written_taken_in_and_judged(hand: RealHand) -> None:
    open_sample(hand)
    journeys.write_protocol(hand, TEN_CRITERIA.read_text(encoding="utf-8"))
    hand.press("Ctrl+2")
    hand.until_sees("Values of")
    hand.until(lambda: any("My protocol" in each for each in hand.said()), "the new file among the results")
    assert hand.quit() == 0


def test_a_score_is_asked_answered_and_recorded_within_a_minute(hand: RealHand, record_property: Record) -> None:
    begun(hand)
    before = hand.presses
    journeys.score_sledai(hand)
    count = hand.presses - before
    record_property("keys for a SLEDAI-2K", count)
    print(f"keys for a SLEDAI-2K: {count}")
    assert hand.quit() == 0
    (found,) = [each for each in on_record(hand.folder)[JDM_GIRL.name].findings if each.concept == "sledai_2k"]
    assert isinstance(found.value, Scored)
    assert found.value.total is None
    assert sum(each is Truth.TRUE for each in found.value.items.values()) == 5
    assert count <= journeys.MOST_KEYS_OF_A_SCORE
