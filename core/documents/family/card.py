"""The card for the wallet, for every doctor in an emergency. What nobody told is a line to fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from core.chart.entries import Infusion
from core.documents.blocks import CardFace, Document, FoldedCard, Line, Paragraph, strong
from core.documents.family.telling import Telling, family_paper, held_as
from core.documents.monitoring_plan import PaperOptions
from core.documents.monitoring_plan.paper import drug_words
from core.errors import WorldError
from core.follow_up.plan import Held, Plan
from core.follow_up.schedule import PRODUCTS, VECTORS
from core.language.phrases import Phrases
from core.wording.births import birth_words

_MOST_SIGNS = 90
"""Of one text on the card: with more the letters would be too small to read."""


def wallet_card(plan: Plan, phrases: Phrases, options: PaperOptions) -> Document:
    """Return the card on a page to cut it from.

    WorldError without the centre's number for day and night (the card tells to call it), and for a text too long.
    """
    if not options.telephone.strip():
        raise WorldError("family-card-needs-telephone")
    telling = Telling.of(plan, options.on, phrases)
    _check_length(_long_texts(plan, options), telling)
    family = plan.family_copy().told_from(options.on)
    card = FoldedCard(_front(family, telling, options), _back(family, telling, options))
    blocks = (Paragraph(telling.say("card-how")), card, Paragraph(telling.say("card-check")))
    return family_paper(family, telling, options, "card", blocks)


def _front(plan: Plan, telling: Telling, options: PaperOptions) -> CardFace:
    """Return who it is, and what was given when."""
    say, chart = telling.say, plan.chart
    born = telling.wording.say("born-not-known") if chart.birth is None else birth_words(chart.birth, telling.phrases)
    told: tuple[tuple[str, Line], ...] = (
        ("name", strong(chart.name)),
        ("born", strong(born)),
        ("number", chart.shown_number),
        ("planned" if options.on < plan.day0 else "given", strong(telling.wording.day(plan.day0))),
        ("kind", _kind(plan, telling)),
        ("product", _given(plan).product_name),
        ("batch", _given(plan).batch),
        ("lymphodepletion", _lymphodepletion(plan, telling)),
        ("centre", options.clinic),
    )
    return CardFace(say("card-title"), tuple((say(f"card-{name}"), value) for name, value in told))


def _given(plan: Plan) -> Infusion:
    """Return the infusion the plan counts from as recorded, one of which nothing is known where it is not."""
    return plan.infusion or Infusion(plan.day0)


def _kind(plan: Plan, telling: Telling) -> str:
    """Return whose cells they are and how they were changed, as far as it is known."""
    given, say = plan.given, telling.wording.say
    words = (
        *((say(f"product-{given.product}"),) if given.product in PRODUCTS else ()),
        *((say(f"vector-{given.vector}"),) if given.vector in VECTORS else ()),
    )
    return ", ".join(words)


def _lymphodepletion(plan: Plan, telling: Telling) -> str:
    """Return what was recorded; nobody told: nothing, whatever is usual for the product."""
    drugs = plan.given.lymphodepletion
    if drugs is None:
        return ""
    return ", ".join(drug_words(each, plan, telling.wording) for each in drugs) or telling.say("card-none")


def _back(plan: Plan, telling: Telling, options: PaperOptions) -> CardFace:
    """Return what every doctor has to know."""
    signs = [f"• {telling.wording.text(each.text)}" for each in plan.reports if each.is_symptom]
    telephone = options.telephone.strip().replace(" ", "\u00a0")
    title = telling.say("card-telephone-of", telephone=telephone)
    return CardFace(title, (), (telling.say("card-call"), *signs, *_warnings(plan, telling), telling.say("card-show")))


def _warnings(plan: Plan, telling: Telling) -> Iterator[Line]:
    """Yield what blood and which vaccines may be given, while it holds."""
    blood = held_as(plan, "irradiated_blood")
    firm = [each for each in blood if not _is_by_lymphodepletion(each)]
    perhaps = [each for each in blood if _is_by_lymphodepletion(each)]
    if firm:
        yield strong(telling.say("card-blood", until=_until(firm, telling)))
    if perhaps:
        yield strong(telling.say("card-blood-fludarabine", until=_until(perhaps, telling)))
    if any("no_live_vaccine" in each.item.family for each in plan.awaited):
        yield strong(telling.say("card-no-live-vaccine"))


def _is_by_lymphodepletion(each: Held) -> bool:
    """Tell whether it waits for what was given before the cells; a product nobody told counts as one that needs it."""
    return any(unsettled.kind == "lymphodepletion" for unsettled in each.item.unsettled)


def _until(stretches: Sequence[Held], telling: Telling) -> str:
    days = [each.last for each in stretches if each.last is not None]
    if len(days) < len(stretches):
        return telling.say("for-life")
    return telling.say("at-least-until", last=telling.wording.day(max(days)))


def _long_texts(plan: Plan, options: PaperOptions) -> Mapping[str, str]:
    """Return every text of the card that somebody types freely."""
    given = _given(plan)
    return {
        "name": plan.chart.name,
        "number": plan.chart.shown_number,
        "product": given.product_name,
        "batch": given.batch,
        "centre": options.clinic,
        "telephone": options.telephone,
    }


def _check_length(names: Mapping[str, str], telling: Telling) -> None:
    for name, text in names.items():
        if len(text) > _MOST_SIGNS:
            raise WorldError("family-card-too-long", what=telling.say(f"card-{name}"), most=_MOST_SIGNS)
