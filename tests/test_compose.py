"""docker-compose.yml: what it promises, read in the file and tried where Docker runs."""

import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from graphbuilder.store import open_neo4j

FILE = Path(__file__).parents[1] / "docker-compose.yml"
PASSWORD = "compose-password"
Compose = Callable[..., subprocess.CompletedProcess[str]]


def compose(*words: str, password: str | None = PASSWORD) -> subprocess.CompletedProcess[str]:
    """`docker compose` under a project name of our own, so that nobody's data is touched."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("NEO4J_")}
    command = ["docker", "compose", "--file", str(FILE), "--project-name", "graphbuilder-test", *words]
    env |= {} if password is None else {"NEO4J_PASSWORD": password}
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=300)


def taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def obstacle() -> str | None:
    """Why `docker compose` cannot be tried here; None where it can."""
    if not shutil.which("docker"):
        return "no docker"
    for words in (
        ("docker", "version"),
        ("docker", "compose", "version"),
        ("docker", "image", "inspect", "neo4j:5.26"),
    ):
        if subprocess.run(words, capture_output=True, check=False, timeout=60).returncode:
            return f"`{' '.join(words)}` fails"
    return next((f"port {port} is taken" for port in (7474, 7687) if taken(port)), None)


def test_the_file_says_what_the_readme_says() -> None:
    """This machine only, no password of ours, data in a volume, time to stop; no setting that the image misreads."""
    text = FILE.read_text(encoding="utf-8")
    published = re.findall(r'^ +- "([^"]*:\d+)"$', text, re.M)
    assert published == ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"]
    assert re.search(r"NEO4J_AUTH: neo4j/\$\{NEO4J_PASSWORD:\?[^}]+\}", text)
    assert re.search(r"^ +- neo4j-data:/data$", text, re.M)
    assert "healthcheck:" in text
    assert "stop_grace_period:" in text
    assert not re.search(r"^ +NEO4J_(URI|USERNAME|PASSWORD|DATABASE):", text, re.M)
    assert "env_file" not in text


@pytest.fixture
def docker() -> Iterator[Compose]:
    """`docker compose`, and nothing left of it afterwards."""
    if reason := obstacle():
        pytest.skip(f"docker-compose.yml is not tried: {reason}")
    compose("down", "--volumes")
    yield compose
    compose("down", "--volumes")


def test_compose_wants_a_password(docker: Compose) -> None:
    """Nothing is started without one, and the message names the variable."""
    for password in (None, ""):
        done = docker("up", "--wait", password=password)
        assert done.returncode != 0
        assert "Set NEO4J_PASSWORD" in done.stderr
    assert docker("ps", "--all", "--quiet").stdout == ""


def test_compose_starts_and_keeps_its_data(docker: Compose) -> None:
    """`up --wait` returns when the server answers; down and up again loses nothing; only this machine reaches it."""
    assert docker("up", "--wait").returncode == 0
    with closing(open_neo4j("bolt://localhost:7687", "neo4j", PASSWORD)) as store:
        store.run("CREATE (:Note {text: 'kept'})", write=True)
    container = docker("ps", "--quiet").stdout.strip()
    shown = subprocess.run(["docker", "inspect", container], capture_output=True, text=True, check=True).stdout
    ports = json.loads(shown)[0]["NetworkSettings"]["Ports"]
    assert {binding["HostIp"] for bindings in ports.values() for binding in bindings or ()} == {"127.0.0.1"}
    assert docker("down").returncode == 0
    assert docker("up", "--wait").returncode == 0
    with closing(open_neo4j("bolt://localhost:7687", "neo4j", PASSWORD)) as store:
        assert store.run("MATCH (n:Note) RETURN n.text AS text") == [{"text": "kept"}]
