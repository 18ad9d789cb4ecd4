"""Processes that are remembered in a file, so that a later run can tell whether they still live, and end them."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

END_SECONDS = 60


def remember(path: Path, pid: int) -> None:
    """Write down a process; the file is for `find`."""
    path.write_text(f"{pid} {_began(pid)}\n", encoding="utf-8")


def find(path: Path) -> int | None:
    """The pid of the process that was written down, while it lives; another one of the same number does not count."""
    try:
        pid, began = path.read_text(encoding="utf-8").strip().split(" ", 1)
        return int(pid) if _began(int(pid)) == began else None
    except (OSError, ValueError):
        return None


def end(path: Path) -> None:
    """End the process that was written down, if it lives, and wait for its end."""
    for word in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + END_SECONDS
        if pid := find(path):
            os.kill(pid, word)
        while find(path) and time.monotonic() < deadline:
            time.sleep(0.1)


def _began(pid: int) -> str | None:
    """When a process began, as the system says it; None where there is none, or one that has ended."""
    if not Path("/proc/self/stat").exists():
        asked = ["ps", "-o", "lstart=", "-p", str(pid)]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() or None  # noqa: S603
    try:
        state, *rest = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None
    return None if state in "ZX" else rest[18]
