"""Hand-over in the room without a stick: a receiving point on the local network, open for some minutes.

The lead's laptop opens a point and shows its address and a one-time code; a member's laptop sends a bundle
there. Both prove that they know the code without sending it, so that nobody else in the network can pose as
either:

1. `GET /hello` gives the receiver's age public key and a fresh `nonce`, with an HMAC of both;
2. `PUT /bundle` brings the bundle, sealed for that key, with the HMAC of the nonce, the sender's age public
   key and the bundle's SHA-256;
3. the answer is the receipt, a bundle itself, sealed for the sender.

The HMAC key is stretched from the code by scrypt (RFC 7914). A nonce serves once. The point takes nothing but
bundles within limits, gives out nothing but receipts, and is bound only while it is open.
"""

import hashlib
import hmac
import http.client
import json
import re
import secrets
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from inspector_app.domain.errors import InspectorError, PointClosed, PointRefused, PointUnreachable
from inspector_app.exchange.keys import is_recipient
from inspector_app.i18n import tr

MINUTES = 10
LIMIT = 2 << 30
"""The largest bundle that is taken, in bytes."""
_RECEIPT_LIMIT = 64 << 20
_PIECE = 1 << 20
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, O, 1 and I, which are hard to tell apart when read aloud."""
_ATTEMPTS = 20
"""So many wrong proofs close the point."""
_PATIENCE = 30.0
_ADDRESS = re.compile(r"(?:sokiemtra://)?([\w.-]+):(\d{1,5})(?:/([0-9A-Za-z-]+))?")

Receive = Callable[[Path, str], bytes]
"""Takes a bundle in, and gives the receipt, sealed for the sender's age public key."""


class ReceivingPoint:
    """A point that is open until it is closed, or its minutes are over."""

    def __init__(self, recipient: str, receive: Receive, minutes: int = MINUTES, host: str = "") -> None:
        """host: the address to listen on; this laptop's in the local network where none is named.

        Raises PointUnreachable where there is no network.
        """
        self.code = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(2))
        self.recipient = recipient
        self.receive = receive
        self._ends_at = time.monotonic() + minutes * 60
        self.arrived = 0
        self._key = _stretched(self.code)
        self._nonces: set[str] = set()
        self._wrong = 0
        self._lock = threading.Lock()
        point = self

        class Handler(_Handler):
            def __init__(self, *args: Any) -> None:
                self.point = point
                super().__init__(*args)

        try:
            self._server = ThreadingHTTPServer((host or own_address(), 0), Handler)
        except OSError as error:
            raise PointUnreachable(address=host or "-", reason=error.strerror or str(error)) from error
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Where members send to: `192.168.1.5:47123`."""
        host, port = self._server.server_address[:2]
        return f"{host!s}:{port}"

    @property
    def link(self) -> str:
        """Address and code in one text, for a QR code."""
        return f"sokiemtra://{self.address}/{self.code}"

    @property
    def open(self) -> bool:
        """Whether it still takes bundles."""
        return self._thread.is_alive() and self.seconds_left > 0 and self._wrong < _ATTEMPTS

    @property
    def seconds_left(self) -> int:
        """How long it stays open."""
        return max(0, round(self._ends_at - time.monotonic()))

    def close(self) -> None:
        """Let go of the address; what is being received is received to its end."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def greeting(self) -> dict[str, str]:
        """The receiver's key, a fresh nonce, and the proof that this is the laptop with the code."""
        nonce = secrets.token_hex(16)
        with self._lock:
            self._nonces.add(nonce)
        return {
            "nonce": nonce,
            "recipient": self.recipient,
            "proof": _proof(self._key, "hello", nonce, self.recipient),
        }

    def admits(self, proof: str, nonce: str, sender: str, digest: str) -> bool:
        """Whether a bundle with this digest comes from somebody who knows the code, for the first time."""
        with self._lock:
            fresh = nonce in self._nonces
            self._nonces.discard(nonce)
            known = hmac.compare_digest(proof, _proof(self._key, "bundle", nonce, sender, digest))
            if not (fresh and known):
                self._wrong += 1
            return fresh and known


