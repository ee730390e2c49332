#!/usr/bin/env python3
"""Writes the sealed files that Clevio and the reader in the browser must agree on.

It follows the format's description with Python's `cryptography`, and shares no code with either.
What is written is checked in; run this again only if the format changes.
"""

import base64
import hashlib
import hmac
import json
import pathlib
import zlib

from cryptography.hazmat.primitives import hashes, keywrap, serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FOLDER = pathlib.Path(__file__).parent
ROOT = bytes([7]) * 32
COURSE = "knots"
# The first key of RFC 8032 §7.1.
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
NOW = 1_800_000_000


def derive(key, info, length=32, salt=None):
    return HKDF(hashes.SHA256(), length, salt, info).derive(key)


def content_key(epoch):
    return derive(ROOT, f"cek\0{COURSE}\0{epoch}".encode())


def wrapping_key(entitlement):
    return derive(ROOT, f"kek\0{COURSE}\0{entitlement}".encode())


def gzip(content):
    compressor = zlib.compressobj(9, zlib.DEFLATED, 31)
    return compressor.compress(content) + compressor.flush()


def seal(content, path, epoch):
    key = content_key(epoch)
    packed = gzip(content)
    plain = len(packed).to_bytes(4, "big") + packed
    plain += bytes(-len(plain) % 4096)
    context = f"clevio/v1/lesson\0{COURSE}\0{path}\0{epoch}".encode()
    salt = hmac.new(derive(key, b"siv"), context + b"\0" + plain, hashlib.sha256).digest()
    secret = derive(key, context, 44, salt)
    head = b"CLV1" + salt + derive(key, b"commit", 16, salt)
    return head + AESGCM(secret[:32]).encrypt(secret[32:], plain, context + head)


def script(file, path, epoch):
    text = base64.b64encode(file).decode()
    return f'clevioLesson("{COURSE}",{json.dumps(path, ensure_ascii=False)},{epoch},"{text}");\n'


def slots(epoch, entitlements):
    rows = []
    for entitlement in entitlements:
        wrapping = wrapping_key(entitlement)
        rows.append(derive(wrapping, b"slot", 12) + keywrap.aes_key_wrap(wrapping, content_key(epoch)))
    count = 1
    while count < len(rows):
        count *= 2
    for number in range(len(rows), count):
        rows.append(derive(ROOT, f"pad\0{COURSE}\0{epoch}\0{number}".encode(), 52))
    return b"".join(sorted(rows))


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def entitlement(name, epoch):
    signer = Ed25519PrivateKey.from_private_bytes(SEED)
    public = signer.public_key().public_bytes(
        serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    thumbprint = f'{{"crv":"Ed25519","kty":"OKP","x":"{base64url(public)}"}}'
    kid = base64url(hashlib.sha256(thumbprint.encode()).digest())
    wrapping = wrapping_key(name)
    claims = {
        "aud": "harbour",
        "courses": [{
            "ep": epoch, "id": COURSE,
            "k": base64url(keywrap.aes_key_wrap(wrapping, content_key(epoch))),
            "kek": base64url(wrapping),
        }],
        "exp": NOW + 86_400, "iat": NOW - 1_000, "iss": "ada", "jti": name, "nbf": NOW - 1_000,
        "sub": "order 1001",
    }
    header = f'{{"alg":"EdDSA","kid":"{kid}","typ":"clevio-entitlement+jws"}}'
    signed = ".".join(base64url(part.encode()) for part in (
        header, json.dumps(claims, separators=(",", ":"), sort_keys=True)))
    return base64url(public), signed + "." + base64url(signer.sign(signed.encode()))


def main():
    contents = {
        "basics/reef-knot": "<h1>Reef knot</h1>\n<p>Right over left, left over right. ⚓</p>\n".encode(),
        "basics/long-splice": b"<p>" + b" ".join(b"strand %d" % n for n in range(3000)) + b"</p>\n",
        "empty": b"",
        "media/0123456789abcdef01234567/0": hashlib.shake_256(b"picture").digest(9000),
        "search": json.dumps([
            {"id": "basics/reef-knot", "title": "Reef knot", "text": "Right over left"},
        ], separators=(",", ":")).encode(),
    }
    files = []
    for epoch in (1, 2):
        for path, content in contents.items():
            file = seal(content, path, epoch)
            name = f"{path.replace('/', '_')}.{epoch}.js"
            (FOLDER / name).write_text(script(file, path, epoch), encoding="utf-8")
            files.append({
                "script": name, "path": path, "epoch": epoch,
                "content": base64.b64encode(content).decode(),
                "sha256": hashlib.sha256(file).hexdigest(),
            })
    loyal = ["e-0001", "e-0002", "e-0003"]
    table = slots(2, loyal)
    (FOLDER / "slots.2.js").write_text(
        f'clevioSlots("{COURSE}",2,"{base64.b64encode(table).decode()}");\n')
    tokens = []
    for name, epoch in (("e-0001", 1), ("e-0009", 1), ("e-0010", 2)):
        public, token = entitlement(name, epoch)
        tokens.append({
            "jti": name, "epoch": epoch, "kek": wrapping_key(name).hex(), "token": token})
    name = derive(ROOT, f"name\0{COURSE}\0courses/knots/images/reef.png".encode(), 12).hex()
    vectors = {
        "author": "ada", "portal": "harbour", "course": COURSE, "now": NOW, "root": public,
        "courseSecret": ROOT.hex(),
        "contentKeys": {str(epoch): content_key(epoch).hex() for epoch in (1, 2)},
        "fileName": {"source": "courses/knots/images/reef.png", "name": name},
        "slots": {"script": "slots.2.js", "epoch": 2, "entitlements": loyal},
        "tokens": tokens, "files": files,
    }
    (FOLDER / "vectors.json").write_text(json.dumps(vectors, indent=1) + "\n")


main()
