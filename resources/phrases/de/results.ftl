listing-cohorts-others = nicht diese Kohorte: { $titles }
listing-version = Regel { $version }
listing-from = ab { $day }
results-files = { $count ->
    [one] 1 Regeldatei
   *[other] { $count } Regeldateien
}
results-others = { $count ->
    [one] 1 Datei einer anderen Erkrankung
   *[other] { $count } Dateien anderer Erkrankungen
}
results-judging = Die Regeldateien werden beurteilt …
results-list = Regeldateien mit ihrem Ergebnis
results-criteria = Kriterien der ausgewählten Datei
results-open = Offen { $count }
results-passes = Erfüllt { $count }
results-all = Alle { $count }
results-holds = Die Befunde von heute gelten bis { $day }.
results-ask-next = Als Nächstes fragen: { $what }
results-ask-panel = { $name }: { $more ->
    [0] { $first }
   *[other] { $first } und { $more } weitere
}
results-ask-mark = als was „{ $text }“ zählt
results-ask-why = { $decides ->
    [0] { $of ->
        [one] Gefragt von der einen offenen Datei
       *[other] Gefragt von { $open } der { $of } offenen Dateien
    }
   *[other] { $of ->
        [one] Entscheidet die eine offene Datei
       *[other] Entscheidet { $decides } der { $of } offenen Dateien
    }
} · F6 führt hin
results-nothing-to-ask = Für diese Dateien ist nichts mehr zu fragen.
results-no-patient = Öffnen Sie einen Patienten (Strg 1).
results-idle = rekrutieren nicht
results-count = { $sign } { $count } { $word }
results-more = mehr
results-not-reviewed = { $count } ohne ärztliche Prüfung
results-status-old = Rekrutierung von { $count } länger nicht nachgelesen
results-enter = Eintragen
results-judge = Beurteilen
judged-own-day = beurteilt am { $date }, dem Tag, den die Datei nennt
results-heard-more = { $count ->
    [one] Ein weiteres Ergebnis ist anders.
   *[other] { $count } weitere Ergebnisse sind anders.
}
