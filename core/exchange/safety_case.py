"""A case as ICH E2B(R3): the HL7 v3 message of one report, with the fields that the record has and no others.

Structure and code lists: ICH ICSR Implementation Guide of 12 April 2013 (data elements by number, as in the comments
written beside each), and public instances of the message. What was not recorded carries a null flavor or is left out.
Reactions and indications are word by word: MedDRA is licensed, so no code of it is written and the place of the code is
marked empty. Identifiers that somebody has to assign (batch, sender, receiver, number of the report) are as typed or
marked empty. A receiver refuses the draft until all that is completed; it was checked against no schema (decision 62).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from xml.etree.ElementTree import Comment, Element, SubElement, indent, tostring

from core.chart.entries import Course
from core.chart.of_day import number_of
from core.chart.sex import sex_of
from core.chart.values import Measured
from core.language.languages import ENGLISH
from core.safety import SafetyCase, Serious
from core.safety.case import Ground, Outcome
from core.values.partial_date import PartialDate
from core.wording.safety import CaseWords

_ICH, _NAMESPACES = "2.16.840.1.113883.3.989.2.1.1.", "2.16.840.1.113883.3.989.2.1.3."
_ELEMENT = f"{_ICH}19"
_HL7, _COUNTRY, _SEX, _MEDDRA = "2.16.840.1.113883.1.6", "1.0.3166.1.2.2", "1.0.5218", "2.16.840.1.113883.6.163"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SERIOUS = {
    Serious.DEATH: ("34", "E.i.3.2a"),
    Serious.LIFE_THREATENING: ("21", "E.i.3.2b"),
    Serious.HOSPITAL: ("33", "E.i.3.2c"),
    Serious.DISABILITY: ("35", "E.i.3.2d"),
    Serious.CONGENITAL: ("12", "E.i.3.2e"),
    Serious.IMPORTANT: ("26", "E.i.3.2f"),
}
_OUTCOMES = {Outcome.RESOLVED: "1", Outcome.ONGOING: "3", Outcome.FATAL: "5", Outcome.UNKNOWN: "0"}
_REPORTS = {Ground.LABEL: "1", Ground.EXEMPTION: "1", Ground.TRIAL: "2", Ground.SINGLE_PATIENT: "2"}
"""Type of report: spontaneous, from a study. What has no ground on record may be from a study: not available."""
_NOT_AVAILABLE = "4"
_STUDIES = {Ground.TRIAL: "1", Ground.SINGLE_PATIENT: "2"}
"""Type of study: a clinical trial, individual patient use (compassionate use, named patient)."""
_SEXES = {"male": "1", "female": "2"}
_SUSPECT, _CONCOMITANT = "1", "2"


def safety_case_xml(case: SafetyCase, words: CaseWords, created: str) -> bytes:
    """Return the message; ``created`` is the instant of the draft as in ``2026-11-22T09:41``, its seconds are cut.

    The same case at the same instant gives the same bytes.
    """
    root = Element("MCCI_IN200100UV01", {"ITSVersion": "XML_1.0", "xmlns": "urn:hl7-org:v3", "xmlns:xsi": _XSI})
    for line in words.notes():
        root.append(Comment(f" {line.replace('--', '- -')} "))
    _Message(case, words, _instant(created)).write(root)
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"


def _instant(written: str) -> str:
    digits = "".join(sign for sign in written if sign.isdigit())
    return f"{digits:0<14}"[:14]


class _Message:
    """Writes one message; every method adds to the node it is given."""

    def __init__(self, case: SafetyCase, words: CaseWords, instant: str) -> None:
        self._case, self._words, self._instant = case, words, instant
        name = f"{case.chart.id}\n{'' if case.reported is None else case.reported.id}"
        self._event_id = str(uuid.uuid5(uuid.NAMESPACE_URL, f"event\n{name}"))
        self._drug_ids = [str(uuid.uuid5(uuid.NAMESPACE_URL, f"drug {at}\n{name}")) for at in range(self._count + 1)]

    @property
    def _count(self) -> int:
        return len(self._case.lymphodepletion) + len(self._case.others)

    def write(self, root: Element) -> None:
        """Write the batch of one message."""
        _identifier(root, "22", "", "N.1.2")
        _node(root, "creationTime", "N.1.5", value=self._instant)
        _node(root, "responseModeCode", code="D")
        _node(root, "interactionId", extension="MCCI_IN200100UV01", root=_HL7)
        _node(root, "name", "N.1.1", code="1", codeSystem=f"{_ICH}1")
        message = _node(root, "PORR_IN049016UV")
        self._wrap(message)
        for tag, kind, last, number in (("receiver", "RCV", "14", "N.1.4"), ("sender", "SND", "13", "N.1.3")):
            _party(root, tag, kind, last, number)

    def _wrap(self, message: Element) -> None:
        _identifier(message, "1", self._case.number, "N.2.r.1")
        _node(message, "creationTime", "N.2.r.4", value=self._instant)
        _node(message, "interactionId", extension="PORR_IN049016UV", root=_HL7)
        _node(message, "processingCode", code="P")
        _node(message, "processingModeCode", code="T")
        _node(message, "acceptAckCode", code="AL")
        for tag, kind, last, number in (("receiver", "RCV", "12", "N.2.r.3"), ("sender", "SND", "11", "N.2.r.2")):
            _party(message, tag, kind, last, number)
        act = _node(message, "controlActProcess", classCode="CACT", moodCode="EVN")
        _node(act, "code", code="PORR_TE049016UV", codeSystem="2.16.840.1.113883.1.18")
        _node(act, "effectiveTime", "C.1.2", value=self._instant)
        self._investigation(_node(act, "subject", typeCode="SUBJ"))

    def _investigation(self, subject: Element) -> None:
        case = self._case
        event = _node(subject, "investigationEvent", classCode="INVSTG", moodCode="EVN")
        _identifier(event, "1", case.number, "C.1.1")
        _identifier(event, "2", case.number, "C.1.8.1")
        _node(event, "code", code="PAT_ADV_EVNT", codeSystem="2.16.840.1.113883.5.4")
        _text(event, "text", self._words.narrative(), "H.1")
        _node(event, "statusCode", code="active")
        aware = {"nullFlavor": "NI"} if case.aware_on is None else {"value": f"{case.aware_on:%Y%m%d}"}
        _node(_node(event, "effectiveTime"), "low", "C.1.4", **aware)
        _node(event, "availabilityTime", "C.1.5", **aware)
        self._assessment(_node(event, "component", typeCode="COMP"))
        _flag(event, "1", "C.1.6.1", value="false")
        _flag(event, "23", "C.1.7", nullFlavor="NI")
        self._first_sender(event)
        self._primary_source(event)
        self._sender(event)
        self._characteristics(event)

    # --- who it happened to

    def _assessment(self, component: Element) -> None:
        assessment = _node(component, "adverseEventAssessment", classCode="INVSTG", moodCode="EVN")
        role = _node(_node(assessment, "subject1", typeCode="SBJ"), "primaryRole", classCode="INVSBJ")
        self._patient(role)
        if self._case.reported is not None:
            self._reaction(role)
        self._tests(role)
        if self._case.infusion is not None:
            self._drugs(role)
            self._roles(assessment)
        if self._case.relatedness:
            self._comment(assessment)

    def _patient(self, role: Element) -> None:
        case = self._case
        player = _node(role, "player1", classCode="PSN", determinerCode="INSTANCE")
        if case.initials:
            _text(player, "name", case.initials, "D.1")
        else:
            _node(player, "name", "D.1", nullFlavor="UNK")
        self._sex_of(player)
        if case.died_on is not None:
            _node(player, "deceasedTime", "D.9.1", value=_day(case.died_on))
        study = _STUDIES.get(case.ground)
        if study is not None:
            research = _node(
                _node(role, "subjectOf1", typeCode="SBJ"), "researchStudy", classCode="CLNTRL", moodCode="EVN"
            )
            _node(research, "code", "C.5.4", code=study, codeSystem=f"{_ICH}8")
        self._measures(role)
        self._history(role)

    def _sex_of(self, player: Element) -> None:
        sex = _SEXES.get(sex_of(self._case.chart))
        flavor = {"code": sex} if sex else {"nullFlavor": "UNK"}
        _node(player, "administrativeGenderCode", "D.5", **flavor, codeSystem=_SEX)

    def _measures(self, role: Element) -> None:
        case = self._case
        is_of_then = case.reported is not None and case.reported.onset is not None
        if case.age is not None and is_of_then:
            _observed(role, "3", "D.2.2", "PQ", value=str(case.age), unit="a")
        weight = case.weight
        if weight is None or not isinstance(weight.value, Measured) or not case.is_weight_of_then:
            return
        kilograms = number_of(weight)
        if kilograms is not None and weight.value.quantity.unit == "kg":
            _observed(role, "7", "D.3", "PQ", value=str(kilograms), unit="kg")

    def _history(self, role: Element) -> None:
        """Write the history as text; none on record is not the same as none."""
        lines = self._words.history()
        observation = _node(_node(_organizer(role, "1"), "component", typeCode="COMP"), "observation", **_OBSERVED)
        _node(observation, "code", code="18", codeSystem=_ELEMENT)
        if lines:
            _text(observation, "value", "; ".join(lines), "D.7.2", **{"xsi:type": "ED"})
        else:
            _node(observation, "value", "D.7.2", **{"xsi:type": "ED"}, nullFlavor="UNK")

    # --- what happened

    def _reaction(self, role: Element) -> None:
        case, reported = self._case, self._case.reported
        if reported is None:
            return
        observation = _node(_node(role, "subjectOf2", typeCode="SBJ"), "observation", **_OBSERVED)
        _node(observation, "id", root=self._event_id)
        _node(observation, "code", code="29", codeSystem=_ELEMENT)
        if reported.onset is not None or reported.end is not None:
            _span(observation, reported.onset, reported.end, "E.i.4", "E.i.5")
        value = _node(observation, "value", "E.i.2.1b", **{"xsi:type": "CE"}, codeSystem=_MEDDRA, nullFlavor="NI")
        english = self._words.reaction_in(ENGLISH)
        if self._words.language != ENGLISH or not english:  # the words of the record, whatever language they are in
            _text(value, "originalText", self._words.reaction(), "E.i.1.1a", language=self._words.say("iso-639-2"))
        if english:
            _text(_related(observation, "30"), "value", english, "E.i.1.2", **{"xsi:type": "ED"})
        for each, (code, number) in _SERIOUS.items():
            flag = {"value": "true"} if each in case.serious else {"nullFlavor": "NI"}
            _node(_related(observation, code), "value", number, **{"xsi:type": "BL"}, **flag)
        outcome = _OUTCOMES[case.outcome]
        _node(_related(observation, "27"), "value", "E.i.7", **{"xsi:type": "CE"}, code=outcome, codeSystem=f"{_ICH}11")

    def _tests(self, role: Element) -> None:
        lines = self._words.tests()
        if not lines:
            return
        organizer = _organizer(role, "3")
        for name, result in lines:
            observation = _node(_node(organizer, "component", typeCode="COMP"), "observation", **_OBSERVED)
            code = _node(observation, "code", "F.r.2.2b", codeSystem=_MEDDRA, nullFlavor="NI")
            _text(code, "originalText", name, "F.r.2.1")
            _text(observation, "value", result, "F.r.3.4", **{"xsi:type": "ED"})

    # --- what was given

    def _drugs(self, role: Element) -> None:
        infusion = self._case.infusion
        if infusion is None:
            return
        organizer = _organizer(role, "4")
        drug = self._drug(organizer, 0, self._words.product())
        day = PartialDate.on(infusion.on)
        self._dosage(drug, "" if infusion.cells is None else str(infusion.cells), day, day, infusion.batch)
        if self._case.indication:
            self._indication(drug, self._drug_ids[0])
        act = _node(_node(drug, "inboundRelationship", typeCode="CAUS"), "act", classCode="ACT", moodCode="EVN")
        _node(act, "code", "G.k.8", code="9", codeSystem=f"{_ICH}15")  # completed before the event
        for at, (course, name, doses) in enumerate(self._courses(), start=1):
            self._dosage(self._drug(organizer, at, name), doses, course.start, course.end)

    def _courses(self) -> Iterator[tuple[Course, str, str]]:
        for each in (*self._case.lymphodepletion, *self._case.others):
            yield each, self._words.drug(each), self._words.doses(each)

    def _drug(self, organizer: Element, at: int, name: str) -> Element:
        component = _node(organizer, "component", typeCode="COMP")
        drug = _node(component, "substanceAdministration", classCode="SBADM", moodCode="EVN")
        _node(drug, "id", root=self._drug_ids[at])
        instance = _node(_node(drug, "consumable", typeCode="CSM"), "instanceOfKind", classCode="INST")
        kind = _node(instance, "kindOfProduct", classCode="MMAT", determinerCode="KIND")
        _text(kind, "name", name, "G.k.2.2")
        return drug

    def _dosage(
        self, drug: Element, dose: str, start: PartialDate | None, end: PartialDate | None, batch: str | None = None
    ) -> None:
        given = _node(
            _node(drug, "outboundRelationship2", typeCode="COMP"),
            "substanceAdministration",
            classCode="SBADM",
            moodCode="EVN",
        )
        if dose:
            _text(given, "text", dose, "G.k.4.r.8")
        if start is not None or end is not None:
            _span(given, start, end, "G.k.4.r.4", "G.k.4.r.5")
        if batch is not None:
            instance = _node(_node(given, "consumable", typeCode="CSM"), "instanceOfKind", classCode="INST")
            product = _node(instance, "productInstanceInstance", classCode="MMAT", determinerCode="INSTANCE")
            _node(product, "id", nullFlavor="NI")
            if batch:
                _text(product, "lotNumberText", batch, "G.k.4.r.7")
            else:
                _node(product, "lotNumberText", "G.k.4.r.7", nullFlavor="UNK")

    def _indication(self, drug: Element, identity: str) -> None:
        observation = _node(_node(drug, "inboundRelationship", typeCode="RSON"), "observation", **_OBSERVED)
        _node(observation, "code", code="19", codeSystem=_ELEMENT)
        value = _node(observation, "value", "G.k.7.r.2b", **{"xsi:type": "CE"}, codeSystem=_MEDDRA, nullFlavor="NI")
        _text(value, "originalText", self._case.indication, "G.k.7.r.1")
        performer = _node(observation, "performer", typeCode="PRF")
        _node(_node(performer, "assignedEntity", classCode="ASSIGNED"), "code", code="3", codeSystem=f"{_ICH}21")
        refers = _node(observation, "outboundRelationship1", typeCode="REFR")
        _node(_node(refers, "actReference", classCode="SBADM", moodCode="EVN"), "id", root=identity)

    def _roles(self, assessment: Element) -> None:
        for at, identity in enumerate(self._drug_ids):
            cause = _node(
                _node(assessment, "component", typeCode="COMP"), "causalityAssessment", classCode="OBS", moodCode="EVN"
            )
            _node(cause, "code", code="20", codeSystem=_ELEMENT)
            role = _SUSPECT if at == 0 else _CONCOMITANT
            _node(cause, "value", "G.k.1", **{"xsi:type": "CE"}, code=role, codeSystem=f"{_ICH}13")
            use = _node(
                _node(cause, "subject2", typeCode="SUBJ"), "productUseReference", classCode="SBADM", moodCode="EVN"
            )
            _node(use, "id", root=identity)

    def _comment(self, assessment: Element) -> None:
        event = _node(_node(assessment, "component1", typeCode="COMP"), "observationEvent", **_OBSERVED)
        _node(event, "code", code="10", codeSystem=_ELEMENT)
        _text(event, "value", self._case.relatedness, "H.2", **{"xsi:type": "ED"})
        author = _node(_node(event, "author", typeCode="AUT"), "assignedEntity", classCode="ASSIGNED")
        _node(author, "code", code="3", codeSystem=f"{_ICH}21")

    # --- who reports

    def _first_sender(self, event: Element) -> None:
        _, entity = _source(event, "1")
        _node(entity, "code", "C.1.8.2", code="2", codeSystem=f"{_ICH}3")

    def _primary_source(self, event: Element) -> None:
        who = self._case.reporter
        relation, entity = _source(event, "2")
        relation.insert(0, Comment(" C.2.r.5 "))
        relation.insert(1, Element("priorityNumber", {"value": "1"}))
        if who.address:
            address = _node(entity, "addr")
            _text(address, "streetAddressLine", ", ".join(who.address), "C.2.r.2.3")
        if who.telephone:
            _node(entity, "telecom", "C.2.r.2.7", value=f"tel:{who.telephone}")
        person = _node(entity, "assignedPerson", classCode="PSN", determinerCode="INSTANCE")
        name = _node(person, "name")
        if who.name:
            _text(name, "family", who.name, "C.2.r.1.4")
        else:
            _node(name, "family", "C.2.r.1.4", nullFlavor="NASK")
        code = {"code": who.qualification_code} if who.qualification_code else {"nullFlavor": "UNK"}
        qualified = _node(person, "asQualifiedEntity", classCode="QUAL")
        _node(qualified, "code", "C.2.r.4", **code, codeSystem=f"{_ICH}6")
        if who.country_code:
            self._country(person, "C.2.r.3")
        if who.organisation:
            self._organisation(entity, "C.2.r.2.1")

    def _country(self, person: Element, number: str) -> None:
        located = _node(person, "asLocatedEntity", classCode="LOCE")
        place = _node(located, "location", classCode="COUNTRY", determinerCode="INSTANCE")
        _node(place, "code", number, code=self._case.reporter.country_code, codeSystem=_COUNTRY)

    def _organisation(self, entity: Element, number: str) -> None:
        department = _node(entity, "representedOrganization", classCode="ORG", determinerCode="INSTANCE")
        _node(department, "name", nullFlavor="NI")
        inner = _node(department, "assignedEntity", classCode="ASSIGNED")
        place = _node(inner, "representedOrganization", classCode="ORG", determinerCode="INSTANCE")
        _text(place, "name", self._case.reporter.organisation, number)

    def _sender(self, event: Element) -> None:
        """A sender is whoever transmits: a health professional, as long as nobody else takes it over."""
        control = _node(
            _node(event, "subjectOf1", typeCode="SUBJ"), "controlActEvent", classCode="CACT", moodCode="EVN"
        )
        entity = _node(_node(control, "author", typeCode="AUT"), "assignedEntity", classCode="ASSIGNED")
        _node(entity, "code", "C.3.1", code="3", codeSystem=f"{_ICH}7")
        if self._case.reporter.organisation:
            self._organisation(entity, "C.3.2")

    def _characteristics(self, event: Element) -> None:
        report = _REPORTS.get(self._case.ground, _NOT_AVAILABLE)
        for code, number, value in (
            ("1", "C.1.3", {"xsi:type": "CE", "code": report, "codeSystem": f"{_ICH}2"}),
            ("2", "C.1.9.1", {"xsi:type": "BL", "nullFlavor": "NI"}),
        ):
            subject = _node(event, "subjectOf2", typeCode="SUBJ")
            characteristic = _node(subject, "investigationCharacteristic", classCode="OBS", moodCode="EVN")
            _node(characteristic, "code", code=code, codeSystem=f"{_ICH}23")
            _node(characteristic, "value", number, **value)


_OBSERVED = {"classCode": "OBS", "moodCode": "EVN"}


def _node(parent: Element, tag: str, number: str = "", **attributes: str) -> Element:
    """Add an element, behind a comment with the number of the data element it holds."""
    if number:
        parent.append(Comment(f" {number} "))
    return SubElement(parent, tag, attributes)


def _text(parent: Element, tag: str, text: str, number: str, **attributes: str) -> Element:
    node = _node(parent, tag, number, **attributes)
    node.text = "".join(sign for sign in text if sign in "\t\n" or sign >= " ")  # XML 1.0 has no other control signs
    return node


def _identifier(parent: Element, last: str, text: str, number: str) -> None:
    told = {"extension": text} if text else {"nullFlavor": "NI"}
    _node(parent, "id", number, **told, root=f"{_NAMESPACES}{last}")


def _party(parent: Element, tag: str, kind: str, last: str, number: str) -> None:
    device = _node(_node(parent, tag, typeCode=kind), "device", classCode="DEV", determinerCode="INSTANCE")
    _identifier(device, last, "", number)


def _observed(role: Element, code: str, number: str, kind: str, **value: str) -> None:
    observation = _node(_node(role, "subjectOf2", typeCode="SBJ"), "observation", **_OBSERVED)
    _node(observation, "code", code=code, codeSystem=_ELEMENT)
    _node(observation, "value", number, **{"xsi:type": kind}, **value)


def _organizer(role: Element, code: str) -> Element:
    organizer = _node(_node(role, "subjectOf2", typeCode="SBJ"), "organizer", classCode="CATEGORY", moodCode="EVN")
    _node(organizer, "code", code=code, codeSystem=f"{_ICH}20")
    return organizer


def _related(observation: Element, code: str) -> Element:
    related = _node(_node(observation, "outboundRelationship2", typeCode="PERT"), "observation", **_OBSERVED)
    _node(related, "code", code=code, codeSystem=_ELEMENT)
    return related


def _flag(event: Element, code: str, number: str, **value: str) -> None:
    observed = _node(_node(event, "component", typeCode="COMP"), "observationEvent", **_OBSERVED)
    _node(observed, "code", code=code, codeSystem=_ELEMENT)
    _node(observed, "value", number, **{"xsi:type": "BL"}, **value)


def _span(parent: Element, start: PartialDate | None, end: PartialDate | None, first: str, last: str) -> None:
    """Write from when to when, as far as each is known: a month without its day stays a month."""
    time = _node(parent, "effectiveTime", **{"xsi:type": "IVL_TS"})
    for tag, moment, number in (("low", start, first), ("high", end, last)):
        if moment is not None:
            _node(time, tag, number, value=_day(moment))


def _day(moment: PartialDate) -> str:
    """Return a date as HL7 writes it, to the day, the month or the year as it was recorded."""
    if moment.is_exact:
        return f"{moment.first:%Y%m%d}"
    is_month = (moment.first.year, moment.first.month) == (moment.last.year, moment.last.month)
    return f"{moment.first:%Y%m}" if is_month else f"{moment.first:%Y}"


def _source(event: Element, code: str) -> tuple[Element, Element]:
    relation = _node(event, "outboundRelationship", typeCode="SPRT")
    related = _node(relation, "relatedInvestigation", classCode="INVSTG", moodCode="EVN")
    _node(related, "code", code=code, codeSystem=f"{_ICH}22")
    control = _node(_node(related, "subjectOf2", typeCode="SUBJ"), "controlActEvent", classCode="CACT", moodCode="EVN")
    return relation, _node(_node(control, "author", typeCode="AUT"), "assignedEntity", classCode="ASSIGNED")
