# Grenzpatienten, vom Programm gebildet: was eingetragen wurde, als Name eines Beispiels.
probe-birthday-before = einen Tag vor dem { $years }. Geburtstag
probe-birthday = am { $years }. Geburtstag
probe-birthday-after = einen Tag nach dem { $years }. Geburtstag
probe-result = { $what } { $value } am { $date }
probe-answer = { $what } { $value } am { $date }
probe-field = { $what } { $value }
probe-happened = { $what } am { $date }
probe-goes-on = { $what } seit { $date }
probe-ended = { $what } bis { $date }
probe-taken = { $what } für { $days } Tage ({ $outcome })
probe-times = { $what }, { $count }-mal
probe-dose = { $dose } seit { $date }
probe-without = ohne { $what }
probe-none-of = { $count ->
    [0] ohne { $what }
   *[other] ohne { $what } und { $count } weitere
}
probe-no-course = keine Behandlung
probe-planned = Entscheidungszeitpunkte im Abstand von { $weeks } Wochen geplant
