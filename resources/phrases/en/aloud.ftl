## Conditions of rule files read aloud. Each message is a whole phrase; what is put in is a whole phrase too.

aloud-note = { $sentence }; { $note }
aloud-and = { $one } and { $other }
aloud-or = { $one } or { $other }
aloud-or-if = { $one }, or if { $other }
aloud-and-more = { $names } and { $count } more
aloud-quoted = “{ $text }”
aloud-yes = yes
aloud-no = no

## Joined conditions

aloud-all = all of these
aloud-any = at least one of these
aloud-at-least = at least { $needed } of these { $count }
aloud-not = not so
aloud-if = if
aloud-then = then
aloud-otherwise = otherwise
aloud-otherwise-nothing = otherwise nothing is asked
aloud-sources-differ = the sources differ
aloud-sources-decides = the sources differ; the reading of { $source } decides
aloud-defined = “{ $name }” means
aloud-not-public = not public: { $what }; ask the site

## Lengths of time

aloud-length-hour = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
aloud-length-day = { $count ->
    [one] 1 day
   *[other] { $count } days
}
aloud-length-week = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
aloud-length-month = { $count ->
    [one] 1 month
   *[other] { $count } months
}
aloud-length-year = { $count ->
    [one] 1 year
   *[other] { $count } years
}
# the same behind a preposition; other languages have other endings there
aloud-span-hour = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
aloud-span-day = { $count ->
    [one] 1 day
   *[other] { $count } days
}
aloud-span-week = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
aloud-span-month = { $count ->
    [one] 1 month
   *[other] { $count } months
}
aloud-span-year = { $count ->
    [one] 1 year
   *[other] { $count } years
}
aloud-half-lives = { $count ->
    [one] 1 half-life of the drug
   *[other] { $count } half-lives of the drug
}
aloud-named-window = { $length } (window “{ $name }” of the file)
aloud-span-longer = { $first } or { $second }, whichever is longer,
aloud-span-shorter = { $first } or { $second }, whichever is shorter,
aloud-lasting-at-least = at least { $length }
aloud-lasting-more = more than { $length }
aloud-span-at-least = { $span }
aloud-span-more = more than { $span }

## Days

aloud-before = { $anchor ->
    [decision] before the decision day
    [consent] before consent
    [screening] before screening
    [enrolment] before enrolment
    [leukapheresis] before leukapheresis
    [lymphodepletion] before lymphodepletion
    [infusion] before infusion
   *[other] before “{ $label }”
}
aloud-after = { $anchor ->
    [decision] after the decision day
    [consent] after consent
    [screening] after screening
    [enrolment] after enrolment
    [leukapheresis] after leukapheresis
    [lymphodepletion] after lymphodepletion
    [infusion] after infusion
   *[other] after “{ $label }”
}
aloud-around = { $anchor ->
    [decision] before or after the decision day
    [consent] before or after consent
    [screening] before or after screening
    [enrolment] before or after enrolment
    [leukapheresis] before or after leukapheresis
    [lymphodepletion] before or after lymphodepletion
    [infusion] before or after infusion
   *[other] before or after “{ $label }”
}
aloud-on-day = { $anchor ->
    [decision] on the decision day
    [consent] on the day of consent
    [screening] on the day of screening
    [enrolment] on the day of enrolment
    [leukapheresis] on the day of leukapheresis
    [lymphodepletion] on the day of lymphodepletion
    [infusion] on the day of infusion
   *[other] on the day “{ $label }”
}
aloud-within = within { $span } { $side }
aloud-since-start = since start of { $drug } (the first day of its newest run; breaks of up to 28 days are bridged)
aloud-stretch = from { $far } to { $near } { $side }
aloud-day-before = exactly { $span } { $side }
aloud-both-ends = { $window }, first and last day included
aloud-far-end-out = { $window }, the day at exactly that distance not counted
aloud-dates = { $window } ({ $first } to { $last })
aloud-date = { $window } ({ $day })
aloud-window-assumed = not older than { $length }, assumed from the catalogue as the file names no window
aloud-window-assumed-each = not older than the catalogue assumes for each, as the file names no window
aloud-window-open = of any date

## Which result decides

