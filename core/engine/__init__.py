"""The engines: ``reference`` is the meaning, slow and plain; ``compiled`` is what runs; both judge alike."""
