## A score on a map of the body

body-near = Head and hands
body-front = From the front
body-back = From behind
body-right = Patient’s right
body-left = Patient’s left
body-not-examined = not examined
body-open = not answered
body-map-of = { $name } on the body
body-keys = Click, or ← ↑ ↓ → and the keys of the list
body-take-away = Take the answer away
body-site = Site
body-answer = Answer

## Scores on paper, with their parts

scored-heading = Scores with the items that count
scored-score = Score
scored-value = Value
scored-day = Day
scored-counts = What counts
scored-version = version: { $version }
scored-nothing-counts = nothing that counts
scored-not-examined = Not examined ({ $count }): { $items }
scored-not-answered = Not answered ({ $count }): { $items }
scored-sure-M = from memory alone
scored-sure-C = contested
scored-doubt = { $letter } ({ $sure }): { $about }
