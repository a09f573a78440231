# Grenzpatienten, vom Programm gebildet: was eingetragen wurde, als Name eines Beispiels.
boundary-birthday-before = einen Tag vor dem { $years }. Geburtstag
boundary-birthday = am { $years }. Geburtstag
boundary-birthday-after = einen Tag nach dem { $years }. Geburtstag
boundary-result = { $what } { $value } am { $date }
boundary-answer = { $what } { $value } am { $date }
boundary-field = { $what } { $value }
boundary-happened = { $what } am { $date }
boundary-goes-on = { $what } seit { $date }
boundary-ended = { $what } bis { $date }
boundary-taken = { $what } für { $days } Tage ({ $outcome })
boundary-times = { $what }, { $count }-mal
boundary-dose = { $dose } seit { $date }
boundary-without = ohne { $what }
boundary-none-of = { $count ->
    [0] ohne { $what }
   *[other] ohne { $what } und { $count } weitere
}
boundary-no-course = keine Therapie
boundary-planned = Entscheidungspunkte im Abstand von einer Woche geplant
boundary-with = { $what } mit { $other }

# Was ein Mutant ändert und was daraus wurde.
mutant-anchors = von einem anderen Zeitpunkt gerechnet
mutant-connectives = anders verbunden
mutant-counts = eins mehr oder weniger
mutant-durations = eine andere Dauer
mutant-limits = ein anderer Grenzwert
mutant-members = ein Glied weggelassen
mutant-negations = umgekehrt
mutant-operators = ein anderer Vergleich
mutant-in-condition = { $name }
mutant-in-applies-when = { $name } (wen es betrifft)
mutant-in-unless = { $name } (Ausnahme)
mutant-in-cohort = Kohorte { $name }
mutant-in-definition = Definition { $name }
mutant-in-window = Zeitfenster { $name }
mutant-in-group = Gruppe { $name }
mutant-score = { $noticed } von { $count } Änderungen bemerkt, { $percent } %
mutant-equivalent = { $count ->
    [one] 1 Änderung sagt dasselbe mit anderen Worten und zählt nicht
   *[other] { $count } Änderungen sagen dasselbe mit anderen Worten und zählen nicht
}
mutant-found = { $count ->
    [one] 1 Patient bemerkt { $told } von { $left } Überlebenden
   *[other] { $count } Patienten bemerken { $told } von { $left } Überlebenden
}
mutant-none-found = kein Patient gefunden, der diese unterscheidet
mutant-without = { $count ->
    [one] für 1 Änderung fand sich kein plausibler Patient, daher wurde keiner angelegt
   *[other] für { $count } Änderungen fanden sich keine plausiblen Patienten, daher wurden keine angelegt
}
mutant-written = { $count ->
    [one] 1 Beispiel geschrieben
   *[other] { $count } Beispiele geschrieben
}
