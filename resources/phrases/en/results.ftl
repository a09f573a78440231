listing-cohorts-others = not this cohort: { $titles }
listing-version = rule { $version }
listing-from = from { $day }
results-files = { $count ->
    [one] 1 rule file
   *[other] { $count } rule files
}
results-others = { $count ->
    [one] 1 file of another disease
   *[other] { $count } files of other diseases
}
results-judging = Judging the rule files …
results-list = Rule files with their conclusions
results-criteria = Criteria of the selected file
results-open = Open { $count }
results-passes = Passes { $count }
results-all = All { $count }
results-holds = Today's work-up holds until { $day }.
results-ask-next = Ask next: { $what }
results-ask-panel = { $name }: { $more ->
    [0] { $first }
   *[other] { $first } and { $more } more
}
results-ask-mark = what “{ $text }” counts as
results-ask-why = { $decides ->
    [0] { $of ->
        [one] Asked by the one open file
       *[other] Asked by { $open } of the { $of } open files
    }
   *[other] { $of ->
        [one] Decides the one open file
       *[other] Decides { $decides } of the { $of } open files
    }
} · F6 goes there
results-nothing-to-ask = Nothing more to ask for these files.
results-no-patient = Open a patient to screen (Ctrl 1).
results-idle = not recruiting
results-count = { $sign } { $count } { $word }
results-more = more
results-not-reviewed = { $count } not reviewed by a physician
results-status-old = recruitment of { $count } not read lately
results-enter = Enter
results-judge = Judge
judged-own-day = judged on { $date }, the day the file names
results-heard-more = { $count ->
    [one] One more conclusion changed.
   *[other] { $count } more conclusions changed.
}
