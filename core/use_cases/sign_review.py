"""A physician signs the review of a file with name and day: a new version, weighed and taken in as any update."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.errors import WorldError
from core.progress import Report, unwatched
from core.rule_files.reviewing import SignedReview, with_review
from core.rule_files.rule_file import Origin, Review
from core.store.vault.vault import OpenVault
from core.use_cases.keep_library import LibraryFile, TakenIn, take_in_content
from core.use_cases.keep_shelf import InForce, Proof, hash_of
from core.use_cases.take_in_update import accept_update

REVIEW_ACT = "review of a rule file signed"


def reviewed(
    file: LibraryFile,
    review: SignedReview,
    library: Iterable[LibraryFile],
    catalogue: Catalogue,
    report: Report = unwatched,
    acts: Iterable[InForce] = (),
) -> TakenIn:
    """Return the reviewed version of a file, checked; nothing is kept. WorldError where it cannot be signed."""
    review.refuse(clock.today())
    if file.rule_file is None:
        raise WorldError("error-not-taken-in")
    content = with_review(file.text.encode(), review)
    origin = Origin(review=Review(review.by, review.on, review.next_due))
    return take_in_content(Path(file.path.name), content, library, catalogue, report, acts, origin)


def accept_review(taken: TakenIn, review: SignedReview, vault: OpenVault, by: str) -> Path:
    """Take in a reviewed version; the shelf and the trail know who signed it, and when."""
    proof = Proof(hash_of(taken.content), reviewed_by=review.by, reviewed_on=review.on, next_due=review.next_due)
    path = accept_update(taken, vault, by, proof)
    rule_file = taken.file.rule_file
    if rule_file is not None:
        line = f"{rule_file.id} {rule_file.version} {rule_file.hash} {review.on} {review.by}"
        vault.records.note(REVIEW_ACT, line, by)
    return path
