## Trends with events

trends-title = Trends
trends-infusion = Infusion
trends-span = { $first } to { $last }
trends-left-out = { $count ->
    [one] 1 value in another unit or without a number is not drawn
   *[other] { $count } values in another unit or without a number are not drawn
  }
trends-as-table = As a table
trends-what = What
trends-when = When
trends-value = Value
trends-day = Day { $day }
trends-month = Month { $month }
trends-baseline-of = { $day }, last value up to the infusion
trends-baseline = Ring: last value up to the infusion. It is the baseline.
trends-unknown = Hollow: only a bound of the value is known.
trends-gap = Two values more than { $days } days apart are not joined.
trends-marks = Marked: { $names }.
trends-mark = { $number } { $name }, { $day }
trends-mark-span = { $number } { $name }, { $first } to { $last }
trends-mark-ongoing = { $number } { $name }, from { $first }, ongoing
trends-column-day = Day
trends-held-until = { $amount } until { $last }
trends-none = No value of a trend is on record since 90 days before the infusion.
trends-year = Year { $year }
trends-growth = { $name }, percentile ({ $references })
trends-reference-CDC = CDC 2000
trends-reference-WHO-2006 = WHO 2006
trends-reference-WHO-2007 = WHO 2007
trends-percentile = P { $percentile } (z { $z }): { $value }
trends-series = Antibodies of two laboratories and growth by two references are not joined.
trends-growth-about = Growth: WHO 2006 to 5 years, then WHO 2007 (weight to 10 years); in the US CDC 2000 from 2 years on.
