# Eine ältere Regeldatei in den kürzeren Formen der Sprache (rules rewrite).
rewrite-left = bleibt, wie sie ist
rewrite-nothing = kürzer lässt sie sich nicht schreiben
rewrite-would = lässt sich kürzer schreiben; --write schreibt sie
rewrite-written = geschrieben
rewrite-consent = { $count ->
    [one] 1 Einwilligung als Satz
   *[other] { $count } Einwilligungen als Sätze
}
rewrite-commitment = { $count ->
    [one] 1 Schlüssel einer Zusage in ihren Satz genommen
   *[other] { $count } Schlüssel von Zusagen in ihre Sätze genommen
}
rewrite-default = { $count ->
    [one] 1 Zeile, die „default“ einmal sagt
   *[other] { $count } Zeilen, die „default“ einmal sagt
}
rewrite-results = { $count ->
    [one] 1 Zeitfenster, das „results“ einmal sagt
   *[other] { $count } Zeitfenster, die „results“ einmal sagt
}
rewrite-quotes = { $count ->
    [one] 1 Text ohne Anführungszeichen, die er nicht braucht
   *[other] { $count } Texte ohne Anführungszeichen, die sie nicht brauchen
}
rewrite-same = sie sagt dasselbe wie zuvor: { $hash }
