## Papier: Eignungsbericht

report-kind = Eignungsbericht
report-clinic-not-given = Zentrum: nicht angegeben
report-born = geboren { $date }
report-born-age = geboren { $date } ({ $years } J.)
report-born-not-known = Geburtsdatum nicht bekannt
report-judged-on = beurteilt am { $date }
report-planned = { $point } geplant { $date }
report-page = Seite { $page } von { $pages }
report-escaped-signs = Zeichen, die sich nicht drucken lassen, stehen als ihr Code, etwa ⟨U+0000⟩.
report-heading-way = Was im Wege steht
report-heading-criteria = Kriterien
report-cohort = Kohorte: { $title }
report-heading-points = Entscheidungspunkte
report-heading-later = Später fällig
report-heading-assumed = Was angenommen wurde
report-heading-missing = Was die Regeldatei nicht enthält
report-heading-in-full = Lange Kriterien im Ganzen
report-heading-basis = Grundlage
report-heading-cohorts = Kohorten dieser Datei
report-column-criterion = Kriterium
report-column-now = Jetzt
report-column-needed = Was nötig ist
report-column-who = Wer
report-column-verdict = Urteil
report-column-evidence = Beleg
report-column-date = Datum
report-column-point = Punkt
report-column-day = Tag
report-column-conclusion = Ergebnis
report-at-point = bei { $point }:
report-cohorts-others = Nicht diese Kohorte: { $titles }.
report-nothing-in-the-way = Nichts, was erfasst und beurteilt ist, steht im Wege.
report-site-decides = Das Zentrum entscheidet.
report-partial = Die Regeldatei ist ein Auszug; was sie nicht enthält, steht unten.
report-holds-until = Was heute passt, gilt ohne neue Einträge bis zum { $date }; zuerst endet: { $names }.
report-holds-long = Was heute passt, hat kein absehbares Ende.
report-waits = endet von selbst am { $date }
report-stops = { $count ->
    [one] endet am { $date }, wenn { $drugs } heute abgesetzt wird
   *[other] endet am { $date }, wenn { $drugs } heute abgesetzt werden
}
report-not-recorded = nicht erfasst
report-in-full = im Ganzen unten, unter „Lange Kriterien im Ganzen“
report-wording-cut = die Quelle ist hier abgeschnitten
report-wording-summary = nur aus einer Zusammenfassung bekannt
report-wording-memory = aus dem Gedächtnis, Quelle prüfen
report-reading = gelesen als: { $reading }
report-due-on = { $point }, { $date }
report-due-on-assumed = { $point }, Tag nicht geplant
report-missing-exclusions = Die Ausschlüsse sind nicht öffentlich.
report-missing-inclusions = Die Einschlüsse sind nicht öffentlich.
report-basis-file = Regeldatei { $id }, Version { $version }, Prüfsumme { $hash }, { $state }{ $fictional }.
report-basis-fictional = , ERFUNDEN
report-basis-recruitment = Rekrutierung, gesehen { $seen }: { $status } (kein Teil der Antwort).
report-basis-evaluated = Beurteilt am { $date } mit { $program }.
report-basis-later = { $count ->
    [0] Keine späteren Einträge wurden ausgelassen.
    [one] 1 späterer Eintrag wurde ausgelassen.
   *[other] { $count } spätere Einträge wurden ausgelassen.
}
report-mark-not-reviewed = Regeldatei nicht ärztlich geprüft
report-mark-reviewed = geprüft von { $by }, { $on }
report-mark-synthetic = erfundene Patientin oder erfundener Patient
report-mark-fictional = ERFUNDENE Regeldatei: keine wirkliche Studie
report-mark-draft = Entwurf einer Regeldatei
report-footer-decision = Entscheidungshilfe für Ärztinnen und Ärzte; nicht als Medizinprodukt geprüft. Kriterien sind öffentliche Auszüge; das behandelnde Team und das Zentrum entscheiden.
report-footer-printed = Gedruckt { $instant } · { $program } · Regeldatei { $id } { $version }, { $hash }
report-signature = Unterschrift, Name, Datum
report-confidential = vertraulich
report-column-cohort = Kohorte
report-cohort-asks = verlangt: { $what }
report-day-earliest = { $date }, frühestens
report-judged-for = beurteilt für: { $point }
report-nothing-judged = Kein Kriterium wurde beurteilt.
report-state-draft = Entwurf
report-state-active = aktiv
report-state-closed = geschlossen
report-state-withdrawn = zurückgezogen
report-recruitment-recruiting = nimmt auf
report-recruitment-not-yet-recruiting = nimmt noch nicht auf
report-recruitment-active-not-recruiting = läuft, nimmt nicht mehr auf
report-recruitment-completed = abgeschlossen
report-recruitment-not-recruiting = nimmt nicht auf
report-recruitment-enrolling-by-invitation = nimmt nur auf Einladung auf
report-recruitment-suspended = ausgesetzt
report-recruitment-temporarily-halted = vorübergehend angehalten
report-recruitment-halted = angehalten
report-recruitment-terminated = abgebrochen
report-recruitment-ended = beendet
report-recruitment-closed = geschlossen
report-recruitment-withdrawn = zurückgezogen
report-recruitment-unknown = dem Register nicht bekannt
report-needs-answer = eine Antwort mit Name und Datum
report-remedy = so endet es: { $kind }
report-record-head = Akte: Kopf des Protokolls { $head }
