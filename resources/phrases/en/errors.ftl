# What went wrong outside the program, and what can be done about it.
error-no-encryption = This computer's database library does not encrypt. Install the program again.
error-wrong-key = The record cannot be read with this key. It is damaged or belongs to another vault.
error-not-encrypted = The record is not encrypted and was not opened. Put a backup in its place.
error-no-statement = There is no such statement of this patient. Open the patient again.
error-no-patient = There is no such patient in the record. Open the list of patients again.
error-nobody-open = No patient is open. Open one from the list.
error-closed = The vault is closed. Unlock it first.
error-disk-full = The disk is full; this was not recorded. Make room, then lock and open the record again.
error-read-only = The folder of the record cannot be written to. Check its permissions, then lock and open the record again.
error-not-written = The record could not be written ({ $kind }). Lock and open the record again; nothing recorded before is lost.
error-page-damaged = A page of the record is damaged. Lock the record; when it is opened the newest backup is offered.
error-record-gone = The file of the record is no longer where it was. Put it back or restore a backup, then lock and open the record again.
error-record-replaced = The file of the record was replaced or changed by something other than this program. Lock the record and look at its folder before it is opened again.
error-record-held = Another program holds the file of the record. Close that program, then lock and open the record again.
error-no-memory = The computer has no memory left; this was not recorded. Close other programs, then lock and open the record again.
error-disk-fault = The disk reports an error. Lock the record, copy its folder to another disk and have this one looked at.
error-text-unwritable = This text holds half a sign, which no file can keep. Type it again instead of pasting it.
error-still-writing = The disk does not answer. What was asked may still be done; look whether it was before it is tried again.
error-still-reading = The disk of the record does not answer. Nothing was lost; wait a moment and try again. If it lasts, look whether the medium is connected.
error-closed-for-writing = The record is closed for writing after a failure. Lock it and open it again.
error-newer-record = This record has version { $found }; this program knows version { $newest }. Install the newer program again. The way back to this one, by the backup that was made before the change, stands in the manual under “Back to an older program”.
error-already-open = The vault is open in another window. Use that window, or close it first.
error-key-length = A recovery key has { $needed } letters and digits; these are { $typed }. Compare it with the printed sheet.
error-key-slip = Group { $group } of the recovery key has a slip. Compare it with the printed sheet.
error-synchronised = The folder “{ $folder }” looks like one that a service copies to other computers. Choose a folder on this computer's own disk.
error-network-drive = The folder lies on a network drive, where a database can be torn. Choose a folder on this computer's own disk.
error-no-backup = The backup could not be made in { $folder }. Check the space on the disk.
error-record-damaged = The record is damaged. Restore the newest backup; nothing was overwritten.
error-newer-vault = A newer version of the program made this vault. Install the newer program.
error-header-damaged = The header of the vault is damaged. Restore the newest backup; nothing was overwritten.
error-vault-exists = There is a vault in { $folder } already. Open it, or choose another folder.
error-not-restored = The change of files in the folder of the record could not be finished. Nothing was lost; open the record again and it goes on.
error-header-changed = The header of the vault was changed. Restore the newest backup.
error-record-missing = The record is missing or empty. Restore the newest backup.
error-header-missing = The header of the vault is missing. Restore the newest backup.
error-vault-unreadable = The vault in { $folder } cannot be read. Check the folder's permissions.
error-does-not-open = This does not open the vault. Check the keyboard and capitals, then try again.
error-no-logo = This picture cannot be the logo: it has to be a PNG of at most { $kilobytes } kB.
error-no-name = The patient { $patient } has no name, and a paper names its patient. Write name: …
error-no-schedule = There is no schedule '{ $name }'. Known: { $known }.
error-no-schedule-meant = There is no schedule '{ $name }'. Did you mean '{ $near }'?
error-no-activity = There is no activity that can be switched on '{ $name }'. Known: { $known }.
error-no-activity-meant = There is no activity that can be switched on '{ $name }'. Did you mean '{ $near }'?
error-sample = The sample { $name } cannot be read. Install the program again.
error-file-too-large = { $name } is larger than a rule file can be. Choose a rule file.
error-file-unreadable = { $name } cannot be read. Check the path.
error-no-regular-file = { $name } is not a file but a pipe, a device or the like. Choose a file.
error-not-taken-in = A file with errors or failing examples is not taken in. Mend it and choose it again.
error-version-held = Meanwhile a version of this rule file was taken in that is as high or higher. Choose the file again.
error-version-not-held = This version of the rule file is not held any more, so it cannot be put in force.
error-file-name = { $name } cannot be the name of a file. Choose another name.
error-no-space = There is no space left in { $folder } to write { $name }. Free some space or choose another folder; the file that was there is unchanged.
error-not-allowed = The folder { $folder } cannot be written to. Choose another folder or have its permissions changed; the file that was there is unchanged.
error-no-folder = There is no folder { $folder }. Create it or choose another one.
error-is-folder = { $place } is a folder, not a file. Choose another name.
error-file-not-written = { $name } could not be written in { $folder }: { $why }. Try again or choose another folder; the file that was there is unchanged.
error-file-held = { $name } in { $folder } is held by another program, such as a viewer or a virus scanner. Close it there and try again; the file that was there is unchanged.
error-given-up = Given up. Nothing was changed; it can be begun again.
error-not-rewritten = The pages of the record could not be written anew: there is no room, or somebody reads it. Nothing was lost; it is tried again with the next backup.
error-reason-names-patient = The reason names the patient, and it stays in the trail for good. Write it without a word of the name, the number or the birth date.
noticed-acts-missing = { $count ->
    [one] 1 entry that was confirmed is
   *[other] { $count } entries that were confirmed are
} missing at the end of the record; the last one still there is of { $day }. Compare with the newest backup before you go on.
noticed-trail-rewritten = The end of the record is not the one that was confirmed: it was put back from an older copy, or rewritten. Compare with the newest backup before you go on.
noticed-mark-missing = The mark beside the record is missing or damaged, so nothing tells whether the newest entries are all there. Compare the last ones with your papers.
noticed-entry-changed = Entry { $row } of the trail does not fit what the record holds. Something was changed outside the program; compare with a backup before you go on.
noticed-without-act = The record holds something that no entry of the trail tells of. Something was changed outside the program; compare with a backup before you go on.
noticed-erased-again = { $count ->
    [one] One erased patient had come back with an older copy of the record and was
   *[other] { $count } erased patients had come back with an older copy of the record and were
} erased again.

