## A score on a map of the body

body-front = From the front
body-back = From behind
body-right = Patient’s right
body-left = Patient’s left
body-not-examined = not examined
body-open = not answered
body-map-of = { $name } on the body
body-keys = Click, or ← ↑ ↓ → and the keys of the list
body-take-away = Take the answer away
body-table = { $name }: site by site
body-site = Site
body-answer = Answer
