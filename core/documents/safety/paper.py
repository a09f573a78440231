"""A safety report as a paper: what it lacks first, then the sections of its form.

As every paper it names its patient in the head, so that it can not be taken for another one's; what goes out carries
initials only, and the paper says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from core.criteria.scope import Scope
from core.documents.blocks import Banner, Block, Callout, Document, Paragraph, Tone, muted
from core.documents.referral_letter.framing import Frame, framed
from core.documents.referral_letter.options import LetterOptions
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.typed import TypedField
from core.language.phrases import Phrases
from core.safety import Lacking, Matter, SafetyCase
from core.wording.safety import CaseWords


@dataclass(frozen=True, slots=True)
class SafetyWriting:
    """One report being written."""

    telling: LetterTelling
    options: LetterOptions
    words: CaseWords

    @property
    def case(self) -> SafetyCase:
        """What is reported."""
        return self.words.case


@dataclass(frozen=True, slots=True)
class SafetyPaper:
    """One kind. Its phrases are ``safety-ID`` (what it is called), ``-purpose``, ``-source``, ``-greeting`` and
    ``-recipient-to-fill``. ``matter`` is what it can be about; ``typed`` what the record has no field for. ``needs``
    are further fields that its addressee asks for, by the ids of what a case can lack.
    """

    id: str
    order: int
    matter: Matter
    write: Callable[[SafetyWriting], Iterator[Block]]
    typed: tuple[TypedField, ...]
    needs: frozenset[str]

    @property
    def phrase(self) -> str:
        """What it is called."""
        return f"safety-{self.id}"


def safety_document(
    paper: SafetyPaper, case: SafetyCase, scope: Scope, phrases: Phrases, options: LetterOptions
) -> Document:
    """Return the paper of a case."""
    on = date.fromisoformat(options.printed_at[:10])
    reported = () if case.reported is None else (case.reported.concept,)
    shown = options.confidential.union(reported)  # who reports something tells it
    telling = LetterTelling(case.chart, scope, phrases, on, None, shown)
    writing = SafetyWriting(telling, options, CaseWords(case, scope, phrases, shown))
    kind = phrases.say(paper.phrase)
    subject = phrases.say("safety-subject", kind=kind, name=case.chart.name, born=telling.born or "?")
    return framed(telling, options, Frame(kind, subject, paper.phrase), _content(paper, writing))


def _content(paper: SafetyPaper, writing: SafetyWriting) -> Iterator[Block]:
    say = writing.telling.say
    yield Paragraph(say(f"{paper.phrase}-purpose"))
    yield from _lacks(paper, writing)
    yield from paper.write(writing)
    yield Paragraph(muted(say("safety-not-sent")))
    yield Paragraph(muted(say(f"{paper.phrase}-source")))


def _lacks(paper: SafetyPaper, writing: SafetyWriting) -> Iterator[Block]:
    """Yield what is missing by name and where it is recorded; a case that is none says so above everything."""
    say, case = writing.telling.say, writing.case
    found = writing.words.lacking
    if case.reported is None:
        yield Banner(
            Tone.OPEN, say(f"safety-nothing-{paper.matter.value}"), (say(f"safety-where-{paper.matter.value}"),)
        )
    minimum = tuple(say(f"safety-lacks-minimum-{each.value}") for each in found.minimum)
    if minimum:
        yield Callout(say("safety-no-valid-case"), minimum, Tone.OPEN)
    further = tuple(say(f"safety-lacks-{name}") for name in _asked(paper, found))
    if further:
        yield Callout(say("safety-missing"), further)
    if not minimum and not further:
        yield Paragraph(say("safety-nothing-missing"))


def _asked(paper: SafetyPaper, found: Lacking) -> tuple[str, ...]:
    return tuple(name for name in found.further if name in paper.needs)
