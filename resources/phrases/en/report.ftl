## Paper: eligibility report

report-kind = Eligibility report
report-clinic-not-given = Centre: not given
report-born = born { $date }
report-born-age = born { $date } ({ $years } y)
report-born-not-known = birth date not known
report-judged-on = judged on { $date }
report-planned = { $point } planned { $date }
report-page = page { $page } of { $pages }
report-escaped-signs = Signs that cannot be printed stand as their code, such as ⟨U+0000⟩.
report-heading-way = What stands in the way
report-heading-criteria = Criteria
report-cohort = Cohort: { $title }
report-heading-points = Decision points
report-heading-later = Due later
report-heading-assumed = What was assumed
report-heading-missing = What the rule file does not contain
report-heading-in-full = Long criteria in full
report-heading-basis = Basis
report-heading-cohorts = Cohorts of this file
report-column-criterion = Criterion
report-column-now = Now
report-column-needed = What is needed
report-column-who = Who
report-column-verdict = Verdict
report-column-evidence = Evidence
report-column-date = Date
report-column-point = Point
report-column-day = Day
report-column-conclusion = Conclusion
report-at-point = at { $point }:
report-cohorts-others = Not this cohort: { $titles }.
report-nothing-in-the-way = Nothing that is recorded and judged stands in the way.
report-site-decides = The site decides.
report-partial = The rule file is partial; what it does not hold is listed below.
report-holds-until = What passes today holds until { $date } if nothing is added; first to end: { $names }.
report-holds-long = What passes today has no end in sight.
report-waits = ends by itself on { $date }
report-stops = { $count ->
    [one] ends on { $date } if { $drugs } is stopped today
   *[other] ends on { $date } if { $drugs } are stopped today
}
report-not-recorded = not recorded
report-in-full = in full below, under “Long criteria in full”
report-wording-cut = the source is cut here
report-wording-summary = known from a summary only
report-wording-memory = from memory, check the source
report-reading = read as: { $reading }
report-due-on = { $point }, { $date }
report-due-on-assumed = { $point }, day not planned
report-missing-exclusions = The exclusions are not public.
report-missing-inclusions = The inclusions are not public.
report-basis-file = Rule file { $id }, version { $version }, hash { $hash }, { $state }{ $fictional }.
report-basis-fictional = , FICTIONAL
report-basis-recruitment = Recruitment as seen { $seen }: { $status } (no part of the answer).
report-basis-evaluated = Judged on { $date } by { $program }.
report-basis-later = { $count ->
    [0] No later entries were left out.
    [one] 1 later entry was left out.
   *[other] { $count } later entries were left out.
}
report-mark-not-reviewed = rule file not reviewed by a physician
report-mark-reviewed = reviewed by { $by }, { $on }
report-mark-synthetic = synthetic patient
report-mark-fictional = FICTIONAL rule file: not a real trial
report-mark-draft = draft rule file
report-footer-decision = Decision support for physicians; not reviewed as a medical device. Criteria are public excerpts; the treating team and the site decide.
report-footer-printed = Printed { $instant } · { $program } · rule file { $id } { $version }, { $hash }
report-signature = Signature, name, date
report-confidential = confidential
report-column-cohort = Cohort
report-cohort-asks = asks for: { $what }
report-day-earliest = { $date }, the earliest it can be
report-judged-for = judged for { $point }
report-nothing-judged = No criterion was judged.
report-state-draft = draft
report-state-active = active
report-state-closed = closed
report-state-withdrawn = withdrawn
report-recruitment-recruiting = recruiting
report-recruitment-not-yet-recruiting = not yet recruiting
report-recruitment-active-not-recruiting = active, not recruiting
report-recruitment-completed = completed
report-recruitment-not-recruiting = not recruiting
report-recruitment-enrolling-by-invitation = enrolling by invitation only
report-recruitment-suspended = suspended
report-recruitment-temporarily-halted = temporarily halted
report-recruitment-halted = halted
report-recruitment-terminated = terminated
report-recruitment-ended = ended
report-recruitment-closed = closed
report-recruitment-withdrawn = withdrawn
report-recruitment-unknown = unknown to the registry
report-needs-answer = an answer with name and date
report-remedy = way this ends: { $kind }
report-record-head = Record: head of the trail of acts { $head }
