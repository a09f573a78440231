"""The dates read aloud are those the engine that explains looks at."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from core.criteria.printing.window_days import lasting_days, look_back_days, result_days
from core.criteria.values import Lasting, Window
from core.engine.explaining.windows import Readings, lasting_period, look_back_periods, result_periods
from core.engine.judgement.situation import Days, Situation
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import SCOPE
from tests.generative.invented_charts import chart
from tests.generative.invented_windows import lasting, window

DRUGS = frozenset({"pill"})
Ends = tuple[date, date]


def situation(chance: Chance) -> Situation:
    """Return an empty chart on a day, with anchors before and after it."""
    decision = date(2026, 6, 1) + timedelta(days=chance.random.randint(0, 400))
    anchors = {name: decision + timedelta(days=chance.random.randint(-40, 40)) for name in SCOPE.anchors}
    days = Days(decision, anchors)
    return Situation(chart(chance, []), SCOPE, decision, days, days)


def is_same(ends: Ends | None, found: Readings) -> bool:
    """True if both give the same days; a window behind the decision day has none."""
    if found.gap is not None or not found.looks:
        return ends is None
    period = found.looks[0](DRUGS)
    if period.widest is not None or (period.first is not None and period.first > period.last):
        return ends is None
    return len(found.looks) > 1 or ends == (period.first, period.last)


def is_on_a_landmark(found: Window | Lasting) -> bool:
    """True if the patient's own date decides: it is not known here."""
    return bool(found.anchor) and found.anchor not in SCOPE.anchors


@settings(max_examples=300)
@given(st.integers(0, 2**32))
def test_the_dates_read_are_those_looked_at(seed: int) -> None:
    """Windows of results with both ends, look-backs without the far one, periods of on, off and stable."""
    chance = Chance(seed)
    where = situation(chance)
    asked = window(chance, has_drugs=True, share=1)
    if asked is not None and not is_on_a_landmark(asked):
        back = look_back_periods(asked, where)
        assert is_same(look_back_days(asked, SCOPE, where.days, DRUGS), back)
    plain = window(chance, share=1)
    if plain is not None and not is_on_a_landmark(plain):
        assert is_same(result_days(plain, SCOPE, where.days), result_periods(plain, None, where, is_timed=False))
    period = lasting(chance)
    if not is_on_a_landmark(period):
        assert is_same(lasting_days(period, SCOPE, where.days, DRUGS), lasting_period(period, where))
