# Der Stand eines Studienregisters

trials-not-text = „{ $name }“ ist kein Text in UTF-8. Bitte die Datei unverändert speichern.
trials-not-json = „{ $name }“ beginnt wie JSON und ist nicht als solches lesbar. Bitte erneut herunterladen.
trials-not-a-table = „{ $name }“ ist nicht als Tabelle lesbar. Bitte als CSV mit Kommas speichern.
trials-unknown-table = „{ $name }“ ist keine Tabelle von Studien: Nötig sind die Spalten „NCT Number“ und „Study Status“ (Download von ClinicalTrials.gov) oder „NCTId“ und „OverallStatus“ oder „NCTId“ und „Facility“.
trials-bad-place = „{ $text }“ ist kein Ort. Grad nördlich und östlich schreiben: 52.52,13.40
trials-state = { $trials ->
    [one] 1 Studie
   *[other] { $trials } Studien
}, { $sites ->
    [one] 1 Zentrum
   *[other] { $sites } Zentren
}
trials-as-of = Stand vom { $day }
trials-and-more = { $told }; und { $count } weitere
trials-fit = { $fit } passen nach Krankheit, Alter, Geschlecht, Land und Stand, soweit gefragt, { $perhaps } vielleicht. Grob: Kein Kriterium wurde gelesen.
trials-perhaps = vielleicht
trials-rule-file = Regeldatei { $version }
trials-record-newer = Eintrag neuer als die Datei
trials-no-rule-file = keine Regeldatei
trials-km = { $km } km
trials-ages = { $first } bis { $last }
trials-ages-from = ab { $first }
trials-ages-to = bis { $last }
trials-ages-any = jedes Alter
trials-skipped-no-number = Einträge ohne Nummer: { $count }
trials-skipped-twice = Doppelte Einträge, der erste zählt: { $count }
trials-skipped-age = Altersangaben, die nicht verstanden wurden und nichts begrenzen: { $count }
trials-skipped-coordinates = Koordinaten, die keine sind: { $count }
trials-skipped-other-trial = Zentren von Studien, die hier nicht stehen: { $count }
trials-skipped-not-a-record = Teile, die kein Eintrag sind: { $count }
trials-changed = Was sich seit { $day } geändert hat
trials-changed-unknown-day = einem älteren Stand
trials-no-change = Nichts hat sich geändert.
trials-change-new = Neu
trials-change-gone = Nicht mehr da
trials-change-status = Stand
trials-change-ages = Alter
trials-change-sex = Geschlecht
trials-change-phase = Phase
trials-change-conditions = Krankheiten
trials-change-countries = Länder
trials-change-sites = Zentren
trials-from-to = { $gone } → { $come }
trials-no-trial = „{ $names }“ enthält keine Studie. Bitte eine Tabelle von Studien oder den Download einer Suche einlesen.
trials-draft-no-disease = Der Eintrag von { $number } nennt keine Krankheit, die das Programm kennt. Bitte oberhalb der Liste unter „Krankheit“ eine wählen und den Entwurf noch einmal beginnen.
trials-draft-origin = { $number }, Register vom { $day }
trials-disease-sle = SLE
trials-disease-iim = Myositis
trials-disease-ssc = SSc
trials-short-not-yet-recruiting = noch nicht
trials-short-active-not-recruiting = Aufnahme beendet
trials-short-enrolling-by-invitation = auf Einladung
trials-short-unknown = unbekannt
trials-phase-early = früh 1
trials-no-file-short = keine
trials-newer-short = Eintrag neuer
trials-now = jetzt: { $state }
trials-sites-changed = Zentren: { $come } neu, { $gone } fort
trials-other = { $kind } geändert
trials-kept-none = Kein Stand eines Registers ist aufbewahrt. Aufbewahren mit: registry FILE… --keep
trials-kept = Aufbewahrt.
trials-kept-already = Dieser Stand war schon aufbewahrt.
trials-kept-older = Er ist älter als der Stand vom { $day }, der weiter angezeigt wird; beide lassen sich vergleichen.
trials-unreadable = { $count ->
    [one] 1 aufbewahrter Stand ist nicht lesbar: beschädigt oder von einer neueren Version des Programms. Er blieb, wie er ist.
   *[other] { $count } aufbewahrte Stände sind nicht lesbar: beschädigt oder von einer neueren Version des Programms. Sie blieben, wie sie sind.
}

# Die Seite

