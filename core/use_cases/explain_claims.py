"""What public texts claim and what papers carry of it, from the schedules: for the help, for every disease."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.documents.monitoring_plan.marking import NO_PLACE
from core.follow_up.schedule import Schedule
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.rule_file import Source


def claims_text(schedules: Iterable[Schedule], phrases: Phrases) -> str:
    """Return every claim with what was found and its sources, then what the schedules leave off and why."""
    return "\n\n".join((phrases.say("claims-why"), *_told(schedules, phrases)))


def _told(schedules: Iterable[Schedule], phrases: Phrases) -> Iterator[str]:
    for schedule in schedules:
        for remark in schedule.notes:
            if remark.claim:
                claim, text = (in_language(each, phrases.language) for each in (remark.claim, remark.text))
                yield phrases.say("claims-claim", claim=claim, text=text, sources=_sources(remark.sources, phrases))
        for activity in schedule.activities:
            if activity.off:
                label, why = (in_language(each, phrases.language) for each in (activity.label, activity.off))
                yield phrases.say("claims-left-off", label=label, why=why)


def _sources(sources: Iterable[Source], phrases: Phrases) -> str:
    titled = ((each, each.title_in(phrases.language)) for each in sources)
    return "; ".join(title if each.place == NO_PLACE else f"{title}, {each.place}" for each, title in titled)
