"""The meaning of conditions twice: one engine explains, with reasons; the other decides, truth alone."""
