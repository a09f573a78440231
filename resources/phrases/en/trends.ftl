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
