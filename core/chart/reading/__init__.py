"""Reading a patient file: YAML or JSON, every problem at its place, nothing guessed."""
