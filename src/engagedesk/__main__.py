"""Start the program: a command runs without Qt; the window, and what draws pages, in ``app``."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from engagedesk.cli.arguments import Line, Parsed, split_globals


def main() -> int:
    """Run what the command line asks for and return the exit status."""
    words = tuple(sys.argv[1:])
    if split_globals(words).for_window:
        from engagedesk.cli.main import answer
        from engagedesk.cli.terminal import own_terminal

        return answer(words, own_terminal(), _window)
    from engagedesk.cli.main import main as run_command

    return run_command(words)


def _window(line: Line, parsed: Parsed) -> int:
    if not (parsed.options.smoke or parsed.options.toggle_timer or parsed.command == "shots"):
        # A start makes objects and no garbage: the collector's walks took a seventh of it. ``ui/collector`` goes on.
        gc.disable()
    # Qt takes a while to import: no command of the terminal waits for it.
    from engagedesk.app import WindowOptions, run

    def path(name: str | None) -> Path | None:
        return None if name is None else Path(name).expanduser()

    options = WindowOptions(
        profile=path(line.profile),
        passphrase_file=path(line.passphrase_file),
        smoke=parsed.options.smoke,
        toggle_timer=parsed.options.toggle_timer,
        json=line.json,
        shots=path(parsed.options.folder) if parsed.command == "shots" else None,
    )
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
