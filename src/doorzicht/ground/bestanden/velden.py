"""The form field for files, and the mark of a page that takes them."""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile

from doorzicht.engines.cleaning import MAX_IN
from doorzicht.ground.bestanden.actions import MAX_AANTAL, Aangeboden

MERK: Final = "neemt_bestanden"
_View = TypeVar("_View", bound=Callable[..., Any])

ACCEPT: Final = ".jpg,.jpeg,.png,.webp,.pdf,.docx"
UITLEG: Final = (
    f"Foto (jpg, png, webp), pdf of Word (docx). Hoogstens {MAX_AANTAL} bestanden van 10 MB. "
    "Waar en wanneer een foto is gemaakt halen we eruit."
)


def takes_files(view: _View) -> _View:
    """Mark a view: only on such a page a file that is sent along is read, and then into memory only."""
    setattr(view, MERK, True)
    return view


class BestandenInvoer(forms.ClearableFileInput):
    """A file input for several files; it never shows a file from before, because a browser cannot keep one."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class BestandenVeld(forms.FileField):
    """Files of a form as `Aangeboden`: nothing is judged here, so that a file never makes the form invalid."""

    widget = BestandenInvoer

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", BestandenInvoer(attrs={"accept": ACCEPT, "multiple": True}))
        kwargs.setdefault("help_text", UITLEG)
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[Aangeboden]:
        """Whatever was sent, with what came after the fifth marked."""
        files: list[UploadedFile] = [file for file in (data or []) if file]
        return [
            Aangeboden(file.name or "", file.read(MAX_IN + 1), te_veel=number >= MAX_AANTAL)
            for number, file in enumerate(files)
        ]
