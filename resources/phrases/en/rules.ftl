rules-library = Library of rule files
rules-filter = Filter by name, number or disease
rules-summary = { $count } rule files, { $usable } usable, { $examples } worked examples
rules-update = Take in a file …
rules-update-folder = Take in a folder …
rules-put-in-force = Put this version in force …
rules-held = held, not in force
rules-in-words = In words
rules-patients = Patients whose conclusion moves
rules-weighing = Your patients are being judged by both versions …
rules-not-weighed = Which patients it moves is not known
rules-in-force-already = This version is in force already: there is nothing to take in.
rules-accept = Take in
rules-keep = Leave it
rules-read = Read
rules-text = Text
rules-changes = Changes
rules-examples = Examples
rules-sources = Sources
rules-problems = Problems at their lines
rules-yours = yours, unsigned
rules-shipped = shipped
rules-partial = public excerpts
rules-not-usable = { $count ->
    [one] 1 error: not judged
   *[other] { $count } errors: not judged
}
rules-cannot-be-read = The file has errors; its text shows where.
rules-examples-held = { $held } of { $count } examples hold
rules-example-holds = ✓ { $name }
rules-example-fails = ✕ { $name }
rules-new-file = A new file: every line is added.
rules-replaces = In the place of version { $version }; lines with - go, lines with + come.
rules-can-be-accepted = The file has no error and its examples hold. Look at the changes, then take it in.
rules-cannot-be-accepted = The file cannot be taken in: its problems stand below, each at its line.
rules-accepted = The file was taken in and is judged from now on. It is marked as local and unreviewed.
rules-found = found, not taken in: not judged
rules-found-why = This file lies in the folder of the record but was not taken in through the program: nothing is judged by it. To check it and have it judged, choose it with “Take in a file …”; else remove it.
