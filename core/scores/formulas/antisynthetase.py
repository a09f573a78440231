"""Antisynthetase syndrome. Solomon J et al. 2011; Connors GR et al. Chest 2010;138:1464-74."""

from __future__ import annotations

from core.scores.given import Given, Outputs

TWO_MAJOR = 2
ONE_MAJOR, TWO_MINOR = 1, 2
CONNORS = frozenset({"ild", "arthritis", "raynaud", "mechanics_hands", "fever"})


def compute(given: Given) -> Outputs:
    """Return whether each of both is met."""
    major, minor = len(given.present("major")), len(given.present("minor"))
    is_solomon = major >= TWO_MAJOR or (major >= ONE_MAJOR and minor >= TWO_MINOR)
    is_connors = not CONNORS.isdisjoint(given.present())
    has_antibody = given.flag("anti_ars")
    return {"solomon": has_antibody and is_solomon, "connors": has_antibody and is_connors}