trials-title = Bekannte Studien
trials-about = { $trials ->
    [one] 1 Eintrag
   *[other] { $trials } Einträge
} · Stand des Registers vom { $day }, am { $imported } aus einer Datei eingelesen; nichts wird abgerufen
trials-import = Neueren Stand einlesen …
trials-what-changed = Was sich änderte { $count }
trials-what-changed-name = Was sich seit { $day } geändert hat: { $count ->
    [one] 1 Studie
   *[other] { $count } Studien
}
trials-search = Name, Nummer, Sponsor
trials-disease = Krankheit
trials-disease-any = Jede Krankheit
trials-disease-ours = SLE, Myositis, SSc
trials-country = Land
trials-country-any = Jedes Land
trials-named-count = { $name } { $count }
trials-age = Alter
trials-sex = Geschlecht
trials-sex-any = Beide Geschlechter
trials-sex-female = Für Frauen und Mädchen
trials-sex-male = Für Männer und Jungen
trials-status = Stand
trials-status-any = Jeder Stand
trials-status-recruiting = Rekrutiert
trials-status-soon = Rekrutiert oder noch nicht
trials-status-closed = Keines von beiden
trials-file = Regeldatei
trials-file-any = Mit oder ohne Regeldatei
trials-file-with = Mit Regeldatei
trials-file-without = Ohne Regeldatei
trials-file-newer = Eintrag neuer als die Datei
trials-since = Verglichen mit
trials-since-day = Seit { $day }
trials-since-none = Kein älterer Stand
trials-only-changed = geändert { $count }
trials-fits-patient = passt zur geöffneten Person { $count }
trials-fits-patient-none = passt zur geöffneten Person
trials-also-perhaps = vielleicht { $count }
trials-all = Alle zeigen
trials-place = Entfernung von
trials-place-none = kein Ort gewählt
trials-column-trial = Studie
trials-column-disease = Krankheit
trials-column-phase = Phase
trials-column-age = Alter
trials-column-status = Stand
trials-column-nearest = Nächster Ort
trials-column-where = Länder
trials-column-file = Regeldatei
trials-column-changed = Geändert
trials-column-kind = Was
trials-column-now = Jetzt
trials-none-match = Diese Filter lassen keine Studie übrig.
trials-first-title = Noch kein Stand eines Registers
trials-first = Eine Suche bei ClinicalTrials.gov als JSON oder CSV herunterladen, oder Tabellen von Studien und Zentren nehmen, und die Datei hier einlesen. Nichts wird abgerufen, und nichts über eine Person verlässt diesen Rechner.
trials-first-import = Stand einlesen …
trials-foot = { $shown } von { $all } · { $files } mit Regeldatei · { $nowhere } von allen nennen kein Land
trials-foot-coarse = Grob: Krankheit, Alter, Geschlecht und Land, wie das Register sie nennt; kein Kriterium wurde gelesen.
trials-foot-perhaps = { $count } nur vielleicht: eine Krankheitsgruppe, kein Land, oder Alter oder Geschlecht nicht bekannt.
trials-patient-no-disease = Bei der geöffneten Person ist keine andauernde Diagnose festgehalten, nach der hier Studien gesucht werden.
trials-detail = Die gewählte Studie
trials-detail-none = Eine Studie wählen.
trials-detail-disease = Krankheit
trials-detail-age = Alter
trials-detail-sex = Geschlecht
trials-detail-given = Gegeben wird
trials-detail-planned = Geplant
trials-detail-start = Beginn
trials-detail-updated = Letzte Änderung
trials-detail-countries = Länder
trials-participants = { $count ->
    [one] 1 Teilnehmende
   *[other] { $count } Teilnehmende
}
trials-countries = { $count }: { $names }
trials-sites = Zentren
trials-sites-near = Zentren, von { $place } aus
trials-sites-none = Der Eintrag nennt kein Zentrum.
trials-sites-more = { $count ->
    [one] 1 weiteres Zentrum
   *[other] { $count } weitere Zentren
}
trials-criteria = Kriterien
trials-criteria-not-here = Nicht in diesem Stand: Er enthält nur Alter, Krankheit und Orte.
trials-criteria-here = Der Eintrag enthält den Text seiner Kriterien. Der Entwurf übernimmt jede Zeile als Text; die Bedingung ist noch zu schreiben.
trials-file-held = Regeldatei { $version }, Stand gelesen am { $seen }
trials-file-held-undated = Regeldatei { $version }
trials-file-newer-why = Der Eintrag wurde am { $day } geändert, also danach. Bitte ansehen, was neu ist, und die nächste Version schreiben.
trials-file-none = Keine Regeldatei: als bekannte Studie gezeigt, nie als nicht geeignet.
trials-phase = Phase { $phase }
trials-draft = Neue Regeldatei aus diesem Eintrag
trials-draft-why = Füllt Titel, Nummer, Alter, Krankheiten und Quellen; jedes Kriterium bleibt zu schreiben; öffnet sich unter Regeln als Entwurf.
trials-show-file = Ihre Regeldatei zeigen
trials-imported = { $state }. { $changed ->
    [one] 1 Studie hat sich
   *[other] { $changed } Studien haben sich
} seit { $since } geändert.
trials-imported-first = { $state }.
trials-imported-skipped = Nicht übernommen: { $what }

# Auf Papier

trials-paper-title = Bekannte Studien ohne Regeldatei
trials-paper-about = Nach den Feldern des Registers für Krankheit, Alter und Geschlecht, Stand { $day } (eingelesen am { $imported }). Grob: Kein Kriterium wurde gelesen, und niemand gilt dadurch als geeignet. Nur rekrutierende und noch nicht rekrutierende Studien, die keine Regeldatei beurteilt.
trials-paper-none = Keine in diesem Stand.
trials-paper-more = { $count ->
    [one] 1 weitere ist nicht gedruckt; die Seite „Studien“ zeigt sie.
   *[other] { $count } weitere sind nicht gedruckt; die Seite „Studien“ zeigt sie.
}
trials-paper-from = Luftlinie von { $place }.
trials-paper-column-fits = Passt
trials-paper-fits = Krankheit, Alter, Geschlecht
