"""Building a plan: every schedule of the patient, rule by rule, merged into dated visits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.chart.chart import Chart
from core.chart.points import POINTS
from core.follow_up.circumstances import Circumstances, Unsettled, chosen_rules
from core.follow_up.occasions import HORIZON, INFUSION, OccasionFinder, Occasions
from core.follow_up.plan import Awaited, Held, Known, Plan, Planned, Preparation, Repeated
from core.follow_up.schedule import NO_TEXT, Activity, Judge, Named, Remark, Schedule, Text
from core.follow_up.visits import visits_of
from core.language.languages import ENGLISH, in_language
from core.values.truth import Truth


def build_plan(
    chart: Chart,
    day0: date,
    given: Circumstances,
    schedules: Sequence[Schedule],
    judge: Judge,
    switched_on: frozenset[str] = frozenset(),
    drug_labels: Mapping[str, Text] | None = None,
) -> Plan:
    """Return the plan of the schedules together, from day 0 to 15 years after it.

    ``judge`` says of a condition whether it holds on a day; what it cannot tell is planned with an "if".
    ``switched_on`` names activities that the schedules hold but leave off. ``drug_labels`` call the patient's drugs by
    their names.
    """
    found = Occasions()
    for schedule in schedules:
        finder = OccasionFinder(chart, schedule, day0, judge, found, given.is_without_lymphodepletion)
        for activity in schedule.activities:
            if not activity.off or activity.id in switched_on:
                _add(finder, activity, given, drug_labels or {})

    def judged(condition: Named) -> Truth:
        return condition.truth(judge, day0)

    everything = [activity for schedule in schedules for activity in schedule.activities]
    return Plan(
        chart=chart,
        day0=day0,
        horizon=HORIZON.planned_after(day0),
        given=given,
        schedules=tuple(schedules),
        preparation=_preparation(found, day0),
        repeated=_repeated(each for each in found.repeated if each.last >= day0),
        visits=visits_of(found.days),
        held=_held(found.held),
        awaited=_awaited(found.awaited),
        left_out=tuple(each for each in everything if each.off and each.id not in switched_on),
        reports=_remarks((remark for schedule in schedules for remark in schedule.reports), given, judged),
        notes=_remarks((remark for schedule in schedules for remark in schedule.notes), given, judged),
        known=_known(schedules, judge, day0),
        drug_labels=drug_labels or {},
    )


def _known(schedules: Iterable[Schedule], judge: Judge, day0: date) -> tuple[Known, ...]:
    """Return what the record tells of the conditions that have a name, each once."""
    found: dict[str, Known] = {}
    for schedule in schedules:
        for condition in schedule.conditions.values():
            if condition.name and condition.sentence is not None:
                found.setdefault(condition.name[ENGLISH], Known(condition, condition.truth(judge, day0)))
    return tuple(found.values())


def _add(finder: OccasionFinder, activity: Activity, given: Circumstances, drug_labels: Mapping[str, Text]) -> None:
    drugs = tuple(dict.fromkeys(course.drug for course in finder.chart.courses if course.drug in activity.drugs))
    if activity.drugs and not drugs:
        return
    named = _naming(activity.label, [drug_labels.get(drug, {ENGLISH: drug}) for drug in drugs]) if drugs else NO_TEXT
    for chosen in chosen_rules(activity, given, finder.day0):
        item = Planned(
            activity,
            (chosen.rule,),
            unsettled=chosen.unsettled,
            is_longer_of_regions=chosen.is_longer_of_regions,
            named=named,
        )
        finder.add(item, chosen.rule)


def _naming(label: Text, drugs: Sequence[Text]) -> Text:
    """Return the label with the drugs behind it, in each language of the label."""
    return {
        language: f"{words}: {', '.join(in_language(drug, language) for drug in drugs)}"
        for language, words in label.items()
    }


def _preparation(found: Occasions, day0: date) -> tuple[Preparation, ...]:
    """Return what comes before day 0: by the events it is tied to, then by its days, then as in the schedule."""
    early = [Preparation(each.item, None, None, each.first, each.last) for each in found.repeated if each.last < day0]
    kept: dict[tuple[object, ...], Preparation] = {}
    for each in (*found.preparation, *early):
        key = (each.item.key, each.when, each.event and each.event.id, each.first, each.last)
        known = kept.get(key)
        kept[key] = each if known is None else replace(known, item=known.item.merged_with(each.item))
    return tuple(sorted(kept.values(), key=lambda each: (_rank(each), each.last or date.min)))


def _rank(each: Preparation) -> int:
    """Return the place of the event among the points of a treatment; what is counted from day 0 comes before it."""
    return POINTS.index(INFUSION if each.event is None else each.event.point)


def _repeated(stretches: Iterable[Repeated]) -> tuple[Repeated, ...]:
    kept: dict[tuple[object, ...], Repeated] = {}
    for each in stretches:
        key = (each.item.key, each.pace, each.first, each.last, each.while_ and each.while_.id)
        known = kept.get(key)
        kept[key] = each if known is None else replace(known, item=known.item.merged_with(each.item))
    return tuple(kept.values())


def _held(stretches: Iterable[Held]) -> tuple[Held, ...]:
    """Return each precaution once, from the earliest day a rule asks for it to the latest.

    What has to be found out first stands beside what is certain, and beside what waits for something else, where it
    reaches further: it must not make the longer of the two certain.
    """
    kept: dict[tuple[tuple[str, str], tuple[str | Unsettled, ...]], Held] = {}
    for each in stretches:
        key = (each.item.key, each.item.waits_for)
        known = kept.get(key)
        if known is None:
            kept[key] = each
            continue
        last = None if known.last is None or each.last is None else max(known.last, each.last)
        kept[key] = Held(known.item.merged_with(each.item), min(known.first, each.first), last)
    for key, each in tuple(kept.items()):
        certain = kept.get((each.item.key, ()))
        if certain is not None and not each.item.is_certain and _is_within(each, certain):
            kept[each.item.key, ()] = replace(certain, item=certain.item.merged_with(each.item))
            del kept[key]
    return tuple(kept.values())


def _is_within(each: Held, other: Held) -> bool:
    is_over_by_then = other.last is None or (each.last is not None and each.last <= other.last)
    return each.first >= other.first and is_over_by_then


def _awaited(items: Iterable[Awaited]) -> tuple[Awaited, ...]:
    kept: dict[tuple[object, ...], Awaited] = {}
    for each in items:
        unsettled = tuple(named.id for named in each.item.ifs)
        key = (each.item.key, each.when, each.trigger and each.trigger.id, each.age, unsettled)
        known = kept.get(key)
        kept[key] = each if known is None else replace(known, item=known.item.merged_with(each.item))
    return tuple(kept.values())


def _remarks(remarks: Iterable[Remark], given: Circumstances, judged: Callable[[Named], Truth]) -> tuple[Remark, ...]:
    """Return the remarks for region, product and patient, each once.

    A region that is not listed gets those of every region; what is told of one product waits until it is known.
    """
    found: dict[str, Remark] = {}
    for remark in remarks:
        is_for_region = not remark.regions or not given.is_region_listed or given.region in remark.regions
        is_for_product = not remark.products or given.product in remark.products
        condition = remark.applies_when
        if is_for_region and is_for_product and (condition is None or judged(condition) is not Truth.FALSE):
            found.setdefault(remark.id, remark)
    return tuple(found.values())
