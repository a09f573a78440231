"""Screenings and criteria as rows in words: what the list on the screen shows is what the report says."""

from __future__ import annotations

from dataclasses import dataclass

from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.engine.judgement.outcome import About
from core.language.dates import format_date
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.conclusions import Word
from core.screening.judgements import Judgement, Remedy, Verdict, each_once
from core.screening.screening import Screening
from core.wording.citing import citations
from core.wording.conclusions import in_the_way, remedy_words
from core.wording.evidence import evidence_of
from core.wording.headline import headline_parts, headline_tone
from core.wording.origins import unproved_marks
from core.wording.reasons import reasons_of
from core.wording.recruitment import age_of_status
from core.wording.usual_exclusions import usual_facts, usual_line
from core.wording.verdicts import numbered, verdict_words

_VERDICTS = {Verdict.PASSES: ("good", "✓"), Verdict.FAILS: ("bad", "✕"), Verdict.UNKNOWN: ("open", "?")}


def sign_of(judgement: Judgement) -> tuple[str, str]:
    """Return the tone and the sign of a verdict."""
    return ("waiting", "◷") if judgement.is_due_later else _VERDICTS[judgement.verdict]


@dataclass(frozen=True, slots=True)
class FileRow:
    """One rule file in the list. ``tone`` and ``sign`` go with the word, never without.

    ``word`` is that of the conclusion, or why the file takes nobody; ``rest`` is what the headline says behind it: the
    day, that the site confirms, what fails at a later point. ``cohorts`` tells in one line which cohort speaks for the
    file and which ones are not the patient's; ``usual`` what is on record and usually excludes. ``title`` is the short
    one, ``whole_title`` the file's own; ``number`` the trial's number, or the file's id.
    """

    id: str
    tone: str
    sign: str
    word: str
    rest: str
    title: str
    below: str
    way: str
    cohorts: str = ""
    usual: str = ""
    number: str = ""
    whole_title: str = ""
    is_settled: bool = False

    @property
    def under(self) -> str:
        """The second line of the row: by which number the trial is found, and which cohort speaks."""
        return " · ".join(part for part in (self.number, self.cohorts) if part)

    @property
    def beside(self) -> tuple[str, str]:
        """The two lines beside the title, what must not be overlooked first.

        Where nothing is in the way now, what fails later comes before all; what usually excludes comes before counts.
        """
        first, then = (self.rest, self.way) if self.is_settled else (self.way, self.rest)
        told = [part for part in (first, self.usual, then) if part]
        return (told[0] if told else "", "; ".join(told[1:]))

    @property
    def spoken(self) -> str:
        """The row as one sentence, for readers who cannot see it."""
        parts = (self.title, self.number, self.word, self.rest, self.usual, self.way, self.cohorts, self.below)
        return ". ".join(part for part in parts if part)

    @property
    def in_full(self) -> str:
        """All that the row says, line by line: a row of the list has room for two."""
        head = f"{self.sign} {self.word}"
        parts = (self.whole_title or self.title, head, self.rest, self.usual, self.way, self.under, self.below)
        return "\n".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion of the selected file. ``group`` tells open, failing and passing ones apart.

    ``wanted`` is what is missing and what it is about, if somebody at the patient's side can close it, and ``act`` the
    word for doing so.
    """

    id: str
    group: str
    tone: str
    sign: str
    verdict: str
    text: str
    below: str
    evidence: tuple[str, ...]
    ending: str
    wanted: tuple[str, About] | None
    act: str = ""
    cohort: str = ""

    @property
    def under(self) -> str:
        """The line below the text: the verdict, how a failure ends, and where the criterion stands in its source."""
        return " · ".join(part for part in (self.verdict, self.ending, self.below) if part)

    @property
    def in_full(self) -> str:
        """All that the row says, line by line."""
        return "\n".join(part for part in (self.text, self.verdict, *self.evidence, self.ending, self.below) if part)

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        return ". ".join(
            part for part in (self.text, self.verdict, *self.evidence, self.ending, self.below, self.act) if part
        )


def file_row(screening: Screening, compiled: CompiledRuleFile, phrases: Phrases) -> FileRow:
    """Return the row of a screening."""
    best, rule_file = screening.best, screening.rule_file
    scope = compiled.scopes[best.id]
    tone, sign = headline_tone(screening)
    way = in_the_way(best, rule_file, scope, phrases, is_day_shown=False, is_file_told=False)
    word, rest = headline_parts(screening, scope, phrases)
    return FileRow(
        id=rule_file.id,
        tone=tone,
        sign=sign,
        word=word,
        rest=rest,
        title=in_language(rule_file.short_title, phrases.language),
        below=" · ".join(_marks(screening, phrases)),
        way="; ".join(way),
        cohorts=cohorts_line(screening, phrases),
        usual=usual_line(usual_facts(screening, scope, phrases), phrases),
        number=rule_file.registry.get("nct", rule_file.id),
        whole_title=in_language(rule_file.title, phrases.language),
        is_settled=best.headline.word in (Word.ELIGIBLE, Word.WITHIN_LIMITS),
    )


def cohorts_line(screening: Screening, phrases: Phrases) -> str:
    """Return in one line which cohort speaks for a file, and those the patient does not belong to; "" without any."""
    cohorts = {each.id: in_language(each.title, phrases.language) for each in screening.cohorts}
    others = [cohorts[each.id] for each in screening.cohorts if each.headline.word is Word.NOT_THIS_COHORT]
    parts: list[str] = []
    if len(others) < len(cohorts):
        parts.append(phrases.say("report-cohort", title=cohorts[screening.best.id]))
    if others:
        parts.append(phrases.say("listing-cohorts-others", titles=", ".join(others)))
    return "; ".join(parts)


class CriterionRows:
    """The criteria of one file in words. What was not judged again keeps its row."""

    def __init__(self, compiled: CompiledRuleFile, phrases: Phrases) -> None:
        self._compiled = compiled
        self._phrases = phrases
        self._told: dict[tuple[str, str], tuple[Judgement, CriterionRow]] = {}

    def of(self, screening: Screening) -> tuple[CriterionRow, ...]:
        """Return every criterion that speaks for the file: what fails and what is open first, then the rest."""
        teller = _Teller(screening, self._compiled, self._phrases)
        rows = [self._row(each, teller) for each in each_once(screening.best.judgements)]
        order = ("fails", "open", "later", "passes")
        return tuple(sorted(rows, key=lambda row: order.index(row.group)))

    def _row(self, judgement: Judgement, teller: _Teller) -> CriterionRow:
        key = (judgement.cohort, judgement.criterion.id)
        known = self._told.get(key)
        if known is None or known[0] is not judgement:
            known = self._told[key] = (judgement, teller.row(judgement))
        return known[1]


def criterion_row(
    judgement: Judgement, screening: Screening, compiled: CompiledRuleFile, phrases: Phrases
) -> CriterionRow:
    """Return one criterion in words."""
    return _Teller(screening, compiled, phrases).row(judgement)


def _marks(screening: Screening, phrases: Phrases) -> list[str]:
    rule_file = screening.rule_file
    marks = [phrases.say("report-mark-fictional")] if rule_file.is_fictional else []
    marks.append(phrases.say("listing-version", version=rule_file.version))
    marks += unproved_marks(rule_file, phrases)
    if not rule_file.review.by:
        marks.append(phrases.say("report-mark-not-reviewed"))
    if rule_file.is_unreviewed_in(phrases.language):
        marks.append(phrases.say("report-mark-translated"))
    old = age_of_status(screening.recruitment, rule_file.scope, phrases)
    return [*marks, old] if old else marks


@dataclass(frozen=True, slots=True)
class _Teller:
    screening: Screening
    compiled: CompiledRuleFile
    phrases: Phrases

    def row(self, judgement: Judgement) -> CriterionRow:
        tone, sign = sign_of(judgement)
        if self._is_judged(judgement):
            tone, sign = "judge", "J"
        criterion = judgement.criterion
        wanted = next(((gap.subject, gap.about) for gap in judgement.open_gaps), None)
        cited = citations(criterion, self.screening.rule_file.sources, self._scope(judgement), self.phrases)
        numbers = " · ".join((numbered(criterion, self.phrases), *cited))
        return CriterionRow(
            id=criterion.id,
            group=_group(judgement),
            tone=tone,
            sign=sign,
            verdict=verdict_words(judgement, self.phrases),
            text=told(criterion.text, self._scope(judgement), self.phrases),
            below=numbers,
            evidence=self._evidence(judgement),
            ending=self._ending(judgement),
            wanted=wanted,
            act="" if wanted is None else self._act(wanted[1]),
            cohort=judgement.cohort,
        )

    def _act(self, about: About) -> str:
        return self.phrases.say("results-judge" if about is About.ANSWER else "results-enter")

    def _scope(self, judgement: Judgement) -> Scope:
        return self.compiled.scopes[judgement.cohort]

    def _is_judged(self, judgement: Judgement) -> bool:
        gaps = judgement.open_gaps
        return judgement.is_open and bool(gaps) and all(gap.about is About.ANSWER for gap in gaps)

    def _evidence(self, judgement: Judgement) -> tuple[str, ...]:
        scope = self._scope(judgement)
        reasons = reasons_of(judgement, self.screening, scope, self.phrases)
        told = frozenset[str]().union(*(reason.refs for reason in reasons))
        found = evidence_of(judgement, self.screening.chart, scope, self.phrases)
        lines = [each.text for each in found if each.ref not in told]
        return tuple(dict.fromkeys([*lines, *(reason.text for reason in reasons)]))

    def _ending(self, judgement: Judgement) -> str:
        if judgement.not_before is not None and judgement.remedy is not Remedy.STOPPING:
            return self.phrases.say("listing-from", day=format_date(judgement.not_before, self.phrases.language))
        return "" if judgement.remedy is None else remedy_words(judgement, self._scope(judgement), self.phrases)


def _group(judgement: Judgement) -> str:
    if judgement.is_due_later:
        return "later"
    return {Verdict.PASSES: "passes", Verdict.FAILS: "fails", Verdict.UNKNOWN: "open"}[judgement.verdict]
