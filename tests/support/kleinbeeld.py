"""A small PNG of what a browser shows: at most 256 colours, which is plenty for a screen and a third of the size."""

import base64
import struct
import zlib
from pathlib import Path

from playwright.sync_api import BrowserContext

COUNT_COLOURS = """async picture => {
  const image = await createImageBitmap(await (await fetch('data:image/png;base64,' + picture)).blob());
  const {width, height} = image, canvas = new OffscreenCanvas(width, height), pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const dots = pen.getImageData(0, 0, width, height).data, often = new Map();
  const rounded = i => (dots[i] & 0xfc) << 16 | (dots[i + 1] & 0xfc) << 8 | dots[i + 2] & 0xfc;
  for (let i = 0; i < dots.length; i += 4) often.set(rounded(i), (often.get(rounded(i)) || 0) + 1);
  const first = new Map();
  for (let i = 0; i < dots.length; i += 4) {
    if (!first.has(rounded(i))) first.set(rounded(i), [dots[i], dots[i + 1], dots[i + 2]]);
  }
  const kept = [...often].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => first.get(colour));
  const nearest = new Map();
  const index = i => {
    const key = rounded(i);
    if (!nearest.has(key)) {
      let best = 0, least = Infinity;
      kept.forEach((k, n) => {
        const away = (k[0] - dots[i]) ** 2 + (k[1] - dots[i + 1]) ** 2 + (k[2] - dots[i + 2]) ** 2;
        if (away < least) [best, least] = [n, away];
      });
      nearest.set(key, best);
    }
    return nearest.get(key);
  };
  const indexes = new Uint8Array(width * height);
  for (let i = 0; i < indexes.length; i++) indexes[i] = index(4 * i);
  let text = '';
  for (let i = 0; i < indexes.length; i += 8192) text += String.fromCharCode(...indexes.subarray(i, i + 8192));
  return {width, height, kept, indexes: btoa(text)};
}"""


def write_small(context: BrowserContext, picture: bytes, target: Path) -> int:
    """Write a screenshot with at most 256 colours; its size in bytes."""
    helper = context.new_page()
    found = helper.evaluate(COUNT_COLOURS, base64.b64encode(picture).decode())
    helper.close()
    width, height, indexes = found["width"], found["height"], base64.b64decode(found["indexes"])
    rows = b"".join(b"\0" + indexes[y * width : (y + 1) * width] for y in range(height))
    palette = bytes(part for colour in found["kept"] for part in colour)
    content = b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )
    target.write_bytes(content)
    return len(content)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
