"""Sets the program up, runs it and tests it, from a bare Python: `python3 dev.py run`, `python3 dev.py test`.

Only the standard library is used here, since this is what runs before anything is installed. Each command
first makes sure that three things are there, and costs a few milliseconds when they are: the shared libraries
that Qt loads from the system, a virtual environment in `.venv`, and in it exactly the packages of
`requirements.lock`. The environment carries a stamp of the lock it was made from, written last; without the
right stamp it is half made or out of date, and is made anew.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "made-from"

# What Qt loads from a Debian system: library → package. The second list is for a real window.
OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libpulse.so.0": "libpulse0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
}

LOCK_HEADER = b"# Every package with its digests, for every platform. Made by: python3 dev.py lock\n"
RESOLVE = (
    "pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-annotate"
    " --no-emit-index-url --no-header --quiet"
)
INSTALL = "install --require-hashes --no-deps --only-binary=:all: --no-input --disable-pip-version-check -qq"


class Stop(Exception):
    """The work cannot go on; the text says why and what to do."""


# --- the commands --------------------------------------------------------------------------------


def run(arguments: Sequence[str]) -> int:
    """Open the window on the demonstration workspace, or do its journey where there is no display."""
    display = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    set_up(window=display)
    demonstration = ["--demo"] if display else ["demo", "--into", ".demo"]
    return python("-m", "inspector_app", *(arguments or demonstration), offscreen=not display)


def test(arguments: Sequence[str]) -> int:
    """The whole test suite, which holds the linters and the type checker too; arguments go to pytest."""
    set_up()
    # All of it on every core; what was asked for by name, in one process that can be looked into.
    return python("-m", "pytest", *(arguments or ("-n", "logical", "--dist", "loadfile")))


def prove(arguments: Sequence[str]) -> int:
    """The long proofs that the daily test run leaves out; arguments go to pytest."""
    return test(["-m", "prove", *arguments])


def bench(arguments: Sequence[str]) -> int:
    """Every benchmark, or those named; each prints its ratios to a floor measured in the same run."""
    set_up()
    found = sorted(path.stem for path in (ROOT / "tests" / "bench").glob("[!_]*.py"))
    if unknown := set(arguments) - set(found):
        raise Stop(f"There is no benchmark {', '.join(sorted(unknown))}. There are: {', '.join(found)}.")
    return max([python("-m", f"tests.bench.{name}") for name in arguments or found], default=0)


def lock(arguments: Sequence[str]) -> int:
    """Resolve the dependencies of pyproject.toml anew into requirements.lock, for every platform."""
    install_system_packages(missing_venv_package())
    with tempfile.TemporaryDirectory() as folder:
        resolver = environment_python(Path(folder))
        succeed([sys.executable, "-m", "venv", folder], "The environment for the resolver could not be made.")
        succeed([resolver, "-m", "pip", "install", "--quiet", "uv"], offline("The resolver uv"))
        resolved = Path(folder) / "resolved"
        succeed(
            [resolver, "-m", "uv", *RESOLVE.split(), *arguments, "--output-file", resolved],
            offline("The dependencies"),
        )
        LOCK.write_bytes(LOCK_HEADER + resolved.read_bytes())
    return 0


def translate(arguments: Sequence[str]) -> int:
    """Bring the Vietnamese catalogue in line with the texts in the code."""
    return subprocess.call(
        [sys.executable, str(ROOT / "resources" / "translations" / "update.py"), *arguments]
    )


COMMANDS = {command.__name__: command for command in (run, test, prove, bench, lock, translate)}


# --- set-up --------------------------------------------------------------------------------------


def set_up(*, window: bool = False) -> None:
    """Make sure of the system's libraries, the virtual environment and its packages."""
    # An environment belongs to one lock, one Python and one place: its scripts hold its path.
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    stamp = f"{digest} {sys.version_info.major}.{sys.version_info.minor} {VENV}"
    made = STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp and environment_python(VENV).exists()
    install_system_packages(missing_libraries(window) + ([] if made else missing_venv_package()))
    if not made:
        make_environment(stamp)


def missing_libraries(window: bool) -> list[str]:
    """The Debian packages of the libraries that Qt would not find."""
    if sys.platform != "linux":
        return []
    wanted = {**OFFSCREEN, **WINDOW} if window else OFFSCREEN
    return [package for library, package in wanted.items() if not loads(library)]


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_venv_package() -> list[str]:
    """Debian ships Python without the part that puts pip into a virtual environment."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def install_system_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, or end with the one command that does it."""
    if not packages:
        return
    if not shutil.which("apt-get"):
        raise Stop(
            "The system lacks what Debian calls: "
            + " ".join(packages)
            + ".\nInstall these with the system's package manager, then run this command again."
        )
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise Stop(
            "The system lacks some packages. Type this, then run this command again:\n\n"
            f"    sudo apt-get update && sudo {shlex.join(install)}\n"
        )
    say(f"Installing from the system: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A stale list or one broken source must not stop us: the installation itself is what counts.
    subprocess.call(["apt-get", "update", "--quiet=2"], env=quiet)
    if subprocess.call([*install, "--quiet=2"], env=quiet, stdout=subprocess.DEVNULL) != 0:
        raise Stop(offline("The system's packages"))


def make_environment(stamp: str) -> None:
    """Make `.venv` from nothing and fill it from the lock; the stamp comes last."""
    say("Setting up .venv from requirements.lock: a minute or two, this once")
    succeed(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        "The environment .venv could not be made.\nClose the program if it is running, then try again.",
    )
    succeed(
        [environment_python(VENV), "-m", "pip", *INSTALL.split(), "--requirement", LOCK],
        f"{offline('The packages')}\nThey exist for CPython 3.11 to 3.14 of 64 bits; this is {sys.version}.",
    )
    STAMP.write_text(stamp, encoding="utf-8")


# --- running things ------------------------------------------------------------------------------


def python(*arguments: str, offscreen: bool = True) -> int:
    """Run the environment's Python in the project's folder; its exit status, as a shell counts signals."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")
    }
    environment["PYTHONIOENCODING"] = "utf-8"
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    status = subprocess.call([str(environment_python(VENV)), *arguments], cwd=ROOT, env=environment)
    return status if status >= 0 else 128 - status


def environment_python(folder: Path) -> Path:
    """The interpreter inside a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def succeed(command: Sequence[str | Path], otherwise: str) -> None:
    """Run a step of the set-up; where it fails its own message stands above our sentence."""
    if subprocess.call([str(part) for part in command], cwd=ROOT) != 0:
        raise Stop(otherwise)


def offline(what: str) -> str:
    """The sentence for a download that failed."""
    return f"{what} could not be fetched, see above.\nCheck the internet connection, then try again."


def say(text: str) -> None:
    """Tell the user what takes time, before it does."""
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Read the command line and carry out one command; its exit status."""
    parser = argparse.ArgumentParser(description="Set up, run and test the program.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.__doc__, add_help=False)
    chosen, arguments = parser.parse_known_args()
    try:
        return COMMANDS[chosen.command](arguments)
    except Stop as stop:
        say(f"\n{stop}")
    except KeyboardInterrupt:
        say("\nInterrupted.")
        return 130
    return 1


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - said to those who start it with an older Python
        sys.exit("Python 3.11 or newer is needed; this is Python " + sys.version.split()[0] + ".")
    sys.exit(main())
