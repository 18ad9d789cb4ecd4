"""Vocabularies and the schema of the ledger, as files."""
