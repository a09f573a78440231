"""What every part of the report needs at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.criteria.scope import Scope
from core.documents.blocks import Cell, Lines, Tone, Verdict, muted, plain, strong
from core.engine.judgement.outcome import About, Cause, Gap
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Criterion, Form
from core.screening import judgements
from core.screening.conclusions import Word
from core.screening.judgements import Judgement
from core.screening.screening import Screening
from core.wording.aloud import needed_words
from core.wording.names import in_language
from core.wording.verdicts import numbered, verdict_words

TONES = {
    Word.ELIGIBLE: Tone.GOOD,
    Word.WITHIN_LIMITS: Tone.GOOD,
    Word.POSSIBLE: Tone.POSSIBLE,
    Word.UNDECIDED: Tone.OPEN,
    Word.NOT_YET: Tone.WAITING,
    Word.NOT_ELIGIBLE: Tone.BAD,
    Word.OUTSIDE_LIMITS: Tone.BAD,
    Word.NOT_THIS_COHORT: Tone.NEUTRAL,
    Word.OTHER_DISEASE: Tone.NEUTRAL,
}
_VERDICT_TONES = {
    judgements.Verdict.PASSES: Tone.GOOD,
    judgements.Verdict.FAILS: Tone.BAD,
    judgements.Verdict.UNKNOWN: Tone.OPEN,
}


@dataclass(frozen=True, slots=True)
class Desk:
    """One screening with the language it is told in."""

    screening: Screening
    compiled: CompiledRuleFile
    phrases: Phrases

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.phrases.language

    def scope(self, judgement: Judgement) -> Scope:
        """Return the names of a judgement's cohort."""
        return self.compiled.scopes[judgement.cohort]

    def day(self, day: date) -> str:
        """Return a day in the language."""
        return format_date(day, self.language)

    def criterion(self, judgement: Judgement) -> Cell:
        """Return number and text of a criterion, with its marks and sources below."""
        criterion = judgement.criterion
        head = (strong(numbered(judgement, self.phrases)), plain(f" {criterion.text}"))
        marks = [muted(text) for text in self.marks(criterion)]
        if self.language != self.screening.rule_file.language and criterion.form is Form.CONDITION:
            return Lines((head, needed_words(criterion, self.scope(judgement), self.phrases), *marks))
        return Lines((head, *marks))

    def marks(self, criterion: Criterion) -> tuple[str, ...]:
        """Return the source of a criterion and how far its wording can be trusted."""
        marks: list[str] = []
        if criterion.wording != "full":
            marks.append(self.phrases.say(f"report-wording-{criterion.wording}"))
        if criterion.reading:
            marks.append(self.phrases.say("report-reading", reading=criterion.reading))
        sources = "; ".join(f"{each.source} {each.section}".strip() for each in criterion.citations)
        return (*marks, sources) if sources else tuple(marks)

    def verdict(self, judgement: Judgement) -> Verdict:
        """Return the verdict as it is printed."""
        tone = Tone.WAITING if judgement.is_due_later else _VERDICT_TONES[judgement.verdict]
        return Verdict.of(tone, verdict_words(judgement, self.phrases))

    def who(self, judgement: Judgement) -> str:
        """Return who can provide what is missing."""
        gaps = (*judgement.open_gaps, *judgement.deferred_gaps)
        return ", ".join(dict.fromkeys(self._provider(gap, judgement) for gap in gaps))

    def _provider(self, gap: Gap, judgement: Judgement) -> str:
        if gap.cause is Cause.ASK_THE_SITE:
            return self.phrases.say("report-who-site")
        if gap.about is About.TEXT:
            return self.phrases.say("report-who-source")
        if gap.about is About.ANSWER:
            question = self.scope(judgement).questions.get(gap.subject)
            asked = ("investigator",) if question is None else question.asked_of
            return ", ".join(self.phrases.say(f"report-who-{each}") for each in asked)
        concept = self.scope(judgement).catalogue.concept(gap.subject.partition(".")[0])
        if gap.about is About.LIST or concept is None or not concept.obtained_by:
            return self.phrases.say("report-who-record")
        return in_language(concept.obtained_by, self.language)
