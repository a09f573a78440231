# Boundary patients made by the program: what was put on record, as the name of an example.
boundary-birthday-before = one day before birthday { $years }
boundary-birthday = on birthday { $years }
boundary-birthday-after = one day after birthday { $years }
boundary-result = { $what } { $value } on { $date }
boundary-answer = { $what } { $value } on { $date }
boundary-field = { $what } { $value }
boundary-happened = { $what } on { $date }
boundary-goes-on = { $what } since { $date }
boundary-ended = { $what } until { $date }
boundary-taken = { $what } for { $days } days ({ $outcome })
boundary-times = { $what }, { $count } times
boundary-dose = { $dose } since { $date }
boundary-without = without { $what }
boundary-none-of = { $count ->
    [0] without { $what }
   *[other] without { $what } and { $count } others
}
boundary-no-course = no course
boundary-planned = decision points planned a week apart
boundary-with = { $what } with { $other }

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
mutant-without = { $count ->
    [one] no plausible patient was found for 1 change, so none was made for it
   *[other] no plausible patients were found for { $count } changes, so none were made for them
}
mutant-written = { $count ->
    [one] 1 example written
   *[other] { $count } examples written
}
