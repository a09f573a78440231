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