class _Handler(BaseHTTPRequestHandler):
    """One connection of a sender."""

    point: ReceivingPoint
    timeout = _PATIENCE
    server_version, sys_version = "SoKiemTra", ""

    def do_GET(self) -> None:
        if self.path != "/hello" or not self.point.open:
            self._answer(404, b"")
            return
        self._answer(200, json.dumps(self.point.greeting()).encode())

    def do_PUT(self) -> None:
        length = self.headers.get("Content-Length", "")
        if self.path != "/bundle" or not self.point.open:
            self._answer(404, b"")
        elif not length.isdecimal() or int(length) > LIMIT:
            self._answer(413, b"")
        else:
            self._take(int(length))

    def _take(self, length: int) -> None:
        nonce, sender, proof = (self.headers.get(name, "") for name in ("X-Nonce", "X-Sender", "X-Proof"))
        with tempfile.TemporaryDirectory(prefix="sokiemtra-") as folder:
            file = Path(folder) / "received.cchc"
            with file.open("wb") as target:
                digest = _copied(self.rfile, target, length)
            admitted = digest is not None and self.point.admits(proof, nonce, sender, digest)
            if not admitted or not is_recipient(sender):
                self._answer(403, b"")
                return
            try:
                receipt = self.point.receive(file, sender)
            except InspectorError as error:
                self._answer(422, str(error).encode())
                return
        self.point.arrived += 1
        self._answer(200, receipt)

    def _answer(self, status: int, content: bytes) -> None:
        self.close_connection = True
        with suppress(OSError):  # a sender that has gone away needs no answer
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Nothing: addresses of the network are nobody's business."""


class Delivery:
    """A sender's side of a receiving point: first the key to seal for, then the bundle."""

    def __init__(self, link: str, code: str = "") -> None:
        """link: what the QR code says, or the address alone with the code beside it.

        Raises PointUnreachable, PointRefused where whoever answers does not know the code.
        """
        found = _ADDRESS.fullmatch(link.strip())
        if found is None:
            raise PointUnreachable(address=link.strip(), reason=tr("that is no address"))
        self._host, self._port = found[1], int(found[2])
        self._address = f"{found[1]}:{found[2]}"
        self._key = _stretched(code or found[3] or "")
        status, content = self._ask("GET", "/hello", {}, None)
        if status != 200:
            raise PointClosed(address=self._address)
        try:
            hello = json.loads(content)
            self._nonce, self.recipient = str(hello["nonce"]), str(hello["recipient"])
            proof = str(hello["proof"])
        except (ValueError, KeyError, TypeError) as error:
            raise PointUnreachable(address=self._address, reason=tr("it is no receiving point")) from error
        if not hmac.compare_digest(proof, _proof(self._key, "hello", self._nonce, self.recipient)):
            raise PointRefused(address=self._address, reason=tr("It does not know this code."))

    def send(self, file: Path, sender: str) -> bytes:
        """Bring a bundle; the receipt, sealed for the sender's age public key.

        Raises PointUnreachable, PointClosed, PointRefused.
        """
        with file.open("rb") as content:
            digest = hashlib.file_digest(content, "sha256").hexdigest()
            content.seek(0)
            proof = _proof(self._key, "bundle", self._nonce, sender, digest)
            headers = {
                "X-Nonce": self._nonce,
                "X-Sender": sender,
                "X-Proof": proof,
                "Content-Length": str(file.stat().st_size),
            }
            status, answer = self._ask("PUT", "/bundle", headers, content)
        if status == 200:
            return answer
        if status == 404:
            raise PointClosed(address=self._address)
        raise PointRefused(address=self._address, reason=answer.decode(errors="replace"))

    def _ask(
        self, method: str, path: str, headers: dict[str, str], content: BinaryIO | None
    ) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=_PATIENCE)
        try:
            connection.request(method, path, content, headers)
            answer = connection.getresponse()
            return answer.status, answer.read(_RECEIPT_LIMIT)
        except (OSError, http.client.HTTPException) as error:
            reason = error.strerror if isinstance(error, OSError) else None
            raise PointUnreachable(address=self._address, reason=reason or str(error)) from error
        finally:
            connection.close()


def own_address() -> str:
    """This laptop's address in the local network; nothing is sent to find it. Raises OSError."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(
            ("192.0.2.1", 9)
        )  # an address that is never used (RFC 5737): only the route is looked up
        return probe.getsockname()[0]


def _copied(source: Any, target: BinaryIO, length: int) -> str | None:
    """Copy exactly so many bytes; their SHA-256, or None where fewer came."""
    digest, left = hashlib.sha256(), length
    with suppress(OSError):
        while left and (piece := source.read(min(_PIECE, left))):
            target.write(piece)
            digest.update(piece)
            left -= len(piece)
    return None if left else digest.hexdigest()


def _stretched(code: str) -> bytes:
    plain = code.replace("-", "").upper().encode()
    return hashlib.scrypt(plain, salt=b"so-kiem-tra receiving point", n=1 << 14, r=8, p=1, dklen=32)


def _proof(key: bytes, *words: str) -> str:
    return hmac.new(key, "\n".join(words).encode(), hashlib.sha256).hexdigest()
