"""The desk: one patient's record as it is being worked on, drafts and undo included; frozen, without a screen."""
