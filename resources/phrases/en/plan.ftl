## Paper: monitoring plan

plan-title = Monitoring after CD19 CAR-T
plan-title-of = Monitoring after CD19 CAR-T, { $subjects }
plan-kind = Monitoring plan
plan-clinic-not-given = Centre: not given
plan-born = born { $date }
plan-born-not-known = birth date not known
plan-day0 = day 0 is { $date }
plan-age-at-day0 = { $age } y at day 0
plan-age-at-day0-between = { $youngest } or { $oldest } y at day 0
plan-page = page { $page } of { $pages }
plan-escaped-signs = Signs that cannot be printed stand as their code, such as ⟨U+0000⟩.

plan-product-autologous = autologous
plan-product-allogeneic = allogeneic
plan-product-unknown = product not known
plan-vector-lentiviral = lentiviral
plan-vector-gammaretroviral = gammaretroviral
plan-vector-transposon = transposon
plan-vector-mrna = mRNA
plan-vector-other = vector not listed
plan-vector-unknown = vector not known
plan-region-EU = EU
plan-region-US = US
plan-region-other = region not listed: the longer of the published rules
plan-region-unknown = region not known: the longer of the published rules
plan-cells-per-kg = given: { $number } × 10{ $power } cells/kg
plan-cells-in-all = given: { $number } × 10{ $power } cells
plan-lymphodepletion = lymphodepletion as given: { $drugs }
plan-no-lymphodepletion = no lymphodepletion was given
plan-no-lymphodepletion-planned = planned without lymphodepletion (mRNA)
plan-to-give = planned after the infusion: { $drug }, from when is not known
plan-to-give-from = planned after the infusion: { $drug } from { $date }

plan-mark-synthetic = { $sex ->
   *[other] synthetic patient
  }
plan-mark-local = local, unreviewed: { $schedules }
plan-mark-not-reviewed = not reviewed by a physician
plan-mark-family = copy for the family
plan-footer-schedules = Schedules: { $schedules }.
plan-footer-decision = Decision support for physicians; not reviewed as a medical device. The treating team and the site decide.
plan-footer-printed = Printed { $instant } · { $program }
plan-footer-lifelong = Watch for new malignancy is lifelong.

## Page 1 and the sheet for the bedside

plan-what-it-is = What to do, when and by whom, from { $first } to { $last }. Page 2 is for the bedside; dates, then the basis of each item follow.
plan-what-it-is-later = What to do, when and by whom, until { $last }, counted from day 0 on { $first }. The basis of each item stands at the end.
plan-fact-leukapheresis = Leukapheresis
plan-fact-batch = Product name, batch
plan-fact-known = On record
plan-to-fill = ____________________
plan-known-yes = { $what }: yes
plan-known-no = { $what }: no
plan-known-unknown = { $what }: not on record
plan-more-items = { $count ->
    [one] one more
   *[other] { $count } more
  }: see { $heading }
plan-heading-glance = The 15 years at a glance
plan-glance-corner = Who (contacts in days D, months M, years Y), and what holds how long
plan-whole-visit = Visit with { $count } items: see All visits
plan-held-until = until { $last }
plan-undated-steps = { $count ->
    [one] One step before the infusion has
   *[other] { $count } steps before the infusion have
  } no day yet: see Before the infusion
plan-daily-on-page-2 = Every day: page 2, for the bedside
plan-several = Several, on one basis
plan-lifelong = for life
plan-period-year-one = Y{ $count }
plan-period-day = D{ $first }–{ $last }
plan-period-month = M{ $first }–{ $last }
plan-period-year = Y{ $first }–{ $last }
plan-heading-bedside = For the bedside
plan-heading-bedside-of = Days { $first } to { $last }, for the bedside
plan-column-day = Day
plan-column-also = Also that day
plan-column-initials = Initials
plan-bedside-vital_signs = Temperature, vital signs; CRS grade
plan-bedside-blood_count = ANC / Hb / platelets
plan-bedside-inflammation = CRP / ferritin
plan-bedside-organs = LICATS: organ, grade
plan-legend-bedside-due = ● due, ●● twice
plan-legend-bedside-while = (●) while { $condition }
plan-legend-bedside-sparse = ○ { $pace }
plan-legend-bedside-nothing = – not planned that day
plan-reported = To report

## Headings

plan-heading-before = Before the infusion
plan-heading-months = Months 2 to 12
plan-heading-years = Years 2 to 15
plan-heading-due = Due now and next
plan-heading-visits = All visits
plan-heading-held = What holds for a time
plan-heading-awaited = When something happens
plan-heading-details = What is done, by whom, and on what basis
plan-heading-notes = To know
plan-heading-left-out = Not in this plan
plan-heading-sources = Sources
plan-heading-hospital-call = Go to hospital or call at once, day and night: { $telephone }
plan-heading-hospital = Go to hospital at once, day and night
plan-telephone-missing = 24-hour telephone number of the centre: ______________________ (not given)

