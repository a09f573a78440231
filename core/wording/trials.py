"""The state of a registry of trials in words: a trial, its ages and state, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from core.language.dates import format_partial
from core.language.languages import in_language
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.trials.comparing import Change, ChangeKind, TrialChanges
from core.trials.fitting import diseases_of
from core.trials.listing import Listed
from core.trials.reading import skipped_by
from core.trials.skipped import Skipped
from core.trials.trial import Site, State, Trial
from core.values.duration import TimeUnit
from core.values.partial_date import parse_partial_date
from core.values.truth import Truth
from core.wording.plan_words import Wording

_MOST_SITES, _MOST_LISTED = 3, 6
_LISTS = (ChangeKind.COUNTRIES, ChangeKind.SITES, ChangeKind.CONDITIONS)
_TONES = {"RECRUITING": ("good", "●"), "NOT_YET_RECRUITING": ("waiting", "◷")}
_CLOSED = ("neutral", "■")


class TrialWords:
    """Says what a registry holds, in one language; names, conditions and countries are the registry's own."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._wording = Wording(phrases)

    # --- a state

    def state(self, state: State) -> str:
        """How much it is, and of which day."""
        words = self._phrases.say("trials-state", trials=len(state.trials), sites=state.sites)
        return ", ".join(filter(None, (words, self._as_of(state))))

    def _as_of(self, state: State) -> str:
        return self._phrases.say("trials-as-of", day=self.day(state.as_of)) if state.as_of else ""

    def day(self, text: str) -> str:
        """A day as people write it; what is none stays as it is."""
        return text if parse_partial_date(text) is None else format_partial(text, self._phrases.language)

    def skipped(self, skipped: Iterable[Skipped]) -> Iterator[str]:
        """Yield what was not taken, a line a reason."""
        for why, count in skipped_by(tuple(skipped)).items():
            yield self._phrases.say(f"trials-skipped-{why.value}", count=count)

    # --- a trial

    def title(self, trial: Trial) -> str:
        """What a trial is called: its acronym first, where its title does not begin with it."""
        has_it = not trial.acronym or trial.acronym.casefold() in trial.title.casefold()
        return trial.title if has_it else f"{trial.acronym}: {trial.title}"

    def called(self, each: Listed) -> str:
        """What a trial of a list is called: as its rule file calls it in short, else as the registry does."""
        if each.file is None or not each.file.title:
            return self.title(each.trial)
        return in_language(each.file.title, self._phrases.language)

    def status(self, status: str) -> str:
        """A state of the registry, in the language where it has a word for it."""
        word = f"report-recruitment-{status.casefold().replace('_', '-')}"
        return self._phrases.say(word) if self._phrases.can_say(word) else status

    def tone(self, trial: Trial) -> tuple[str, str]:
        """The tone and the sign of a state."""
        return _TONES.get(trial.status, _CLOSED)

    def badge(self, trial: Trial) -> str:
        """Sign and words of a state."""
        return f"{self.tone(trial)[1]} {self.status(trial.status)}"

    def short_badge(self, trial: Trial) -> str:
        """Sign and few words of a state, for a list."""
        return f"{self.tone(trial)[1]} {self._short_status(trial)}"

    def _short_status(self, trial: Trial) -> str:
        word = f"trials-short-{trial.status.casefold().replace('_', '-')}"
        return self._phrases.say(word) if self._phrases.can_say(word) else self.status(trial.status)

    def diseases(self, trial: Trial) -> str:
        """The diseases of the program that a trial names; where it names none, what it says first."""
        named = [self._phrases.say(f"trials-disease-{each}") for each in diseases_of(trial)]
        return ", ".join(named or trial.conditions[:1])

    def phases(self, trial: Trial) -> str:
        """The phases, as they are usually told: 1/2."""
        told = (each.removeprefix("PHASE") for each in trial.phases if each != "NA")
        return "/".join(self._phrases.say("trials-phase-early") if each == "EARLY_PHASE1" else each for each in told)

    def ages(self, trial: Trial) -> str:
        """From which age to which."""
        first, last = trial.youngest, trial.oldest
        say, length = self._phrases.say, self._wording.length
        if first is None and last is None:
            return say("trials-ages-any")
        if last is None:
            return "" if first is None else say("trials-ages-from", first=length(first))
        if first is None:
            return say("trials-ages-to", last=length(last))
        return say("trials-ages", first=first.count if first.unit is last.unit else length(first), last=length(last))

    def sex(self, trial: Trial) -> str:
        """For whom it is by sex; what the registry writes otherwise stays as it is."""
        word = f"trials-sex-{'any' if trial.sex == 'ALL' else trial.sex.casefold()}"
        return self._phrases.say(word) if self._phrases.can_say(word) else trial.sex

    def short_ages(self, trial: Trial) -> str:
        """From which age to which, years without their word."""
        first, last = trial.youngest, trial.oldest
        if any(age is not None and age.unit is not TimeUnit.YEAR for age in (first, last)):
            return self.ages(trial)
        if first is not None and last is not None:
            return f"{first.count}–{last.count}"
        say = self._phrases.say
        if first is not None:
            return say("trials-ages-from", first=str(first.count))
        return say("trials-ages-any") if last is None else say("trials-ages-to", last=str(last.count))

    def km(self, km: float) -> str:
        """A distance in whole kilometres."""
        return self._phrases.say("trials-km", km=format_number(Decimal(round(km)), self._phrases.language))

    def site(self, site: Site) -> str:
        """Where a site is; one that is left says so."""
        where = ", ".join(filter(None, (site.city or site.facility, site.country)))
        return f"{where} ({self.status(site.status)})" if site.is_left else where

    def nearest(self, each: Listed) -> tuple[str, str]:
        """The town of the nearest site and how far it is; without a place of one's own the countries alone."""
        if each.nearest is None:
            return ", ".join(each.trial.countries[:_MOST_SITES]), ""
        site, km = each.nearest
        return site.city or site.facility, self.km(km)

    def rule_file(self, each: Listed) -> tuple[str, str]:
        """The version of its rule file or none, and whether the record is newer."""
        if each.file is None:
            return self._phrases.say("trials-no-file-short"), ""
        return f"✓ {each.rule_file}", self._phrases.say("trials-newer-short") if each.is_newer else ""

    def fit(self, each: Listed) -> str:
        """That it is not sure to fit, "" where it is."""
        return "" if each.fits is Truth.TRUE else self._phrases.say("trials-perhaps")

    # --- what changed

    def changes(self, changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
        """Yield each change: its kind, and what it is in one line."""
        for change in changes:
            trial = change.trial
            name = f"{trial.number} {trial.title}"
            detail = self._detail(change, _MOST_SITES)
            joint = " · " if change.kind is ChangeKind.NEW else ": "
            yield self.kind(change), joint.join(filter(None, (name, detail)))

    def kind(self, change: Change | TrialChanges) -> str:
        """What kind of change it is."""
        return self._phrases.say(f"trials-change-{change.kind.value}")

    def change_lines(self, changed: TrialChanges) -> tuple[str, ...]:
        """What changed of a trial, a line a kind; of many sites the first."""
        lines = ((self.kind(each), self._detail(each, _MOST_LISTED)) for each in changed.changes)
        return tuple(": ".join(filter(None, line)) for line in lines)

    def short_changes(self, changed: TrialChanges) -> str:
        """What changed in few words: countries by their names, sites by how many."""
        kinds = {each.kind for each in changed.changes}
        told = (each for each in changed.changes if each.kind is not ChangeKind.SITES or len(kinds) == 1)
        return "; ".join(self._short(each) for each in told)

    def details(self, changed: TrialChanges) -> str:
        """What changed in one line, its first kind left out where that says nothing more."""
        return " · ".join(filter(None, (self._detail(each, _MOST_SITES) for each in changed.changes)))

    def _short(self, change: Change) -> str:
        say = self._phrases.say
        match change.kind:
            case ChangeKind.NEW | ChangeKind.GONE:
                return self.kind(change)
            case ChangeKind.STATUS:
                return say("trials-now", state=self._short_status(change.trial))
            case ChangeKind.COUNTRIES:
                return self._signed(change, _MOST_SITES)
            case ChangeKind.SITES:
                return say("trials-sites-changed", come=len(change.come), gone=len(change.gone))
            case ChangeKind.AGES | ChangeKind.SEX | ChangeKind.PHASE | ChangeKind.CONDITIONS:
                return say("trials-other", kind=self.kind(change))

    def _signed(self, change: Change, most: int) -> str:
        signed = [f"+ {each}" for each in change.come] + [f"− {each}" for each in change.gone]
        more = len(signed) - most
        told = "; ".join(signed if more <= 0 else signed[:most])
        return self._phrases.say("trials-and-more", told=told, count=more) if more > 0 else told

    def _detail(self, change: Change, most: int) -> str:
        trial = change.trial
        if change.kind is ChangeKind.NEW:
            told = (self.status(trial.status), self.ages(trial), ", ".join(trial.countries))
            return " · ".join(filter(None, told))
        if change.kind is ChangeKind.GONE:
            return ""
        if change.kind in _LISTS:
            return self._signed(change, most)
        gone, come = ("–" if each is None else self._now(change.kind, each) for each in (change.before, trial))
        return self._phrases.say("trials-from-to", gone=gone, come=come)

    def _now(self, kind: ChangeKind, trial: Trial) -> str:
        """What a trial says of a kind of change, in words of the language."""
        told = {
            ChangeKind.STATUS: self.status(trial.status),
            ChangeKind.AGES: self.ages(trial),
            ChangeKind.SEX: self.sex(trial),
            ChangeKind.PHASE: self.phases(trial),
        }
        return told.get(kind) or "–"
