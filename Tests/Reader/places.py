"""Where a course can be opened from: a disk, this machine, a host with and without TLS."""

import datetime
import ipaddress
import ssl
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from harness.web import serving
from tabs import HOST

PAGE = "courses/knots/reader.html"


@contextmanager
def disk(root: Path):
    yield "file://" + quote(f"{root}/{PAGE}")


@contextmanager
def loopback(root: Path):
    with serving(root, "/") as server:
        yield f"{server.origin}/{PAGE}"


@contextmanager
def plain_host(root: Path):
    """http on a name that is not this machine's: no secure context."""
    with serving(root, "/") as server:
        yield f"http://{HOST}:{server.server_address[1]}/{PAGE}"


@contextmanager
def secure_host(root: Path):
    with serving(root, "/") as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate(root.parent))
        server.socket = context.wrap_socket(server.socket, server_side=True)
        yield f"https://{HOST}:{server.server_address[1]}/{PAGE}"


def certificate(folder: Path) -> Path:
    """A certificate with its key, signed by itself."""
    path = folder / "certificate.pem"
    if path.exists():
        return path
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    names = [x509.DNSName(HOST), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    signed = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + signed.public_bytes(serialization.Encoding.PEM))
    return path
