## Verläufe mit Ereignissen

trends-title = Verläufe
trends-infusion = Infusion
trends-span = { $first } bis { $last }
trends-left-out = { $count ->
    [one] 1 Wert in anderer Einheit oder ohne Zahl ist nicht gezeichnet
   *[other] { $count } Werte in anderer Einheit oder ohne Zahl sind nicht gezeichnet
  }
trends-as-table = Als Tabelle
trends-what = Was
trends-when = Wann
trends-value = Wert
trends-day = Tag { $day }
trends-month = Monat { $month }
trends-baseline-of = { $day }, letzter Wert bis zur Infusion
trends-baseline = Ring: letzter Wert bis zur Infusion, der Ausgangswert.
trends-unknown = Hohl: vom Wert ist nur eine Grenze bekannt.
trends-gap = Zwei Werte, zwischen denen mehr als { $days } Tage liegen, sind nicht verbunden.
trends-marks = Markiert: { $names }.
trends-mark = { $number } { $name }, { $day }
trends-mark-span = { $number } { $name }, { $first } bis { $last }
trends-mark-ongoing = { $number } { $name }, ab { $first }, laufend
trends-column-day = Tag
trends-held-until = { $amount } bis { $last }
trends-none = Seit 90 Tagen vor der Infusion ist kein Verlaufswert dokumentiert.
trends-year = Jahr { $year }
trends-growth = { $name }, Perzentile ({ $references })
trends-reference-CDC = CDC 2000
trends-reference-WHO-2006 = WHO 2006
trends-reference-WHO-2007 = WHO 2007
trends-percentile = P { $percentile } (z { $z }): { $value }
trends-series = Antikörper aus zwei Laboren und Wachstum nach zwei Referenzen sind nicht verbunden.
trends-growth-about = Wachstum: WHO 2006 bis 5 Jahre, dann WHO 2007 (Gewicht bis 10 Jahre); in den USA CDC 2000 ab 2 Jahren.
