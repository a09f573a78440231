## Ein Score auf einer Körperkarte

body-front = Von vorn
body-back = Von hinten
body-right = Rechts (Patient)
body-left = Links (Patient)
body-not-examined = nicht untersucht
body-open = nicht beantwortet
body-map-of = { $name } am Körper
body-keys = Klicken, oder ← ↑ ↓ → und die Tasten der Liste
body-take-away = Antwort zurücknehmen
body-table = { $name }: Stelle für Stelle
body-site = Stelle
body-answer = Antwort
