## Urteile: immer über die Patientin oder den Patienten

verdict-passes = erfüllt
verdict-fails = nicht erfüllt
verdict-unknown = unbekannt

# neben einem Ausschluss sagen die Worte, wonach gesucht wurde, damit niemand sie verkehrt herum liest
exclusion-passes = liegt nicht vor: kein Ausschluss
exclusion-fails = liegt vor: Ausschluss
exclusion-unknown = nicht bekannt

verdict-assumed = { $verdict }, angenommen
verdict-assumed-plain = unter Annahme { $verdict }

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

## Warum ein Kriterium nicht erfüllt ist

failure-repeatable = wiederholbar
    .by = Wiederholung
failure-passing = vorübergehend
    .by = Abwarten
failure-treatable = behandelbar
    .by = Behandlung
failure-another-course = braucht eine weitere Therapie
    .by = eine weitere Therapie
failure-fixed = unveränderlich
failure-no-day = an keinem geprüften Tag erfüllt

## Ein Ergebnis in zwei Teilen: sein Wort und was die Zeile sonst sagt

word-possible = möglich
headline-at = bei { $point }
headline-state = { $state }; { $rest }
headline-by-criteria = nach den Kriterien { $line }
later-fails = { $point } steht etwas entgegen, { $kind }
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
