# What is said about a text while it is typed.
entry-no-date = “{ $text }” is not a date. Write 20 Nov 2026, 11/2026, 2026 or 6 wk ago.
entry-two-dates = This can be more than one date. Which one is meant?
entry-before-birth = This lies before the birth date.
entry-after-today = This lies after today. What has not been yet is planned, not recorded.
entry-born-after-today = Nobody is born after today.
entry-no-age = “{ $text }” is no age. Write 15, 15 years @ 3 May 2024 or 7 months.
entry-age-of-no-day = Write the day behind it: 15 years @ 3 May 2024.
entry-born-between = born between { $first } and { $last }
entry-birth-contradicts = This contradicts what is on record: { $other }. Correct or take back what is wrong (Alt+H).
entry-births-differ = Birth date and age contradict each other. Keep the one that is right.
entry-mark-of-other-words = What was signed counts for “{ $text }”. Say again what these words count as.
entry-marked = signed by { $by }, { $date }
entry-not-marked = not said yet
entry-no-free-text = Say behind the colon what it is.
entry-after-evaluation = This lies after the date of evaluation and does not count yet.
entry-no-number = “{ $text }” is not a number.
entry-two-numbers = The separator can stand for a decimal point or for thousands. Which number is meant?
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
