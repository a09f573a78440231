"""Trials without a rule file, in words: the same in the window and on the command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.catalogue.catalogue import Catalogue
from core.language.dates import format_partial
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.known_trials import KnownTrial, country_label


def known_trials_text(trials: Iterable[KnownTrial], catalogue: Catalogue, phrases: Phrases) -> str:
    """Return all trials, each a paragraph."""
    return "\n\n".join("\n".join(known_trial_lines(trial, catalogue, phrases)) for trial in trials)


def known_trial_lines(trial: KnownTrial, catalogue: Catalogue, phrases: Phrases) -> Iterator[str]:
    """Yield what is known of one trial: its title, what is given to whom, where it recruits, why it has no file."""
    say, language = phrases.say, phrases.language
    yield " · ".join(filter(None, (trial.id.upper(), trial.acronym, in_language(trial.title, language))))
    concepts = (catalogue.concept(name) for name in trial.diseases)
    yield ", ".join(in_language(each.label, language) for each in concepts if each is not None)
    phase = say("known-trial-phase", phase=trial.phase) if trial.phase else ""
    yield "; ".join(filter(None, (in_language(trial.product, language), trial.sponsor, phase)))
    countries = ", ".join(in_language(country_label(code, catalogue), language) for code in trial.countries)
    seen = format_partial(trial.seen, language)
    yield say("known-trial-taking", status=status_of(trial, phrases), seen=seen, countries=countries)
    yield (
        say("known-trial-age-from", youngest=trial.youngest)
        if trial.oldest is None
        else say("known-trial-age", youngest=trial.youngest, oldest=trial.oldest)
    )
    yield say("known-trial-why", why=in_language(trial.why, language))
    yield say("known-trial-source", source=in_language(trial.source, language))


def status_of(trial: KnownTrial, phrases: Phrases) -> str:
    """Return the registry's word in the language, or as it stands where phrases have none."""
    word = f"report-recruitment-{trial.status.replace(' ', '-')}"
    return phrases.say(word) if phrases.can_say(word) else trial.status
