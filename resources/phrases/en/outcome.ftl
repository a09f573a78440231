## The outcome after an infusion: responses, drugs, cells

went-title = Outcome
went-name-lldas = LLDAS
went-name-doris_2021 = DORIS
went-name-printo_cid_jdm = Inactive disease (PRINTO)
went-name-tis_2016 = TIS 2016
went-name-criss = ACR CRISS
went-drug-free = Drug-free
went-drug-free-remission = Remission without drugs
went-relapse = Relapse
went-death = Death
went-retreated = Treated again
went-b-cells = B cells
went-steroid = Glucocorticoid
went-persistence = CAR-T cells in blood
went-since = since { $day }, { $count ->
    [one] 1 day
   *[other] { $count } days
  }
went-since-visit = since { $day }, { $visit }
went-since-between = since some day from { $first } to { $last }, at least { $count ->
    [one] 1 day
   *[other] { $count } days
  }
went-on-day = { $what } on { $day }
went-month = month { $count }
went-met = met
went-not-met = not met
went-not-known = not known
went-yes = yes
went-no = no
went-improved = improved
went-not-improved = not improved
went-improved-open = improved or not is not known
went-better = better
went-not-better = not better
went-nothing-recorded = nothing recorded
went-not-assessed = not assessed since the infusion
went-not-measured = not measured since the infusion
went-as-recorded = { $what }, as recorded
went-differs = { $what }; the values on record give something else
went-range = { $low } to { $high }
went-number-category = { $number }, { $category }
went-points = { $points } points for { $change } % of the range
went-before-now = { $before } → { $now }
went-answered = answered: { $what }
went-to-answer = { $what }: answered in the panel { $score } alone
went-taking = no: { $names }
went-free-since-unknown = now; since when is not known
went-free-since-infusion = since the infusion
went-beside = not counted: { $names }
went-steroid-none = none { $since }
went-cells-gone = no more by { $day }
went-at-infusion = { $dose } at the infusion
went-back-by = back by { $day }
went-absent-on = below the limit, last on { $day }
went-dose = { $amount } { $unit }
went-dose-at-least = at least { $amount } { $unit }
went-recorded = recorded { $day }
went-none-recorded = none recorded
went-infusions = { $days }; { $count } infusions in all
went-never-below = never below the limit
went-below-by = below the limit by { $day }
went-below-before = below the limit already before the infusion, { $day } again
went-below-between = below the limit from between { $first } and { $last }
went-back-between = back between { $first } and { $last }
went-band = { $begin }; { $end }
went-band-open = { $begin }; still on { $last }
went-b-cells-limit = limit { $limit }/µL
went-beyond-a-year = for longer than a year
went-without-day = { $count ->
    [one] 1 value without its day
   *[other] { $count } values without their day
  }
went-cells-never = not found
went-cells-found = last found { $day }
went-visits = At the visits that trials report
went-no-visit = the plan has no visit then
went-to-come = to come
went-how = How it is judged
went-what = What
went-result = Result
went-values = Values
went-why = What is open
went-measure-mrss = Skin score
went-measure-fvc = FVC % predicted
went-measure-patient = Patient's global
went-measure-physician = Physician's global
went-measure-haq = HAQ-DI
went-no-event = none
went-an-event = recorded
went-note-free = “Drug-free” has no agreed definition: counted here are glucocorticoids, immunosuppressants, targeted drugs, biologics, proteasome inhibitors and immunomodulators, not antimalarials and immunoglobulins. The choice is ours.
went-note-relapse = A relapse stands as somebody recorded it: no definition after cell therapy was found in a public source.
went-note-baseline = Baseline: the newest value of the 90 days up to the infusion. At a visit: the value in its window that is nearest to the assessment. The choices are ours.
went-note-marks = { $score }, { $letters }: { $about }
