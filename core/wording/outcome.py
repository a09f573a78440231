"""The outcome in words: a line of short ones, and how each is judged; the same on screen, terminal and paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.engine.judgement.outcome import Gap
from core.follow_up.outcome.b_cells import Band, limit_of_aplasia
from core.follow_up.outcome.drugs import Free
from core.follow_up.outcome.events import Happened
from core.follow_up.outcome.outcome import AtVisit, Outcome, Standing
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.responses.contact import Used
from core.responses.response import Response
from core.values.interval import Interval
from core.values.truth import Truth
from core.wording.entries import told
from core.wording.measures import typeset_unit
from core.wording.plan_words import Wording
from core.wording.responses import ResponseWords
from core.wording.telling import Telling

SIGNS = {"good": "✓", "bad": "!", "open": "✕", "judge": "?", "neutral": "–"}
"""The shape that stands beside each word, by its tone."""
_TONES = {Truth.TRUE: "good", Truth.FALSE: "open", Truth.UNKNOWN: "judge"}
_GLUCOCORTICOID_UNIT = "mg/day"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing of the outcome: its name, what is said, the tone; ``why`` is what leaves it open or stands beside."""

    id: str
    name: str
    words: str
    tone: str
    why: str = ""

    @property
    def sign(self) -> str:
        """The shape beside the words."""
        return SIGNS[self.tone]

    @property
    def text(self) -> str:
        """The whole in one line."""
        line = f"{self.sign} {self.name}: {self.words}"
        return f"{line} ({self.why})" if self.why else line


