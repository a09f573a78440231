"""What is known of the inputs of one instrument at one visit, and what the instrument says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from core.engine.judgement.outcome import Cause, Gap
from core.responses.between import Between, answered_at_ends, ends_of
from core.responses.contact import Used
from core.responses.response import Part
from core.scores.definition import Definition, Kind
from core.scores.given import Json, RefusedError
from core.scores.recording import OPEN, UNANSWERED
from core.scores.shipped import definition_of
from core.values.truth import Truth


def truth_of_told(told: object) -> Truth:
    """Return yes or no as an instrument tells it; what is open is unknown."""
    return {True: Truth.TRUE, False: Truth.FALSE}.get(told, Truth.UNKNOWN) if isinstance(told, bool) else Truth.UNKNOWN


@dataclass
class Inputs:
    """Inputs by name: what answers them, what that rests on, what leaves them open."""

    score: str
    fixed: dict[str, Json] = field(default_factory=dict[str, Json])
    ends: dict[str, Sequence[Fraction]] = field(default_factory=dict[str, Sequence[Fraction]])
    now: dict[str, tuple[Used, ...]] = field(default_factory=dict[str, tuple[Used, ...]])
    before: dict[str, tuple[Used, ...]] = field(default_factory=dict[str, tuple[Used, ...]])
    gaps: dict[str, tuple[Gap, ...]] = field(default_factory=dict[str, tuple[Gap, ...]])
    said: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def definition(self) -> Definition:
        """The instrument."""
        return definition_of(self.score)

    def number(self, name: str, found: Used | Gap, gaps: tuple[Gap, ...] = ()) -> None:
        """Enter a number of the visit, or why there is none; ``gaps`` are what leaves it known in part."""
        if isinstance(found, Gap):
            self.gaps[name] = (found,)
            return
        self.now[name] = (found,)
        self.ends[name] = ends_of(found.amount, self.definition.inputs[name])
        is_exact = len(self.ends[name]) == 1
        self.gaps[name] = () if is_exact else gaps or (Gap(Cause.IMPRECISE, found.concept),)

    def fact(
        self,
        name: str,
        truth: Truth,
        now: tuple[Used, ...] = (),
        before: tuple[Used, ...] = (),
        gaps: tuple[Gap, ...] = (),
    ) -> None:
        """Enter a yes or no, or what leaves it open."""
        self.now[name], self.before[name] = now, before
        if truth is Truth.UNKNOWN:
            self.gaps[name] = gaps
        else:
            self.fixed[name] = truth is Truth.TRUE

    def say(self, answers: Mapping[str, str]) -> None:
        """Enter what somebody answered in the panel of the instrument, for what the record leaves open."""
        for asked in self.definition.asked:
            word = answers.get(asked.id, UNANSWERED)
            if word not in OPEN and asked.id not in self.fixed and len(self.ends.get(asked.id, ())) != 1:
                self.fixed[asked.id], self.said[asked.id] = word, word
                self.ends.pop(asked.id, None)

    def answer(self) -> Between:
        """Return what the instrument says; an input that it refuses is open, with its value named."""
        asked = [
            each.id for each in self.definition.inputs.values() if each.kind is not Kind.STRUCTURE and each.is_asked
        ]
        while True:
            fixed = {**dict.fromkeys(asked, UNANSWERED), **self.fixed}
            try:
                return answered_at_ends(self.score, fixed, self.ends)
            except RefusedError as error:
                refused = [each.where for each in error.refusals if each.where in {*self.fixed, *self.ends}]
                if not refused:
                    raise
                for name in refused:
                    self._leave_open(name)

    def _leave_open(self, name: str) -> None:
        subject = self.now[name][0].concept if self.now.get(name) else self.score
        self.fixed.pop(name, None)
        self.ends.pop(name, None)
        self.said.pop(name, None)
        self.gaps[name] = (Gap(Cause.INDETERMINATE, subject),)

    def part(self, name: str, inputs: Sequence[str], truth: Truth) -> Part:
        """Return one part that rests on some of the inputs."""
        return Part(
            name,
            truth,
            tuple(self._each(self.now, inputs)),
            tuple(self._each(self.before, inputs)),
            () if truth is not Truth.UNKNOWN else tuple(dict.fromkeys(self._open(inputs))),
            tuple((each, self.said[each]) for each in inputs if each in self.said),
        )

    @staticmethod
    def _each(of: Mapping[str, tuple[Used, ...]], inputs: Sequence[str]) -> Iterator[Used]:
        yield from dict.fromkeys(each for name in inputs for each in of.get(name, ()))

    def _open(self, inputs: Sequence[str]) -> Iterator[Gap]:
        for name in inputs:
            if name not in self.said:
                yield from self.gaps.get(name, ())
