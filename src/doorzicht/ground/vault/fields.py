"""The column of a secret: bytes in the database, text only in the hands of who holds the dossier's key."""

from typing import Any

from django.db import models


class VersleuteldVeld(models.BinaryField):
    """Ciphertext of one text. Filled and read through a `DossierSleutel`, never by assigning text."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("null", True)
        kwargs.setdefault("default", None)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "doorzicht.ground.vault.fields.VersleuteldVeld", args, kwargs

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Refuse plaintext: a programming error here would be a leak."""
        if isinstance(value, str):
            raise TypeError(
                f"{self.model.__name__}.{self.name} holds ciphertext; encrypt with the dossier's key"
            )
        return super().get_db_prep_value(value, connection, prepared)
