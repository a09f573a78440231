patients-title = Patienten
patients-name = Name
patients-born = Geboren
patients-number = Nummer
patients-sex = Geschlecht
patients-sex-not-asked = nicht gefragt
patients-birth-typed = Geburtsdatum
patients-age-typed = Alter an einem Tag, wo kein Geburtsdatum bekannt ist
patients-no-birth = Geburtsdatum nicht dokumentiert
patients-no-name = ohne Namen
patients-synthetic = synthetisch
patients-search = Nach Name, Nummer oder Geburtsdatum suchen
patients-new = Neuer Patient
patients-add = Anlegen und öffnen
patients-cancel = Abbrechen
patients-needs = Name und Geburtsdatum oder Alter werden gebraucht: Sie stehen auf jedem Papier.
patients-same-name = { $count ->
    [one] Ein Patient
   *[other] { $count } Patienten
} dieses Namens schon in der Akte, { $born }.
patients-add-samples = Beispielpatienten hinzufügen
patients-remove-samples = Beispielpatienten entfernen
patients-samples-added = { $count } Beispielpatienten hinzugefügt, jeder als synthetisch gekennzeichnet.
patients-samples-removed = { $count ->
    [one] Eine erfundene Person
   *[other] { $count } erfundene Personen
} entfernt.
patients-erase = Person löschen …
patients-erase-whom = { $name }, { $born }, löschen
patients-erase-why = Alles Erfasste ist endgültig weg: hier sofort, dann in jeder Sicherung und aufgehobenen Kopie, die eine nach der anderen neu geschrieben werden. Dass es diese Akte gab, wann und warum sie gelöscht wurde, bleibt ohne Inhalt im Protokoll; darum darf der Grund nicht sagen, wer es war.
patients-erase-reason = Grund
patients-erase-name = Zur Bestätigung den Namen schreiben
patients-erase-now = Endgültig löschen
patients-erase-needs-reason = Schreiben Sie, warum die Akte gelöscht wird.
patients-erase-needs-name = Der Name ist nicht derselbe.
patients-diagnosis = Diagnose
patients-conclusion = Bestes Ergebnis
patients-best = Wo
patients-more = und { $count } weitere
patients-due = Als Nächstes
patients-due-wait = eine Wartezeit endet
patients-due-runs-out = Befunde laufen ab
patients-opened = Geöffnet
patients-same-name-mark = ! gleicher Name
patients-erased = Die Person wurde aus der Akte gelöscht. Sicherungen und aufgehobene Kopien werden neu geschrieben.
patients-erased-everywhere = Gelöschte Personen stehen in keiner Sicherung und keiner aufgehobenen Kopie dieses Ordners mehr.
patients-erased-still = Gelöscht; noch in: { $names }.
erased-waiting = { $name } (wird neu geschrieben)
erased-missing = { $name } (ist nicht da)
erased-unreadable = { $name } (nicht zu lesen)
patients-after-infusion = Nach Infusion
patients-overdue = ! Überfällig
patients-only-all = Alle { $count }
patients-only-overdue = ! Überfällig
patients-only-due = In 4 Wochen fällig
patients-only-treated = Nach Infusion
patients-only-aplastic = Über ein Jahr ohne B-Zellen
patients-only-relapsed = Rückfall
patients-only-age = 12 oder 18 in 3 Monaten
patients-only = Wen die Liste zeigt
doing-cohort = Alle werden nach allen Regeldateien beurteilt
doing-trials = Der Stand des Registers wird gelesen
doing-trials-import = Ein Stand des Registers wird eingelesen
doing-trials-draft = Der Entwurf wird begonnen
doing-glance = Alle Behandelten werden angesehen
patients-file = Eine Patientendatei aufnehmen
patients-file-action = Patientendatei aufnehmen …
patients-file-take = Eintragen und öffnen
patients-file-whom = { $name }: { $patient }, { $born }, mit { $count ->
    [one] 1 Eintrag
   *[other] { $count } Einträgen
}. Noch steht nichts in der Akte.
patients-file-bad = { $name } kann nicht aufgenommen werden: die Fehler stehen unten, jeder an seiner Zeile. Die Datei berichtigen und noch einmal öffnen.
patients-file-nobody = { $name } nennt niemanden: Name und Geburtsdatum oder Alter werden gebraucht, denn sie stehen auf jedem Papier. Sie in die Datei schreiben und noch einmal öffnen.
patients-file-more = und { $count } weitere
patients-file-one-at-a-time = Zuerst die Person, die hier angesehen wird, eintragen oder lassen, dann noch einmal öffnen: { $names }
