"""Start the program: a command runs without Qt, the window and what needs it in ``app``."""

from __future__ import annotations

import sys

from engagedesk.cli.arguments import split_globals


def main() -> int:
    words = tuple(sys.argv[1:])
    if split_globals(words).for_window and not {"-h", "--help"} & set(words):
        from engagedesk import app

        return app.main(words)
    from engagedesk.cli.main import main as run_command

    return run_command(words)


if __name__ == "__main__":
    sys.exit(main())
