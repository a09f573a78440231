"""The change of a rule file in words: of each criterion what was and what is, with the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from core.criteria.field_names import words_in
from core.criteria.nodes import Defined, NotPublic, walk
from core.criteria.printing.aloud import read_aloud
from core.criteria.printing.told import told
from core.criteria.scope import Scope
from core.errors import KriterionError
from core.language.dates import format_partial
from core.language.languages import in_language, languages
from core.language.phrases import Phrases
from core.rule_files.comparison.comparing import Change, Comparison, CriterionChange, Placed
from core.rule_files.comparison.heads import HeadChange
from core.rule_files.rule_file import Form, RuleFile
from core.wording.aloud import needed_words
from core.wording.causes import point_word
from core.wording.citing import citations
from core.wording.names import name_of
from core.wording.verdicts import called, numbered
from core.wording.who import asked_words

_TONES = {
    Change.ADDED: ("good", "+"),
    Change.REMOVED: ("bad", "−"),
    Change.CHANGED: ("open", "≠"),
    Change.MOVED: ("neutral", "⇅"),
    Change.REWORDED: ("neutral", "≈"),
}
_PHRASES = {
    Change.ADDED: "change-added",
    Change.REMOVED: "change-removed",
    Change.CHANGED: "change-changed",
    Change.MOVED: "change-moved",
    Change.REWORDED: "change-reworded",
}
_TOKEN = re.compile(r"\s+|\w+(?:[.,:/]\w+)*|[^\w\s]")
_MOST_ALIKE = 0.4
"""Texts that share less than this are two texts, and each is marked as a whole."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; ``is_marked`` if the other version has something else there, or nothing."""

    text: str
    is_marked: bool


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PartRow:
    """A part of a criterion or of the head: what it is called, what was, what is; empty where it was not there."""

    name: str
    was: Pieces
    now: Pieces

    @property
    def was_text(self) -> str:
        """What was, without marks."""
        return text_of(self.was)

    @property
    def now_text(self) -> str:
        """What is, without marks."""
        return text_of(self.now)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One criterion that is not the same. ``tone`` and ``sign`` go with the word, never without."""

    id: str
    cohort: str
    tone: str
    sign: str
    word: str
    title: str
    below: str
    source: str
    parts: tuple[PartRow, ...]

    @property
    def spoken(self) -> str:
        """The row as one sentence, for readers who cannot see it."""
        return ". ".join(
            (self.title, self.below, self.word, *(f"{p.name}: {p.was_text} → {p.now_text}" for p in self.parts))
        )


def text_of(pieces: Pieces) -> str:
    """Return a text without its marks."""
    return "".join(each.text for each in pieces)


def text_with_marks(pieces: Pieces, before: str, after: str) -> str:
    """Return a text with signs around what is marked, for where there is no colour and no line below."""
    return "".join(f"{before}{each.text}{after}" if each.is_marked else each.text for each in pieces)


def marked(was: str, now: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces, those that differ marked; whole words are marked, never half of a number."""
    if not was or not now:
        return _whole(was), _whole(now)
    left, right = _TOKEN.findall(was), _TOKEN.findall(now)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < _MOST_ALIKE:
        return _whole(was), _whole(now)
    old: list[Piece] = []
    new: list[Piece] = []
    for what, start, end, other_start, other_end in matcher.get_opcodes():
        _add(old, "".join(left[start:end]), is_marked=what != "equal")
        _add(new, "".join(right[other_start:other_end]), is_marked=what != "equal")
    return _joined(old), _joined(new)


def _joined(pieces: list[Piece]) -> Pieces:
    """Return the pieces with the blank between two words that differ marked like these."""
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        between = 0 < at < len(pieces) - 1 and pieces[at - 1].is_marked and pieces[at + 1].is_marked
        is_marked = piece.is_marked or (between and not piece.text.strip())
        if found and found[-1].is_marked == is_marked:
            found[-1] = Piece(found[-1].text + piece.text, is_marked)
        else:
            found.append(Piece(piece.text, is_marked))
    return tuple(found)


def _whole(text: str) -> Pieces:
    return (Piece(text, is_marked=True),) if text else ()


def _add(pieces: list[Piece], text: str, *, is_marked: bool) -> None:
    if text:
        pieces.append(Piece(text, is_marked))


# --- criteria


def change_rows(comparison: Comparison, phrases: Phrases) -> tuple[ChangeRow, ...]:
    """Return every criterion that is not the same, in words."""
    return tuple(_row(each, comparison, phrases) for each in comparison.criteria)


def _row(change: CriterionChange, comparison: Comparison, phrases: Phrases) -> ChangeRow:
    placed = change.placed
    rule_file = comparison.old if change.new is None else comparison.new
    criterion = placed.criterion
    points = ", ".join(point_word(each, phrases) for each in criterion.points)
    below = [numbered(criterion, phrases), f"{phrases.say('change-part-points')} {points}"]
    if placed.cohort:
        below.append(_cohort(placed, rule_file, phrases))
    tone, sign = _TONES[change.change]
    return ChangeRow(
        criterion.id,
        placed.cohort,
        tone,
        sign,
        phrases.say(_PHRASES[change.change]),
        called(criterion, placed.scope, phrases),
        " · ".join(below),
        " · ".join(citations(criterion, rule_file.sources, placed.scope, phrases)),
        tuple(_parts(change, comparison, phrases)),
    )