aloud-pick-result = { $pick ->
    [first] first result
    [highest] highest result
    [lowest] lowest result
    [any] at least one result
    [every] every result
    [ever] at least one result ever recorded
   *[latest] latest result
}
aloud-pick-entry = { $pick ->
    [first] first entry
    [highest] highest entry
    [lowest] lowest entry
    [any] at least one entry
    [every] every entry
    [ever] at least one entry ever recorded
   *[latest] latest entry
}
aloud-pick-record = { $pick ->
    [first] first record
    [highest] highest record
    [lowest] lowest record
    [any] at least one record
    [every] every record
    [ever] at least one record ever made
   *[latest] latest record
}
aloud-pick-dose = { $pick ->
    [first] dose of the first day
    [highest] highest dose of any day
    [lowest] lowest dose of any day
    [any] dose on at least one day
    [every] dose on every day
    [ever] dose on at least one day ever
   *[latest] dose of the last day
}
aloud-among = among results { $window }
aloud-dose-now = dose on the decision day
aloud-picked = { $pick } { $window }
aloud-clean = a result counts only without { $names } within { $span } before the sample
aloud-answered-by = answered by { $who }
aloud-answer-stands = an answer stands for { $length }
aloud-who-investigator = the investigator
aloud-who-site = the site
aloud-who-patient = the patient
aloud-who-guardian = the guardian

## What is measured

aloud-qualified = { $label } ({ $qualifiers })
aloud-points-of-score = number of points
aloud-items-without = { $score }, left out: { $items }
aloud-items-only = { $score }, counted alone: { $items }
aloud-item-group = { $group ->
    [central_nervous] central nervous system items ({ $items })
    [constitutional] constitutional items ({ $items })
    [haematological] blood count items ({ $items })
    [laboratory] laboratory items ({ $items })
    [mucocutaneous] skin and mucosa items ({ $items })
    [musculoskeletal] joint and muscle items ({ $items })
    [renal] kidney items ({ $items })
    [serology] serology items ({ $items })
    [serosal] serosal items ({ $items })
    [vascular] vascular items ({ $items })
   *[other] items “{ $label }” ({ $items })
}
aloud-several-any = at least one of { $names }
aloud-several-each = each of { $names }
aloud-several-at-least = at least { $needed } of { $names }
aloud-site-fact = { $label } (fact of the site)
aloud-class = { $label } (any of: { $members })
aloud-group-unnamed = a group (any of: { $members })
aloud-group = “{ $label }” (any of: { $members })
aloud-target = the disease of this file ({ $members })

## Tests of a measurement

aloud-test-ge = at least { $limit }
aloud-test-gt = above { $limit }
aloud-test-le = at most { $limit }
aloud-test-lt = below { $limit }
aloud-test-eq = exactly { $limit }
aloud-test-ne = not { $limit }
aloud-by-ge = at least { $limit }
aloud-by-gt = more than { $limit }
aloud-by-le = at most { $limit }
aloud-by-lt = less than { $limit }
aloud-by-eq = exactly { $limit }
aloud-by-ne = not { $limit }
aloud-test-between = from { $low } to { $high }, both included
aloud-compare = { $subject } { $test }
aloud-compare-several = { $subject }: { $test }
aloud-amount = { $number } { $unit }
aloud-amount-power = { $number } × { $unit }
aloud-per-day = { $unit }/day
aloud-per-week = { $unit }/week
aloud-per-month = { $unit }/month
aloud-copies = copies{ $rest }
aloud-unit-years = years
aloud-unit-months = months
aloud-times-uln = { $number } × ULN (upper limit of the laboratory)
aloud-times-lln = { $number } × LLN (lower limit of the laboratory)
aloud-uln = ULN (upper limit of the laboratory)
aloud-lln = LLN (lower limit of the laboratory)
aloud-limit-lower = { $first } or { $second }, whichever is lower
aloud-limit-higher = { $first } or { $second }, whichever is higher
aloud-limit-site = the site’s value of { $label }

aloud-age-ge = { $subject } at least { $years } years: from the day of turning { $years }
aloud-age-gt = { $subject } above { $years } completed years: from the day of turning { $next }
aloud-age-le = { $subject } at most { $years } completed years: until the day before turning { $next }
aloud-age-lt = { $subject } below { $years } years: until the day before turning { $years }
aloud-age-eq = { $subject } { $years } completed years: from the day of turning { $years } until the day before turning { $next }
aloud-age-ne = { $subject } not { $years } completed years
aloud-age-between = { $subject } { $low } to { $high } completed years: from the day of turning { $low } until the day before turning { $next }

