"""How fast pages are, uncached, beside a constant Django view on the same server: `make bench`.

Fills an SQLite newsroom of its own, serves it with granian (one process, one thread) on a free port, and asks
from this other process. Look at the ratios: times differ from machine to machine. Takes a minute.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROUNDS, SECONDS, MOST, VISITORS, ONE_BY_ONE = 3, 2.0, 5_000, 8, 100


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/newsroom.sqlite3"
        pages = fill()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        server = serve(port)
        try:
            wait_for(port, server)
            report(measure(port, pages))
        finally:
            server.terminate()
            server.wait(timeout=20)


def fill() -> dict[str, str]:
    import django

    django.setup()
    from benchmarks import filling

    print("Filling a newsroom …", flush=True)
    return filling.fill()


def serve(port: int) -> subprocess.Popen[bytes]:
    options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port), "--log-level", "warning"]
    command = [
        sys.executable,
        "-m",
        "granian",
        *options,
        "--workers",
        "1",
        "--blocking-threads",
        "1",
        "--workers-kill-timeout",
        "3",
    ]
    return subprocess.Popen([*command, "newsroom.wsgi:application"], cwd=Path(__file__).parent.parent)  # noqa: S603


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise SystemExit("The server did not start.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server does not answer.")


def measure(port: int, pages: dict[str, str]) -> dict[str, tuple[float, float]]:
    """Requests a second and median milliseconds of each page, in turns, so that a busy moment hits all."""
    from benchmarks.visiting import all_at_once, one_by_one

    print("Measuring …", flush=True)
    rates: dict[str, list[float]] = {name: [] for name in pages}
    times: dict[str, list[float]] = {name: [] for name in pages}
    for path in pages.values():
        one_by_one(port, path, 20)
    for _ in range(ROUNDS):
        for name, path in pages.items():
            times[name].append(one_by_one(port, path, ONE_BY_ONE))
            rates[name].append(all_at_once(port, path, visitors=VISITORS, seconds=SECONDS, most=MOST))
    return {name: (median(rates[name]), median(times[name])) for name in pages}


def report(measured: dict[str, tuple[float, float]]) -> None:
    (constant, _), *_ = measured.values()
    print(f"\n{'':<28}{'requests/s':>12}{'median ms':>12}{'× constant':>12}")
    for name, (rate, milliseconds) in measured.items():
        print(f"{name:<28}{rate:>12,.0f}{milliseconds:>12.2f}{constant / rate:>12.1f}")
    two, many = (measured[f"a story with {count} comments"] for count in (2, 200))
    print(
        f"\nA story with 200 comments takes {two[0] / many[0]:.2f} times what it takes with 2 "
        f"({many[1] / two[1]:.2f} times one by one)."
    )


if __name__ == "__main__":
    main()
