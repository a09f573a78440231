# Two rule files side by side for a patient.
beside-action = Compare with another file …
beside-title = Two rule files side by side
beside-both = Both ask of this
beside-left = { $file } alone
beside-right = { $file } alone
beside-more = { $names } and { $count } more
beside-topic = Topic
beside-which = Which file beside { $file }?
beside-none = There is no second file to compare with.
beside-back = Back to the results
beside-supposed = What is supposed counts here too; nothing of it is on record.
