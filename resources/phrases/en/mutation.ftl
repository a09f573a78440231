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
probe-planned = decision points planned a week apart
probe-with = { $what } with { $other }

# What a mutant changes, and what came of it.
mutant-anchors = counted from another point
mutant-connectives = joined otherwise
mutant-counts = one more or less
mutant-durations = another length of time
mutant-limits = another limit
mutant-members = a member left out
mutant-negations = turned round
mutant-operators = another comparison
mutant-in-condition = { $name }
mutant-in-applies-when = { $name } (whom it concerns)
mutant-in-unless = { $name } (exception)
mutant-in-cohort = cohort { $name }
mutant-in-definition = definition { $name }
mutant-in-window = window { $name }
mutant-in-group = group { $name }
mutant-score = { $noticed } of { $count } changes noticed, { $percent } %
mutant-equivalent = { $count ->
    [one] 1 change says the same in other words and is not counted
   *[other] { $count } changes say the same in other words and are not counted
}
mutant-found = { $count ->
    [one] 1 patient notices { $told } of { $left } survivors
   *[other] { $count } patients notice { $told } of { $left } survivors
}
mutant-none-found = no patient was found that tells these apart
mutant-written = { $count ->
    [one] 1 example written
   *[other] { $count } examples written
}
