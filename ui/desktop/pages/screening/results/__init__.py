"""The results side: all rule files with their conclusions, and the criteria of the selected one."""