def _parts(change: CriterionChange, comparison: Comparison, phrases: Phrases) -> Iterator[PartRow]:
    old, new = change.old, change.new
    if old is None or new is None:
        for part in ("needed", "text"):
            was = "" if old is None else _SAID[part](old, comparison.old, phrases)
            now = "" if new is None else _SAID[part](new, comparison.new, phrases)
            if was or now:
                yield PartRow(phrases.say(f"change-part-{part}"), *marked(was, now))
        return
    for part in change.parts:
        if part in _TEXTS:
            yield from _texts(part, old, new, phrases)
            continue
        was, now = _SAID[part](old, comparison.old, phrases), _SAID[part](new, comparison.new, phrases)
        if part == "needed":
            yield from _needed(was, now, old, new, phrases)
        elif was != now:
            yield PartRow(phrases.say(f"change-part-{part}"), *marked(was, now))
        elif part == "order":
            yield PartRow(phrases.say("change-part-order"), (), (Piece(now, is_marked=False),))


def _needed(was: str, now: str, old: Placed, new: Placed, phrases: Phrases) -> Iterator[PartRow]:
    """Yield the sentence, and of what stands behind its names what differs: a list may be longer than is read out."""
    if was != now:
        yield PartRow(phrases.say("change-part-needed"), *marked(was, now))
    before, after = dict(_behind(old, phrases)), dict(_behind(new, phrases))
    for name in dict.fromkeys((*before, *after)):
        if before.get(name, "") != after.get(name, ""):
            yield PartRow(
                phrases.say("change-part-behind", name=name), *marked(before.get(name, ""), after.get(name, ""))
            )


def _behind(placed: Placed, phrases: Phrases) -> Iterator[tuple[str, str]]:
    """Yield what the names of a criterion stand for in its file, and what the file adds to it."""
    criterion, scope = placed.criterion, placed.scope
    conditions = [each for each in (criterion.applies_when, criterion.condition, criterion.unless) if each is not None]
    defined = [node.name for each in conditions for node in walk(each) if isinstance(node, Defined)]
    names = {*words_in((conditions, [scope.definitions[each] for each in defined]))}
    for group in sorted(names & scope.groups.keys()):
        yield group, ", ".join(name_of(each, scope, phrases) for each in scope.expanded((group,)))
    for name in defined:
        yield name, read_aloud(scope.definitions[name], scope, phrases)
    for question in sorted(names & scope.questions.keys()):
        asked = scope.questions[question]
        yield question, "; ".join((asked_words(asked.asked_of, phrases), str(asked.valid_for or "")))
    for fact in sorted(names & scope.site.keys()):
        yield fact, ", ".join((*scope.site[fact].one_of, scope.site[fact].known))
    yield phrases.say("change-diseases"), ", ".join(name_of(each, scope, phrases) for each in sorted(scope.targets))
    yield phrases.say("change-windows"), ", ".join(f"{name} {each}" for name, each in sorted(scope.windows.items()))
    yield phrases.say("change-failed-means"), ", ".join(scope.failed_means)
    intervals = (f"{name_of(drug, scope, phrases)} {each}" for drug, each in sorted(scope.dosing_intervals.items()))
    yield phrases.say("change-intervals"), ", ".join(intervals)


def _texts(part: str, old: Placed, new: Placed, phrases: Phrases) -> Iterator[PartRow]:
    """Yield a text in the reader's language, and in each other one in which it differs."""
    own = _SAID[part](old, None, phrases), _SAID[part](new, None, phrases)
    if own[0] != own[1]:
        yield PartRow(phrases.say(f"change-part-{part}"), *marked(*own))
    for language in languages():
        was, now = (" ".join(_in(language, text, each.scope) for text in _TEXTS[part](each)) for each in (old, new))
        if language != phrases.language and was != now:
            yield PartRow(phrases.say("change-part-translation", language=language), *marked(was, now))


def _in(language: str, text: str, scope: Scope) -> str:
    """Return a text of the file in a language, "" where it has none."""
    return text if language == scope.language else scope.told.get(language, {}).get(text, "")


def _questions(placed: Placed) -> list[str]:
    """Return what is asked for a criterion, and what facts of the site are called."""
    scope, criterion = placed.scope, placed.criterion
    names = {*words_in((criterion.condition, criterion.applies_when, criterion.unless))}
    asked = [scope.questions[name].ask for name in sorted(names & scope.questions.keys())]
    return asked + [scope.site[name].label for name in sorted(names & scope.site.keys())]


def _not_public(placed: Placed) -> list[str]:
    criterion = placed.criterion
    conditions = [each for each in (criterion.condition, criterion.applies_when, criterion.unless) if each is not None]
    return [node.what for each in conditions for node in walk(each) if isinstance(node, NotPublic)]


