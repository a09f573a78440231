# The first page: vault, passphrase, recovery key.
start-open-title = Open the record
start-open-why = The record lies encrypted on this computer. Nothing is sent anywhere.
start-create-title = A new record
start-create-why = Everything you enter is kept encrypted on this computer. Choose a passphrase of several words; nobody can restore it, but the recovery key on the next page opens the record too.
start-passphrase = Passphrase
start-passphrase-again = Passphrase again
start-recovery-key = Recovery key from the printed sheet
start-use-recovery-key = Use the recovery key
start-use-passphrase = Use the passphrase
start-open = Open
start-create = Create
start-opening = Opening …
start-wait = Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
} before the next try.
start-too-short = A passphrase has at least { $count } signs.
start-not-the-same = The two are not the same.
start-place = Place: { $place }
start-restore = Restore the newest good backup
start-restored = The backup of { $day } was put in place. What stood there before was kept beside it.
start-no-backup = There is no good backup in the folder of the record.
start-looking = Looking for what can be restored …
start-found-record = Only the header is lost; the record itself is whole, with { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}. Putting a header back loses nothing.
start-found-backup = The backup of { $day } is whole: { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}, the last entry of { $last }. { $lost ->
    [0] Nothing that was confirmed would be lost.
    [one] 1 later entry would be lost.
   *[other] { $lost } later entries would be lost.
}
start-found-backup-unsure = The backup of { $day } is whole: { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
}, the last entry of { $last }. Whether there were later ones, nothing tells any more.
start-header-restored = A header was put back. What stood there before was kept beside it.
start-recovery-title = The recovery key
start-recovery-why = If the passphrase is lost, only this key opens the record. It is shown this one time. Print it and keep it where only you find it.
start-recovery-save = Save as PDF to print …
start-recovery-saved = Saved as { $place }. Print it, then delete the file.
start-recovery-type = Type group { $group } of the key
start-recovery-done = The key is kept safe
start-recovery-wrong = This is not group { $group }. Compare it with the sheet.
start-recovery-paper = Kriterion: recovery key
start-recovery-paper-why = This key opens the record on the computer it was made on. Keep it like a key to the archive.
start-samples-title = Start with sample patients?
start-samples-why = Fourteen invented patients, marked as synthetic everywhere. They can be removed in one step.
start-samples-yes = Add the sample patients
start-samples-no = Start empty
start-new-passphrase-why = The recovery key opened the record. Choose a new passphrase; the one that was lost opens nothing from then on.
start-keep-passphrase = Keep the passphrase as it is
start-locked = Locked
start-saving = Locked. What was entered is still being saved and backed up.
start-saved = Everything entered is saved. Nothing changed since the newest backup.
start-saved-backed-up = Everything entered is saved, and a backup was made and checked.
start-not-backed-up = No backup was made: { $reason }
start-drafts-lost = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
} could not be kept.
start-still-saving = What was entered before is still being saved, and the disk does not answer. Wait, or end the program if it never does.
start-recovery-keep-old = Keep the old key instead
start-renew = New key for the record …
start-renew-why = If somebody may have copied the folder and known the passphrase: type the passphrase, then press this again. Record, backups and kept copies are encrypted anew; copies elsewhere stay as they are.
start-renewing = Encrypting under the new key: { $done } of { $total } files …
start-renewed = Everything in the folder is under the new key; the old recovery key opens nothing here any more. Open the record with the passphrase, and change it if others know it.
start-renewed-but = The record is under the new key, but these could not be read and stayed as they were: { $names }. Put them away safely or delete them.
start-name = Kriterion
start-language = English
start-promise = Which CD19 CAR-T trials are open to this patient, why, and from when.
start-stays-here = Stays on this computer
start-stays-here-why = No network connection is made. Everything is encrypted with your passphrase.
start-shows-reasons = Shows its reasons
start-shows-reasons-why = Every criterion with the value, its date and the source.
start-is-not = Decision support for physicians
start-is-not-why = Not reviewed as a medical device. Criteria are public excerpts; the treating team and the site decide.
start-version = Version { $version }
start-take-over = Take over a record from a medium …
start-take-over-title = Take over a record
start-take-over-why = From { $name }. It opens with the passphrase of its day, or with the printed recovery key. All of it is checked before it takes its place.
start-take-over-doing = Checking the copy: { $done } of { $total } files …
start-take-over-not = Make a new record instead
manual-title = Manual
manual-parts = Parts of the manual
manual-save = Save the manual as PDF …
manual-about = Manual, version { $version }
