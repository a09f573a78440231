"""Read a rule file aloud: head, criteria with what they need in words, sources, what is not public."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.checking import CheckedRuleFile
from core.rule_files.rule_file import Criterion, RuleFile
from core.wording.aloud import needed_outline
from core.wording.citing import citations, sources_words
from core.wording.verdicts import numbered


def read_rule_file_aloud(checked: CheckedRuleFile, phrases: Phrases) -> Iterator[str]:
    """Yield the file line by line in a language."""
    rule_file = checked.rule_file
    yield f"{in_language(rule_file.title, phrases.language)} [{rule_file.id} {rule_file.version}]"
    if rule_file.is_fictional:
        yield phrases.say("report-mark-fictional")
    review = rule_file.review
    yield (
        phrases.say("report-mark-reviewed", by=review.by, on=review.on)
        if review.by
        else phrases.say("report-mark-not-reviewed")
    )
    if rule_file.is_unreviewed_in(phrases.language):
        yield phrases.say("report-mark-translated")
    yield from _criteria(rule_file.criteria, rule_file, checked.scope, phrases)
    for cohort in rule_file.cohorts:
        yield ""
        yield phrases.say("report-cohort", title=in_language(cohort.title, phrases.language))
        yield from _criteria(cohort.criteria, rule_file, cohort.scope or checked.scope, phrases)
    yield ""
    yield phrases.say("report-heading-missing")
    yield from (f"  {told(text, checked.scope, phrases)}" for text in rule_file.missing)
    yield from sources_words(rule_file.sources, phrases)


def _criteria(criteria: tuple[Criterion, ...], rule_file: RuleFile, scope: Scope, phrases: Phrases) -> Iterator[str]:
    for criterion in criteria:
        yield ""
        yield f"{numbered(criterion, phrases)}: {told(criterion.text, scope, phrases)}"
        for depth, line in needed_outline(criterion, scope, phrases):
            yield f"    {'  ' * depth}{line}"
        if criterion.reading:
            yield f"    {phrases.say('report-reading', reading=told(criterion.reading, scope, phrases))}"
        if criterion.wording != "full":
            yield f"    {phrases.say(f'report-wording-{criterion.wording}')}"
        yield f"    {' · '.join(citations(criterion, rule_file, phrases))}"
