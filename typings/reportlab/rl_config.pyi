# Settings of the library, for all that is written with it.

useA85: int
