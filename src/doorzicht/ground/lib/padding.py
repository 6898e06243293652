"""Length padding of a plaintext before it is encrypted.

AES-GCM keeps the length of what it encrypts: without padding, a dump shows which field holds "Jo" and
which holds "Wilhelmina", and how long somebody's story is. Here every plaintext is first brought to one
of few lengths.

The steps are 64, 256, 1024 and 4096 bytes, then multiples of 4096, and above 32 KiB steps of at most one
eighth of the length. A name, phone number, plate or address therefore takes 64 bytes. The marker is
ISO/IEC 7816-4: one byte 0x80 and then zeros, so that any bytes, also ones that end in zeros, come back
unchanged.
"""

_MARKER = b"\x80"
_SMALL_BUCKETS = (64, 256, 1024, 4096)
_STEP = 4096


class OngeldigeOpvulling(ValueError):
    """The bytes were never padded by `pad`. After an authenticated decryption that is our own mistake."""


def padded_length(length: int) -> int:
    """Return the number of bytes that `pad` makes of a plaintext of `length` bytes."""
    needed = length + len(_MARKER)
    for bucket in _SMALL_BUCKETS:
        if needed <= bucket:
            return bucket
    step = max(_STEP, 1 << (needed.bit_length() - 4))
    return -(-needed // step) * step


def pad(data: bytes) -> bytes:
    """Return `data` followed by the marker and zeros, up to the length of its bucket."""
    return (data + _MARKER).ljust(padded_length(len(data)), b"\x00")


def unpad(padded: bytes) -> bytes:
    """Return the bytes that were given to `pad`. Raises `OngeldigeOpvulling` if `padded` is not its work."""
    end = padded.rfind(_MARKER)
    if end < 0 or any(padded[end + 1 :]) or len(padded) != padded_length(end):
        raise OngeldigeOpvulling("Deze bytes zijn niet door pad() opgevuld.")
    return padded[:end]
