"""Fingerprints of addresses: keyed digests of the network that a request came from. No queries.

An address is never stored. Its fingerprint can be compared with others under the same key, and means
nothing to anybody once that key is gone.
"""

from ipaddress import ip_network
from typing import NamedTuple

from django.utils.crypto import salted_hmac

SALT = "comments.fingerprints"
#: Hexadecimal digits of a fingerprint.
WIDTH = 32
#: What one house, company or provider's street has, by the version of the protocol.
WIDER = {4: 24, 6: 48}


class Prints(NamedTuple):
    """The fingerprints of the smallest network that a request is known to come from, and of a wider one."""

    address: str
    network: str


def take(key: str, address: str) -> Prints:
    """Both fingerprints of `address` (as `network_of` gives it) under a key; of an unknown one, two "".

    The setting SECRET_KEY has its part in them, so that the database alone gives no address away.
    """
    if not address:
        return Prints("", "")
    small = ip_network(address)
    wide = small.supernet(new_prefix=WIDER[small.version])
    return Prints(_digest(key, str(small)), _digest(key, str(wide)))


def take_of(key: str, network: str) -> str:
    """The fingerprint of a network as it is written, such as 203.0.113.0/24."""
    return _digest(key, network)


def take_within(key: str, address: str, prefix: int) -> str:
    """The fingerprint of the network of this prefix that `address` lies in; "" if that is the wider one."""
    small = ip_network(address)
    if prefix > small.prefixlen:
        return ""
    return take_of(key, str(small.supernet(new_prefix=prefix)))


def _digest(key: str, network: str) -> str:
    return salted_hmac(SALT, f"{key} {network}", algorithm="sha256").hexdigest()[:WIDTH]
