"""Says whether a port of this machine is free to serve on; else which one to try."""

import socket
import sys


def is_taken(port: int) -> bool:
    """Whether anything answers or listens there. Browsers try ::1 for localhost as well."""
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        try:
            with socket.socket(family) as probe:
                probe.settimeout(1)
                if probe.connect_ex((host, port)) == 0:
                    return True
        except OSError:
            continue
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def main(wanted: str) -> str | None:
    if not wanted.isdecimal() or not 1 <= int(wanted) <= 65535:
        return f"PORT must be a number from 1 to 65535, not “{wanted}”."
    port = int(wanted)
    if not is_taken(port):
        return None
    free = next(number for number in (*range(8000, 8100), 0) if not is_taken(number))
    return f"Port {port} is taken by another program. Choose another: make run PORT={free}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