aloud-is = { $subject }: { $value }
aloud-one-of = one of { $values }
aloud-is-not = not { $value }
aloud-none-of = none of { $values }
aloud-includes = { $subject } includes { $value }
aloud-includes-one-of = { $subject } includes at least one of { $value }
aloud-grade = exactly grade { $grades }
aloud-grade-not = any grade but { $grades }
aloud-domains = { $subject }: { $grade } in at least { $needed ->
    [one] 1 domain
   *[other] { $needed } domains
}
aloud-domains-of = { $subject }: { $grade } in at least { $needed } of these domains: { $names }
aloud-domains-other = { $subject }: { $grade } in at least { $needed ->
    [one] 1 domain
   *[other] { $needed } domains
}, leaving out: { $names }
aloud-result-positive = positive
aloud-result-negative = negative
aloud-result-borderline = borderline
aloud-result-indeterminate = indeterminate
aloud-result-invalid = invalid
aloud-result-detected_not_quantified = detected, not quantified

aloud-repeated = at least { $needed } results of different days, { $subject } each { $test }
aloud-shift-rise = { $subject }: the latest result is higher than an earlier one within { $span } before it, by { $test }
aloud-shift-rise-since = { $subject }: the latest result is higher than an earlier one since then or than the one that stood then, by { $test }
aloud-shift-fall-since = { $subject }: the latest result is lower than an earlier one since then or than the one that stood then, by { $test }
aloud-shift-fall = { $subject }: the latest result is lower than an earlier one within { $span } before it, by { $test }
aloud-relative = { $limit } of the earlier value
aloud-percentage-points = { $limit } of the scale (points, not a share of the earlier value)
aloud-since = time since { $landmark }: { $test }, counted to the day
aloud-shows = { $record } shows, all in one record: { $fields }

## Diagnoses, signs, events

aloud-has = { $mode ->
    [any] has now at least one of: { $names }
    [each] has now each of: { $names }
   *[one] has now: { $names }
}
aloud-has-not = { $mode ->
    [any] has now none of: { $names }
    [each] has now not all of these together: { $names }
   *[one] does not have now: { $names }
}
aloud-had = { $mode ->
    [any] had, present on at least one day { $window }, at least one of: { $names }
    [each] had, each present on at least one day { $window }, each of: { $names }
   *[one] had, present on at least one day { $window }: { $names }
}
aloud-had-not = { $mode ->
    [any] present on no day { $window }, none of: { $names }
    [each] had not all of these on some day { $window }: { $names }
   *[one] present on no day { $window }: { $names }
}
aloud-had-ever = { $mode ->
    [any] had at any time in life at least one of: { $names }
    [each] had at some time in life each of: { $names }
   *[one] had at any time in life: { $names }
}
aloud-had-never = { $mode ->
    [any] never had any of: { $names }
    [each] has not had all of: { $names }
   *[one] never had: { $names }
}
aloud-happened = { $mode ->
    [any] happened on at least one day { $window }, at least one of: { $names }
    [each] happened on at least one day { $window }, each of: { $names }
   *[one] happened on at least one day { $window }: { $names }
}
aloud-happened-not = { $mode ->
    [any] happened on no day { $window }, none of: { $names }
    [each] did not all happen { $window }: { $names }
   *[one] happened on no day { $window }: { $names }
}
aloud-counted-if = counted only if { $fields }
aloud-other-than = not counted: { $names }

## Drugs

