"""The judgements of users in the ledger: they belong to the workspace and outlive the articles they are about."""

from __future__ import annotations

import json
import sqlite3
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime

from graphbuilder.judgements import Judgement, Verdict, dump_spots, read_spots
from graphbuilder.lexicon import DATA


def prepare_judgements(connection: sqlite3.Connection) -> None:
    """Make the table where a ledger does not have it yet."""
    connection.execute((DATA / "judgements.sql").read_text(encoding="utf-8"))


class Judged:
    """The part of a ledger that holds judgements."""

    _connection: sqlite3.Connection

    def _writing(self, what: str) -> AbstractContextManager[None]:
        raise NotImplementedError

    def judge(self, judgement: Judgement) -> Judgement:
        """Write a judgement down; returned with its number and the moment (ISO, UTC)."""
        made = datetime.now(UTC).isoformat(timespec="seconds")
        query = "INSERT INTO judgements (verdict, about, spots, reason, made) VALUES (?, ?, ?, ?, ?)"
        about = json.dumps(judgement.about, ensure_ascii=False)
        values = (str(judgement.verdict), about, dump_spots(judgement.spots), judgement.reason, made)
        with self._writing("the judgement"):
            number = self._connection.execute(query, values).lastrowid
        return replace(judgement, id=number, made=made)

    def judgements(self) -> list[Judgement]:
        """All of them, oldest first."""
        rows = self._connection.execute("SELECT * FROM judgements ORDER BY id").fetchall()
        return [
            Judgement(
                Verdict(row["verdict"]), tuple(json.loads(row["about"])), read_spots(row["spots"]),
                row["reason"], row["made"], row["id"],
            )
            for row in rows
        ]  # fmt: skip

    def withdraw(self, judgement_id: int) -> bool:
        """Take a judgement back; False where there is none of that number."""
        with self._writing("the judgement"):
            return self._connection.execute("DELETE FROM judgements WHERE id = ?", (judgement_id,)).rowcount > 0
