"""`python -m tests.conformance DIRECTORY`: replay the recorded behaviour of the reference and count."""

import sys
from pathlib import Path

from tests.conformance.replay import report

if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("python -m tests.conformance DIRECTORY", file=sys.stderr)
        sys.exit(2)
    print(report(Path(sys.argv[1])))
