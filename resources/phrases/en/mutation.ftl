# Boundary patients made by the program: what was put on record, as the name of an example.
probe-birthday-before = one day before birthday { $years }
probe-birthday = on birthday { $years }
probe-birthday-after = one day after birthday { $years }
probe-result = { $what } { $value } on { $date }
probe-answer = { $what } { $value } on { $date }
probe-field = { $what } { $value }
probe-happened = { $what } on { $date }
probe-goes-on = { $what } since { $date }
probe-ended = { $what } until { $date }
probe-taken = { $what } for { $days } days ({ $outcome })
probe-times = { $what }, { $count } times
probe-dose = { $dose } since { $date }
probe-without = without { $what }
probe-none-of = { $count ->
    [0] without { $what }
   *[other] without { $what } and { $count } others
}
probe-no-course = no course
probe-planned = decision points planned { $weeks } weeks apart
