"""Papers for the patient and the family: a sheet in plain words, and a card for the wallet. No dose on either."""

from __future__ import annotations

from core.documents.family.card import wallet_card
from core.documents.family.sheet import family_sheet

__all__ = ["family_sheet", "wallet_card"]
