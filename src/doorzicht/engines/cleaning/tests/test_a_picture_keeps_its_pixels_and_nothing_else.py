"""A photo tells where it was taken, with which phone, by whom. What we keep is what can be seen."""

import io
import shutil
import subprocess

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat
from tests.support.bestanden import MAKER, after_start, photo, picture, png, webp

from doorzicht.engines.cleaning import clean

MADE = {"jpg": photo, "png": png, "webp": webp}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("soort", MADE)
def test_what_is_not_seen_is_gone(soort):
    sent = MADE[soort]()
    assert opened(sent).getexif(), "the test sends nothing that could be removed"

    made = clean(sent)

    assert made.soort == soort
    assert MAKER.encode() in sent or soort == "png"
    assert MAKER.encode() not in made.inhoud
    image = opened(made.inhoud)
    image.load()
    assert dict(image.getexif()) == {}
    plain = {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "loop",
        "background",
        "timestamp",
        "duration",
    }
    assert set(image.info) <= plain


def test_the_place_where_a_photo_was_taken_is_gone():
    sent = photo()
    assert opened(sent).getexif().get_ifd(0x8825)[2] == (52.0, 23.0, 11.0)

    assert dict(opened(clean(sent).inhoud).getexif().get_ifd(0x8825)) == {}


@pytest.mark.skipif(
    not shutil.which("exiftool"), reason="exiftool is not installed: our own reader looked only"
)
@pytest.mark.parametrize("soort", MADE)
def test_an_independent_reader_finds_nothing_either(soort, tmp_path):
    def groups(data: bytes) -> set[str]:
        path = tmp_path / f"x.{soort}"
        path.write_bytes(data)
        out = subprocess.run(["exiftool", "-G1", "-s", path], capture_output=True, text=True, check=True)
        return {line.split("]")[0].strip("[ ") for line in out.stdout.splitlines()}

    assert groups(MADE[soort]()) & {"IFD0", "GPS", "PNG", "XMP-dc", "XMP-x"}
    assert groups(clean(MADE[soort]()).inhoud) <= {
        "ExifTool", "System", "File", "JFIF", "PNG", "RIFF", "Composite",
    }  # fmt: skip


@pytest.mark.parametrize("soort", MADE)
def test_the_picture_is_still_the_same(soort):
    before, after = opened(MADE[soort]()).convert("RGB"), opened(clean(MADE[soort]()).inhoud).convert("RGB")

    assert after.size == before.size
    assert max(ImageStat.Stat(ImageChops.difference(before, after)).mean) < 4


def test_a_photo_that_was_held_sideways_stands_upright():
    """The camera wrote "turn me" beside the pixels; that note is gone, so the pixels are turned."""
    made = opened(clean(photo((120, 90), turned=6)).inhoud).convert("RGB")

    assert made.size == (90, 120)
    assert made.getpixel((80, 10))[0] > 150  # the red corner went to the upper right


def test_what_stands_behind_the_picture_is_gone():
    """Phones put a film or a depth map there; a cut screenshot may still hold what was cut off."""
    assert b"verborgen" not in clean(photo() + b"verborgen" * 10).inhoud


def test_colour_under_full_transparency_is_gone():
    erased = Image.new("RGBA", (40, 40), (12, 34, 56, 0))
    out = io.BytesIO()
    erased.save(out, "PNG")

    assert opened(clean(out.getvalue()).inhoud).getpixel((5, 5)) == (0, 0, 0, 0)


def test_colours_of_another_profile_become_the_colours_that_were_meant():
    """A profile that calls red what everybody calls blue: what was meant is blue, also without the profile."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    out = io.BytesIO()
    picture().save(out, "JPEG", icc_profile=swapped)

    made = opened(clean(out.getvalue()).inhoud)

    red, _, blue = made.getpixel((10, 10))
    assert "icc_profile" not in made.info
    assert blue > 180 > red


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "RGBA", "I;16"])
def test_every_way_to_write_pixels_can_be_read(mode):
    image = Image.new(mode, (20, 20)) if mode == "I;16" else picture((20, 20), mode)
    out = io.BytesIO()
    image.save(out, "PNG")

    assert clean(out.getvalue()).soort == "png"


def test_a_photo_of_a_printing_house_can_be_read():
    out = io.BytesIO()
    picture(mode="CMYK").save(out, "JPEG")

    assert opened(clean(out.getvalue()).inhoud).mode == "RGB"


def test_a_second_photo_in_the_same_file_is_left_out():
    """Phones write a depth map or a preview as a second image into one JPEG (MPO)."""
    out = io.BytesIO()
    second = picture((60, 60), "L").convert("RGB")
    picture().save(out, "MPO", save_all=True, append_images=[second])

    made = opened(clean(out.getvalue()).inhoud)

    assert (made.format, made.size, getattr(made, "n_frames", 1)) == ("JPEG", (120, 90), 1)


def test_an_extra_segment_is_no_reason_to_refuse():
    assert clean(after_start(photo(), b"\xff\xfe\x00\x06abcd")).soort == "jpg"
