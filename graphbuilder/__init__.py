"""graphbuilder: who did what to whom, who says so, did it happen, when, with the sentence that proves it."""

__version__ = "0.1.0"
