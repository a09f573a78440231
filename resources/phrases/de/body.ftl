## Ein Score auf einer Körperkarte

body-near = Kopf und Hände
body-front = Von vorn
body-back = Von hinten
body-right = Rechts (Patient)
body-left = Links (Patient)
body-not-examined = nicht untersucht
body-open = nicht beantwortet
body-map-of = { $name } am Körper
body-keys = Klicken, oder ← ↑ ↓ → und die Tasten der Liste
body-take-away = Antwort zurücknehmen
body-site = Stelle
body-answer = Antwort

## Scores auf Papier, mit ihren Teilen

scored-heading = Scores mit den Merkmalen, die zählen
scored-score = Score
scored-value = Wert
scored-day = Tag
scored-counts = Was zählt
scored-version = Version: { $version }
scored-nothing-counts = nichts, das zählt
scored-not-examined = Nicht untersucht ({ $count }): { $items }
scored-not-answered = Nicht beantwortet ({ $count }): { $items }
scored-sure-M = nur aus dem Gedächtnis
scored-sure-C = strittig
scored-doubt = { $letter } ({ $sure }): { $about }