plan-legend-counted = ● due · ○ due on the condition named beside the activity · ●● twice in that year
plan-legend-visits = ○ only on the condition that stands in the grids; marks and limits stand in the table of activities
plan-as-visit = as { $visit }
plan-confidential-left-out = Some items are discussed separately.
plan-nothing-due = No visit is due after { $date }.

## Columns

plan-column-activity = Activity
plan-column-when = When
plan-column-what = What
plan-column-due = Due
plan-column-window = Window
plan-column-done = Done
plan-column-who = Who
plan-column-basis = Basis
plan-column-until = From, to
plan-column-claim = Public texts claim
plan-column-carried = What was found in papers
plan-column-trigger = When this happens

## Days and stretches

plan-days-one = D{ $day }
plan-visit-day = Day { $count }
plan-visit-month = Month { $count }
plan-visit-year = Year { $count }
plan-visit-age = { $age } years old
plan-window = { $first } to { $last }
plan-window-none = that day
plan-for-life = from { $first }, for life
plan-overdue = overdue
plan-due-now = due now
plan-missing = without a result: { $items }
plan-earlier-overdue = { $count ->
    [one] One earlier visit is
   *[other] { $count } earlier visits are
  } without a result on record, too.
plan-by = by { $last }

plan-pace-day = { $times ->
    [1] daily
    [2] twice daily
   *[other] { $times } × daily
  }
plan-pace-week = { $times ->
    [1] weekly
    [2] twice weekly
   *[other] { $times } × weekly
  }
plan-pace-range-day = { $times } to { $most } × daily
plan-pace-range-week = { $times } to { $most } × weekly
plan-pace-every-hour = { $count ->
    [1] hourly
   *[other] every { $count } hours
  }
plan-pace-every-day = { $count ->
    [1] daily
   *[other] every { $count } days
  }
plan-pace-every-week = { $count ->
    [1] weekly
   *[other] every { $count } weeks
  }
plan-pace-every-month = { $count ->
    [1] monthly
   *[other] every { $count } months
  }
plan-pace-every-year = { $count ->
    [1] yearly
   *[other] every { $count } years
  }
plan-pace-while = { $pace } while { $condition }
plan-length-hour = { $count ->
    [one] 1 hour
   *[other] { $count } hours
  }
plan-length-day = { $count ->
    [one] 1 day
   *[other] { $count } days
  }
plan-length-week = { $count ->
    [one] 1 week
   *[other] { $count } weeks
  }
plan-length-month = { $count ->
    [one] 1 month
   *[other] { $count } months
  }
plan-length-year = { $count ->
    [one] 1 year
   *[other] { $count } years
  }

## Events and conditions

plan-at-event = { $event }
plan-before-event = before { $event }
plan-length-before-event = { $length } before { $event }
plan-length-after-event = { $length } after { $event }
plan-within-before-event = within { $length } before { $event }
plan-within-after-event = within { $length } after { $event }
plan-counted-from-day0 = days { $first } to { $last }
plan-while = while { $condition }
plan-until = until { $condition }
plan-once = once { $condition }
plan-at-age = on the birthday of { $age } years (birth date not known)
plan-if = if { $condition }
plan-if-product = if the product is { $values }
plan-if-vector = if the vector is { $values }
plan-if-lymphodepletion = if the lymphodepletion { $values }
plan-lymphodepletion-given = is given
plan-lymphodepletion-none = is left out
plan-lymphodepletion-with_fludarabine = contains fludarabine
plan-or = { $one } or { $other }
plan-labelled = { $label }, { $conditions }

## Marks

plan-note-local-default = local default, no published schedule
plan-note-memory = from memory: the source must be read before anyone relies on it
plan-note-longer-rule = rule of { $regions }, taken because the region is not listed: the longer of the published rules
plan-note-confidential = confidential: left out of copies for the family

plan-limit = Limit: { $limit }
plan-basis = { $strength }, { $sources }
plan-basis-memory = { $strength }, from memory, { $sources }
plan-source = [{ $number }] { $title } · { $place } · read: { $read }
plan-sources-published = Published titles stand in their own language.
plan-source-own = [{ $number }] { $title }

strength-label = product label
strength-regulator_guidance = regulator's guidance
strength-society_guidance = guidance of a society
strength-expert_table = published table
strength-observational = observation
strength-trial_practice = practice of trials
strength-expert = expert opinion
strength-local_default = local default, no published source

role-cell_therapy = CAR-T centre
role-rheumatology = rheumatology
role-primary_care = family doctor
role-cardiology = cardiology
role-pulmonology = pulmonology
role-fertility = fertility clinic
role-endocrinology = endocrinology
role-patient = patient
plan-own-day = Told from { $date }, the day the file names.
