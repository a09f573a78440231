# An older rule file in the shorter forms of the language (rules rewrite).
rewrite-left = left as it is
rewrite-nothing = already as short as it can be said
rewrite-would = can be said shorter; --write writes it
rewrite-written = written
rewrite-consent = { $count ->
    [one] 1 consent as a sentence
   *[other] { $count } consents as sentences
}
rewrite-commitment = { $count ->
    [one] 1 key of a promise put into its sentence
   *[other] { $count } keys of promises put into their sentences
}
rewrite-default = { $count ->
    [one] 1 line that “default” says once
   *[other] { $count } lines that “default” says once
}
rewrite-results = { $count ->
    [one] 1 window that “results” says once
   *[other] { $count } windows that “results” says once
}
rewrite-quotes = { $count ->
    [one] 1 text without quotation marks that it does not need
   *[other] { $count } texts without quotation marks that they do not need
}
rewrite-same = it says the same as before: { $hash }
