## Verdicts: always about the patient

verdict-passes = passes
verdict-fails = fails
verdict-unknown = unknown

# beside an exclusion the words say what was looked for, so that nobody reads them the wrong way round
exclusion-passes = absent: passes
exclusion-fails = present: excludes
exclusion-unknown = not known

verdict-assumed = { $verdict }, assumed
verdict-assumed-plain = { $verdict }, assumed

## Conclusions

conclusion-not-this-cohort = not this cohort
conclusion-other-disease = other disease
conclusion-not-eligible = not eligible
conclusion-undecided = undecided
conclusion-not-yet = not yet
conclusion-possible = possible: confirm with the site
conclusion-eligible = eligible
conclusion-board-within = for the board: within usual limits
conclusion-board-outside = for the board: outside usual limits

## Why a criterion fails

failure-repeatable = repeatable
    .by = repeating it
failure-passing = temporary
    .by = waiting
failure-treatable = treatable
    .by = treatment
failure-another-course = needs another course
    .by = another course
failure-fixed = fixed
failure-no-day = no day fits

## A conclusion in two parts: its word, and what its line says besides

word-possible = possible
headline-at = at { $point }
headline-state = { $state }; { $rest }
headline-by-criteria = by its criteria { $line }
later-fails = { $point } fails, { $kind }
later-why = { $line } ({ $why })
rest-possible = confirm with the site
rest-not-yet = { $point } not before { $date }
rest-stopped = { $count ->
    [one] { $point } not before { $date } if { $drugs } is stopped today
   *[other] { $point } not before { $date } if { $drugs } are stopped today
}

# How a day and a month are written (Unicode date patterns); the month stands in letters.
date-day = d MMM y
date-month = MMM y
