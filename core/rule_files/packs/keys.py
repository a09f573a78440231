"""Keys that sign packs: a file with a name and the secret part; the public part stands in each pack."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import cast

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from core.errors import WorldError
from core.regular_files import MOST_SMALL_BYTES, read_regular
from core.writing import write_atomically

KEY_SUFFIX = ".kriterion-key"
_FORMAT = "kriterion-key 1"
_PURPOSE = b"kriterion rule pack\0"
"""Stands before what is signed, so that a signature of a pack is never one of anything else."""
_HANDING_OVER = b"kriterion key handed over\0"
_LONGEST_NAME = 80
SIGNATURE_BYTES = 64


@dataclass(frozen=True, slots=True)
class HandedOver:
    """That the key before (``old``) names the new one its successor: its signature of it; both in hexadecimal."""

    old: str
    signature: str

    def holds(self, name: str, new: str) -> bool:
        """True if the old key signed that this name goes on with the new key."""
        try:
            signed = _succession(name, self.old, new)
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.old)).verify(bytes.fromhex(self.signature), signed)
        except (InvalidSignature, ValueError):
            return False
        return self.old != new


def _succession(name: str, old: str, new: str) -> bytes:
    return _HANDING_OVER + f"{same_name(name)}\n{old}\n{new}".encode()


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The name under which somebody signs, and the key; ``handed_over`` where it followed another."""

    name: str
    secret: Ed25519PrivateKey
    handed_over: HandedOver | None = None

    @property
    def public(self) -> str:
        """The public part, in hexadecimal."""
        return self.secret.public_key().public_bytes_raw().hex()

    def sign(self, manifest: bytes) -> bytes:
        """Return the signature of a manifest."""
        return self.secret.sign(_PURPOSE + manifest)

    def hand_over(self, new: SigningKey) -> SigningKey:
        """Return the new key with this one's word that it follows; WorldError for the key of another name."""
        if same_name(new.name) != same_name(self.name):
            raise WorldError("key-other-name", name=self.name, other=new.name)
        signature = self.secret.sign(_succession(self.name, self.public, new.public)).hex()
        return replace(new, handed_over=HandedOver(self.public, signature))


def is_signed(manifest: bytes, signature: bytes, public: str) -> bool:
    """True if a manifest was signed with the secret part of a key."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(signature, _PURPOSE + manifest)
    except (InvalidSignature, ValueError):
        return False
    return True


def is_name(text: str) -> bool:
    """True for what a signer can be called: some signs that can be seen, in one form only."""
    is_seen = all(sign == " " or unicodedata.category(sign)[0] in "LMNP" for sign in text)
    is_in_form = text == " ".join(text.split()) and text == unicodedata.normalize("NFKC", text)
    return 0 < len(text) <= _LONGEST_NAME and is_seen and is_in_form


def same_name(text: str) -> str:
    """Return what two names are the same by: neither case nor dots tell signers apart."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN")


def make_key(name: str, path: Path, passphrase: str = "", old: SigningKey | None = None) -> SigningKey:
    """Make a key and keep it in a file that only its owner can read; WorldError where there is a file already.

    ``old`` is the key so far: it signs that the new one follows, and every pack of the new one carries that.
    """
    if not is_name(name) or not same_name(name):
        raise WorldError("key-name", name=ascii(name), most=_LONGEST_NAME)
    if path.exists():
        raise WorldError("key-is-there", name=path.name)
    key = SigningKey(name, Ed25519PrivateKey.generate())
    key = key if old is None else old.hand_over(key)
    lock = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else serialization.NoEncryption()
    secret = key.secret.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock)
    told: dict[str, object] = {
        "format": _FORMAT,
        "name": name,
        "public": key.public,
        "secret": secret.decode("ascii"),
        **({} if key.handed_over is None else {"handed_over": asdict(key.handed_over)}),
    }
    write_atomically(path, json.dumps(told, indent=1).encode())
    return key


def read_key(path: Path, passphrase: str = "") -> SigningKey:
    """Return the key of a file; WorldError where it is none, or where the passphrase is not its own."""
    try:
        told: object = json.loads(read_regular(path, MOST_SMALL_BYTES))
    except OSError as error:
        raise WorldError("error-file-unreadable", name=path.name) from error
    except (ValueError, RecursionError) as error:
        raise WorldError("key-damaged", name=path.name) from error
    body = cast("dict[str, object]", told) if isinstance(told, dict) else {}
    name, secret = body.get("name"), body.get("secret")
    if body.get("format") != _FORMAT or not isinstance(name, str) or not isinstance(secret, str) or not is_name(name):
        raise WorldError("key-damaged", name=path.name)
    key = SigningKey(name, _secret(secret.encode(), passphrase, path), _handed_over(body.get("handed_over")))
    is_handed_over = key.handed_over is None or key.handed_over.holds(name, key.public)
    if key.public != body.get("public") or not is_handed_over:
        raise WorldError("key-damaged", name=path.name)
    return key


def _handed_over(told: object) -> HandedOver | None:
    """Return what a key file says of the key before; what is no such thing is none, and does not hold."""
    if told is None:
        return None
    body = cast("dict[str, object]", told) if isinstance(told, dict) else {}
    old, signature = (body.get(key) for key in ("old", "signature"))
    return HandedOver(old if isinstance(old, str) else "", signature if isinstance(signature, str) else "")


def needs_passphrase(path: Path) -> bool:
    """True if the secret part of a key file is kept under a passphrase."""
    try:
        return b"ENCRYPTED PRIVATE KEY" in read_regular(path, MOST_SMALL_BYTES)
    except OSError:
        return False


def _secret(pem: bytes, passphrase: str, path: Path) -> Ed25519PrivateKey:
    try:
        secret = serialization.load_pem_private_key(pem, passphrase.encode() if passphrase else None)
    except TypeError as error:  # one is needed and none given, or the other way round
        raise WorldError("key-passphrase", name=path.name) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise WorldError("key-passphrase" if passphrase else "key-damaged", name=path.name) from error
    if not isinstance(secret, Ed25519PrivateKey):
        raise WorldError("key-damaged", name=path.name)
    return secret
