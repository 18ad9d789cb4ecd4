"""The driver's errors as ours: each one line that says where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from neo4j.exceptions import DriverError, Neo4jError

from graphbuilder.errors import QueryRefused, StoreError, StoreUnavailable
from graphbuilder.store.base import READ_ONLY, first_line

NEWER = "Use Neo4j 5.26 or a later one."
START = "Start one (docker compose up --wait) or set NEO4J_URI."
FULL = "the server cannot write, as when its disk is full. Make room, start the server again, run reload again."
CURES = {
    "Security.Unauthorized": "user name or password is wrong for '{user}'. Set NEO4J_USERNAME and NEO4J_PASSWORD.",
    "Security.AuthenticationRateLimit": "too many wrong passwords for '{user}'. Wait a minute; set NEO4J_PASSWORD.",
    "Security.CredentialsExpired": "the password of '{user}' has expired. Set a new one in Neo4j Browser.",
    "Security.Forbidden": "'{user}' may not do this. Use another user: NEO4J_USERNAME and NEO4J_PASSWORD.",
    "General.WriteOnReadOnlyAccessDatabase": "the database is read-only. Change server.databases.default_to_read_only "
    "or server.databases.read_only in neo4j.conf and start the server again.",
    "Transaction.TransactionLogError": FULL,
    "Transaction.TransactionCommitFailed": FULL,
    "General.DatabaseUnavailable": "the database is not available: it is starting or has stopped. Wait a minute; else "
    "look at the server's log (is the disk full?) and start the server again.",
    "Database.DatabaseNotFound": "no database '{database}' there. Set NEO4J_DATABASE, or leave it out for the default.",
}
"""Server code -> what is wrong and what to do."""
OLD = ("BoltHandshakeError", "UnsupportedServerProduct", "Notification filtering is not supported")
"""What the driver says of a server that speaks no Bolt of ours, or Bolt 4.4."""


@dataclass(frozen=True, slots=True)
class Connection:
    """Where the server is and who we are; without a database, the server's default one."""

    uri: str
    user: str
    password: str = field(repr=False)
    database: str | None = None


@contextmanager
def translated(connection: Connection) -> Iterator[None]:
    """The driver's errors as ours, for everything done inside the block."""
    try:
        yield
    except Neo4jError as error:
        raise _refused(error, connection) from error
    except DriverError as error:
        raise StoreUnavailable(_unreachable(error, connection)) from error
    except (OverflowError, TypeError, ValueError) as error:  # a parameter that the protocol cannot carry
        raise QueryRefused(f"a parameter cannot be sent: {first_line(error)}") from error


def _refused(error: Neo4jError, connection: Connection) -> StoreError:
    """What the server itself said."""
    _, kind, code = (error.code or "..").split(".", 2)
    if code == "Statement.AccessMode":
        return QueryRefused(READ_ONLY)
    if code in CURES:
        cure = CURES[code].format(user=connection.user, database=connection.database)
        return StoreUnavailable(f"{connection.uri}: {cure}")
    said = (error.message or code).strip().splitlines()[0]
    if kind == "ClientError" or code.startswith("Transaction."):
        return QueryRefused(said)
    return StoreError(f"{connection.uri}: {said}. Try again; else look at the server's log.")


def _unreachable(error: DriverError, connection: Connection) -> str:
    """Why nobody answers."""
    said = " ".join(_messages(error))
    if "SSL" in said or "BoltSecurity" in said:
        plain = connection.uri.replace("+ssc:", ":").replace("+s:", ":")
        return (
            f"{connection.uri}: the server does not answer with a valid encryption. Set NEO4J_URI={plain} or mend TLS."
        )
    if "looks like HTTP" in said:
        return f"{connection.uri}: that is the port of Neo4j Browser. Set NEO4J_URI to the Bolt port (7687)."
    if any(sign in said for sign in OLD):
        return f"{connection.uri}: what answers there is no Neo4j, or one that is too old. {NEWER}"
    if "DNS" in said:
        return f"{connection.uri}: no such host. Set NEO4J_URI."
    return f"{connection.uri}: no Neo4j answers there. {START}"


def _messages(error: BaseException | None) -> Iterator[str]:
    """The names and messages of an error, of its causes, and of those that it groups."""
    if error is None:
        return
    yield f"{type(error).__name__} {error}"
    yield from _messages(error.__cause__ or error.__context__)
    for each in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        yield from _messages(each)
