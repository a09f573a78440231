# Signed packs of rule files: what is wrong with one, where, and what to do.
pack-too-large = The pack was not taken in: its files are larger than { $most } kB together. Ask who made it for a pack of rule files alone.
pack-too-many = The pack was not taken in: it holds { $count } entries, and at most { $most } rule files fit in a pack. Ask who made it for a smaller one.
pack-damaged = The pack was not taken in: it is no pack, or it is damaged or cut off. Fetch it again from where it came from.
pack-unsigned = The pack was not taken in: “{ $place }” is missing, so nobody signed it. Ask who made it for a signed pack, or take in its rule files one by one, each as local and unreviewed.
pack-manifest-damaged = The pack was not taken in: its list of contents “{ $place }” is not in the form in which packs are written. Fetch the pack again from where it came from.
pack-signature = The pack was not taken in: the signature is not that of “{ $signer }”, in whose name it comes. It was changed after it was signed. Fetch it again from where it came from, and tell the signer if that does not help.
pack-not-as-written = The pack was not taken in: around its files it holds something that nobody signed, or it was packed again. Fetch it as it was made.
pack-entry-unlisted = The pack was not taken in: “{ $place }” is in it, and nobody signed that. Fetch the pack again from where it came from.
pack-entry-missing = The pack was not taken in: “{ $place }” was signed and is missing. Fetch the pack again from where it came from.
pack-entry-changed = The pack was not taken in: “{ $place }” is not the file that was signed. Fetch the pack again from where it came from.
pack-entry-name = The pack was not taken in: “{ $place }” is no name of a rule file in a pack, such as rules/example.yaml. Ask who made it for a pack of rule files alone.
pack-entry-twin = The pack was not taken in: “{ $place }” and “{ $other }” have the same name. Ask who made it for a pack with each file once.
pack-entry-backslash = The pack was not taken in: the name “{ $place }” holds a backslash. Ask who made it for a pack made with this program.
pack-entry-absolute = The pack was not taken in: the name “{ $place }” leads to a fixed place on a disk. Ask who made it for a pack made with this program, and do not open this one with another.
pack-entry-traversal = The pack was not taken in: the name “{ $place }” leads out of the pack. Ask who made it for a pack made with this program, and do not open this one with another.
pack-entry-link = The pack was not taken in: “{ $place }” is no file but a link or a device. Ask who made it for a pack made with this program.
pack-entry-encrypted = The pack was not taken in: “{ $place }” is encrypted. Ask who made it for a pack made with this program.
pack-entry-compressed = The pack was not taken in: “{ $place }” is compressed, so the pack was packed again. Fetch it as it was made.
pack-entry-nested = The pack was not taken in: “{ $place }” is a pack in the pack. Ask who made it for the inner one.
pack-entry-too-large = The pack was not taken in: “{ $place }” is larger than { $most } kB, and no rule file is. Ask who made it for a pack of rule files alone.
pack-content-differs = The pack was not taken in: “{ $place }” says it is { $id } in version { $version }, which is not what was signed of it. Ask the signer for a new pack.
pack-file-errors = { $count ->
    [one] The pack was not taken in: the rule file “{ $place }” has 1 error. Ask the signer for a new pack.
   *[other] The pack was not taken in: the rule file “{ $place }” has { $count } errors. Ask the signer for a new pack.
}

# Trust: who signs by which key, and which versions were seen.
trust-other-key = Caution: the pack was not taken in. It comes in the name of “{ $signer }”, whose packs you have had, but it is signed with another key. Somebody may pretend to be “{ $signer }”. Ask “{ $signer }” in a way that does not depend on this pack. If the key was changed, let the twelve words of the new one be read out to you and write them into “Keys of signers …” (menu Rules). The words of the key you know: { $known }.
trust-retired-key = Caution: the pack was not taken in. It is signed with a key that “{ $signer }” replaced by another. Ask “{ $signer }” for a pack with the key you know: { $known }.
trust-no-signer = “{ $signer }” is no signer whose packs you have had. The key of a new signer is confirmed with its first pack.
trust-words = These are not the { $most } words of a key: { $count } were written. Let them be read out once more.
trust-words-unknown = These are no words of a key: { $words }. Let them be read out once more.
trust-words-known = These are the words of a key that “{ $signer }” had already. A new key has other words.
pack-handed-over = The pack was not taken in: it says that the key of “{ $signer }” follows another, and that other did not sign it. Ask “{ $signer }” for the pack again.
key-other-name = The key so far is that of “{ $name }”, not of “{ $other }”. A key is handed over under the same name.
trust-other-signer = Caution: the pack was not taken in. The pack “{ $name }” was signed by “{ $known }” so far and now comes from “{ $signer }”. Ask “{ $known }”; a pack of somebody else needs a name of its own.
trust-older-pack = The pack was not taken in: it is version { $version } of “{ $name }”, and version { $highest } was here already. Whoever sends an older one may want to bring back what was mended. Ask { $signer } for version { $highest } or a later one.
trust-same-version = The pack was not taken in: version { $version } of “{ $name }” was here already with other contents. Ask { $signer } for a pack with a higher version.
trust-older-file = The pack was not taken in: it holds { $id } in version { $version }, and version { $highest } was here already. Ask { $signer } for a pack with that version or a later one.
trust-same-file-version = The pack was not taken in: version { $version } of { $id } was here already with other contents. Ask { $signer } for a pack with a higher version of it.

