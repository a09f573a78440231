"""Footnotes and source numbers, given out in the order in which a paper first needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from core.documents.blocks import Footnote, Footnotes, footnote_mark
from core.follow_up.plan import Planned
from core.follow_up.schedule import Named, Provenance, Remark, Rule, Strength
from core.language.languages import ENGLISH
from core.rule_files.rule_file import Source
from core.wording.citing import has_published_titles
from core.wording.plan_words import Wording

NO_PLACE = "none"
"""What a schedule writes as the identifier of a source that stands nowhere (its own defaults)."""


@dataclass
class Marking:
    """Gives each remark and each source one number for the whole paper."""

    wording: Wording
    _notes: dict[str, int] = field(default_factory=dict[str, int])
    _sources: dict[str, tuple[int, Source]] = field(default_factory=dict[str, tuple[int, Source]])

    def label(self, item: Planned, while_: Named | None = None) -> str:
        """Return an activity's name with its marks and its conditions."""
        name = self._marked(self.wording.text(item.label), self._of(item))
        conditions = self.wording.conditions(item)
        if while_ is not None:
            conditions = (self.wording.say("while", condition=self.wording.text(while_.words)), *conditions)
        if not conditions:
            return name
        return self.wording.say("labelled", label=name, conditions="; ".join(conditions))

    def remark(self, remark: Remark) -> str:
        """Return a remark with its marks."""
        notes: list[str] = []
        if remark.strength is Strength.LOCAL_DEFAULT:
            notes.append(self.wording.say("note-local-default"))
        if remark.provenance is Provenance.MEMORY:
            notes.append(self.wording.say("note-memory"))
        return self._marked(self.wording.text(remark.text), notes)

    def numbers(self, sources: Iterable[Source]) -> str:
        """Return the numbers of sources: "[1] [4]"."""
        return " ".join(f"[{self._source(source)}]" for source in sources)

    def footnotes(self) -> Footnotes:
        """Return every footnote given out so far."""
        return Footnotes(tuple(Footnote(number, text) for text, number in self._notes.items()))

    def source_list(self) -> tuple[str, ...]:
        """Return every source given a number, in their order; where titles stand untranslated, that is said."""
        listed = tuple(self._listed(number, source) for number, source in self._sources.values())
        sources = (source for _, source in self._sources.values())
        is_foreign = has_published_titles(sources, ENGLISH, self.wording.language)
        return (*listed, self.wording.say("sources-published")) if is_foreign else listed

    def _listed(self, number: int, source: Source) -> str:
        title = source.title_in(self.wording.language)
        if source.place == NO_PLACE:
            return self.wording.say("source-own", number=number, title=title)
        return self.wording.say(
            "source", number=number, title=title, place=source.place, read=source.read_in(self.wording.language)
        )

    def _of(self, item: Planned) -> tuple[str, ...]:
        found: list[str] = []
        if all(rule.is_local_default for rule in item.rules):
            found.append(self.wording.say("note-local-default"))
        if any(rule.is_from_memory for rule in item.rules):
            found.append(self.wording.say("note-memory"))
        if item.is_longer_of_regions:
            found.append(self._longer(item.rules))
        if item.activity.is_confidential:
            found.append(self.wording.say("note-confidential"))
        found += [self.wording.text(rule.disputed) for rule in item.rules if rule.disputed]
        return tuple(dict.fromkeys(found))

    def _longer(self, rules: tuple[Rule, ...]) -> str:
        regions = sorted({region for rule in rules for region in rule.reach.regions})
        words = self.wording.any_of(self.wording.say(f"region-{region}") for region in regions)
        return self.wording.say("note-longer-rule", regions=words)

    def _marked(self, text: str, notes: Iterable[str]) -> str:
        """Return the text with its marks; a space between two keeps ² ⁴ from being read as 24."""
        return " ".join([text, *map(footnote_mark, sorted(map(self._number, notes)))])

    def _number(self, note: str) -> int:
        return self._notes.setdefault(note, len(self._notes) + 1)

    def _source(self, source: Source) -> int:
        return self._sources.setdefault(source.title, (len(self._sources) + 1, source))[0]
