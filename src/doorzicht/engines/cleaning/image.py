"""Images: decoded, and only their pixels written again. Whatever else was in the file is not copied."""

import io
import warnings
from typing import Final

from PIL import Image, ImageCms, ImageOps

from doorzicht.engines.cleaning.types import MAX_PIXELS, MAX_ZIJDE, Onbruikbaar

FORMATS: Final = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
Image.MAX_IMAGE_PIXELS = None  # checked here, before anything is decoded, with our own limit

_ONE_CHANNEL: Final = ("L", "1", "I;16", "I", "F")
_WITH_ALPHA: Final = ("LA", "La", "RGBA", "RGBa", "PA")
_SAVE: Final[dict[str, dict[str, object]]] = {
    "jpg": {"quality": 90},
    "png": {"compress_level": 4},
    "webp": {"quality": 88, "method": 2},
}


def clean_image(data: bytes, soort: str) -> bytes:
    """The same picture, upright and in sRGB, as new bytes. Raises `Onbruikbaar`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(data), formats=[FORMATS[soort]])
            _check_size(image)
            pixels = _pixels(image)
            image.close()  # gives its memory back before the new file is written
        except Onbruikbaar:
            raise
        except (MemoryError, Image.DecompressionBombError) as error:
            raise Onbruikbaar("te_zwaar") from error
        except Exception as error:  # a parser may raise anything over bytes that lie
            raise Onbruikbaar("kapot") from error
    return _write(pixels, soort, lossless=soort == "webp" and b"VP8L" in data[:64])


def as_png(data: bytes) -> bytes:
    """A picture of an older kind (gif, bmp, tiff) as PNG; its first image. Raises `Onbruikbaar`."""
    try:
        image = Image.open(io.BytesIO(data), formats=["GIF", "BMP", "TIFF"])
        _check_size(image)
        return _write(_pixels(image), "png", lossless=True)
    except (MemoryError, Image.DecompressionBombError) as error:
        raise Onbruikbaar("te_zwaar") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise Onbruikbaar("kapot") from error


def _check_size(image: Image.Image) -> None:
    """Before a pixel is decoded. A JPEG may hold more pictures (a phone's depth map); only the first is taken."""
    width, height = image.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_ZIJDE:
        raise Onbruikbaar("te_veel_beeld")
    if image.format in ("PNG", "WEBP") and getattr(image, "n_frames", 1) > 1:
        raise Onbruikbaar("beweegt")


def _pixels(image: Image.Image) -> Image.Image:
    """A new image that shares nothing with the old one but what can be seen."""
    image.load()
    ImageOps.exif_transpose(image, in_place=True)
    mode = _mode(image)
    seen = _to_srgb(image, mode)
    fresh = Image.new(mode, seen.size)
    if mode == "RGBA":
        # Colour under full transparency cannot be seen but could be read: somebody may have "erased" it.
        fresh.paste(seen, mask=seen.getchannel("A").point(lambda a: 255 if a else 0))
    else:
        fresh.paste(seen)
    return fresh


def _mode(image: Image.Image) -> str:
    if image.mode not in ("L", "1") and "transparency" in image.info:
        return "RGBA"
    if image.mode in _ONE_CHANNEL:
        return "L"
    return "RGBA" if image.mode in _WITH_ALPHA else "RGB"


def _to_srgb(image: Image.Image, mode: str) -> Image.Image:
    """Colours as the profile meant them, because the profile itself is not kept."""
    profile = image.info.get("icc_profile")
    if profile and mode == "RGB" and image.mode in ("RGB", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a profile that cannot be read says nothing about the picture
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image if image.mode == mode else image.convert(mode)


def _write(pixels: Image.Image, soort: str, *, lossless: bool) -> bytes:
    if soort == "jpg" and pixels.mode == "RGBA":
        pixels = pixels.convert("RGB")
    out = io.BytesIO()
    options = {"lossless": True, "method": 2} if soort == "webp" and lossless else _SAVE[soort]
    try:
        pixels.save(out, FORMATS[soort], **options)
    except MemoryError as error:
        raise Onbruikbaar("te_zwaar") from error
    return out.getvalue()
