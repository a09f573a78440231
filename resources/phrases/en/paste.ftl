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
paste-skip-status = Not recorded: its status says that it is not certain, not valid or not yet.
paste-skip-kind = Not recorded: this kind of entry is not read.
paste-skip-several = Not recorded: the file is of more than one patient.
paste-skip-modified = Not recorded: it holds something that changes its meaning and is not understood here.
paste-skip-deep = Not recorded: it lies too deep within other entries.
paste-skip-no-value = Not recorded: it holds no single value.
paste-skip-not-done = Not recorded: it says that this was not done or not taken.
paste-skip-nothing-known = Not recorded: that no allergy is known is no diagnosis.
paste-skip-no-name = Not recorded: it does not say what it is.
paste-certainty-differs = It says two different things of how certain the diagnosis is.
paste-ruled-out-day = Ruled out on this day? The file says when it was recorded.
paste-in-remission = The file says “in remission”; the diagnosis is recorded as one that goes on.
paste-active-and-over = The file calls it active and says that it ended.
paste-intolerance = The file says intolerance, not allergy.
paste-ordered = This was ordered. Was it taken?
paste-one-day-of-it = The file names one day on which it was taken; the beginning is not known.
paste-administrations = Several administrations are taken as one course from the first to the last day.
paste-mixture = It holds several drugs. Record each of them by hand.
paste-codes-differ = Its codes or names mean different things. Choose one.
paste-by-name = Understood by its name; the code { $code } is not known here.
paste-not-a-row = It cannot be recorded as it is.
paste-unread = Not read: { $parts }.
paste-other-row = On record from the same day with other details. Ticking the box completes that entry.
paste-row-beside = On record with another beginning. Ticking the box adds a second entry.
paste-again-row = Another line of this file says it too.
paste-units-differ = The unit and its code mean different things: { $unit } and { $code }.
paste-skip-patient = Not recorded: the birth date is compared with that of the open patient.
paste-skip-medication = Not recorded itself: it is read with the entries that refer to it.
paste-skip-report = Not recorded itself: its results stand in lines of their own.
paste-skip-many = Not read: more entries than one file can bring. Split the file.
import-bad-workbook = { $path } cannot be read as a workbook. Save the table as CSV and open that.
import-large-workbook = { $path } unfolds to more than is read: 64 MB, 20,000 rows or 600 columns of a sheet. Keep the rows that are needed.
import-formula = A formula is no value. Copy the column and paste it as values.
paste-whose = The rows of the patient who is open, found by number, or by name and birth date.
paste-nobody = No row is of the patient who is open: neither the number nor name and birth date are the same.
paste-other-rows = Rows of other patients; they are not read.
paste-column-unknown = Not recorded: the column is no value the program knows.
paste-no-column = Not recorded: the cell stands below no title.
import-which-dictionary = Choose the export of REDCap and its data dictionary together: one of each.
import-one-file = Choose one file at a time; beside an export of REDCap its data dictionary.
handed-left = { $file }: { $count ->
    [0] everything is said
    [one] 1 entry is not said, or not whole
   *[other] { $count } entries are not said, or not whole
 }