# Where files lie, or are about to: warnings, nothing is refused.
place-record-synchronised = The record lies in the folder “{ $folder }”, which looks like one that a service copies to other computers. Copies of patients' data may be there already, and the record can be torn. Close the program and move the folder of the record to this computer's own disk.
place-record-network = The record lies on a network drive, where a database can be torn and others may read its files. Close the program and move the folder of the record to this computer's own disk.
place-paper-synchronised = Mind: the folder “{ $folder }” looks like one that a service copies to other computers. What is saved there leaves this computer.
place-paper-network = Mind: this folder lies on a network drive. What is saved there leaves this computer.
place-store-python = This program runs on the Python of the Windows store. If that app is removed or reset, the record goes with it, without a question. Install Python from python.org and start the program with it, and keep backups elsewhere.
error-leukapheresis-after-day0 = The leukapheresis comes before day 0. Write an earlier day.
error-rule-id = “{ $name }” cannot be the id of a rule file: letters, digits, - and _ only.
error-file-not-a-rule-file = The text cannot be read as a rule file: mend its first error.
error-supposed-on-paper = What is supposed is not printed. Record or discard it on the page of the screening first.
error-supposed-not-understood = A text is not understood yet, so nothing was recorded. F6 goes there: say it otherwise, or undo it.
error-no-copy = There is no copy of a record in { $folder }. Choose the folder whose name begins with “kriterion-record-”, or the medium it lies on.
error-copy-exists = { $name } is there already. Wait a second and copy again.
error-copy-inside = A copy in { $folder } would go with the record. Choose a folder on another medium.
error-copy-not-made = The copy could not be made in { $folder }. Nothing unfinished was left there; check the medium, or take another one.
error-copy-while-erasing = Pages of the record still hold somebody who was erased, so no copy leaves this computer. Wait until the erasure is done everywhere, then copy again.
error-copy-no-list = The list “{ $name }” of this copy is missing or was changed, so nothing tells whether the copy is whole. Take another copy.
error-copy-lacks = { $name } is missing in this copy. Take another copy; nothing was changed here.
error-copy-changed = { $name } in this copy is not what was written: the medium is damaged, or somebody changed it. Take another copy; nothing was changed here.
error-key-not-of-copy = The key was typed without a slip, but it does not open { $name }: it is that of another record, or an older one. If no sheet fits, print a new recovery key in the settings now.
error-patient-file = { $name } has errors and was not taken in. Correct it at the lines that are named, then open it again.