@dataclass(frozen=True)
class OutcomeWords:
    """Says the outcome of one infusion in one language."""

    outcome: Outcome
    chart: Chart
    catalogue: Catalogue
    phrases: Phrases

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the outcome by its name without ``went-``."""
        return self.phrases.say(f"went-{phrase}", **arguments)

    @property
    def responses(self) -> ResponseWords:
        """Says instruments and their parts."""
        return ResponseWords(self.chart, self.catalogue, self.phrases)

    @property
    def _telling(self) -> Telling:
        return Telling(Scope(self.catalogue), self.phrases)

    def day(self, day: date) -> str:
        """Return a day."""
        return self._telling.day(day)

    @property
    def line(self) -> tuple[Said, ...]:
        """The outcome at a glance, in the order it is shown."""
        return (
            *self._death(),
            *(self.standing(each) for each in self.outcome.standings),
            self._drug_free(),
            *self._remission(),
            self._relapse(),
            *self._retreated(),
            self._b_cells(),
            self._steroid(),
            *self._cells(),
        )

    # --- instruments

    def standing(self, standing: Standing) -> Said:
        """Return how an instrument stands by its last assessment."""
        name, latest = self.responses.name(standing.score), standing.latest
        if latest is None:
            return Said(standing.score, name, self.say("not-assessed"), "judge")
        tone = _TONES[latest.truth]
        words = self.responses.result(latest)
        if standing.instrument.is_state and latest.truth is Truth.TRUE and standing.since is not None:
            words = self._since(standing.since)
        elif latest.on is not None:
            words = self.say("on-day", what=words, day=self.day(latest.on))
        return Said(standing.score, name, words, tone, self.responses.open(latest))

    def _since(self, day: date) -> str:
        visit = self._visit_of(day)
        days = (self.outcome.on - day).days
        if visit:
            return self.say("since-visit", day=self.day(day), visit=visit)
        return self.say("since", day=self.day(day), count=days)

    def _visit_of(self, day: date) -> str:
        """Return which of the visits that trials report a day is of, "" for none."""
        for each in self.outcome.visits:
            visit = None if each.visit is None else each.visit.visit
            if visit is not None and visit.earliest <= day <= visit.latest:
                return self.say("month", count=each.months)
        return ""

    # --- drugs

    def _drug_free(self) -> Said:
        free = self.outcome.free
        return Said("drug_free", self.say("drug-free"), self._free(free), _TONES[free.truth], self._beside(free))

    def _free(self, free: Free) -> str:
        if free.truth is Truth.FALSE:
            return self.say("taking", names=self._entries(free.refs, is_short=True))
        if free.truth is Truth.UNKNOWN:
            return self.say("not-known")
        if free.since is not None and free.perhaps_since is not None and free.since != free.perhaps_since:
            days = (self.outcome.on - free.since).days
            first, last = self.day(free.perhaps_since), self.day(free.since)
            return self.say("since-between", first=first, last=last, count=days)
        if free.since is not None:
            return self.say("since", day=self.day(free.since), count=(self.outcome.on - free.since).days)
        return self.say("free-since-unknown" if free.gaps else "free-since-infusion")

    def _beside(self, free: Free) -> str:
        parts = [self.responses.causes(free.gaps)]
        if free.beside:
            parts.append(self.say("beside", names=self._entries(free.beside, is_short=True)))
        return "; ".join(part for part in parts if part)

    def _remission(self) -> Iterator[Said]:
        """Yield whether it is a remission without drugs, where an instrument says what a remission is."""
        if self.outcome.has_remission:
            truth = self.outcome.drug_free_remission
            yield Said("drug_free_remission", self.say("drug-free-remission"), self._yes_no(truth), _TONES[truth])

    def _yes_no(self, truth: Truth) -> str:
        return self.say({Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "not-known"}[truth])

    def _steroid(self) -> Said:
        steroid = self.outcome.steroid
        start = self.say("at-infusion", dose=self.dose(steroid.at_infusion.amount))
        if steroid.stopped.truth is Truth.TRUE:
            words, tone = self.say("steroid-none", since=self._free(steroid.stopped)), "good"
        else:
            words, tone = self.dose(steroid.now.amount), "neutral" if steroid.now.amount.is_exact else "judge"
        gaps = (*steroid.gaps_at_infusion, *steroid.gaps_now, *steroid.stopped.gaps)
        why = "; ".join(each for each in (start, self.responses.causes(gaps)) if each)
        return Said("steroid", self.say("steroid"), words, tone, why)

    def dose(self, amount: Interval) -> str:
        """Return a glucocorticoid dose, or between what it lies."""
        unit = typeset_unit(_GLUCOCORTICOID_UNIT, self.phrases)
        if amount.low is not None and amount.high is not None:
            ends = dict.fromkeys((self._number(amount.low), self._number(amount.high)))
            return self.say("dose", amount=" – ".join(ends), unit=unit)
        least = amount.low or Decimal(0)
        return self.say("dose-at-least", amount=self._number(least), unit=unit) if least else self.say("not-known")

    def _number(self, number: Decimal) -> str:
        short = number.quantize(Decimal("0.01"), ROUND_FLOOR).normalize() + 0
        return format_number(Decimal(f"{short:f}"), self.phrases.language)

    # --- what happened

    def _relapse(self) -> Said:
        return self._happened("relapse", self.outcome.relapse, "none-recorded")

    def _death(self) -> Iterator[Said]:
        if self.outcome.death.truth is Truth.TRUE:
            yield self._happened("death", self.outcome.death, "none-recorded")

    def _happened(self, name: str, happened: Happened, none: str) -> Said:
        if happened.truth is Truth.TRUE:
            days = ", ".join(self._telling.moment(each).words for each in happened.on)
            words = self.say("recorded", day=days) if days else self._entries(happened.refs)
            return Said(name, self.say(name), words, "bad")
        words = self.say(none) if not happened.refs or happened.truth is Truth.FALSE else self._entries(happened.refs)
        return Said(name, self.say(name), words, "neutral", self.responses.causes(happened.gaps))

    def _retreated(self) -> Iterator[Said]:
        if self.outcome.retreated_on:
            days = ", ".join(map(self.day, self.outcome.retreated_on))
            count = len(self.outcome.infusions)
            yield Said("retreated", self.say("retreated"), self.say("infusions", days=days, count=count), "neutral")

    # --- cells

    def _b_cells(self) -> Said:
        b_cells, on = self.outcome.b_cells, self.outcome.on
        name = self.say("b-cells")
        if not b_cells.measured:
            return Said("b_cells", name, self.say("not-measured"), "judge")
        limit = format_number(limit_of_aplasia(), self.phrases.language)
        why = [self.say("b-cells-limit", limit=limit), *self._kinds()]
        if b_cells.absent_beyond_a_year(on) is Truth.TRUE:
            why.append(self.say("beyond-a-year"))
        if b_cells.undated:
            why.append(self.say("without-day", count=len(b_cells.undated)))
        band = b_cells.band
        if band is not None:
            why.insert(0, self.band(band))
        newest = b_cells.measured[-1]
        is_above = newest.is_below is Truth.FALSE
        if band is None:
            words = self.say("never-below") if is_above else self.say("not-known")
        elif band.above_after is not None and is_above:
            words = self.say("back-by", day=self.day(band.above_after))
        else:
            words = self.say("absent-on", day=self.day(band.last))
        tone = {Truth.TRUE: "open", Truth.FALSE: "good", Truth.UNKNOWN: "judge"}[b_cells.are_absent]
        return Said("b_cells", name, words, tone, "; ".join(why))

    def band(self, band: Band) -> str:
        """Return from when to when B cells were below the limit, each end between two measurements."""
        first = self.day(band.first)
        if band.is_before_infusion:
            begin = self.say("below-before", day=first)
        elif band.above_before is None:
            begin = self.say("below-by", day=first)
        else:
            begin = self.say("below-between", first=self.day(band.above_before), last=first)
        if band.above_after is None:
            return self.say("band-open", begin=begin, last=self.day(band.last))
        end = self.say("back-between", first=self.day(band.last), last=self.day(band.above_after))
        return self.say("band", begin=begin, end=end)

    def _kinds(self) -> Iterator[str]:
        for ref in self.outcome.b_cells.kinds:
            yield self._entries((ref,))

    def _cells(self) -> Iterator[Said]:
        cells = self.outcome.persistence
        name = self.say("persistence")
        if not cells.is_told:
            yield Said("persistence", name, self.say("not-measured"), "judge")
            return
        newest = self._entries((cells.newest,))
        if cells.found_last is None:
            yield Said("persistence", name, self.say("cells-never"), "neutral", newest)
        elif cells.gone_by is None:
            yield Said("persistence", name, self.say("cells-found", day=self.day(cells.found_last)), "neutral", newest)
        else:
            words = self.say("cells-gone", day=self.day(cells.gone_by))
            last = self.say("cells-found", day=self.day(cells.found_last))
            yield Said("persistence", name, words, "neutral", f"{last}; {newest}")

    # --- entries

    def _entries(self, refs: Iterable[str], *, is_short: bool = False) -> str:
        found = [told(self.chart.by_ref[ref], "", self._telling) for ref in refs if ref in self.chart.by_ref]
        return ", ".join(dict.fromkeys(each.label if is_short else each.text for each in found))

    # --- at the visits

    def visit(self, at: AtVisit) -> str:
        """Return what one of the visits that trials report is called, with its day."""
        name = self.say("month", count=at.months)
        return name if at.visit is None else f"{name}, {Wording(self.phrases).day(at.visit.visit.on)}"

    def at_visit(self, at: AtVisit) -> Iterator[Said]:
        """Yield what is told of one visit: each instrument, without drugs or not, the glucocorticoid."""
        if at.visit is None:
            yield Said("none", "", self.say("no-visit"), "judge")
            return
        if at.is_to_come:
            yield Said("later", "", self.say("to-come"), "neutral")
            return
        for each in at.responses:
            yield self.response(each)
        if at.free is not None:
            truth = at.free.truth
            why = self.responses.causes(at.free.gaps)
            yield Said("drug_free", self.say("drug-free"), self._yes_no(truth), _TONES[truth], why)
        if self.outcome.has_remission:
            truth = at.drug_free
            yield Said("drug_free_remission", self.say("drug-free-remission"), self._yes_no(truth), _TONES[truth])
        if at.dose is not None:
            yield Said("steroid", self.say("steroid"), self._dose_of(at.dose), "neutral")

    def _dose_of(self, dose: Used) -> str:
        return self.dose(dose.amount)

    def response(self, response: Response) -> Said:
        """Return an instrument at one visit."""
        words = self.responses.result(response)
        if response.on is not None:
            words = self.say("on-day", what=words, day=self.day(response.on))
        name = self.responses.name(response.score)
        return Said(response.score, name, words, _TONES[response.truth], self.responses.open(response))

    def lines(self, *, is_whole: bool = False) -> Iterator[str]:
        """Yield the outcome for a terminal; whole with the visits and each part of each instrument."""
        yield self.say("title")
        yield from (f"  {each.text}" for each in self.line)
        yield f"  {self.say('visits')}"
        for at in self.outcome.visits:
            said = tuple(self.at_visit(at))
            yield f"    {self.visit(at)}: " + " · ".join(
                " ".join(part for part in (each.name, each.words) if part) for each in said
            )
            if is_whole:
                for each in at.responses:
                    yield from (f"      {line}" for line in self.responses.lines(each))
        yield from (f"  {each}" for each in self.notes)

    def table(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield what, result, values and what is open or beside it: the line, each part, the visits, what is ours."""
        for each in self.line:
            yield each.name, f"{each.sign} {each.words}", "", each.why
            standing = self.outcome.of(each.id)
            latest = None if standing is None else standing.latest
            for part in () if latest is None else self.responses.parts(latest):
                yield f"{each.name}: {part.name}", f"{part.sign} {part.word}", part.values, part.why
        for at in self.outcome.visits:
            for each in self.at_visit(at):
                yield ": ".join(filter(None, (self.visit(at), each.name))), f"{each.sign} {each.words}", "", each.why
        yield from ((each, "", "", "") for each in self.notes)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is ours or contested in it."""
        found = [self.say("note-free"), self.say("note-relapse"), self.say("note-baseline")]
        return (*found, *self.responses.marks(each.score for each in self.outcome.standings))

    def causes(self, gaps: Iterable[Gap]) -> str:
        """Return what leaves something open."""
        return self.responses.causes(gaps)
