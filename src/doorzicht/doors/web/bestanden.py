"""Files that somebody sends along. No form of this version takes one."""

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class GeenBestanden(FileUploadHandler):
    """Keeps nothing of a file, in memory or on a disk. Django's own limit counts fields only: a body that is too big
    to be a form is refused here before it is read."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 - Django calls it so
        content_length: int,
        boundary: Any,
        encoding: Any = None,
    ) -> None:
        """Refuse by the length that was announced; nothing beyond it is ever read."""
        if content_length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig("a body this big is no form of ours")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Drop it."""

    def file_complete(self, file_size: int) -> None:
        """There is no file."""
