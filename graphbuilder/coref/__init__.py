"""Who is meant: noun phrases, descriptions and pronouns -> referents of the article; no link in a tie."""

from graphbuilder.coref.discourse import Discourse, Link
from graphbuilder.coref.opening import learn_roles, open_discourse

__all__ = ["Discourse", "Link", "learn_roles", "open_discourse"]
