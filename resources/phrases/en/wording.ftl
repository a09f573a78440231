## Evidence: what an entry of the chart says

evidence-undated = undated
evidence-limit-upper = upper limit { $limit }
evidence-limit-lower = lower limit { $limit }
absence-not-asked = not asked
absence-unknown = asked, not known
absence-not-done = not done
absence-declined = declined
absence-not-applicable = not applicable
evidence-yes = yes
evidence-no = no
level-raised = raised
level-low = low
level-normal = normal
evidence-suspected = suspected
evidence-ruled-out = ruled out
evidence-counts-as = counts as { $names } ({ $by }, { $date })
evidence-counts-as-nothing = counts as nothing listed ({ $by }, { $date })
evidence-may-be = may be { $names }
evidence-span = { $from } to { $to }
evidence-ongoing = { $from }, ongoing
evidence-end-unknown = { $from }, end not known
evidence-start-unknown = start not known
evidence-stopped = stopped: { $reason }
evidence-list-treatments = List of treatments
evidence-list-events = List of events
evidence-list-diagnoses = List of diagnoses
evidence-list-results = List of results
evidence-complete = complete from { $since }
evidence-as-of = as of { $date }
evidence-dose-from = { $dose } from { $date }
evidence-length = { $fate }, { $days ->
    [one] { $shown } day in all
   *[other] { $shown } days in all
}
evidence-computed = computed from the record
evidence-follows = follows from the record
evidence-never = never
evidence-contraindicated = contraindicated
evidence-site = said by the site
evidence-age = { $years ->
    [one] { $years } year old
   *[other] { $years } years old
}
evidence-age-between = { $low } or { $high } years old
evidence-born = born { $date }
birth-between = between { $first } and { $last } ({ $years } y on { $date })
birth-between-months = between { $first } and { $last } ({ $months } mo on { $date })
birth-born = born { $date }
birth-old = { $age } old
birth-not-recorded = birth date not recorded
birth-age = { $years ->
    [0] under 1 year
    [one] 1 year
   *[other] { $years } years
}
birth-age-about = about { $years ->
    [0] 1 year
    [one] 1 year
   *[other] { $years } years
}

## Words of courses

outcome-remission = remission
outcome-response = response
outcome-partial_response = partial response
outcome-no_response = no response
outcome-lost_response = lost response
outcome-relapse = relapse
outcome-failed = failed, not split further
outcome-not_assessable = not assessable
stopped-intolerance = not tolerated
stopped-inefficacy = inefficacy
stopped-planned = planned end
stopped-wish = wish of the patient
stopped-infection = infection
stopped-pregnancy = pregnancy
stopped-supply = supply
stopped-other = other reason

## Counting treatments

counted-counted = counted
counted-any_length = counted at any length
counted-contraindicated = counted: contraindicated
counted-outcome = not counted: outcome
counted-too_short = not counted: too short
counted-mark = not counted
counted-not_taken = not taken
counted-not_known = not known

## Sources that differ

dispute-open = The sources differ; none decides:
dispute-decided = The sources differ; [{ $source }] decides:

## Assumptions

assumed-window = { $what }: window not published, { $length } assumed ({ $source })
assumed-absent = { $what }: not recorded, assumed absent as the file says
assumed-undated = { $what }: undated, taken as current
assumed-interval = { $what }: { $length } after the last dose counted as treatment ({ $source })
assumed-regimens = { $what }: regimens told apart by their days; drugs that share at most 31 days follow each other
assumed-shortly = assumed: { $what }
assumed-shortly-window = within { $length }, no window published
assumed-shortly-absent = absent, because not recorded
assumed-shortly-undated = current, though undated
assumed-shortly-interval = treated for { $length } after the last dose
assumed-shortly-regimens = regimens told apart by their days
assumed-anchor = { $point } on { $date }

## Decision points

point-consent = consent
point-screening = screening
point-enrolment = enrolment
point-leukapheresis = leukapheresis
point-lymphodepletion = lymphodepletion
point-infusion = infusion

## What stands in the way

way-fails = { $count ->
    [one] 1 fails, { $kind }: { $names }
   *[other] { $count } fail, { $kind }: { $names }
}
way-to-ask = { $count ->
    [one] 1 criterion to ask about
   *[other] { $count } criteria to ask about
}
way-to-judge = { $count ->
    [one] 1 criterion for a physician to judge
   *[other] { $count } criteria for a physician to judge
}
way-for-the-site = { $count ->
    [one] 1 criterion only the site can answer
   *[other] { $count } criteria only the site can answer
}
way-not-before = not before { $date }
way-later = later: not before { $date }
way-nothing = all recorded criteria pass
way-nothing-now = nothing recorded fails at { $point }
way-too-little = the file holds too little to say more
way-too-little-for = the file holds too little to say more: { $what }
lacks-absent = no criterion on { $aspects }
lacks-unsettled = criterion on { $aspects } not settled
lacks-disease = disease not known
aspect-age = age
aspect-activity = activity
aspect-treatment = earlier treatment
recruitment-old = { $status } (read { $seen }, more than 90 days ago)
recruitment-undated = { $status } (nobody wrote when that was read)
way-not-in-file = the file does not hold: { $what }
way-exclusions = exclusions not public
usual-on-record = on record, usually excluding: { $facts }
way-inclusions = inclusions not public
way-no-cohort = belongs to no cohort of the file
way-cohort-not-known = not known whether the cohort fits
kind-time = ends by itself
    .by = waiting
kind-stopping = ends after stopping { $drugs }
    .by = stopping { $drugs }
does-not-apply = does not apply
excused = excused by an exception of the protocol
due-later = due later
cited-inclusion = [{ $source }] inclusion { $number }
cited-exclusion = [{ $source }] exclusion { $number }
cited = [{ $source }] { $section }
numbered-inclusion = Incl. { $number }
numbered-exclusion = Excl. { $number }
line-not-before = { $line }, not before { $date }
line-stopped = { $count ->
    [one] { $line }: { $point } not before { $date } if { $drugs } is stopped today
   *[other] { $line }: { $point } not before { $date } if { $drugs } are stopped today
}
line-not-yet = { $line }: { $point } not before { $date }

## Lengths of time

length-day = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
length-week = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
length-month = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
length-year = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
length-hour = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}

## What is needed

needed-required = { $what }
needed-excluded-if = excluded if: { $what }
needed-only-if = concerns only: { $what }
needed-unless = not held against the patient if: { $what }

## Sources

source-version = version { $version }
source-dated = of { $date }
source-dated-unknown = date not known
source-read = read { $date }
source-read-unknown = day of reading not recorded
source-titles-published = Published titles stand in their own language.
source-memory = from memory: { $what }
source-local-default = local default, no published source

# Words of a rule file that stand there in another language only
told-elsewhere = “{ $text }”

# Units as print writes them
unit-litre = L
unit-international = IU
unit-h = h
unit-day = day
unit-week = week
unit-month = month
unit-year = year
unit-every-h = { $count ->
    [1] per hour
   *[other] per { $count } h
}
unit-every-day = { $count ->
    [1] per day
   *[other] per { $count } days
}
unit-every-week = { $count ->
    [1] per week
   *[other] per { $count } weeks
}
unit-every-month = { $count ->
    [1] per month
   *[other] per { $count } months
}
unit-every-year = { $count ->
    [1] per year
   *[other] per { $count } years
}
