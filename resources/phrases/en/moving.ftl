# The whole record on a medium, and the recovery drill.
moving-title = The record on a medium
moving-why = Backups lie beside the record: a lost computer takes both. A copy on a medium opens on any computer with the passphrase of its day or the printed key. Later erasures do not reach it: note where it lies, and destroy it when a newer one takes its place.
moving-copy = Copy the record to a medium …
moving-where = The medium for the copy
moving-copied = The record was copied to { $place } and read again: { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}.
moving-same-disk = The copy lies on the same disk as the record: a broken disk takes both. Choose a medium that can be taken away.
moving-after = From the moment a copy is used on another computer, enter there alone: two records do not become one again.
moving-drill = Recovery drill
moving-drill-why = Do once what a loss would ask of you: take the printed sheet, and let a copy be opened by that key alone. Nothing is changed, and the copy that was opened is removed again.
moving-drill-last = Last gone through: { $day }, { $name }.
moving-drill-never = Not gone through yet.
moving-drill-no-copy = There is no backup yet: make one, or choose a copy on a medium.
moving-drill-which = 1. Which copy: { $name }
moving-drill-choose = Try a copy on a medium …
moving-drill-backup = The newest backup instead
moving-drill-key = 2. The recovery key from the printed sheet
moving-drill-go = 3. Open and compare
moving-drill-doing = Recovery drill
moving-drill-opened = ✓ The printed key opened { $name }. It was read whole: { $patients ->
    [one] 1 patient
   *[other] { $patients } patients
}, { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}, the last entry of { $last }; every entry fits its sum.
moving-drill-same = ✓ Compared with this record: it is the same one. { $behind ->
    [0] Nothing came after the copy.
    [one] 1 entry of the trail came after the copy and would be lost.
   *[other] { $behind } entries of the trail came after the copy and would be lost.
}
moving-drill-other = ✕ It is not a copy of this record: its last entry stands nowhere in this trail.
moving-drill-found = ✕ Something in it is not as it was written: { $what }
moving-drill-good = The drill went well; it stands in the log. Put the sheet back where only you find it.
moving-drill-bad = This copy would not have helped. Make another one, and go through the drill again.
moving-drill-no-key = Type the key from the printed sheet first.
place-copy-synchronised = The folder “{ $folder }” looks like one that a service copies to other computers, and the copy of the record with it. It is encrypted; whether that may be is for the clinic to decide.
place-copy-network = The copy lies on a network drive. It is encrypted; who may read that drive is for the clinic to decide.
