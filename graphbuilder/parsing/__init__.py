"""Parses: which language model, its parses as our own documents, and the slips of the parser that grammar settles."""
