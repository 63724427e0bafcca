"""Start the program: without arguments the window, with arguments the command line."""

import sys


def main() -> int:
    """Run what the arguments ask for; the exit status."""
    arguments = sys.argv[1:]
    if arguments in ([], ["--demo"]):
        from inspector_app.ui.application import run

        return run(demonstration=bool(arguments))
    from inspector_app.cli import run as run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
