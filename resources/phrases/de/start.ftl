# Die erste Seite: Tresor, Passphrase, Wiederherstellungsschlüssel.
start-open-title = Akte öffnen
start-open-why = Die Akte liegt verschlüsselt auf diesem Computer. Es wird nichts verschickt.
start-create-title = Neue Akte
start-create-why = Alles, was Sie eingeben, bleibt verschlüsselt auf diesem Computer. Wählen Sie eine Passphrase aus mehreren Wörtern; niemand kann sie wiederherstellen, aber der Schlüssel auf der nächsten Seite öffnet die Akte ebenfalls.
start-passphrase = Passphrase
start-passphrase-again = Passphrase noch einmal
start-recovery-key = Wiederherstellungsschlüssel vom gedruckten Blatt
start-use-recovery-key = Wiederherstellungsschlüssel verwenden
start-use-passphrase = Passphrase verwenden
start-open = Öffnen
start-create = Anlegen
start-opening = Wird geöffnet …
start-wait = Noch { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} bis zum nächsten Versuch.
start-too-short = Eine Passphrase hat mindestens { $count } Zeichen.
start-not-the-same = Die beiden sind nicht gleich.
start-place = Ort: { $place }
start-restore = Letzte gute Sicherung zurückholen
start-restored = Die Sicherung vom { $day } ist eingesetzt. Was vorher dort lag, wurde daneben aufgehoben.
start-no-backup = Im Ordner der Akte liegt keine gute Sicherung.
start-looking = Es wird gesucht, was sich zurückholen lässt …
start-found-record = Nur der Kopf ist verloren; die Akte selbst ist unversehrt, mit { $statements ->
    [one] 1 Angabe
   *[other] { $statements } Angaben
}. Einen Kopf zurückzulegen verliert nichts.
start-found-backup = Die Sicherung vom { $day } ist unversehrt: { $statements ->
    [one] 1 Angabe
   *[other] { $statements } Angaben
}, der letzte Eintrag vom { $last }. { $lost ->
    [0] Nichts Bestätigtes ginge verloren.
    [one] 1 späterer Eintrag ginge verloren.
   *[other] { $lost } spätere Einträge gingen verloren.
}
start-found-backup-unsure = Die Sicherung vom { $day } ist unversehrt: { $statements ->
    [one] 1 Angabe
   *[other] { $statements } Angaben
}, der letzte Eintrag vom { $last }. Ob es spätere gab, sagt nichts mehr.
start-header-restored = Ein Kopf wurde zurückgelegt. Was vorher dort lag, wurde daneben aufgehoben.
start-recovery-title = Der Wiederherstellungsschlüssel
start-recovery-why = Geht die Passphrase verloren, öffnet nur dieser Schlüssel die Akte. Er wird nur dieses eine Mal gezeigt. Drucken Sie ihn und bewahren Sie ihn so auf, dass nur Sie ihn finden.
start-recovery-save = Als PDF zum Drucken speichern …
start-recovery-saved = Gespeichert als { $place }. Drucken Sie die Datei und löschen Sie sie danach.
start-recovery-type = Gruppe { $group } des Schlüssels eingeben
start-recovery-done = Der Schlüssel ist sicher verwahrt
start-recovery-wrong = Das ist nicht Gruppe { $group }. Vergleichen Sie mit dem Blatt.
start-recovery-paper = Kriterion: Wiederherstellungsschlüssel
start-recovery-paper-why = Dieser Schlüssel öffnet die Akte auf dem Computer, auf dem sie angelegt wurde. Bewahren Sie ihn auf wie den Schlüssel zum Archiv.
start-samples-title = Mit Beispielpatienten beginnen?
start-samples-why = Vierzehn erfundene Patienten, überall als synthetisch gekennzeichnet. Sie lassen sich in einem Schritt entfernen.
start-samples-yes = Beispielpatienten hinzufügen
start-samples-no = Leer beginnen
start-new-passphrase-why = Der Wiederherstellungsschlüssel hat die Akte geöffnet. Wählen Sie eine neue Passphrase; die verlorene öffnet von da an nichts mehr.
start-keep-passphrase = Die Passphrase lassen, wie sie ist
start-locked = Gesperrt
start-saving = Gesperrt. Was eingegeben wurde, wird noch gespeichert und gesichert.
start-saved = Alles Eingegebene ist gespeichert. Seit der neuesten Sicherung hat sich nichts geändert.
start-saved-backed-up = Alles Eingegebene ist gespeichert, und eine Sicherung wurde gemacht und geprüft.
start-not-backed-up = Es wurde keine Sicherung gemacht: { $reason }
start-drafts-lost = { $count ->
    [one] 1 Entwurf konnte
   *[other] { $count } Entwürfe konnten
} nicht aufbewahrt werden.
start-still-saving = Was vorher eingegeben wurde, wird noch gespeichert, und der Datenträger antwortet nicht. Warten, oder das Programm beenden, wenn er es nie tut.
start-recovery-keep-old = Doch beim alten Schlüssel bleiben
start-renew = Neuer Schlüssel für die Akte …
start-renew-why = Wenn jemand den Ordner kopiert und die Passphrase gekannt haben kann: die Passphrase eingeben und dies noch einmal drücken. Akte, Sicherungen und aufgehobene Kopien werden neu verschlüsselt; Kopien an anderen Orten bleiben, wie sie sind.
start-renewing = Wird mit dem neuen Schlüssel verschlüsselt: { $done } von { $total } Dateien …
start-renewed = Alles im Ordner liegt unter dem neuen Schlüssel; der alte Wiederherstellungsschlüssel öffnet hier nichts mehr. Die Akte mit der Passphrase öffnen und diese ändern, falls andere sie kennen.
start-renewed-but = Die Akte liegt unter dem neuen Schlüssel, aber diese ließen sich nicht lesen und blieben, wie sie waren: { $names }. Sicher verwahren oder löschen.
start-name = Kriterion
start-language = Deutsch
start-promise = Welche Studien mit CD19-CAR-T-Zellen offen stehen, warum und ab wann.
start-stays-here = Bleibt auf diesem Computer
start-stays-here-why = Keine Verbindung ins Netz. Alles ist mit Ihrer Passphrase verschlüsselt.
start-shows-reasons = Nennt seine Gründe
start-shows-reasons-why = Jedes Kriterium mit dem Wert, seinem Datum und der Quelle.
start-is-not = Entscheidungshilfe für Ärztinnen und Ärzte
start-is-not-why = Nicht als Medizinprodukt geprüft. Kriterien sind öffentliche Auszüge; es entscheiden die Behandelnden und das Zentrum.
start-version = Version { $version }
start-take-over = Eine Akte von einem Medium übernehmen …
start-take-over-title = Eine Akte übernehmen
start-take-over-why = Aus { $name }. Sie öffnet sich mit der Passphrase von damals oder mit dem gedruckten Wiederherstellungsschlüssel. Alles wird geprüft, bevor es seinen Platz einnimmt.
start-take-over-doing = Die Kopie wird geprüft: { $done } von { $total } Dateien …
start-take-over-not = Stattdessen eine neue Akte anlegen
manual-title = Handbuch
manual-parts = Teile des Handbuchs
manual-save = Handbuch als PDF speichern …
manual-about = Handbuch, Version { $version }
