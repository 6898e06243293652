"""A file as the answer to a request: saved by the browser, never shown or run in our name."""

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from doorzicht.engines.cleaning import MIME
from doorzicht.ground.bestanden.actions import Geopend


def response(geopend: Geopend) -> StreamingHttpResponse:
    """The content as it is decrypted, after the transaction that logged it. It needs no database any more."""
    answer = StreamingHttpResponse(geopend.stroom, content_type=MIME[geopend.soort])
    answer["Content-Length"] = str(geopend.stroom.lengte)
    answer["Content-Disposition"] = content_disposition_header(True, geopend.naam) or "attachment"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    answer["Cache-Control"] = "no-store"
    return answer
