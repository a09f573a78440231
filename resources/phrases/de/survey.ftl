# Viele Patientinnen und Patienten nach vielen Dateien

survey-judged = { $patients ->
    [one] 1 Person
   *[other] { $patients } Personen
}, { $files ->
    [one] 1 Regeldatei
   *[other] { $files } Regeldateien
}, beurteilt am { $day }
survey-own-days = ihrem eigenen Tag
survey-unread = Nicht gelesen und in keiner Zahl enthalten: { $names }
survey-nobody = Keine Akte konnte gelesen werden.
survey-diagnoses = Diagnosen
survey-age = Alter
survey-age-unknown = nicht bekannt
survey-age-from = { $years } oder älter
survey-age-between = { $first } bis { $last }
survey-file = Regeldatei
survey-step-disease = eine Krankheit der Datei
survey-step-cohort = eine Kohorte der Datei
survey-everybody = alle
survey-attrition = Wer wo ausscheidet: { $title }
survey-fails = nicht erfüllt
survey-open = nicht bekannt
survey-deferred = für das Zentrum
survey-left = bleiben
survey-left-over = { $left } bleiben: bei { $clear } ist nichts offen, bei { $lack } fehlt eine Angabe, bei { $site } nur die Antwort des Zentrums
survey-passed-by = { $count ->
    [one] 1 Kriterium, das alle erfüllen oder das nicht zutrifft, ist nicht aufgeführt.
   *[other] { $count } Kriterien, die alle erfüllen oder die nicht zutreffen, sind nicht aufgeführt.
}
survey-awaited = Nur eine Angabe fehlt
survey-awaited-none = Bei niemandem entscheidet eine einzige Angabe.
survey-awaited-patients = { $count ->
    [one] 1 Person
   *[other] { $count } Personen
}
survey-list-of = vollständige Liste: { $what }
survey-few = Weniger als { $count } Personen: Eine solche Tabelle kann verraten, wer sie sind.
survey-not-counted = Für niemanden hier, oder derzeit ohne Aufnahme: { $titles }

# Die Seite

cohort-patient = Person
cohort-what = Krankheit, Alter
cohort-matrix = Personen nach Regeldateien
cohort-other-disease = andere Erkrankung
cohort-takes-nobody = nimmt derzeit niemanden auf; nach den Kriterien { $conclusion }
cohort-nobody = Niemand zu zeigen.
cohort-open = Screening öffnen
cohort-save = Tabelle ohne Namen speichern …
cohort-saved = Die Tabelle wurde gespeichert. Sie nennt niemanden; das Alter steht in Jahrzehnten.
cohort-disease = Krankheit
cohort-disease-any = Jede Krankheit
cohort-age-any = Jedes Alter
cohort-age-child = Unter 12
cohort-age-adolescent = 12 bis 17
cohort-age-adult = Ab 18
cohort-everybody = Alle zeigen
cohort-chip-good = geeignet oder in den üblichen Grenzen { $count }
cohort-chip-possible = möglich { $count }
cohort-chip-undecided = unentschieden oder außerhalb der üblichen Grenzen { $count }
cohort-chip-not-yet = noch nicht { $count }
cohort-chip-none = nichts offen { $count }
cohort-chip-one-away = nur eine Angabe fehlt { $count }
cohort-drops = Wer wo ausscheidet
cohort-file = Regeldatei
cohort-legend = Balken: wer bisher erfüllt; schraffiert, wer davon hier nicht bekannt ist; blass, wer hier ausscheidet.
cohort-step = { $what }: bei { $fails } nicht erfüllt, bei { $unknown } nicht bekannt, { $left } bleiben
cohort-list = { $count }: { $what }
