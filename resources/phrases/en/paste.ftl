paste-title = Paste results
paste-again = Paste again
paste-action = Paste results…
paste-nothing = There is no text in the clipboard. Copy a laboratory table first.
paste-left = Pasted lines not recorded…
paste-left-none = Every pasted line of this patient was recorded.
paste-left-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
paste-lines = { $count ->
    [one] 1 line pasted
   *[other] { $count } lines pasted
 }
paste-decimal-comma = decimal comma
paste-decimal-point = decimal point
paste-day = Date where none is given
paste-column-line = No.
paste-column-raw = As pasted
paste-column-box = ✓
paste-column-state = State
paste-column-concept = Understood as
paste-column-value = Value
paste-column-unit = Unit
paste-column-day = Date
paste-column-limits = Limits
paste-state-understood = understood
paste-state-unusual = check
paste-state-older = older than on record
paste-state-other = another value
paste-state-which-unit = which unit?
paste-state-which-value = which value?
paste-state-which-day = which day?
paste-state-not-known = not known: choose
paste-state-refused = not a value of this
paste-state-on-record = already on record
paste-state-no-value = not a value
paste-heading = Heading; its date counts for the lines without one
paste-to = to { $limit }
paste-from = from { $limit }
paste-fits = Value and limit fit { $unit }.
paste-remembered = As chosen before for this laboratory.
paste-two-values = The line holds several numbers. Which one is the value?
paste-no-value = No value was found in this line.
paste-which-day = Of which day is this? Write it above, or choose.
paste-flag = The print marks this with “{ $flag }”, and the value does not lie on that side of its limits. Is it right?
paste-other-value = Another value of this day is on record. Ticking the box corrects it.
paste-twice = This print holds two values of this day. Tick the one that is right.
paste-again-line = The same value stands above.
paste-ask-name = What does “{ $name }” mean?
paste-choose = Choose a value
paste-record = Record { $ticked } of { $all }
paste-cancel = Cancel
paste-note = Nothing is recorded yet. Lines that are not recorded stay in the patient’s history, as they were.
paste-born = This print says born { $born }, the patient was born { $birth }. No line is ticked: it is of somebody else, or a date is wrong.
paste-with = With these { $count } values
paste-unchanged = unchanged
paste-another = another conclusion
paste-fewer = { $count ->
    [one] 1 item fewer to ask
   *[other] { $count } items fewer to ask
 }
paste-recorded = { $count ->
    [one] 1 value recorded. Ctrl+Z takes it back.
   *[other] { $count } values recorded. Ctrl+Z takes all of them back.
 }
paste-print = pasted results
paste-sum = { $files } rule files with these values: { $another ->
    [0] no conclusion moves
    [one] 1 conclusion moves
   *[other] { $another } conclusions move
 }, { $fewer ->
    [0] none needs less
    [one] 1 needs less
   *[other] { $fewer } need less
 }.
paste-open = Open results…
import-none = { $file }: nothing in it is a result that can be recorded
import-unreadable = { $path } cannot be read: { $reason }
import-no-text = { $path } holds no text. Results are read as FHIR R4 (JSON), LDT, or a table of text.
