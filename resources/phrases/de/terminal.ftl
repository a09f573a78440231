## Die Kommandozeile

terminal-patient = Patient
terminal-best = Die zwei besten Dateien
terminal-board = für das Gremium
terminal-nobody = nimmt zurzeit niemanden auf
