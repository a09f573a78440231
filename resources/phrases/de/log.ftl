log-title = Protokoll
log-when = Wann
log-at = Wann (UTC)
log-by = Von
log-kind = Art
log-patient = Person
log-number = Nummer
log-what = Was
log-file = Regeldatei
log-version = Version
log-detail = Einzelheiten
log-kind-any = Alles
log-kind-screening = Screenings
log-kind-paper = Papiere
log-kind-record = Akte
log-kind-program = Programm
log-search = Nach Person, Datei oder Wort suchen
log-save = Als Tabelle speichern …
log-older = Ältere zeigen
log-saved = Die Tabelle wurde gespeichert. Sie nennt Personen: wie die Akte aufbewahren.
log-none = Nichts dieser Art steht im Protokoll.
log-about = Was zu einer Person angegeben wurde, steht im Verlauf jedes Felds. Ein Screening steht im Protokoll, sobald es erfasst oder gedruckt ist.
log-erased-patient = gelöschte Person
log-screened = Gescreent
log-failing = scheitert an: { $what }
log-act-patient-added = Person hinzugefügt
log-act-retracted = Eintrag zurückgenommen
log-act-erased = Person gelöscht
log-act-copies-destroyed = Kopien vernichtet
log-act-restored = Akte wiederhergestellt
log-act-noticed = Beim Öffnen bemerkt
log-act-rule-file-in-force = Regeldatei in Kraft
log-act-rule-pack-taken-in = Regelpaket übernommen
log-act-key-of-rule-packs-trusted = Schlüssel für Regelpakete vertraut
log-act-review-of-a-rule-file-signed = Durchsicht einer Regeldatei signiert
log-keep = Dieses Screening ins Protokoll aufnehmen
log-kept = Das Screening nach { $file } steht im Protokoll.
log-kind-export = Exporte
log-exported = Datensatz für ein Register
log-export-counts = { $patients ->
    [one] 1 Person
   *[other] { $patients } Personen
}, { $visits ->
    [one] 1 Visite
   *[other] { $visits } Visiten
}, Dateien { $hash }
log-act-copied-to-a-medium = Akte auf ein Medium kopiert
log-act-recovery-drill = Wiederherstellung geübt
