"""The head of a rule file read aloud: what it is, how whole, for whom, from where, reviewed by whom."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.printing.aloud import Line
from core.language.languages import in_language
from core.rule_files.rule_file import Review, RuleFile
from core.wording.heard.hearing import Hearing


def head_lines(rule_file: RuleFile, hearing: Hearing) -> Iterator[Line]:
    """Yield the head."""
    language, say = hearing.phrases.language, hearing.phrases.say
    yield 0, f"{in_language(rule_file.title, language)} [{rule_file.id} {rule_file.version}]"
    if rule_file.short:
        yield hearing.line("short", text=in_language(rule_file.short, language))
    state = say(f"report-state-{rule_file.state}")
    yield hearing.line("kind", kind=say(f"heard-kind-{rule_file.kind.value}"), state=state, language=rule_file.language)
    if rule_file.is_fictional:
        yield 0, say("report-mark-fictional")
    yield hearing.line("whole" if rule_file.is_full else "partial")
    yield hearing.line("diseases", names=", ".join(hearing.named(name) for name in rule_file.diseases))
    yield from hearing.pairs("recruitment", rule_file.recruitment)
    yield from hearing.pairs("registry", rule_file.registry)
    yield from hearing.pairs("effective", rule_file.effective)
    if rule_file.supersedes:
        yield hearing.line("supersedes", id=rule_file.supersedes)
    if rule_file.maintainers:
        yield hearing.line("maintainers", names=", ".join(rule_file.maintainers))
    yield from _review(rule_file.review, hearing)
    for name, review in rule_file.translated.items():
        yield hearing.line("translated", language=name)
        yield from ((depth + 1, line) for depth, line in _review(review, hearing, "translation"))
    if rule_file.is_unreviewed_in(language):
        yield 0, say("report-mark-translated")


def changes_lines(rule_file: RuleFile, hearing: Hearing) -> Iterator[Line]:
    """Yield the lines of the changelog."""
    if rule_file.changelog:
        yield hearing.line("changelog")
    for entry in rule_file.changelog:
        version = {"version": entry.get("version", "")}
        yield hearing.line("changed", 1, **version)
        yield from hearing.pairs("pair", {key: text for key, text in entry.items() if key != "version"}, 2)


def _review(review: Review, hearing: Hearing, of: str = "file") -> Iterator[Line]:
    if not review.by:
        yield hearing.line(f"{of}-not-reviewed")
        return
    yield hearing.line(f"{of}-reviewed", by=review.by, on=hearing.day(review.on))
    if review.next_due:
        yield hearing.line("review-due", 1, on=hearing.day(review.next_due))