_TEXTS: Mapping[str, Callable[[Placed], list[str]]] = {
    "text": lambda placed: [placed.criterion.text],
    "reading": lambda placed: [placed.criterion.reading],
    "help": lambda placed: [placed.criterion.help],
    "asks": _questions,
    "public": _not_public,
}
"""The parts that are texts of the file, which may stand in several languages."""


# --- how each part is said

_Say = Callable[[Placed, RuleFile | None, Phrases], str]


def _side(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    side = phrases.say(f"change-side-{placed.criterion.polarity.value}")
    return f"{side}, {_form(placed.criterion.form, phrases)}"


def _form(form: Form, phrases: Phrases) -> str:
    return phrases.say(f"change-form-{form.value.replace(' ', '-')}")


def _asked_for(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    criterion, scope = placed.criterion, placed.scope
    if criterion.form is Form.NOT_PUBLIC:
        return read_aloud(criterion.condition, scope, phrases)
    return needed_words(criterion, scope, phrases)


def _points(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    return ", ".join(point_word(each, phrases) for each in placed.criterion.points)


def _absence(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    return phrases.say("change-absence-yes" if placed.criterion.is_absence_assumed else "change-absence-no")


def _retest(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    times, when = placed.criterion.retest, placed.criterion.retest_if
    words = phrases.say("change-retest-times", count=times) if times else phrases.say("change-retest-none")
    return words if when is None else f"{words}; {read_aloud(when, placed.scope, phrases)}"


def _asked_of(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    return asked_words(placed.criterion.asked_of, phrases)


def _concerns(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    return ", ".join(phrases.say(f"aspect-{each.value}") for each in placed.criterion.concerns)


def _wording(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file
    wording = placed.criterion.wording
    return phrases.say("change-wording-full" if wording == "full" else f"report-wording-{wording}")


def _id(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file, phrases
    return placed.criterion.id


def _cohort(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    cohorts = () if file is None else file.cohorts
    titles = (in_language(each.title, phrases.language) for each in cohorts if each.id == placed.cohort)
    return (
        phrases.say("change-cohort", name=next(titles, placed.cohort))
        if placed.cohort
        else phrases.say("change-for-all")
    )


def _order(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del placed, file
    return phrases.say("change-another-place")


def _text(part: str) -> _Say:
    def say(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
        del file
        return " ".join(told(each, placed.scope, phrases) for each in _TEXTS[part](placed))

    return say


def _term(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    del file, phrases
    criterion = placed.criterion
    term = " – ".join(each for each in (criterion.from_text, criterion.until_text) if each)
    return "; ".join(str(each) for each in (term, criterion.given_by, criterion.valid_for) if each)


def _source(placed: Placed, file: RuleFile | None, phrases: Phrases) -> str:
    return " · ".join(citations(placed.criterion, () if file is None else file.sources, placed.scope, phrases))


_SAID: Mapping[str, _Say] = {
    "side": _side,
    "needed": _asked_for,
    "points": _points,
    "absence": _absence,
    "retest": _retest,
    "asked": _asked_of,
    "concerns": _concerns,
    "cut": _wording,
    "wording": _wording,
    "id": _id,
    "cohort": _cohort,
    "order": _order,
    "text": _text("text"),
    "reading": _text("reading"),
    "help": _text("help"),
    "public": _text("public"),
    "asks": _text("asks"),
    "term": _term,
    "source": _source,
}


# --- around the criteria


def head_rows(comparison: Comparison, phrases: Phrases) -> tuple[PartRow, ...]:
    """Return what differs outside of the criteria, each by its keys as the file writes them."""
    del phrases
    return tuple(PartRow(_path(each), *marked(each.was, each.now)) for each in comparison.head)


def _path(change: HeadChange) -> str:
    return " · ".join(change.path)


def changelog_words(line: Mapping[str, str] | None, effective_from: str, phrases: Phrases) -> str:
    """Return the line of the changelog in words, with the day from which the version holds where the file says one."""
    if line is None:
        return phrases.say("change-no-line")
    day = line.get("date", "")
    words = phrases.say(
        "change-line",
        date=_day(day, phrases),
        by=line.get("by", "?"),
        what=line.get("what", "?"),
        source=line.get("source", "?"),
    )
    if not effective_from:
        return words
    return f"{words} · {phrases.say('change-effective', date=_day(effective_from, phrases))}"


def _day(written: str, phrases: Phrases) -> str:
    try:
        return format_partial(written, phrases.language)
    except KriterionError:  # as its author wrote it
        return written


def example_words(comparison: Comparison, phrases: Phrases, most: int | None = None) -> str:
    """Return which examples came, went and changed; of each no more than ``most`` by name, where that is given."""
    changes = comparison.examples
    parts = [phrases.say("change-examples-kept", count=changes.same)]
    for name, names in (("added", changes.added), ("removed", changes.removed), ("changed", changes.changed)):
        if names:
            shown = [*names[:most]]
            if len(shown) < len(names):
                shown.append(phrases.say("change-examples-more", count=len(names) - len(shown)))
            parts.append(phrases.say(f"change-examples-{name}", names=", ".join(shown)))
    return " · ".join(parts)
