"""Every address of the house, by name."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, include, path
from django.urls.resolvers import RegexPattern, URLResolver

from doorzicht.doors.web.urls import urlpatterns

ALL_ADDRESSES = URLResolver(
    RegexPattern(r"^/"),
    [*urlpatterns, path("patronen/", include("doorzicht.doors.web.patronen.urls"))],
)
"""The addresses of the house as a demo has them, whatever this process was started as."""


def names(resolver: URLResolver = ALL_ADDRESSES) -> Iterator[str]:
    """The name of every address; an address without a name gives its pattern, so that it cannot hide."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry)
        else:
            yield entry.name or str(entry.pattern)


def name_of(url: str) -> str:
    """The name of an address, or nothing when it is not one of ours."""
    try:
        return ALL_ADDRESSES.resolve(urlsplit(url).path).url_name or ""
    except Resolver404:
        return ""
