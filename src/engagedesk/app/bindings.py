"""One thing about the bindings of Qt that costs every start."""

from __future__ import annotations


def leave_sources_unread() -> None:
    """Keep PySide from reading the source of each module imported after it.

    PySide 6.11 looks in it for its own name, to know whether the module may switch a ``__feature__`` on
    (``shibokensupport/feature.py``). Nothing here does; the 200 files cost 25 ms and stay in ``linecache``.
    """
    import PySide6.QtCore  # noqa: F401  # the hook comes with it
    from shibokensupport import feature  # type: ignore[import-not-found]  # lives inside the bindings' library

    feature._mod_uses_pyside = _yes


def _yes(_module: object) -> bool:
    return True
