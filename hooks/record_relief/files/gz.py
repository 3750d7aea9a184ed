"""gzip (RFC 1952), the same bytes on every system and Python.

Python's own module writes the system into the header, since 3.13 only at times. This uses nothing
but the standard library, so that a test can run it in another Python.
"""

from __future__ import annotations

import struct
import zlib

_BEST, _UNKNOWN_SYSTEM = 2, 255
# Magic number, deflate, no flags, no time.
_HEADER = b"\x1f\x8b\x08" + bytes(5) + bytes((_BEST, _UNKNOWN_SYSTEM))


def pack(content: bytes) -> bytes:
    """Return `content` as a gzip file that names neither a time nor a system."""
    deflate = zlib.compressobj(zlib.Z_BEST_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(content) + deflate.flush()
    return _HEADER + body + struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)
