# Zwei Regeldateien nebeneinander für einen Patienten.
beside-action = Mit einer anderen Datei vergleichen …
beside-title = Zwei Regeldateien nebeneinander
beside-both = Danach fragen beide
beside-left = Nur { $file }
beside-right = Nur { $file }
beside-more = { $names } und { $count } weitere
beside-topic = Thema
beside-which = Welche Datei neben { $file }?
beside-none = Es gibt keine zweite Datei zum Vergleichen.
beside-back = Zurück zu den Ergebnissen
beside-supposed = Das Angenommene zählt hier mit; nichts davon ist erfasst.
