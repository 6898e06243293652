// Fonts we serve ourselves. The text font of staff pages is the package's, subsets latin, latin-ext and
// cyrillic. Headings need one weight only, drawn for large sizes: a cut of the font's optical size axis. Public
// pages get smaller cuts still, because a frightened person with a bad connection should not wait: the letters
// of the site's languages only.
import { readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const SUBSETS = ["latin", "latin-ext", "cyrillic"];
const TEXT = { pkg: "source-sans-3", family: "Source Sans 3 Variable", cut: "wght" };
const HEADING = { pkg: "source-serif-4", family: "Source Serif 4 Variable", cut: "opsz" };
const HEADING_AXES = { wght: 600, opsz: 34 };
const PUBLIC_TEXT_AXES = { wght: { min: 400, max: 700 } };

const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + "ŒœŸıˆ˜–—‘’‚“”„•…‹›€™−";
const POLISH_ROMANIAN = "ĄąĆćĘęŁłŃńŚśŹźŻżĂăȘșȚțŞşŢţ";
const BULGARIAN_UKRAINIAN = range(0x410, 0x44f) + "ЄєІіЇїҐґЀѐЍѝ№";

const PUBLIC_LETTERS = { latin: LATIN, "latin-ext": POLISH_ROMANIAN, cyrillic: BULGARIAN_UKRAINIAN };

function range(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

const folder = (root, font) => `${root}/node_modules/@fontsource-variable/${font.pkg}`;
const file = (font, subset) => `${font.pkg}-${subset}-${font.cut}-normal.woff2`;

/** The @font-face rules of the staff pages. */
export async function staffFonts(root, out) {
  const rules = (await packageRules(root, TEXT)).map(({ rule }) =>
    rule.replace("./files/", `${folder(root, TEXT)}/files/`).replace("woff2-variations", "woff2"),
  );
  for (const { rule, subset } of await packageRules(root, HEADING)) {
    const letters = lettersOf(rule.match(/unicode-range: ([^;]+)/)[1]);
    rules.push(await cutFont({ root, out, font: HEADING, subset, letters, axes: HEADING_AXES, name: "kop" }));
  }
  return rules.join("\n");
}

/** The @font-face rules of the public pages. */
export async function publicFonts(root, out) {
  const rules = [];
  for (const [subset, letters] of Object.entries(PUBLIC_LETTERS)) {
    const common = { root, out, subset, letters, name: "publiek" };
    rules.push(await cutFont({ ...common, font: TEXT, axes: PUBLIC_TEXT_AXES }));
    rules.push(await cutFont({ ...common, font: HEADING, axes: HEADING_AXES }));
  }
  // The language bar names languages in their own letters; without this cut six words would load two fonts.
  const names = { root, out, font: { ...TEXT, family: "Doorzicht talen" }, axes: { wght: 400 }, name: "talen" };
  rules.push(await cutFont({ ...names, subset: "latin-ext", letters: "ățșęł" }));
  rules.push(await cutFont({ ...names, subset: "cyrillic", letters: "БългарсиУкїнь" }));
  return rules.join("\n");
}

/** The package's own rules for our subsets, upright. */
async function packageRules(root, font) {
  const css = await readFile(`${folder(root, font)}/${font.cut}.css`, "utf8");
  const rules = css.match(/@font-face \{[^}]*\}/g);
  return SUBSETS.map((subset) => ({ subset, rule: rules.find((r) => r.includes(`/${file(font, subset)}`)) }));
}

/** Writes a cut of one font file to `out` and returns its @font-face rule. */
async function cutFont({ root, out, font, subset, letters, axes, name }) {
  const source = await readFile(`${folder(root, font)}/files/${file(font, subset)}`);
  const path = `${out}/${font.pkg}-${name}-${subset}.woff2`;
  await writeFile(path, await subsetFont(source, letters, { targetFormat: "woff2", variationAxes: axes, noLayoutClosure: name !== "kop" }));
  const weight = typeof axes.wght === "object" ? `${axes.wght.min} ${axes.wght.max}` : axes.wght;
  return (
    `@font-face{font-family:"${font.family}";font-style:normal;font-display:swap;font-weight:${weight};` +
    `src:url("${path}") format("woff2");unicode-range:${unicodeRange(letters)}}`
  );
}

function lettersOf(unicodeRanges) {
  return unicodeRanges
    .split(",")
    .map((part) => part.trim().slice(2).split("-").map((hex) => parseInt(hex, 16)))
    .map(([first, last = first]) => range(first, last))
    .join("");
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
