"""The settings of this computer, the passphrase, and what the program is."""
