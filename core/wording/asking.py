"""Which rule files ask for a concept, what each of them needs of it, and whether that is so by now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.judgements import Judgement, each_once
from core.screening.screening import Screening
from core.wording.aloud import days_of, needed_words
from core.wording.listing import sign_of
from core.wording.verdicts import verdict_words


@dataclass(frozen=True, slots=True)
class AskingFile:
    """One criterion of one file that sees a concept. ``tone`` and ``sign`` go with the verdict, never without."""

    title: str
    tone: str
    sign: str
    verdict: str
    needed: str

    @property
    def spoken(self) -> str:
        """The row as one sentence."""
        return f"{self.title}. {self.verdict}. {self.needed}"


def asking_files(
    screenings: Iterable[Screening], compiled: Callable[[str], CompiledRuleFile], concept: str, phrases: Phrases
) -> tuple[AskingFile, ...]:
    """Return the criteria that see a concept, in the order of the files."""
    return tuple(
        _row(judgement, screening, compiled(screening.rule_file.id), phrases)
        for screening in screenings
        for judgement in _seeing(screening, compiled(screening.rule_file.id), concept)
    )


def _seeing(screening: Screening, compiled: CompiledRuleFile, concept: str) -> Iterator[Judgement]:
    for each in each_once(screening.best.judgements):
        criterion = compiled.criteria.get((each.cohort, each.criterion.id))
        if criterion is not None and concept in criterion.names:
            yield each


def _row(judgement: Judgement, screening: Screening, compiled: CompiledRuleFile, phrases: Phrases) -> AskingFile:
    tone, sign = sign_of(judgement)
    scope = compiled.scopes.get(judgement.cohort, compiled.checked.scope)
    return AskingFile(
        title=in_language(screening.rule_file.short_title, phrases.language),
        tone=tone,
        sign=sign,
        verdict=verdict_words(judgement, phrases),
        needed=needed_words(judgement.criterion, scope, phrases, days_of(judgement, screening)),
    )