# Making packs and keys.
pack-name = A pack cannot be called { $name }. Write lower-case letters, digits and hyphens, such as myositis-centres.
pack-version = A pack cannot have the version { $version }. Write whole numbers with dots, such as 1.0.0.
pack-empty = There is no rule file to pack. Name a folder with rule files.
pack-two-of-one-id = Two files have the id “{ $id }”. Keep one of them in the folder.
key-name = { $name } cannot be the name of a signer. Write 1 to { $most } letters, digits and signs, without spaces at the ends.
key-is-there = There is a file “{ $name }” already; a key is never written over. Choose another place.
key-damaged = “{ $name }” is no key of this program, or it is damaged. Name a file made with “rules key”.
key-passphrase = The key “{ $name }” does not open with this passphrase.
key-passphrases-differ = The two passphrases are not the same, or there is none. Nothing was written; begin again.

# The page of a pack.
packs-take-in = Take in a pack …
packs-title = Pack { $name }, version { $version }, of { $date }
packs-signed-by = Signed by { $signer }
packs-key-handed-over = The key is new. The key you know signed that this one follows it; from now on the old one is not believed any more. Words of the new key: { $words }
packs-key-anew = The key is new, and its words are those that were confirmed. From now on the old key is not believed any more. Words of the new key: { $words }
keys-action = Keys of signers …
keys-title = Keys of signers
keys-none = No signed pack was taken in yet.
keys-signer = Signer
keys-how-first-use = compared on first use
keys-how-handed-over = handed over by the key before
keys-how-anew = confirmed anew by its words
keys-before = { $count ->
    [0] the first key
    [one] 1 key before it, which is not believed any more
   *[other] { $count } keys before it, which are not believed any more
}
keys-awaited = confirmed, no pack yet: { $words }
keys-explain = When a signer changes the key, the old key signs that the new one follows, and packs with the new key are taken in as before. Where the old key was lost, call the signer by a number you know, let the twelve words of the new key be read out to you, and write them here. Never copy them from a pack or from a mail.
keys-words = Twelve words of the new key
keys-confirm = Confirm the new key
keys-confirmed = Noted. The next pack of “{ $signer }” with this key is taken in, and from then on the old key is not believed any more.
packs-known-key = The key is the one you know; its words are: { $words }
packs-first-use = You have had no pack of { $signer } before. Call { $signer }, at a number you did not get with this pack, and compare the words of the key:
packs-compared = I compared these words with { $signer }
packs-files = Files of the pack
packs-file-new = new: { $version }
packs-file-next = { $old } → { $version }
packs-file-same = { $version }, in force already
packs-file-held = { $version }, held; what is in force stays
packs-file-refused = { $version }: cannot be taken in
packs-accept = Take in the whole pack
packs-can-be-accepted = The pack is whole and its files can be taken in. Look at the changes of each, then take in all or none.
packs-cannot-be-accepted = The pack cannot be taken in: at least one of its files cannot. Nothing was kept.
packs-nothing-new = Every file of this pack is in force already: there is nothing to take in.
packs-accepted = { $count ->
    [one] 1 file of the pack was taken in and is judged from now on.
   *[other] { $count } files of the pack were taken in and are judged from now on.
}
packs-origin-signed = signed by { $signer }
packs-verified = { $name } { $version }: whole, signed by { $signer }
packs-words = words of the key: { $words }
packs-written = Written: { $place }, { $count } rule files, signed by { $signer }
packs-key-made = Written: { $place }. Keep this file to yourself. Whoever takes in your first pack calls you and compares these words: { $words }

# A review signed by name and day.
review-sign = Sign a review …
review-explain = You sign that you read this file against its sources. A new version { $version } with your name and the day is made; nothing else in it changes. You see it before it is taken in.
review-by = Name
review-on = Day
review-due = Next review due
review-no-name = Write the name of who reviewed the file.
review-no-day = “{ $day }” is no day. Write it as 2026-11-22.
review-later = A review cannot be signed for a day that has not been yet.
review-due-before = The next review is due after this one. Write a later day.
review-cannot = The review cannot be written into this file: its place { $key } is not on one line. Write it there by hand and take the file in.
review-accepted = The reviewed version was taken in and is judged from now on. It names who signed the review.
origin-holds-from = holds from { $on }, as noted when it was taken in
origin-local = local, unreviewed
origin-local-reviewed = local, review signed here by { $by }, { $on }
origin-claims-review = the file itself names { $by }, { $on }, as its reviewer
origin-signed = from a pack signed by { $signer }
origin-by = changed by { $by }
origin-review-due = next review due { $on }
origin-review-overdue = the review was due { $on }
