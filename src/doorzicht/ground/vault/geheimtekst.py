"""A short secret that belongs to an account and not to a dossier (a second factor), under the master key itself.

Stored as text, "version:hex", because other people's tables keep it. Rotation writes it anew like a dossier's key.
"""

from doorzicht.ground.vault import crypto
from doorzicht.ground.vault.hoofdsleutels import master, newest_master


def encrypt_secret(text: str, *, doel: str) -> str:
    """Encrypt under the newest master key, for one use (`doel`)."""
    version, key = newest_master()
    return f"{version}:{crypto.encrypt(_key(key, doel), text.encode(), doel.encode()).hex()}"


def decrypt_secret(sealed: str, *, doel: str) -> str:
    """The text back. Raises `InvalidTag` for another use and `HoofdsleutelOntbreekt` for a removed version."""
    key = _key(master(secret_version(sealed)), doel)
    return crypto.decrypt(key, bytes.fromhex(sealed.rpartition(":")[2]), doel.encode()).decode()


def secret_version(sealed: str) -> int:
    """The version of the master key it was encrypted under; before there were versions that was the first."""
    return int(sealed.partition(":")[0]) if ":" in sealed else 1


def _key(master_key: bytes, doel: str) -> bytes:
    return crypto.derive(master_key, f"doorzicht {doel}".encode())
