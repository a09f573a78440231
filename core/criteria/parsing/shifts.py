"""Reading changes over time: by how much, of which scale."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from core.criteria.nodes import Shift
from core.criteria.parsing.limits import take_duration, take_limit, take_op
from core.criteria.parsing.measured_checks import check_comparable, check_window
from core.criteria.parsing.naming import Topic
from core.criteria.parsing.scanner import Token
from core.criteria.parsing.terms import TermReader
from core.criteria.parsing.windows import take_window
from core.criteria.values import Amount, Limit
from core.language.said import said

Scale = Literal["relative", "points", ""]


class ShiftReader(TermReader):
    """Reads ``rise|fall in term op limit [relative|points] over D [window]`` or ``since start of drug``."""

    def shift(self, direction: Literal["rise", "fall"]) -> Shift:
        """Read a change; the direction itself has been taken."""
        self.scanner.expect("in", said("write '{direction} in … >= 3 over 6 months'", direction=direction))
        term, topic = self.term()
        check_comparable(self.scanner.peek(), (topic,), self.naming)
        op = take_op(self.scanner)
        number = self.scanner.peek()
        limit = self._limit(topic)
        scale = self._scale(topic, limit, number)
        over = None
        if not self.scanner.is_next("since"):
            self.scanner.expect("over", "write the period: 'over 6 months', or 'since start of' and a drug")
            over = take_duration(self.scanner)
        start = self.scanner.peek()
        window = take_window(self.scanner, self.naming)
        check_window("", window, start, (topic,), self.naming)
        return Shift(direction, term, op, limit, over, scale, window)

    def _limit(self, topic: Topic) -> Limit:
        """Read the amount; a relative change is in % whatever the unit of the concept."""
        if self.scanner.peek().kind == "number" and self.scanner.is_after_next("%", "relative"):
            number = self.scanner.take()
            self.scanner.take()
            return Amount(Decimal(number.text), "%")
        return take_limit(self.scanner, self.naming, (topic,))

    def _scale(self, topic: Topic, limit: Limit, number: Token) -> Scale:
        is_in_percent = isinstance(limit, Amount) and limit.unit == "%"
        word = self.scanner.peek()
        if self.scanner.accept("relative"):
            if not is_in_percent:
                hint = said("write '{text} % relative'", text=number.text)
                self.naming.slip(word, "scale", "a relative change is in % of the earlier value", hint)
            return "relative"
        if self.scanner.accept("points"):
            if not is_in_percent:
                hint = "leave 'points' out"
                self.naming.slip(word, "scale", said("'{name}' is not measured in points of %", name=topic.name), hint)
            return "points"
        if is_in_percent:
            hint = "write 'relative' (82 to 73 is 11 %) or 'points' (82 to 73 is 9 points) behind the number"
            self.naming.slip(number, "scale", said("a change of '{name}' in % has two readings", name=topic.name), hint)
        return ""
