"""The state of a registry of trials in words: a trial, its ages and state, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from core.language.dates import format_partial
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.trials.comparing import Change, ChangeKind
from core.trials.reading import skipped_by
from core.trials.skipped import Skipped
from core.trials.trial import State, Trial
from core.values.partial_date import parse_partial_date
from core.wording.plan_words import Wording

_MOST_SITES = 3


class TrialWords:
    """Says what a registry holds, in one language; names, conditions and countries are the registry's own."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases
        self._wording = Wording(phrases)

    def state(self, state: State) -> str:
        """How much it is, and of which day."""
        words = self._phrases.say("trials-state", trials=len(state.trials), sites=state.sites)
        return ", ".join(filter(None, (words, self._as_of(state))))

    def _as_of(self, state: State) -> str:
        return self._phrases.say("trials-as-of", day=self.day(state.as_of)) if state.as_of else ""

    def day(self, text: str) -> str:
        """A day as people write it; what is none stays as it is."""
        return text if parse_partial_date(text) is None else format_partial(text, self._phrases.language)

    def status(self, status: str) -> str:
        """A state of the registry, in the language where it has a word for it."""
        word = f"report-recruitment-{status.casefold().replace('_', '-')}"
        return self._phrases.say(word) if self._phrases.can_say(word) else status

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

    def km(self, km: float) -> str:
        """A distance in whole kilometres."""
        return self._phrases.say("trials-km", km=format_number(Decimal(round(km)), self._phrases.language))

    def skipped(self, skipped: Iterable[Skipped]) -> Iterator[str]:
        """Yield what was not taken, a line a reason."""
        for why, count in skipped_by(tuple(skipped)).items():
            yield self._phrases.say(f"trials-skipped-{why.value}", count=count)

    def changes(self, changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
        """Yield each change: its kind, and what it is in one line."""
        for change in changes:
            yield self._phrases.say(f"trials-change-{change.kind.value}"), self._change(change)

    def _change(self, change: Change) -> str:
        trial = change.trial
        name = f"{trial.number} {trial.title}"
        if change.kind is ChangeKind.NEW:
            return f"{name} · {self.status(trial.status)} · {self.ages(trial)} · {', '.join(trial.countries)}"
        if change.kind is ChangeKind.GONE:
            return name
        if change.kind in (ChangeKind.COUNTRIES, ChangeKind.SITES, ChangeKind.CONDITIONS):
            signed = [f"+ {each}" for each in change.come] + [f"− {each}" for each in change.gone]
            more = len(signed) - _MOST_SITES
            told = "; ".join(signed if more <= 0 else signed[:_MOST_SITES])
            return f"{name}: {self._phrases.say('trials-and-more', told=told, count=more) if more > 0 else told}"
        status = change.kind is ChangeKind.STATUS
        gone, come = (
            ", ".join(map(self.status, each) if status else each) or "–" for each in (change.gone, change.come)
        )
        return f"{name}: {self._phrases.say('trials-from-to', gone=gone, come=come)}"
