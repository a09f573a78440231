"""A whole file: head, declarations, criteria, cohorts, what is not public, sources, changes, examples."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.printing.aloud import Line
from core.criteria.scope import Scope
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.rule_file import Cohort, RuleFile
from core.wording.citing import sources_words
from core.wording.heard.criteria import criteria_lines
from core.wording.heard.declared import declared_lines
from core.wording.heard.head import changes_lines, head_lines
from core.wording.heard.hearing import Hearing


def file_lines(rule_file: RuleFile, scope: Scope, phrases: Phrases) -> Iterator[Line]:
    """Yield the file line by line with how deep each line stands; an empty line parts what stands for itself."""
    hearing = Hearing(scope, phrases)
    yield from head_lines(rule_file, hearing)
    yield 0, ""
    yield from declared_lines(rule_file, hearing)
    yield from _sections(rule_file, hearing)
    yield from criteria_lines(rule_file.criteria, rule_file.sources, hearing)
    for cohort in rule_file.cohorts:
        yield from _cohort(cohort, rule_file, hearing)
    yield 0, ""
    yield 0, phrases.say("report-heading-missing")
    yield from ((1, hearing.told(text)) for text in rule_file.missing)
    yield from ((0, line) for line in sources_words(rule_file.sources, phrases))
    yield from changes_lines(rule_file, hearing)
    if rule_file.examples:
        yield hearing.line("examples", count=len(rule_file.examples))
        yield from ((1, example.name) for example in rule_file.examples)


def _cohort(cohort: Cohort, rule_file: RuleFile, hearing: Hearing) -> Iterator[Line]:
    own = hearing if cohort.scope is None else Hearing(cohort.scope, hearing.phrases)
    yield 0, ""
    yield 0, hearing.phrases.say("report-cohort", title=in_language(cohort.title, hearing.phrases.language))
    yield own.line("at", 1, points=own.point(cohort.at))
    if cohort.applies_when is not None:
        yield from own.outlined("belongs-if", cohort.applies_when, 1)
    else:
        yield own.line("belongs-everybody", 1)
    yield from _sections(cohort, own)
    yield from criteria_lines(cohort.criteria, rule_file.sources, own)


def _sections(part: RuleFile | Cohort, hearing: Hearing) -> Iterator[Line]:
    """Yield the sections that are not public."""
    if not part.is_inclusion_public:
        yield 0, hearing.phrases.say("report-missing-inclusions")
    if not part.is_exclusion_public:
        yield 0, hearing.phrases.say("report-missing-exclusions")
