## Urteile: immer über die Patientin oder den Patienten

verdict-passes = passt
verdict-fails = passt nicht
verdict-unknown = unbekannt

# neben einem Ausschluss sagen die Worte, wonach gesucht wurde, damit niemand sie verkehrt herum liest
exclusion-passes = liegt nicht vor: passt
exclusion-fails = liegt vor: schließt aus
exclusion-unknown = nicht bekannt

verdict-assumed = angenommen

## Ergebnisse

conclusion-not-this-cohort = nicht diese Kohorte
conclusion-other-disease = andere Erkrankung
conclusion-not-eligible = nicht geeignet
conclusion-undecided = unentschieden
conclusion-not-yet = noch nicht
conclusion-possible = möglich: mit dem Zentrum klären
conclusion-eligible = geeignet
conclusion-board-within = für das Gremium: innerhalb der üblichen Grenzen
conclusion-board-outside = für das Gremium: außerhalb der üblichen Grenzen

## Warum ein Kriterium nicht passt

failure-repeatable = wiederholbar
failure-passing = vorübergehend
failure-treatable = behandelbar
failure-another-course = braucht eine weitere Therapie
failure-fixed = unveränderlich
failure-no-day = kein Tag passt

## Ein Ergebnis in zwei Teilen: sein Wort und was die Zeile sonst sagt

word-possible = möglich
headline-at = bei { $point }
headline-state = { $state }; { $rest }
headline-by-criteria = nach den Kriterien { $line }
later-fails = { $point } passt nicht, { $kind }
later-why = { $line } ({ $why })
rest-possible = mit dem Zentrum klären
rest-not-yet = { $point } nicht vor dem { $date }
rest-stopped = { $count ->
    [one] { $point } nicht vor dem { $date }, wenn { $drugs } heute abgesetzt wird
   *[other] { $point } nicht vor dem { $date }, wenn { $drugs } heute abgesetzt werden
}

# Wie ein Tag und ein Monat geschrieben werden (Muster von Unicode); der Monat steht in Buchstaben.
date-day = d. MMM y
date-month = MMM y
