"""E2B(R3) against the structure of a published message: which parts in which order, which code of which list where.

The facts are those of the message that a national agency writes and that names the schema of EudraVigilance (decision
67), read whole. No schema could be had. What that message has not (D.2.2, F, H.2, C.5.4) stands here in the order in
which this program writes it: of those parts the order is checked against nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest

from tests.core.exchange.test_safety_case import V3, written
from tests.core.safety.cases import invented, job, patient
from tests.core.safety.test_safety_papers import FULL, TYPED

ICH = "2.16.840.1.113883.3.989.2.1."
ORDER = {
    "MCCI_IN200100UV01": ("id", "creationTime", "responseModeCode", "interactionId", "name", "PORR_IN049016UV",
                          "receiver", "sender"),
    "PORR_IN049016UV": ("id", "creationTime", "interactionId", "processingCode", "processingModeCode", "acceptAckCode",
                        "receiver", "sender", "controlActProcess"),
    "controlActProcess": ("code", "effectiveTime", "subject"),
    "investigationEvent": ("id", "code", "text", "statusCode", "effectiveTime", "availabilityTime", "component",
                           "outboundRelationship", "subjectOf1", "subjectOf2"),
    "adverseEventAssessment": ("subject1", "component", "component1"),
    "primaryRole": ("player1", "subjectOf1", "subjectOf2"),
    "player1": ("name", "administrativeGenderCode", "birthTime", "deceasedTime"),
    "substanceAdministration": ("id", "text", "effectiveTime", "consumable", "outboundRelationship2",
                                "inboundRelationship"),
    "kindOfProduct": ("name",),
    "productInstanceInstance": ("id", "lotNumberText"),
    "causalityAssessment": ("code", "value", "subject1", "subject2"),
    "assignedEntity": ("code", "addr", "telecom", "assignedPerson", "representedOrganization"),
    "assignedPerson": ("name", "asQualifiedEntity", "asLocatedEntity"),
    "investigationCharacteristic": ("code", "value"),
    "observation": ("id", "code", "effectiveTime", "value", "interpretationCode", "location", "performer",
                    "referenceRange", "outboundRelationship1", "outboundRelationship2"),
}  # fmt: skip
"""The parts of an element in the order of the published messages; a part that a case does not have is left out."""
ROOTS = {"N.1.2": "3.22", "N.1.3": "3.13", "N.1.4": "3.14", "N.2.r.1": "3.1", "N.2.r.2": "3.11", "N.2.r.3": "3.12",
         "C.1.1": "3.1", "C.1.8.1": "3.2"}  # fmt: skip
LISTS = {"N.1.1": "1.1", "C.1.3": "1.2", "C.1.8.2": "1.3", "C.2.r.4": "1.6", "C.3.1": "1.7", "E.i.7": "1.11",
         "G.k.1": "1.13"}  # fmt: skip
ASKED = {"C.1.3": ("1", "1.23"), "C.1.9.1": ("2", "1.23"), "C.1.6.1": ("1", "1.19"), "C.1.7": ("23", "1.19"),
         "E.i.1.2": ("30", "1.19"), "E.i.3.2a": ("34", "1.19"), "E.i.3.2b": ("21", "1.19"), "E.i.3.2c": ("33", "1.19"),
         "E.i.3.2d": ("35", "1.19"), "E.i.3.2e": ("12", "1.19"), "E.i.3.2f": ("26", "1.19"), "E.i.7": ("27", "1.19"),
         "G.k.1": ("20", "1.19"), "G.k.7.r.2b": ("19", "1.19")}  # fmt: skip
"""By which code of which list what stands in a value is asked: the code right before it."""
OTHERS = {"D.5": "1.0.5218", "C.2.r.3": "1.0.3166.1.2.2", "E.i.2.1b": "2.16.840.1.113883.6.163"}


@cache
def text() -> str:
    return written(job(patient(*FULL), **TYPED, event_relatedness="possible")).decode()


@cache
def tree() -> Element:
    return fromstring(text())


def behind(number: str) -> str:
    """Return the element behind the comment of a data element."""
    found = re.search(rf"<!-- {re.escape(number)} -->\s*<([^>]*)>", text())
    assert found is not None, number
    return found[1]


def plain(tag: str) -> str:
    return tag.removeprefix(V3)


def misplaced(root: Element) -> list[str]:
    """Return the parts that stand where the published messages have none, or have them earlier."""
    return [found for each in root.iter() for found in _misplaced(each)]


def _misplaced(element: Element) -> Iterable[str]:
    parts = [plain(each.tag) for each in element]
    order = ORDER.get(plain(element.tag))
    if order is not None:
        yield from (f"{plain(element.tag)}/{each}: not in it" for each in parts if each not in order)
        known = [order.index(each) for each in parts if each in order]
        yield from (f"{plain(element.tag)}: {order[late]} after {order[soon]}"
                    for soon, late in pairwise(known) if late < soon)  # fmt: skip


def test_every_part_stands_in_its_order() -> None:
    assert misplaced(tree()) == []


@pytest.mark.parametrize("seed", range(0, 40, 8))
def test_so_it_does_whoever_is_invented(seed: int) -> None:
    assert misplaced(fromstring(written(job(invented(seed), **TYPED)))) == []


@pytest.mark.parametrize("number", sorted(ROOTS))
def test_identifiers_have_their_roots(number: str) -> None:
    assert f'root="{ICH}{ROOTS[number]}"' in behind(number)


@pytest.mark.parametrize("number", sorted(LISTS))
def test_codes_are_of_their_lists(number: str) -> None:
    assert f'codeSystem="{ICH}{LISTS[number]}"' in behind(number)


@pytest.mark.parametrize("number", sorted(OTHERS))
def test_so_are_those_of_others(number: str) -> None:
    assert f'codeSystem="{OTHERS[number]}"' in behind(number)


@pytest.mark.parametrize("number", sorted(ASKED))
def test_a_value_is_asked_by_its_code(number: str) -> None:
    before = text()[: text().index(f"<!-- {number} -->")]
    code, system = ASKED[number]
    newest = re.findall(r"<code ([^>]*)/>", before)[-1]
    assert newest.strip() == f'code="{code}" codeSystem="{ICH}{system}"'


def test_the_indication_refers_to_its_drug() -> None:
    (drug,) = (each for each in tree().iter(f"{V3}substanceAdministration") if each.find(f"{V3}inboundRelationship"))
    referred = drug.find(f".//{V3}observation/{V3}outboundRelationship1/{V3}actReference/{V3}id")
    own = drug.find(f"{V3}id")
    assert referred is not None
    assert own is not None
    assert referred.get("root") == own.get("root")


def test_infections_and_events_are_no_tests() -> None:
    """Section F holds what was measured; what was recorded as an event stands in E, or in the narrative."""
    assert "Other events" not in re.findall(r"<!-- F\.r\.2\.1 -->\s*<originalText>([^<]*)", text())
    assert "\N{BULLET}" not in text()
