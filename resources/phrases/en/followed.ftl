## What became of the plan

followed-infused = infused { $day }
followed-day = day { $count }
followed-count-done = { $count ->
    [one] 1 visit settled
   *[other] { $count } visits settled
  }
followed-count-overdue = { $count } overdue
followed-count-missed = { $count } missed
followed-count-coming = { $count } to come
followed-overdue = Overdue
followed-due = Due
followed-this-week = This week
followed-next = Next
followed-later = To come
followed-done = Done
followed-not-done = Not done
followed-not-possible = Could not be done
followed-missed = Missed
followed-no-longer = Asked no longer
followed-waiting = Waits
followed-holds = Holds
followed-over = Is over
followed-days-past = { $count ->
    [one] 1 day past
   *[other] { $count } days past
  }
followed-window = window { $window }
followed-and-more = { $named } and { $count } more
followed-on-day = on { $day }
followed-by-values = by what is on record: { $values }
followed-days-late = { $count ->
    [one] 1 day after its window
   *[other] { $count } days after its window
  }
followed-days-early = { $count ->
    [one] 1 day before its window
   *[other] { $count } days before its window
  }
followed-lacking = no value of: { $names }
followed-covered = { $covered } of { $expected } times on record
followed-because = because { $condition }
followed-because-not = it is no longer so that { $condition }
followed-by-age = by the age
followed-since = { $day }
followed-asked = asked from then on: { $names }
followed-asked-no-longer = asked no longer: { $names }
followed-yes = yes
followed-no = no
followed-not-recorded = not on record
followed-apart = On record, but no part of the plan: { $activity } ({ $at })
followed-changes = What changed in the plan, and why
followed-no-changes = No finding has changed the plan since the infusion.
followed-nothing-due = Nothing is overdue or due this week.
followed-outside = Besides the visits
followed-nobody = The record holds no infusion up to { $day }. Record it first: the plan counts from its day.
followed-today = today, day { $count }
followed-line = 15 years, visit by visit; the list of all visits says the same in words
followed-basis = Plan: { $basis }
followed-list-due = Due and next { $count }
followed-list-visits = All visits { $count }
followed-list-beside = Besides the visits { $count }
followed-list-changes = What changed { $count }
followed-record = Record a visit
followed-on = Day
followed-why = Reason, or a note
followed-things = What is done there
followed-whole-visit = The whole visit
followed-values = Values of that day
followed-say-done = Done
followed-say-not-done = Not done
followed-say-not-possible = Not possible
followed-close = Close
followed-recorded = Recorded: { $what }
followed-needs-why = Write why it was not done.
followed-infusion = Infusion
followed-infusion-why = The plan counts from its day. Drugs of the lymphodepletion are courses among the treatments; write none where it was left out.
followed-infusion-action = Record an infusion
followed-infusion-record = Record
followed-infusion-recorded = The infusion is on record.
followed-infusion-empty = Write at least the day of the infusion.
followed-calendar-title = Follow-up: { $visit }
followed-calendar = Save visits as a calendar …
followed-calendar-saved = { $count } visits were saved. The calendar names nobody.
followed-not-treated = not treated by then
followed-reaches = { $age } within 3 months
followed-because-died = because the patient has died; reports to authorities and makers are no part of the plan and remain
followed-count-no-longer = { $count } asked no longer
