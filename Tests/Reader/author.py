"""An author's keys, licences and sealed files, made from the description of the format alone.

It shares no code with the program, so that the two check each other.
"""

import base64
import hashlib
import hmac
import json
import zlib

from cryptography.hazmat.primitives import hashes, keywrap, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BLOCK = 4096


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def derive(key: bytes, info: bytes, length: int = 32, salt: bytes | None = None) -> bytes:
    """HKDF-SHA256 (RFC 5869)."""
    return HKDF(hashes.SHA256(), length, salt, info).derive(key)


class Signer:
    """An Ed25519 key with its RFC 7638 thumbprint."""

    def __init__(self, seed: bytes):
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw
        )
        named = f'{{"crv":"Ed25519","kty":"OKP","x":"{base64url(self.public)}"}}'
        self.id = base64url(hashlib.sha256(named.encode()).digest())

    def token(self, claims: dict, kind: str) -> str:
        """A JWS with the one header that its kind may have."""
        header = f'{{"alg":"EdDSA","kid":"{self.id}","typ":"{kind}"}}'
        payload = json.dumps(claims, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
        signed = f"{base64url(header.encode())}.{base64url(payload.encode())}"
        return f"{signed}.{base64url(self._key.sign(signed.encode()))}"


class Author:
    """One author with one portal; the secret of each course is made of its name."""

    def __init__(self, name: str = "ada", portal: str = "harbour", seed: bytes = b"\x01" * 32):
        self.name, self.portal = name, portal
        self.signer = Signer(seed)

    def secret(self, course: str) -> bytes:
        return hashlib.sha256(f"{self.name} {course}".encode()).digest()

    def content_key(self, course: str, epoch: int) -> bytes:
        return derive(self.secret(course), f"cek\0{course}\0{epoch}".encode())

    def wrapping_key(self, course: str, licence: str) -> bytes:
        return derive(self.secret(course), f"kek\0{course}\0{licence}".encode())

    def licence(self, now: int, name: str = "e-0001", courses=(("knots", 1),), **claims) -> str:
        """A licence; `claims` replaces claims, and takes one away with `None`."""
        grants = []
        for course, epoch in sorted(courses):
            kek = self.wrapping_key(course, name)
            key = keywrap.aes_key_wrap(kek, self.content_key(course, epoch))
            grants.append({"ep": epoch, "id": course, "k": base64url(key), "kek": base64url(kek)})
        payload = {"aud": self.portal, "courses": grants, "iat": now - 1000, "iss": self.name,
                   "jti": name, "nbf": now - 1000, "sub": "order 1001", **claims}  # fmt: skip
        kept = {key: value for key, value in payload.items() if value is not None}
        return self.signer.token(kept, "clevio-entitlement+jws")

    def key_list(self, now: int, keys: list[Signer], **claims) -> str:
        entries = [{"exp": now + 10_000, "kid": key.id, "nbf": now - 10_000,
                    "typ": ["clevio-entitlement+jws"], "x": base64url(key.public)}
                   for key in keys]  # fmt: skip
        payload = {"exp": now + 1000, "iat": now - 1000, "iss": self.name, "keys": entries,
                   "ver": 1, **claims}  # fmt: skip
        return self.signer.token(payload, "clevio-keys+jws")

    def sealed(self, content: bytes, course: str, path: str, epoch: int) -> bytes:
        """A file of the format CLV1."""
        key = self.content_key(course, epoch)
        compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
        packed = compressor.compress(content) + compressor.flush()
        plain = len(packed).to_bytes(4, "big") + packed
        plain += bytes(-len(plain) % BLOCK)
        place = f"clevio/v1/lesson\0{course}\0{path}\0{epoch}".encode()
        salt = hmac.new(derive(key, b"siv"), place + b"\0" + plain, hashlib.sha256).digest()
        secret = derive(key, place, 44, salt)
        head = b"CLV1" + salt + derive(key, b"commit", 16, salt)
        return head + AESGCM(secret[:32]).encrypt(secret[32:], plain, place + head)

    def script(self, content: bytes, course: str, path: str, epoch: int) -> str:
        """The sealed file as the script that a page loads."""
        text = base64.b64encode(self.sealed(content, course, path, epoch)).decode()
        named = json.dumps(path, ensure_ascii=False)
        return f'clevioLesson("{course}",{named},{epoch},"{text}");\n'

    def slots(self, course: str, epoch: int, licences: list[str]) -> str:
        """The content key for those who bought before the epoch."""
        rows = []
        for name in licences:
            kek = self.wrapping_key(course, name)
            key = keywrap.aes_key_wrap(kek, self.content_key(course, epoch))
            rows.append(derive(kek, b"slot", 12) + key)
        count = 1
        while count < len(rows):
            count *= 2
        for number in range(len(rows), count):
            rows.append(derive(self.secret(course), f"pad\0{course}\0{epoch}\0{number}".encode(), 52))
        text = base64.b64encode(b"".join(sorted(rows))).decode()
        return f'clevioSlots("{course}",{epoch},"{text}");\n'
