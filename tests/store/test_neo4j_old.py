"""A server that is too old, played by a port that shakes hands as one does."""

import socket
import threading
from collections.abc import Iterator

import pytest

from graphbuilder.errors import StoreUnavailable
from graphbuilder.store import open_neo4j


def answer_as(handshake: bytes, hello: bytes = b"") -> Iterator[str]:
    """A port that shakes hands as an old server does."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    peer, _ = listener.accept()
                except OSError:
                    return
                with peer:
                    peer.recv(20)
                    peer.sendall(handshake)
                    while hello and peer.recv(65536):
                        peer.sendall(hello)

        threading.Thread(target=serve, daemon=True).start()
        yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"


def chunked(message: bytes) -> bytes:
    return len(message).to_bytes(2, "big") + message + b"\0\0"


def text(words: str) -> bytes:
    return (
        bytes([0x80 + len(words)]) + words.encode()
        if len(words) < 16
        else b"\xd0" + bytes([len(words)]) + words.encode()
    )


SUCCESS = b"\xb1\x70\xa2" + text("server") + text("Neo4j/4.4.40") + text("connection_id") + text("bolt-1")


@pytest.fixture(params=["4.4", "3.5"])
def old_server(request: pytest.FixtureRequest) -> Iterator[str]:
    """A server that speaks Bolt 4.4 and says that it is Neo4j 4.4, and one that knows no Bolt of ours."""
    if request.param == "4.4":
        yield from answer_as(b"\0\0\4\4", chunked(SUCCESS))
    else:
        yield from answer_as(b"\0\0\0\0")


def test_an_old_server(old_server: str) -> None:
    """The message names the version that is needed."""
    with pytest.raises(StoreUnavailable, match=r"too old.* 5\.26") as refused:
        open_neo4j(old_server, "neo4j", "test-password")
    assert "\n" not in str(refused.value)
