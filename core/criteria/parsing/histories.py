"""Reading sentences about diagnoses, events and drugs: has, had, received, failed, on, off, stable."""

from __future__ import annotations

from dataclasses import replace

from core.criteria.nodes import Condition, Failed, Had, Has, Off, On, Received, Stable
from core.criteria.parsing.everyday import count_hint, period_hint, several_hint
from core.criteria.parsing.limits import take_count, take_limit, take_op
from core.criteria.parsing.reader import PartReader
from core.criteria.parsing.scanner import Token
from core.criteria.parsing.windows import counts_half_lives, take_lasting, take_window
from core.criteria.values import Which, Window, Within
from core.language.said import said

_WITHIN_HINT = "write 'within 2 years before screening'"


class HistoryReader(PartReader):
    """One method per verb; the verb itself has been taken."""

    def ever(self) -> Condition:
        """Read ``ever had`` or ``ever received``: without a window."""
        verb = self.scanner.take()
        node = self.had() if verb.text == "had" else self.received()
        if node.window is not None:
            self.naming.slip(verb, "window", "'ever' has no window", "leave out 'ever' or the window")
        return node

    def has(self) -> Has:
        """Read ``has which [with (…)]``."""
        self._refuse_negation("has")
        which = self.which(self.naming.happenings)
        return Has(which, self._fields(which))

    def had(self) -> Had:
        """Read ``had which [with (…)] [window]``."""
        self._refuse_negation("had")
        which = self.which(self.naming.happenings)
        return Had(which, self._fields(which), self._look_back(None))

    def received(self) -> Received:
        """Read ``received which [at least n times] [window]``."""
        self._refuse_negation("received")
        which = self.which(self.naming.received)
        times = 1
        if self.scanner.accept("at", "least"):
            times = take_count(self.scanner, "how many times")
            self.scanner.expect("times", said("write 'at least {times} times'", times=times))
        return Received(which, times, self._look_back(which))

    def failed(self) -> Failed:
        """Read ``failed which [for …] [window]``."""
        verb = self.scanner.last
        self._refuse_count(verb)
        which = self.which(self.naming.drugs)
        if not self.scope.failed_means:
            hint = "write 'failed_means: [no_response, partial_response, lost_response, relapse]' in this file"
            self.naming.slip(verb, "failed-means", "'failed' needs the outcomes it stands for", hint)
        start = self.scanner.peek()
        lasting = take_lasting(self.scanner, self.naming)
        if lasting is not None and lasting.anchor:
            message = "how long it was taken has no day to count from"
            self.naming.slip(start, "window", message, "write 'for 12 weeks within 2 years before screening'")
        start = self.scanner.peek()
        window = self._look_back(which)
        if window is not None and not isinstance(window, Within):
            self.naming.slip(start, "window", "'failed' looks back over a period", _WITHIN_HINT)
        return Failed(which, lasting, window)

    def on(self) -> On:
        """Read ``on which [at op limit] [for …]``."""
        if self.scanner.peek().text == "stable":
            self.scanner.fail(self.scanner.peek(), "syntax", "'on stable' is two verbs", "write 'stable … for …'")
        which = self.which(self.naming.drugs)
        if not self.scanner.accept("at"):
            return On(which, lasting=take_lasting(self.scanner, self.naming))
        op = take_op(self.scanner)
        limit = take_limit(self.scanner, self.naming, ())
        return On(which, op, limit, take_lasting(self.scanner, self.naming))

    def off(self) -> Off:
        """Read ``off which [for …]``."""
        which = self._each("off")
        return Off(which, take_lasting(self.scanner, self.naming))

    def stable(self) -> Stable:
        """Read ``stable which for …``."""
        which = self._each("stable")
        lasting = take_lasting(self.scanner, self.naming)
        if lasting is None:
            token = self.scanner.peek()
            hint = period_hint("stable", self.scanner) or "write 'for …' and how long, and before which day"
            self.scanner.fail(token, "syntax", "'stable' needs its period", hint)
        return Stable(which, lasting)

    # --- parts

    def _refuse_negation(self, verb: str) -> None:
        """Refuse ``has no …``: 'not' stands before the verb. A count of diagnoses has a form of its own."""
        token = self.scanner.peek()
        if token.text in ("no", "not"):
            message = said("'{text}' cannot stand behind '{verb}'", text=token.text, verb=verb)
            self.scanner.fail(token, "syntax", message, said("write 'not {verb} …'", verb=verb))
        if token.kind in ("number", "op") or self.scanner.is_next("at", "least"):
            self.scanner.fail(
                token, "syntax", said("'{text}' counts nothing", text=verb), count_hint(verb, self.scanner)
            )

    def _refuse_count(self, verb: Token) -> None:
        """Refuse ``failed 2 …``: drugs are counted in a form of its own."""
        token = self.scanner.peek()
        hint = several_hint(self.scanner) if token.kind in ("number", "op") or token.text == "at" else ""
        if hint:
            self.scanner.fail(token, "syntax", said("'{text}' counts no drugs", text=verb.text), hint)

    def _each(self, word: str) -> Which:
        """Read the drugs behind ``off`` and ``stable``: "any of" is heard as one of them and would be judged as all."""
        start = self.scanner.peek()
        which = self.which(self.naming.drugs)
        if start.text == "any":
            message = said("'{word} any of' is heard as one of them; each of them is meant", word=word)
            self.naming.slip(start, "which", message, said("write '{word} each of (…)'", word=word))
        return replace(which, mode="each" if len(which.names) > 1 else "any")

    def _fields(self, which: Which) -> Condition | None:
        if not self.scanner.accept("with"):
            return None
        concepts = [self.scope.catalogue.concept(name) for name in self.scope.concepts(which.names)]
        found = [concept for concept in concepts if concept is not None]
        fields = {name: concept for each in found for name, concept in each.fields.items()}
        return self.inside(fields, " or ".join(which.names), is_known=bool(found))

    def _look_back(self, drugs: Which | None) -> Window | None:
        start = self.scanner.peek()
        window = take_window(self.scanner, self.naming)
        if counts_half_lives(window) and (drugs is None or not self.scope.drugs(drugs.names)):
            self._no_drug(start)
        return window

    def _no_drug(self, start: Token) -> None:
        self.naming.slip(start, "window", "only drugs have half-lives", "write a length such as '4 weeks'")
