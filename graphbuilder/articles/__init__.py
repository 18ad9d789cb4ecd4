"""Articles: read them from files and streams, and clean them for the parser."""

from graphbuilder.articles.cleaning import clean
from graphbuilder.articles.offsets import CleanText
from graphbuilder.articles.reader import read_articles

__all__ = ["CleanText", "clean", "read_articles"]
