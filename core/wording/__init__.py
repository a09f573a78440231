"""Judgements in words of one language: the same words on screen, on paper and in the answer."""
