// Picks the icons that our pages use out of Tabler's outline set (MIT) and writes one small JSON file:
// name -> the drawing inside a 24 x 24 SVG. The template tag {% icoon %} inlines them one by one.
import { readFile } from "node:fs/promises";

export async function readIcons(root, names) {
  const icons = {};
  for (const name of [...names].sort()) {
    const svg = await readFile(`${root}/node_modules/@tabler/icons/icons/outline/${name}.svg`, "utf8");
    const body = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    icons[name] = body
      .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, "")
      .replace(/\s+/g, " ")
      .replace(/ \/>/g, "/>")
      .trim();
  }
  return icons;
}
