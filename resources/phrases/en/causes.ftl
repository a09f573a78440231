## Why something is unknown

cause-missing = { $what }: not recorded
cause-missing-absent = { $what }: { $why }
cause-missing-limit = { $what }: the laboratory's own limit is not recorded
cause-missing-number = { $what }: no number is recorded
cause-missing-items = { $what }: items not answered
cause-missing-domain = { $what }: domains without a grade
cause-missing-dose = { $what }: dose not recorded
cause-missing-half-life = { $what }: half-life not in the catalogue
cause-missing-outcome = { $what }: outcome not recorded
cause-missing-kind-of-failure = { $what }: failed, in which way is not recorded
cause-missing-stopped = { $what }: reason for stopping not recorded
cause-missing-ever = { $what }: earlier results not confirmed complete
cause-missing-results = { $what }: too few results
cause-missing-earlier = { $what }: no earlier value to compare with
cause-missing-dose-adequate = { $what }: adequate dose not confirmed
cause-missing-adherence = { $what }: adherence not documented
cause-missing-route = { $what }: route not recorded
cause-missing-line = { $what }: line of treatment not recorded
cause-stale = { $what }: not of the days asked for
cause-not-begun = { $what }: the days asked for have not begun
cause-undated = { $what }: undated
cause-imprecise = { $what }: date or value not exact enough
cause-conflicting = { $what }: two entries of one time disagree
cause-indeterminate = { $what }: result neither positive nor negative
cause-unit = { $what }: unit cannot be converted
cause-method = { $what }: other or unrecorded method
cause-method-support = { $what }: repeat without transfusion or growth factor
cause-judgement = to judge: { $what }
cause-expired = to judge again, the answer is too old: { $what }
cause-not-public = not public: { $what }
cause-site = ask the site: { $what }
cause-sources = sources differ: { $what }

## Why something is unknown, with what the record holds

cause-list-not-complete = { $what }: not confirmed complete for the time asked for
cause-list-too-short = { $what }: complete from { $since } to { $until } only; it stands { $length } longer
cause-not-absent = { $what }: not confirmed absent; the list is not complete for the time asked for
cause-not-absent-list = { $what }: not confirmed absent ({ $list }: complete from { $since } to { $until } only; it stands { $length } longer)
cause-not-absent-never = { $what }: absent as of { $date } only; this stands { $length } longer
cause-too-old = { $what }: too old; asked for: { $window }
cause-other-days = { $what }: of other days than asked for: { $window }
cause-of-entry = { $what } ({ $entry })
cause-contradicted = { $what }: what is on record disagrees ({ $entries })
cause-imprecise-date = { $what }: date not exact enough
cause-imprecise-end = { $what }: end not known
cause-imprecise-kind = { $what }: recorded as a group; which of its kinds is not recorded
cause-judgement-of = to judge: { $what } ({ $who })
cause-judgement-entry = to judge: whether “{ $what }”, which the catalogue does not know, counts here
cause-to-ask = to ask: { $what } ({ $who })
cause-expired-of = to judge again: { $what } (answered: { $entry }; an answer stands for { $length })
names-and-more = { $names } and { $count ->
    [one] { $count } more
   *[other] { $count } more
}

## Who can provide what is missing

who-site = site
who-source = not public
who-investigator = investigator
who-patient = patient
who-guardian = guardian
who-record = record
