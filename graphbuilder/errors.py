"""Everything that can go wrong, in one tree.

    GraphbuilderError
    ├── InvalidArticle       an input that cannot be read: names file and line
    ├── InvalidLexicon       a vocabulary file that contradicts itself: names file and key
    ├── ModelMissing         no language model is installed: names the command that installs one
    ├── LedgerError          the workspace's ledger cannot be opened or is of another version
    ├── StoreError           a graph store refused
    │   ├── StoreUnavailable     no server, wrong password, wrong database: names the cure
    │   └── QueryRefused         the query is wrong, or writes where only reading is allowed
    ├── UnknownId            no actor, statement or judgement of this id: names those that are near
    ├── UnknownQuestion      no such file in cypher/ask
    └── BadParameter         a parameter that the question does not have, or a value it cannot take

A message says where, what, and what to do, in one line.
"""


class GraphbuilderError(Exception):
    """The base of all errors that a user can cure."""


class InvalidArticle(GraphbuilderError):
    """An input that cannot be read."""


class InvalidLexicon(GraphbuilderError):
    """A vocabulary file that cannot be used."""


class ModelMissing(GraphbuilderError):
    """No language model is installed."""


class LedgerError(GraphbuilderError):
    """The ledger cannot be opened."""


class StoreError(GraphbuilderError):
    """A graph store refused."""


class StoreUnavailable(StoreError):
    """The store cannot be reached."""


class QueryRefused(StoreError):
    """The query is wrong, or writes where only reading is allowed."""


class UnknownId(GraphbuilderError):
    """No actor, statement or judgement of this id."""


class UnknownQuestion(GraphbuilderError):
    """No such question."""


class BadParameter(GraphbuilderError):
    """A parameter that the question does not have, or a value it cannot take."""
