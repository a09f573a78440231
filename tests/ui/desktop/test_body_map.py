"""The map of a score: click and key set the same, map and list never differ, the list is enough alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from core.scores.body_map import Seen
from core.scores.body_map_reading import maps_of, shipped_maps
from core.scores.shipped import definition_of
from tests.ui.desktop.desktop import Desktop
from ui.desktop.scoring.panel import ScorePanel
from ui.desktop.theme.tokens import THEMES, Theme, contrast, strengthened

TEXT, EDGE = 4.5, 3.0
"""WCAG 2.2, AA: words, and edges of what is to be told apart."""


def asked(desktop: Desktop, name: str) -> ScorePanel:
    desktop.open_patient("Sample patient 10" if name == "mrss" else "Sample patient 06")
    if any(len(each.views) > 2 for each in maps_of(name)):
        desktop.window.shell.resize(1440, 900)  # three views need the room of a usual screen; else the list is alone
    finding = definition_of(name).finding
    assert finding is not None
    desktop.screening.ask_score(finding.concept)
    desktop.settle()
    panel = desktop.screening.scoring
    panel.resize(1400, 800)
    return panel


def on_map(panel: ScorePanel, item: str) -> Seen:
    state = panel.body.state
    assert state is not None
    return next(each for each in state.seen if each.region.item == item)


def in_list(panel: ScorePanel) -> dict[str, str]:
    rows = (panel.model.asked(at) for at in panel.model.places())
    return {row.id: row.answer for row in rows if row is not None}


def agree(panel: ScorePanel) -> None:
    """Every region shows what its line says, and both have one focus."""
    state, listed = panel.body.state, in_list(panel)
    assert state is not None
    assert panel.table.current is not None
    assert state.current == panel.table.current.id
    for each in state.seen:
        answer = listed[each.region.item]
        assert each.told == ("–" if answer == "not_examined" else answer)
        assert each.is_not_examined == (answer == "not_examined")
        assert (each.shade is None) == (answer in ("", "not_examined"))
        assert state.spoken[each.region.item].startswith(state.words.label(each.region.item))


def click(panel: ScorePanel, item: str, word: str) -> None:
    """Click a region and then the answer that is offered."""
    QTest.mouseClick(panel.body, Qt.MouseButton.LeftButton, pos=panel.body.place_of(item))
    assert panel.body.menu.isVisible()
    next(each for each in panel.body.menu.actions() if each.data() == (item, word)).trigger()
    panel.body.menu.close()


@pytest.mark.parametrize(("name", "items", "words"), [
    ("mrss", ("face", "fingers_r", "feet_l"), ("3", "0", "not_examined")),
    ("mmt8", ("neck", "left_wrist_extensors", "right_gluteus_maximus"), ("10", "0", "not_examined")),
    ("cdasi_v2", ("scalp_erythema", "arm_erythema", "posterior_neck_erythema"), ("3", "0", "not_examined")),
])  # fmt: skip
def test_a_click_and_a_key_set_the_same(
    desktop: Desktop, name: str, items: tuple[str, ...], words: tuple[str, ...]
) -> None:
    panel = asked(desktop, name)
    for item, word in zip(items, words, strict=True):
        click(panel, item, word)
        desktop.settle()
        assert in_list(panel)[item] == word
        agree(panel)
    clicked = in_list(panel)
    panel.discard()
    panel = asked(desktop, name)
    for item, word in zip(items, words, strict=True):
        panel.table.go_to(item)
        panel.body.setFocus()
        QTest.keyClicks(panel.body, "?" if word == "not_examined" else word[:1])
        editor = desktop.window.app.focusWidget()
        if editor is not panel.body and editor is not None:  # a number that may go on is typed in the list
            QTest.keyClicks(editor, word[1:])
            QTest.keyClick(editor, Qt.Key.Key_Return)
            desktop.settle()
            assert panel.body.hasFocus()
        desktop.settle()
        agree(panel)
    assert in_list(panel) == clicked
    panel.table.go_to(items[0])  # the list had gone on, of several signs to the next one of the site
    desktop.settle()
    click(panel, items[0], "")
    assert in_list(panel)[items[0]] == ""
    panel.discard()


def test_arrows_go_where_they_point_and_the_list_goes_along(desktop: Desktop) -> None:
    panel = asked(desktop, "mrss")
    panel.table.go_to("face")
    panel.body.setFocus()
    for key, item in (
        (Qt.Key.Key_Down, "anterior_chest"),
        (Qt.Key.Key_Left, "upper_arms_r"),
        (Qt.Key.Key_Down, "forearms_r"),
        (Qt.Key.Key_Left, "hands_r"),
    ):
        QTest.keyClick(panel.body, key)
        desktop.settle()
        assert panel.table.current is not None
        assert panel.table.current.id == item
        agree(panel)
    panel.discard()


@pytest.mark.parametrize("name", sorted(shipped_maps()))
def test_every_region_is_reached_by_arrows_and_hit_where_its_level_stands(desktop: Desktop, name: str) -> None:
    panel = asked(desktop, name)
    body = maps_of(name)[0]
    first = body.regions[0].item
    reached, left = {first}, [first]
    panel.body.setFocus()
    while left:
        start = left.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            panel.table.go_to(start)
            desktop.settle()
            QTest.keyClick(panel.body, key)
            assert panel.table.current is not None
            if panel.table.current.id not in reached:
                reached.add(panel.table.current.id)
                left.append(panel.table.current.id)
    assert reached == body.items
    for each in body.regions:
        assert panel.body.item_at(QPointF(panel.body.place_of(each.item))) == each.item
    panel.discard()


def test_of_several_signs_the_map_shows_that_of_the_line(desktop: Desktop) -> None:
    """Line and map have one focus; an item that has no region is asked in the list, and the map stays what it was."""
    panel = asked(desktop, "cdasi_v2")
    panel.table.go_to("scalp_erythema")
    desktop.settle()
    click(panel, "malar_erythema", "2")
    desktop.settle()
    for item, sign in (("malar_scale", "scale"), ("arm_calcinosis", "calcinosis"), ("malar_erythema", "erythema")):
        panel.table.go_to(item)
        desktop.settle()
        state = panel.body.state
        assert state is not None
        assert state.words.sign == sign
        agree(panel)
    assert panel.body.accessibleDescription() == "Cheeks: erythema: 2, red"
    panel.table.go_to("periungual")
    desktop.settle()
    agree(panel)
    panel.discard()


def test_the_right_of_the_patient_is_at_the_left_of_the_picture(desktop: Desktop) -> None:
    panel = asked(desktop, "mrss")
    assert panel.body.place_of("hands_r").x() < panel.body.width() / 2 < panel.body.place_of("hands_l").x()
    state = panel.body.state
    assert state is not None
    assert state.words.sides("front") == ("Patient’s right", "Patient’s left")
    assert state.words.sides("back") == ("Patient’s left", "Patient’s right")
    assert panel.body.accessibleName() == "Modified Rodnan skin score on the body"
    panel.table.go_to("hands_r")
    desktop.settle()
    assert panel.body.accessibleDescription() == "Hand, right: not answered"
    panel.discard()


def test_without_room_the_map_gives_way_and_the_list_stays(desktop: Desktop) -> None:
    panel = asked(desktop, "mrss")
    assert panel.body.isVisible()
    panel.resize(panel.table.least + panel.body.minimumWidth() - 1, 600)
    assert not panel.body.isVisible()
    assert panel.table.isVisible()
    panel.discard()
    desktop.open_patient("Sample patient 01")
    desktop.screening.ask_score("sledai_2k")
    assert not panel.body.isVisible()
    panel.discard()


@pytest.mark.parametrize("theme", [each for own in THEMES.values() for each in (own, strengthened(own))])
def test_levels_and_edges_can_be_told_apart(theme: Theme) -> None:
    for each in theme.shades:
        assert contrast(each.text, each.fill) >= TEXT
    assert contrast(theme.muted, theme.sunken) >= EDGE
    assert contrast(theme.text, theme.surface) >= TEXT
    assert len({each.fill for each in theme.shades}) == len(theme.shades)


def test_items_of_a_map_are_those_of_its_score() -> None:
    assert all(definition_of(name).finding is not None for name in shipped_maps())
