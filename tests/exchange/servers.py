"""Real servers on this computer to deliver to: SFTP and WebDAV over a folder, each in threads of its own."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import paramiko
from paramiko import SFTP_OK, SFTPAttributes, SFTPHandle, SFTPServer, SFTPServerInterface
from wsgidav.wsgidav_app import WsgiDAVApp

USER, PASSWORD = "lan", "mật khẩu-9"


class _Files(SFTPServerInterface):
    """A folder as it is, without a way out of it."""

    def __init__(self, server: paramiko.ServerInterface, root: Path) -> None:
        super().__init__(server)
        self._root = root

    def _real(self, path: str) -> Path:
        return self._root / self.canonicalize(path).lstrip("/")

    def list_folder(self, path: str) -> list[SFTPAttributes] | int:
        try:
            found = sorted(self._real(path).iterdir())
        except OSError as error:
            return SFTPServer.convert_errno(error.errno or 0)
        return [SFTPAttributes.from_stat(each.stat(), each.name) for each in found]

    def stat(self, path: str) -> SFTPAttributes | int:
        try:
            return SFTPAttributes.from_stat(self._real(path).stat())
        except OSError as error:
            return SFTPServer.convert_errno(error.errno or 0)

    lstat = stat

    def open(self, path: str, flags: int, attr: SFTPAttributes) -> SFTPHandle | int:
        try:
            opened = os.open(self._real(path), flags, 0o600)
        except OSError as error:
            return SFTPServer.convert_errno(error.errno or 0)
        handle = SFTPHandle(flags)
        file = os.fdopen(opened, "r+b" if flags & os.O_RDWR else "wb" if flags & os.O_WRONLY else "rb")
        handle.readfile = handle.writefile = file  # pyright: ignore[reportAttributeAccessIssue] - as documented
        return handle

    def mkdir(self, path: str, attr: SFTPAttributes) -> int:
        self._real(path).mkdir()
        return SFTP_OK

    def remove(self, path: str) -> int:
        self._real(path).unlink()
        return SFTP_OK

    def posix_rename(self, oldpath: str, newpath: str) -> int:
        self._real(oldpath).replace(self._real(newpath))
        return SFTP_OK


class _Door(paramiko.ServerInterface):
    """Lets one user in, with one password."""

    def check_auth_password(self, username: str, password: str) -> int:
        right = (username, password) == (USER, PASSWORD)
        return paramiko.AUTH_SUCCESSFUL if right else paramiko.AUTH_FAILED

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return paramiko.OPEN_SUCCEEDED

    def get_allowed_auths(self, username: str) -> str:
        return "password"


@contextmanager
def sftp(folder: Path, port: int = 0) -> Iterator[int]:
    """An SFTP server whose root is a folder, with a new key; its port."""
    key = paramiko.ECDSAKey.generate()
    listening = socket.create_server(("127.0.0.1", port))
    transports: list[paramiko.Transport] = []

    def serve() -> None:
        with suppress(OSError):  # closed: that is the end
            while True:
                connection, _ = listening.accept()
                transport = paramiko.Transport(connection)
                transport.add_server_key(key)
                transport.set_subsystem_handler("sftp", SFTPServer, _Files, folder)
                transports.append(transport)
                with suppress(paramiko.SSHException, EOFError):  # whoever called has gone again
                    transport.start_server(server=_Door())

    thread = Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for transport in transports:
            transport.close()
        thread.join()


class _Server(ThreadingMixIn, WSGIServer):
    """A connection that is kept open holds up no other."""

    daemon_threads = True


class _Body:
    """What a request brings: the standard library's server does not end it where the request ends."""

    def __init__(self, environ: dict[str, Any]) -> None:
        self._source = environ["wsgi.input"]
        self._left = int(environ.get("CONTENT_LENGTH") or 0)

    def read(self, size: int = -1) -> bytes:
        piece: bytes = self._source.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(piece)
        return piece


class _Silent(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the standard library's name
        """Nothing."""


@contextmanager
def webdav(folder: Path) -> Iterator[int]:
    """A WebDAV server whose root is a folder; its port."""
    settings = {
        "provider_mapping": {"/": str(folder)},
        "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        "logging": {"enable": False},
        "verbose": 0,
    }
    inside = WsgiDAVApp(settings)

    def application(environ: dict[str, Any], start: Any) -> Any:
        return inside({**environ, "wsgi.input": _Body(environ)}, start)

    server = make_server("127.0.0.1", 0, application, _Server, _Silent)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
