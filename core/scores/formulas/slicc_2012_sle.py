"""SLICC 2012. Petri M et al. Arthritis Rheum 2012;64:2677-86."""

from __future__ import annotations

from core.scores.given import Given, Outputs


def compute(given: Given) -> Outputs:
    """Return how many items are there, and whether SLE is classified by count or by biopsy."""
    clinical, immunologic = given.present("clinical"), given.present("immunologic")
    count = len(clinical) + len(immunologic)
    by_count = count >= given.limit("classified") and bool(clinical) and bool(immunologic)
    by_biopsy = bool(given.present("biopsy")) and not {"ana", "anti_dsdna"}.isdisjoint(immunologic)
    return {
        "count": given.total(),
        "sle": by_count or by_biopsy,
        "deciding": [*clinical, *immunologic, *given.present("biopsy")],
    }
