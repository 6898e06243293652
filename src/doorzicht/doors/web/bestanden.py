"""Files that somebody sends along: read on the pages that take them, into memory, and nowhere else at all."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from doorzicht.ground.bestanden.api import MAX_AANTAL, MAX_IN
from doorzicht.ground.bestanden.velden import MERK

MAX_BODY = 100 * 1024 * 1024
"""Bytes of a form with files that are still read, so that what was typed beside a film of a minute is not lost."""


class InHetGeheugen(FileUploadHandler):
    """Keeps of each file one byte more than is allowed, never on a disk, where it would lie unencrypted.

    A page that takes no files keeps nothing of one. Django's own limit counts fields only: a body that is too big for
    its page is refused here before it is read.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 - Django calls it so
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        """Refuse by the length that was announced; nothing beyond it is ever read."""
        self.neemt = _takes_files(self.request)
        self.aantal = 0
        if content_length > (MAX_BODY if self.neemt else settings.DATA_UPLOAD_MAX_MEMORY_SIZE):
            raise RequestDataTooBig("a body this big is no form of ours")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file; of one too many only the name is kept."""
        super().new_file(*args, **kwargs)
        self.aantal += 1
        self.inhoud = BytesIO()
        self.over = MAX_IN + 1 if self.neemt and self.aantal <= MAX_AANTAL else 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what may be kept of it."""
        self.over -= self.inhoud.write(raw_data[: self.over])

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, or nothing on a page that takes none."""
        if not self.neemt:
            return None
        size = self.inhoud.tell()
        self.inhoud.seek(0)
        return InMemoryUploadedFile(
            self.inhoud, self.field_name, self.file_name, self.content_type, size, self.charset
        )


def _takes_files(request: Any) -> bool:
    """Whether the page of this request is marked. Before the page is known (no session any more) it is not."""
    match = getattr(request, "resolver_match", None)
    return match is not None and bool(getattr(match.func, MERK, False))
