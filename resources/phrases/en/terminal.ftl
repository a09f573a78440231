## The command line

terminal-patient = Patient
terminal-best = Best two files
terminal-board = for the board
terminal-nobody = takes no patients now
