"""What the screening says, of one rule file or of several."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading, Paragraph, muted, plain, strong
from core.documents.referral_letter.block import Judged, LetterBlock, Writing
from core.documents.referral_letter.telling import LetterTelling
from core.language.languages import in_language
from core.screening.screening import Screening
from core.wording.conclusions import in_the_way
from core.wording.headline import headline_line
from core.wording.usual_exclusions import usual_facts, usual_line

_HASH_SHOWN = 12


def _write(writing: Writing) -> Iterator[Block]:
    if not writing.judged:
        return
    telling = writing.telling
    on = writing.judged[0][0].evaluation_on
    yield Heading(telling.say("letter-heading-result", day=telling.shown_day(on)))
    for judged in writing.judged:
        yield from _result(telling, judged)


def _result(telling: LetterTelling, judged: Judged) -> Iterator[Block]:
    screening, compiled = judged
    best, rule_file = screening.best, screening.rule_file
    scope = compiled.scopes[best.id]
    line = headline_line(screening, scope, telling.phrases)
    way = "; ".join(in_the_way(best, rule_file, scope, telling.phrases, is_day_shown=False))
    if _is_confidential(telling, screening):
        way = telling.say("letter-way-separately")
    title = in_language(rule_file.title, telling.phrases.language)
    rest = "" if way.casefold() == line.casefold() else f" {way[:1].upper()}{way[1:]}."
    yield Paragraph((strong(f"{title}: {line}."), plain(rest)))
    facts = usual_facts(screening, scope, telling.phrases)
    usual = usual_line((each for each in facts if telling.may_tell(each)), telling.phrases)
    if usual:
        yield Paragraph(f"{usual[:1].upper()}{usual[1:]}.")
    basis = telling.say("letter-basis", id=rule_file.id, version=rule_file.version, hash=rule_file.hash[:_HASH_SHOWN])
    yield Paragraph(muted(basis))


def _is_confidential(telling: LetterTelling, screening: Screening) -> bool:
    """True where what fails rests on something confidential that was not ticked: its name would tell it."""
    refs = (ref for each in screening.best.headline.fails for ref in each.outcome.evidence)
    entries = (screening.chart.by_ref.get(ref) for ref in refs)
    return any(entry is not None and not telling.may_show(entry) for entry in entries)


BLOCK = LetterBlock("result", 12, _write, is_bare=True)
