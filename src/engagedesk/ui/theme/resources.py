"""Where bundled fonts and icons lie: inside the wheel, or beside the sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import engagedesk


@cache
def resource_folder() -> Path:
    """Return the folder with ``fonts`` and ``icons``."""
    package = Path(engagedesk.__path__[0])
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"
