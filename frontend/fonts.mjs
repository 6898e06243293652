// Fonts we serve ourselves. Staff pages get the full subsets latin, latin-ext and cyrillic. Public pages
// get smaller cuts, because a frightened person with a bad connection should not wait: the letters of the
// site's languages only, and one weight of the heading font.
import { readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const SUBSETS = ["latin", "latin-ext", "cyrillic"];
const PACKAGES = ["source-sans-3", "source-serif-4"];

const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + "ŒœŸıˆ˜–—‘’‚“”„•…‹›€™−";
const POLISH_ROMANIAN = "ĄąĆćĘęŁłŃńŚśŹźŻżĂăȘșȚțŞşŢţ";
const BULGARIAN_UKRAINIAN = range(0x410, 0x44f) + "ЄєІіЇїҐґЀѐЍѝ№";

const PUBLIC_CUTS = [
  { pkg: "source-sans-3", subset: "latin", text: LATIN, wght: { min: 400, max: 700 } },
  { pkg: "source-sans-3", subset: "latin-ext", text: POLISH_ROMANIAN, wght: { min: 400, max: 700 } },
  { pkg: "source-sans-3", subset: "cyrillic", text: BULGARIAN_UKRAINIAN, wght: { min: 400, max: 700 } },
  { pkg: "source-serif-4", subset: "latin", text: LATIN, wght: 600 },
  { pkg: "source-serif-4", subset: "latin-ext", text: POLISH_ROMANIAN, wght: 600 },
  { pkg: "source-serif-4", subset: "cyrillic", text: BULGARIAN_UKRAINIAN, wght: 600 },
];

function range(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

const folder = (root, pkg) => `${root}/node_modules/@fontsource-variable/${pkg}`;
const file = (pkg, subset) => `${pkg}-${subset}-wght-normal.woff2`;

/** The @font-face rules of the staff pages: those of the packages, upright, three subsets. */
export async function staffFonts(root) {
  const rules = [];
  for (const pkg of PACKAGES) {
    const css = await readFile(`${folder(root, pkg)}/wght.css`, "utf8");
    for (const rule of css.match(/@font-face \{[^}]*\}/g)) {
      if (SUBSETS.some((s) => rule.includes(`/${file(pkg, s)}`))) {
        rules.push(rule.replace("./files/", `${folder(root, pkg)}/files/`).replace("woff2-variations", "woff2"));
      }
    }
  }
  return rules.join("\n");
}

/** Cuts the public fonts into `out` and returns their @font-face rules. */
export async function publicFonts(root, out) {
  const rules = [];
  for (const { pkg, subset, text, wght } of PUBLIC_CUTS) {
    const source = await readFile(`${folder(root, pkg)}/files/${file(pkg, subset)}`);
    const cut = await subsetFont(source, text, { targetFormat: "woff2", variationAxes: { wght } });
    const path = `${out}/${pkg}-publiek-${subset}.woff2`;
    await writeFile(path, cut);
    const family = pkg === "source-sans-3" ? "Source Sans 3 Variable" : "Source Serif 4 Variable";
    const weight = typeof wght === "object" ? `${wght.min} ${wght.max}` : wght;
    rules.push(
      `@font-face{font-family:"${family}";font-style:normal;font-display:swap;font-weight:${weight};` +
        `src:url("${path}") format("woff2");unicode-range:${unicodeRange(text)}}`,
    );
  }
  return rules.join("\n");
}

function unicodeRange(text) {
  const points = [...new Set([...text].map((c) => c.codePointAt(0)))].sort((a, b) => a - b);
  const runs = [];
  for (const p of points) {
    const last = runs.at(-1);
    if (last && p === last[1] + 1) last[1] = p;
    else runs.push([p, p]);
  }
  const hex = (n) => n.toString(16).toUpperCase();
  return runs.map(([a, b]) => `U+${hex(a)}${a === b ? "" : `-${hex(b)}`}`).join(",");
}
