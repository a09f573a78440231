"""The infusion of a patient file, the cells and the lymphodepletion as given, and what is planned after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, partial

from core.catalogue.catalogue import Catalogue
from core.chart.entries import CellDose, Course, Infusion, PlannedTreatment
from core.chart.reading.moments import UNKNOWN, check_birth, moment_of, read_moment
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Scalar, Sequence
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

PRODUCTS = ("autologous", "allogeneic")
REGIONS = ("EU", "US", "other")
DONORS = ("related", "unrelated", "cord_blood", "cell_line")
"""Whose cells an allogeneic product is made of."""
INDICATIONS = ("label", "trial", "exemption", "single_patient")
"""On what ground cells were given: as the label has it, in a trial, by hospital exemption, for a single patient."""
NONE_GIVEN = "none"
"""Stands for a lymphodepletion that was left out on purpose."""

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_AFTER = re.compile(r"(day|week|month) ([1-9]\d{0,3})")


def read_infusions(
    fields: Fields, catalogue: Catalogue, birth: PartialDate | None, courses: Iterable[Course]
) -> tuple[Infusion, ...]:
    """Return every infusion with what was given, one or a list of them; each is a day 0."""
    is_list = isinstance(fields.tree("infusion"), Sequence)
    written = fields.each("infusion") if is_list else (fields.fields("infusion"),)
    taken = frozenset(course.drug for course in courses)
    read = (_read_infusion(each, catalogue, birth, taken) for each in written if each is not None)
    return tuple(each for each in read if each is not None)


def _read_infusion(
    inner: Fields, catalogue: Catalogue, birth: PartialDate | None, taken: frozenset[str]
) -> Infusion | None:
    """Return day 0 with what was given; the drugs of the lymphodepletion are courses of the list of treatments."""
    moment = read_moment(inner, "date")
    product, region = inner.choice("product", PRODUCTS) or "", inner.choice("region", REGIONS) or ""
    indication = inner.choice("indication", INDICATIONS) or ""
    donor = inner.choice("donor", DONORS) or ""
    if donor and product == "autologous":
        message = "the cells are the patient's own, so they have no donor"
        inner.report(inner.span_of("donor"), "donor", message, "write product: allogeneic, or leave donor out")
    vector = inner.text("vector") or ""
    named, batch, bridging, centre, permit = (
        _words(inner, key) for key in ("product_name", "batch", "bridging", "centre", "permit")
    )
    cells = _cells(inner)
    lymphodepletion = _lymphodepletion(inner, catalogue, taken)
    inner.finish(("note",))
    check_birth(inner, "date", moment, birth)
    if moment is None or not moment.is_exact:
        inner.report(inner.span_of("date"), "date", "the infusion needs its day", "write date: 2026-02-04")
        return None
    return Infusion(
        moment.first,
        product,
        vector,
        region,
        cells,
        lymphodepletion,
        named,
        batch,
        bridging,
        centre,
        indication,
        permit,
        donor,
    )


def _words(fields: Fields, key: str) -> str:
    """Return what stands there, nothing where it is said not to be known."""
    text = fields.text(key) or ""
    return "" if text == UNKNOWN else text


def _cells(fields: Fields) -> CellDose | None:
    """Return how many cells were given: ``1e6 /kg``, ``1.1 x 10^6/kg``, ``50 million``."""
    scalar = fields.scalar("cells")
    if scalar is None or scalar.text == UNKNOWN:
        return None
    found = _cells_pattern().fullmatch(" ".join(scalar.text.split()).translate(_RAISED))
    number = Decimal(0) if found is None else Decimal(found["number"].replace(",", "."))
    if found is None or not number:
        message = said("'{text}' is no number of cells", text=scalar.text)
        fields.report(scalar.span, "number", message, 'write cells: "1.0e6 /kg" or cells: 50 million')
        return None
    power = 6 if found["million"] else int(found["e"] or found["ten"])
    return CellDose(number, power, is_per_kg=found["kg"] is not None)


def _lymphodepletion(fields: Fields, catalogue: Catalogue, taken: frozenset[str]) -> tuple[str, ...] | None:
    """Return the drugs that were given, none of them where none was; None where nobody told."""
    if fields.tree("lymphodepletion") is None:
        return None
    words = fields.texts("lymphodepletion")
    if [word.text for word in words] == [NONE_GIVEN]:
        return ()
    drugs = [(word, _drug(fields, word, catalogue)) for word in words]
    for word, drug in drugs:
        if drug is not None and drug not in taken:
            message = said("'{drug}' was given before the infusion, and the treatments hold no course of it", drug=drug)
            hint = said("write treatments: [{{drug: {drug}, from: …, to: …}}]", drug=drug)
            fields.report(word.span, "missing-course", message, hint)
    return tuple(drug for _, drug in drugs if drug is not None)


def read_planned_treatments(fields: Fields, catalogue: Catalogue) -> tuple[PlannedTreatment, ...]:
    """Return what is to be given after the infusion, from ``{drug: day 35}``; nobody takes it yet."""
    planned = fields.fields("treatments")
    found: list[PlannedTreatment] = []
    for entry in () if planned is None else planned.written:
        drug = _drug(fields, entry.key, catalogue, with_classes=True)
        scalar = None if planned is None else planned.scalar(entry.key.text)
        if drug is None or scalar is None:
            continue
        after = _AFTER.fullmatch(scalar.text)
        length = None if after is None else Duration(int(after[2]), TimeUnit(after[1]))
        is_told = length is None and scalar.text != UNKNOWN
        on = moment_of(fields, entry.key.text, scalar) if is_told else None
        found.append(PlannedTreatment(drug, length, on))
    return tuple(found)


def _drug(fields: Fields, word: Scalar, catalogue: Catalogue, *, with_classes: bool = False) -> str | None:
    def is_known(name: str) -> bool:
        return name in catalogue.drugs or (with_classes and name in catalogue.classes)

    drug = catalogue.id_called(word.text) or ""
    if is_known(drug):
        return drug
    hint = catalogue.hint_for(word.text, is_known, "write the INN of the drug")
    fields.report(word.span, "unknown-name", said("unknown drug '{text}'", text=word.text), hint)
    return None


@cache
def _cells_pattern() -> re.Pattern[str]:
    say = partial(pattern, Matter.TYPED)
    return re.compile(
        r"(?P<number>\d{1,6}(?:[.,]\d{1,6})?)\s*"
        rf"(?:e\+?(?P<e>\d{{1,2}})|(?:x|×|\*)\s*10\s*\^?\s*(?P<ten>\d{{1,2}})|(?P<million>{say('million')}))"
        rf"\s*{say('cells')}?\s*(?P<kg>(?:/|{say('per')})\s*kg)?",
        re.IGNORECASE,
    )
