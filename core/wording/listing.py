"""Screenings and criteria as rows in words: what the list on the screen shows is what the report says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.criteria.scope import Scope
from core.engine.judgement.outcome import About
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import RuleFile
from core.screening.conclusions import Word
from core.screening.judgements import Judgement, Remedy, Verdict
from core.screening.screening import Screening
from core.wording.citing import citations
from core.wording.conclusions import conclusion_parts, in_the_way, remedy_words
from core.wording.evidence import evidence_of
from core.wording.names import in_language
from core.wording.reasons import reasons_of
from core.wording.verdicts import numbered, verdict_words

_WORDS = {
    Word.ELIGIBLE: ("good", "✓"),
    Word.WITHIN_LIMITS: ("good", "✓"),
    Word.POSSIBLE: ("possible", "≈"),
    Word.UNDECIDED: ("open", "?"),
    Word.NOT_YET: ("waiting", "◷"),
    Word.NOT_ELIGIBLE: ("bad", "✕"),
    Word.OUTSIDE_LIMITS: ("bad", "✕"),
    Word.NOT_THIS_COHORT: ("neutral", "–"),
    Word.OTHER_DISEASE: ("neutral", "–"),
}
_VERDICTS = {Verdict.PASSES: ("good", "✓"), Verdict.FAILS: ("bad", "✕"), Verdict.UNKNOWN: ("open", "?")}


@dataclass(frozen=True, slots=True)
class FileRow:
    """One rule file in the list. ``tone`` and ``sign`` go with the word, never without.

    ``rest`` is what the conclusion says behind its word: the day, or that the site confirms.
    """

    id: str
    tone: str
    sign: str
    word: str
    rest: str
    title: str
    below: str
    way: str

    @property
    def spoken(self) -> str:
        """The row as one sentence, for readers who cannot see it."""
        return ". ".join(part for part in (self.title, self.word, self.rest, self.way, self.below) if part)


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
    def spoken(self) -> str:
        """The row as one sentence."""
        return ". ".join(
            part for part in (self.text, self.verdict, *self.evidence, self.ending, self.below, self.act) if part
        )


def conclusion_tone(word: Word) -> tuple[str, str]:
    """Return tone and sign of a conclusion."""
    return _WORDS[word]


def file_row(screening: Screening, compiled: CompiledRuleFile, phrases: Phrases) -> FileRow:
    """Return the row of a screening."""
    best, rule_file = screening.best, screening.rule_file
    scope = compiled.scopes[best.id]
    tone, sign = _WORDS[best.headline.word]
    way = in_the_way(best, rule_file, scope, phrases, is_day_shown=False, is_file_told=False)
    word, rest = conclusion_parts(best.headline, best.headline_point, scope, phrases)
    return FileRow(
        id=rule_file.id,
        tone=tone,
        sign=sign,
        word=word,
        rest=rest,
        title=in_language(rule_file.title, phrases.language),
        below=" · ".join(_marks(rule_file, phrases)),
        way="; ".join(way),
    )


def criterion_rows(screening: Screening, compiled: CompiledRuleFile, phrases: Phrases) -> tuple[CriterionRow, ...]:
    """Return every criterion that speaks for the file: what fails and what is open first, then the rest."""
    teller = _Teller(screening, compiled, phrases)
    rows = [teller.row(each) for each in _each_once(screening.best.judgements)]
    order = ("fails", "open", "later", "passes")
    return tuple(sorted(rows, key=lambda row: order.index(row.group)))


def _each_once(judgements: Iterable[Judgement]) -> Iterable[Judgement]:
    """A criterion judged at several points counts where it stands in the way, else at the first."""
    found: dict[tuple[str, str], Judgement] = {}
    for each in judgements:
        key = (each.cohort, each.criterion.id)
        if key not in found or (found[key].verdict is Verdict.PASSES and each.verdict is not Verdict.PASSES):
            found[key] = each
    return found.values()


def _marks(rule_file: RuleFile, phrases: Phrases) -> list[str]:
    marks = [phrases.say("report-mark-fictional")] if rule_file.is_fictional else []
    marks.append(phrases.say("listing-version", version=rule_file.version))
    if not rule_file.review.by:
        marks.append(phrases.say("report-mark-not-reviewed"))
    return marks


@dataclass(frozen=True, slots=True)
class _Teller:
    screening: Screening
    compiled: CompiledRuleFile
    phrases: Phrases

    def row(self, judgement: Judgement) -> CriterionRow:
        tone, sign = ("waiting", "◷") if judgement.is_due_later else _VERDICTS[judgement.verdict]
        if self._is_judged(judgement):
            tone, sign = "judge", "J"
        criterion = judgement.criterion
        wanted = next(((gap.subject, gap.about) for gap in judgement.open_gaps), None)
        numbers = " · ".join((numbered(criterion, self.phrases), *citations(criterion)))
        return CriterionRow(
            id=criterion.id,
            group=_group(judgement),
            tone=tone,
            sign=sign,
            verdict=verdict_words(judgement, self.phrases),
            text=criterion.text,
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
