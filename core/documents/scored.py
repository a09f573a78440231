"""Scores on paper: value and day, version, the items that count, what is open, doubts by their letter; and the map.

Only a score whose answers are on record has parts and a version: of a total that was typed nobody knows by which
form it was found. What was not answered is named beside what counts; it is never told as a no.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Absence, Coded, Scored
from core.documents.blocks import (
    Block,
    Cell,
    Column,
    Footnote,
    Footnotes,
    Heading,
    Lines,
    Run,
    Table,
    footnote_mark,
    muted,
    plain,
)
from core.documents.body_drawing import BodyDrawing, DrawnLegend, DrawnRegion, DrawnView
from core.entry.desk.scoring.words import NO, YES, ScoreWords
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.scores.body_map import BodyMap, Seen, seen
from core.scores.body_map_reading import maps_of
from core.scores.body_words import BodyWords
from core.scores.definition import Definition, Input, Kind
from core.scores.given import RefusedError
from core.scores.recording import NOT_EXAMINED, OPEN, OTHERS, answer_of
from core.scores.shipped import asked_for
from core.values.truth import Truth
from core.wording.entries import told
from core.wording.telling import Telling

_DOUBTFUL = "MC"
_TRUTHS = {Truth.TRUE: YES, Truth.FALSE: NO}


@dataclass(frozen=True, slots=True)
class ScoreOnPaper:
    """A newest finding with its answers, by input in the words of the record; ``before`` is the one before it."""

    concept: Concept
    finding: Finding
    definition: Definition
    answers: Mapping[str, str]
    before: Finding | None = None


@dataclass(slots=True)
class _Notes:
    """Footnotes, each text once."""

    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def mark(self, text: str) -> str:
        return footnote_mark(self.numbers.setdefault(text, len(self.numbers) + 1))


def score_on_paper(concept: Concept, finding: Finding, before: Finding | None = None) -> ScoreOnPaper | None:
    """Return a finding with its answers; None for one that stands as its value alone."""
    definition = None if concept.fields else asked_for(concept.id)
    answers = {} if definition is None else _answers(definition, finding)
    return None if definition is None or not answers else ScoreOnPaper(concept, finding, definition, answers, before)


def newest_scores(chart: Chart, catalogue: Catalogue) -> Iterator[ScoreOnPaper]:
    """Yield the newest finding of each score that stands with its answers; what is confidential stays untold."""
    for concept in catalogue.concepts.values():
        if concept.is_confidential or concept.fields or asked_for(concept.id) is None:
            continue
        found = [each for each in reversed(chart.of(concept.id)) if not each.ref.partition(":")[2]]
        found.sort(key=lambda each: date.min if each.on is None else each.on.last, reverse=True)
        score = score_on_paper(concept, *found[:2]) if found else None
        if score is not None:
            yield score


def _answers(definition: Definition, finding: Finding) -> dict[str, str]:
    """Return the answers by input; of what was not told there is none."""
    value = finding.value
    written = dict(finding.answers)
    if isinstance(value, Scored):
        written |= {name: _TRUTHS[truth] for name, truth in value.items.items() if truth in _TRUTHS}
        written |= value.domains
    others = written.pop(OTHERS, "")
    found = {asked.id: word for name, word in written.items() if (asked := definition.named(name)) is not None}
    if others not in ("", *OPEN):
        rest = definition.items or definition.asked
        found = {**{each.id: _as_level(each, others) for each in rest}, **found}
    return {name: word for name, word in found.items() if word == NOT_EXAMINED or word not in OPEN}


def _as_level(asked: Input, word: str) -> str:
    return "0" if word == NO and asked.kind in (Kind.NUMBER, Kind.WHOLE) else word


def scored_blocks(scores: Iterable[ScoreOnPaper], telling: Telling, level: int = 3) -> Iterator[Block]:
    """Yield a heading, the table of some scores, its footnotes, the map of each that has one; nothing for no score."""
    every, notes, phrases = tuple(scores), _Notes(), telling.phrases
    if not every:
        return
    columns = (
        Column(phrases.say("scored-score"), 2.2),
        Column(phrases.say("scored-value"), 1.5),
        Column(phrases.say("scored-day"), 1.2),
        Column(phrases.say("scored-counts"), 4.2),
    )
    heading = phrases.say("scored-heading")
    yield Heading(heading, level)
    yield Table(columns, tuple(_row(each, telling, notes) for each in every), heading, is_dense=True)
    if notes.numbers:
        yield Footnotes(tuple(Footnote(number, text) for text, number in notes.numbers.items()))
    for each in every:
        for body in maps_of(each.definition.id):
            if not body.sign or _is_worth_drawing(body, each.answers):
                yield body_drawing(body, each.definition, each.answers, phrases)


def _row(score: ScoreOnPaper, telling: Telling, notes: _Notes) -> tuple[Cell, ...]:
    phrases, definition = telling.phrases, score.definition
    words = ScoreWords(definition, score.concept, phrases)
    letters = "".join(f" {letter}{notes.mark(text)}" for letter, text in _doubts(definition, words))
    name = in_language(score.concept.label, phrases.language)
    version = phrases.say("scored-version", version=definition.version)
    value, day, note = _value(score.finding, telling)
    value = value or _between(score, words)
    lines = (plain(value or "\N{EN DASH}"), *((muted(note),) if note else ()), *_before(score, telling))
    counts = ", ".join(_counting(score, words)) or phrases.say("scored-nothing-counts")
    left = tuple(muted(text) for text in _left_open(score, words))
    return (Lines((plain(f"{name}{letters}"), muted(version))), Lines(lines), day, Lines((plain(counts), *left)))


def _doubts(definition: Definition, words: ScoreWords) -> Iterator[tuple[str, str]]:
    """Yield the letters of what is doubtful about a score, each with what it means here."""
    say = words.phrases.say
    if definition.status in _DOUBTFUL:
        yield definition.status, f"{definition.status}: {say(f'score-letter-{definition.status}')}"
    for mark in definition.marks:
        if mark.letter in _DOUBTFUL:
            sure, about = say(f"scored-sure-{mark.letter}"), in_language(mark.about, words.language)
            yield mark.letter, say("scored-doubt", letter=mark.letter, sure=sure, about=about)


def _value(finding: Finding, telling: Telling) -> tuple[str, str, str]:
    """Return what a score came to, its day, and how it was found; its parts stand in a column of their own."""
    value = finding.value
    bare = Finding(finding.ref, finding.concept, _bare(value), finding.on, finding.qualifiers)
    evidence = told(bare, "", telling)
    is_open = value is Absence.UNKNOWN or (isinstance(value, Scored) and value.total is None and not value.domains)
    return "" if is_open else evidence.value, evidence.date, evidence.note


def _between(score: ScoreOnPaper, words: ScoreWords) -> str:
    """Return between what an open score lies; nothing for grades of domains, which have no total."""
    if isinstance(score.finding.value, Scored) and score.finding.value.domains:
        return ""
    try:
        answer = answer_of(score.definition, score.answers)
    except RefusedError:
        return words.open
    return " ".join(filter(None, words.conclusion(answer)))


def _bare(value: object) -> Scored | Coded | Absence:
    if isinstance(value, Scored):
        return Scored(value.total)
    return value if isinstance(value, Coded | Absence) else Absence.UNKNOWN


def _before(score: ScoreOnPaper, telling: Telling) -> Iterator[Run]:
    if score.before is not None:
        value, day, _ = _value(score.before, telling)
        if value:
            yield muted(telling.say("letter-before", value=value, day=day))


def _counting(score: ScoreOnPaper, words: ScoreWords) -> Iterator[str]:
    """Yield the inputs that say something is there, in words; where 0 is not that nothing is there, it is told too."""
    finding = score.definition.finding
    is_nothing = finding is not None and finding.has_rest
    for asked in score.definition.asked:
        word, label = score.answers.get(asked.id, ""), words.label(asked)
        if word in ("", NO, NOT_EXAMINED) or (word == "0" and asked.is_item and is_nothing):
            continue
        weight = words.weight(asked)
        if word == YES:
            yield f"{label} ({weight})" if weight else label
        else:
            yield f"{label} {words.shortly(word) if asked.kind is Kind.CHOICE else words.answer(asked, word)}"


def _left_open(score: ScoreOnPaper, words: ScoreWords) -> Iterator[str]:
    """Yield what was not examined and what was not answered, by name."""
    for phrase, word in (("scored-not-examined", NOT_EXAMINED), ("scored-not-answered", "")):
        names = [words.label(each) for each in score.definition.asked if score.answers.get(each.id, "") == word]
        if names:
            yield words.phrases.say(phrase, items=", ".join(names), count=len(names))


def _is_worth_drawing(body: BodyMap, answers: Mapping[str, str]) -> bool:
    """True for the map of a sign that is there somewhere, or was not looked for."""
    return any(answers.get(item, "") not in ("", "0", NO) for item in body.items)


def body_drawing(body: BodyMap, definition: Definition, answers: Mapping[str, str], phrases: Phrases) -> BodyDrawing:
    """Return the map of a score with its answers, as the panel paints it."""
    words, regions = BodyWords(body, definition, phrases), seen(body, definition, answers)
    has_several = len(body.views) > 1
    views = tuple(
        DrawnView(
            words.view(view) if has_several else "",
            *words.sides(view),
            body.outline.lines[view],
            tuple(
                DrawnRegion(each.region.shapes, each.told, each.shade, each.is_not_examined)
                for each in regions
                if each.region.view == view
            ),
        )
        for view in body.views
    )
    title, table = words.title, _sites(words, regions)
    legend = tuple(DrawnLegend(each.told, each.words, each.shade, each.is_not_examined) for each in words.legend())
    return BodyDrawing(title, body.outline.width, body.outline.height, views, legend, table)


def _sites(words: BodyWords, regions: Sequence[Seen]) -> Table:
    """Return the table of all sites, two beside each other."""
    rows = [(words.label(each.region.item), words.answer(each)) for each in regions]
    columns = (Column(words.phrases.say("body-site"), 2.0), Column(words.phrases.say("body-answer"), 1.8))
    half = (len(rows) + 1) // 2
    beside = [*rows[half:], *[("", "")] * (2 * half - len(rows))]
    both = tuple((*one, *other) for one, other in zip(rows[:half], beside, strict=True))
    return Table((*columns, *columns), both, words.title, is_dense=True)