aloud-received = { $mode ->
    [any] received on at least one day { $window } at least one of: { $names }
    [each] received on at least one day { $window } each of: { $names }
   *[one] received on at least one day { $window }: { $names }
}
aloud-received-not = { $mode ->
    [any] received on no day { $window } any of: { $names }
    [each] did not receive { $window } all of: { $names }
   *[one] received on no day { $window }: { $names }
}
aloud-received-ever = { $mode ->
    [any] received at any time in life at least one of: { $names }
    [each] received at some time in life each of: { $names }
   *[one] received at any time in life: { $names }
}
aloud-received-never = { $mode ->
    [any] never received any of: { $names }
    [each] has not received all of: { $names }
   *[one] never received: { $names }
}
aloud-times = at least { $times } times, each course or administration counted once
aloud-times-not = this often: { $times } times or more, each course or administration counted once
aloud-failed = { $mode ->
    [any] failed at least one of: { $names }
    [each] failed each of: { $names }
   *[one] failed: { $names }
}
aloud-failed-not = { $mode ->
    [any] failed none of: { $names }
    [each] has not failed all of: { $names }
   *[one] did not fail: { $names }
}
aloud-failed-means = counted as failed if { $ends }
aloud-ended-with = the course ended with { $outcomes }
aloud-stopped-for = it was stopped because of { $reasons }
aloud-taken-for = taken { $length } without a longer break
aloud-treatment-in = only days of treatment { $window }
aloud-on-now = { $mode ->
    [any] takes now at least one of: { $names }
    [each] takes now each of: { $names }
   *[one] takes now: { $names }
}
aloud-on-now-not = { $mode ->
    [any] takes now not one of these as asked: { $names }
    [each] takes now not each of: { $names }
   *[one] does not take now: { $names }
}
aloud-on = { $mode ->
    [any] took on every day { $window } at least one of: { $names }
    [each] took on every day { $window } each of: { $names }
   *[one] took on every day { $window }: { $names }
}
aloud-on-not = { $mode ->
    [any] did not take on every day { $window } one of: { $names }
    [each] did not take on every day { $window } each of: { $names }
   *[one] did not take on every day { $window }: { $names }
}
aloud-daily-dose = daily dose { $test }
aloud-off-now = takes now none of: { $names } (never taken is enough)
aloud-off-now-not = takes now one or more of: { $names }
aloud-off = took on no day { $window } any of: { $names } (never taken is enough)
aloud-off-not = took on at least one day { $window } one or more of: { $names }
aloud-stable = same dose on every day { $window }, or not taken at all: { $names }
aloud-stable-not = dose changed, or started or stopped, { $window }: { $names }

aloud-outcome-remission = remission
aloud-outcome-response = response
aloud-outcome-partial_response = partial response
aloud-outcome-no_response = no response
aloud-outcome-lost_response = loss of response
aloud-outcome-relapse = relapse
aloud-outcome-not_assessable = an outcome that cannot be assessed
aloud-reason-intolerance = intolerance
aloud-reason-inefficacy = lack of effect
aloud-reason-planned = its planned end
aloud-reason-wish = the patient’s wish
aloud-reason-infection = infection
aloud-reason-pregnancy = pregnancy
aloud-reason-supply = supply
aloud-reason-other = another reason

## The therapy block

aloud-therapy = earlier treatment
aloud-therapy-drugs = { $needed ->
    [one] at least 1 drug counted of: { $names }
   *[other] at least { $needed } different drugs counted of: { $names }
}
aloud-therapy-groups = counted drugs of at least { $needed } of these groups, one drug filling one place: { $names }
aloud-therapy-lines = at least { $needed } lines of treatment counted with: { $names }
aloud-therapy-regimens = at least { $needed } regimens counted with: { $names } (what was taken together is one regimen; drugs that share at most 31 days follow each other; a recorded line of treatment decides)
aloud-therapy-all-of = counted, each of: { $names }
aloud-therapy-one-from-each = counted, one drug for each place, one drug filling one place only: { $places }
aloud-therapy-must-include = among those counted at least one of: { $names }
aloud-therapy-count-once = { $names } together are one drug
aloud-therapy-taken = a course counts if it was taken, whatever came of it
aloud-therapy-counted-if = a course counts only if { $ends }
aloud-therapy-any-length = it counts however short it was if { $ends }
aloud-therapy-each-for = each must have been taken for { $length }
aloud-therapy-each-for-one = { $name } must have been taken for { $length }
aloud-therapy-each-for-others = each of the others must have been taken for { $length }
aloud-therapy-together-for = the drugs needed must have been taken at the same time for { $length }
aloud-therapy-in-total-for = the days on any of the counted drugs must add up to { $length }
aloud-therapy-gap = breaks of up to { $length } do not interrupt
aloud-therapy-gap-default = breaks of up to 28 days do not interrupt (the file names no other length)
aloud-therapy-looking-back = only days of treatment { $window } count
aloud-therapy-together-with = only days on which one also took { $names } count
aloud-therapy-at-dose = { $name }: only days on a dose { $test } count
aloud-therapy-cumulative = { $name }: cumulative dose { $test }
aloud-therapy-dose-adequate = the dose must be marked as adequate on the course
aloud-therapy-adherence = adherence must be documented on the course
aloud-therapy-still-on = it must still be taken on the decision day
aloud-therapy-unchanged-for = it must have been taken at an unchanged dose for { $length } up to the decision day
aloud-therapy-contraindicated-ignored = a drug that is contraindicated does not count for that
aloud-therapy-contraindicated-counts = a drug that is contraindicated counts as one of them
aloud-therapy-contraindicated-waives = what only contraindicated or already counted drugs could fill is not asked for
