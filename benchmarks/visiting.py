"""Visitors: a few connections that are kept open, and as little work as possible on their side."""

import socket
import threading
import time
from statistics import median


class Visitor:
    """One connection. Understands just enough HTTP for answers that tell their length."""

    def __init__(self, port: int, path: str) -> None:
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n".encode()

    def get(self) -> int:
        """Fetch the page once; returns its size. Anything but 200 ends the measurement."""
        self.connection.sendall(self.request)
        head, _, body = self._until_head().partition(b"\r\n\r\n")
        status, _, headers = head.partition(b"\r\n")
        if b" 200" not in status:
            raise SystemExit(f"{self.request.split()[1].decode()} answered {status.decode()}.")
        length = next(
            int(line.partition(b":")[2])
            for line in headers.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        )
        size = len(body)
        while size < length:
            size += len(self._receive())
        return length

    def _until_head(self) -> bytes:
        data = self._receive()
        while b"\r\n\r\n" not in data:
            data += self._receive()
        return data

    def _receive(self) -> bytes:
        data = self.connection.recv(262_144)
        if not data:
            raise SystemExit("The server closed the connection.")
        return data


def one_by_one(port: int, path: str, count: int) -> float:
    """The median time of `count` requests, each after the one before; in milliseconds."""
    visitor, times = Visitor(port, path), []
    for _ in range(count):
        start = time.perf_counter()
        visitor.get()
        times.append(time.perf_counter() - start)
    return median(times) * 1000


def all_at_once(port: int, path: str, *, visitors: int, seconds: float, most: int) -> float:
    """Requests a second of several visitors together, over at most `seconds` and `most` requests each."""
    counts: list[int] = []
    start = time.perf_counter()

    def visit() -> None:
        visitor, count = Visitor(port, path), 0
        while count < most and time.perf_counter() - start < seconds:
            visitor.get()
            count += 1
        counts.append(count)

    threads = [threading.Thread(target=visit) for _ in range(visitors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.perf_counter() - start)
