# What is said about a text while it is typed.
entry-no-date = “{ $text }” is not a date. Write 20 Nov 2026, 11/2026, 2026 or 6 wk ago.
entry-two-dates = This can be more than one date. Which one is meant?
entry-before-birth = This lies before the birth date.
entry-after-today = This lies after today. What has not been yet is planned, not recorded.
entry-born-after-today = Nobody is born after today.
entry-no-age = “{ $text }” is no age. Write 15, 15 years @ 3 May 2024 or 7 months.
entry-age-of-no-day = Write the day behind it: 15 years @ 3 May 2024.
entry-born-between = born between { $first } and { $last }
entry-birth-contradicts = This contradicts what is on record: { $other }. Correct or take back what is wrong (Ctrl+Shift+H).
entry-births-differ = Birth date and age contradict each other. Keep the one that is right.
entry-mark-of-other-words = What was signed counts for “{ $text }”. Say again what these words count as.
entry-marked = signed by { $by }, { $date }
entry-not-marked = not said yet
entry-no-free-text = Say behind the colon what it is.
entry-after-evaluation = This lies after the date of evaluation and does not count yet.
entry-no-number = “{ $text }” is not a number.
entry-two-numbers = The separator can stand for a decimal point or for thousands. Which number is meant?
entry-about = About so much, or measured so? Taken over, it counts as measured.
entry-which-unit = In which unit?
entry-unknown-unit = “{ $unit }” is not a unit of this value.
entry-no-unit-here = This value has no unit; “{ $unit }” is left over.
entry-impossible = Not possible: a patient can have { $low } to { $high }.
entry-impossible-from = Not possible: at least { $low }.
entry-impossible-to = Not possible: at most { $high }.
entry-unusual = Unusual: { $low } to { $high } is usual. Is this meant?
entry-unusual-from = Unusual: at least { $low } is usual. Is this meant?
entry-unusual-to = Unusual: at most { $high } is usual. Is this meant?
entry-other-unit = { $value }
entry-of-day = { $day }
entry-age-days = { $days ->
    [0] today
    [one] 1 day old
   *[other] { $days } days old
}
entry-no-titre = “{ $text }” is not a titre. Write 1:640.
entry-no-planned-day = From when is not said. Write “day 35”, “week 5” or “month 3” after the infusion, a date, or “unknown”.
entry-no-detail = What “{ $text }” is about is not said. Write its label before it, as in “Substance: latex”; several stand apart by a semicolon.
entry-detail-twice = { $name } is said twice.
entry-detail-of-other = “{ $text }” cannot be said of { $name }. What can be: { $known }.
entry-no-word = “{ $text }” is none of the words this can be.
entry-which-word = Several words begin like this. Which one is meant?
entry-not-typed-here = This is entered in its own panel.
entry-no-drug = “{ $text }” is not a drug or class that is known.
entry-no-concept = “{ $text }” is not known here.
entry-which-drug = Which one is meant?
entry-no-dose = “{ $text }” is not a dose. Write 15 mg/day, or 1000 mg per 12 h.
entry-dose-range = “{ $text }” is a range or a limit, not one dose. Write the dose that was taken: 10 mg/day; of changing doses each with its days: 10 mg/day to 30 Apr 2026; 5 mg/day from 1 May 2026.
entry-dose-taper = “{ $text }” is several doses without their days. Write each with its days: 60 mg/day from 1 Mar 2026 to 14 Mar 2026; 40 mg/day from 15 Mar 2026.
entry-dose-days = “{ $text }” does not say on which days. Write each single dose with its day (single 1000 mg on 2 Mar 2026; single 1000 mg on 16 Mar 2026), or one that was repeated with its first and last day.
entry-dose-often = “{ $text }” does not say how often. Write it behind the amount: per day, weekly, q4w.
entry-dose-amount = “{ $text }” does not say how many milligrams are taken each time. Write the strength before it: 500 mg 1-0-1.
entry-dose-need = “{ $text }” is taken as needed: how much was taken is not known. Leave the dose empty, or write what was taken.
entry-dose-two-meanings = “{ $text }” can be read in two ways. Write the amount of each time and the time between two: 375 mg/m2 per week, 10 mg per 2 weeks.
entry-dose-twice = “{ $text }” says how often in two ways that do not agree. Keep one of them.
entry-is-an-event = “{ $name }” is an event, not a drug: it belongs in the list of events, with its day.
entry-is-a-diagnosis = “{ $name }” is a diagnosis, not a drug: it belongs in the list of diagnoses.
entry-is-a-field = “{ $text }” is a result with its day, not a diagnosis in words: enter it under { $names }.
entry-is-a-drug = “{ $name }” is a drug: it belongs in the list of treatments.
entry-strength-left = “{ $text }” is a strength, not yet a dose. Write in the column Dose how much was taken and how often.
entry-word-of-two = This word can mean either. Which is meant?
entry-reason-for-stopping = “{ $text }” is a reason for stopping: it belongs in the column Stopped for.
entry-missing-cell = This is needed before the row counts.
entry-no-end = Write the last day, ongoing or unknown.
entry-file-problem = { $message } ({ $hint })
entry-no-field = “{ $text }” is no part of this examination. Write its name, a colon and the result.
entry-too-old = { $count ->
    [one] too old for 1 file
   *[other] too old for { $count } files
}
entry-no-item = “{ $text }” is no part of this score.
entry-no-answer = “{ $text }” does not answer “{ $name }”. Write one of: { $wanted }.
entry-other-sum = The items add up to { $least }, not to { $total }.
entry-other-range = The items add up to { $least } to { $most }; { $total } cannot be the total.
entry-a-range = “{ $text }” is a range. Write the one value that counts.
entry-a-scale = “{ $text }” counts on another scale than this field. Write the number of this scale.
entry-a-titre = “{ $text }” is a titre. This field takes a number with its unit or a result in words.
entry-a-strip = “{ $text }” is read from a test strip and is no number.
entry-left-over = “{ $text }” is not understood here. Correct it, or delete it if it says nothing of the value.
entry-converted = { $typed } is converted to { $unit } ({ $source }).
entry-converted-exactly = { $typed } is converted to { $unit }.
entry-usual-unit = in { $unit }, as remembered
entry-which-unit-of-limit = In which unit is the limit { $text }?
entry-impossible-limit = This limit is not possible: { $low } to { $high } is.
entry-impossible-limit-from = This limit is not possible: at least { $low } is.
entry-impossible-limit-to = This limit is not possible: at most { $high } is.
entry-crossed-limits = The lower limit lies above the upper one.
entry-which-result = Laboratories use “{ $text }” in two senses. Which one is meant?
entry-vague-date = “{ $text }” is not known to the month or day. What is certain can be recorded.
entry-events-before-birth = These lie before it and stay on record: { $others }{ $rest ->
    [0] .
   *[other] { " " }and { $rest } more.
}
entry-draft = draft
