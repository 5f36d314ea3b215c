"""The bench's clocks still find what they go around."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "bench"


def test_every_clock_goes_around_a_function_that_there_is() -> None:
    clocks = "from one_run import Stages, put_clocks; put_clocks(Stages())"
    subprocess.run([sys.executable, "-c", clocks], cwd=BENCH, check=True)
