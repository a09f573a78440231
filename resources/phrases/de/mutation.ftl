# Grenzpatienten, vom Programm gebildet: was eingetragen wurde, als Name eines Beispiels.
probe-birthday-before = einen Tag vor dem { $years }. Geburtstag
probe-birthday = am { $years }. Geburtstag
probe-birthday-after = einen Tag nach dem { $years }. Geburtstag
probe-result = { $what } { $value } am { $date }
probe-answer = { $what } { $value } am { $date }
probe-field = { $what } { $value }
probe-happened = { $what } am { $date }
probe-goes-on = { $what } seit { $date }
probe-ended = { $what } bis { $date }
probe-taken = { $what } für { $days } Tage ({ $outcome })
probe-times = { $what }, { $count }-mal
probe-dose = { $dose } seit { $date }
probe-without = ohne { $what }
probe-none-of = { $count ->
    [0] ohne { $what }
   *[other] ohne { $what } und { $count } weitere
}
probe-no-course = keine Behandlung
probe-planned = Entscheidungszeitpunkte im Abstand von einer Woche geplant
probe-with = { $what } mit { $other }

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
mutant-written = { $count ->
    [one] 1 Beispiel geschrieben
   *[other] { $count } Beispiele geschrieben
}
