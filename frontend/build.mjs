// Builds what the browser gets: two style sheets, three scripts, fonts and icons, into the static folder of
// doors/web. Run by `npm run build`; everything comes from the lock file, nothing is loaded at run time.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { publicFonts, staffFonts } from "./fonts.mjs";
import { readIcons } from "./icons.mjs";
import { dropUnusedProperties, tokensToCss } from "./tokens.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "..");
const target = resolve(root, "src/doorzicht/doors/web/static/web/build");
// Built beside the target and moved in one step: a server that is running never serves half a build.
const out = `${target}-${process.pid}`;
const scratch = resolve(root, "node_modules/.cache/doorzicht");

/** Lets a style sheet say @import "dz:tokens" for text that this script makes. */
function made(texts) {
  return {
    name: "made",
    setup(build) {
      build.onResolve({ filter: /^dz:/ }, ({ path }) => ({ path: path.slice(3), namespace: "made" }));
      build.onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({
        contents: texts[path],
        loader: "css",
        resolveDir: root,
      }));
    },
  };
}

const common = {
  bundle: true,
  minify: true,
  outdir: out,
  target: ["chrome109", "firefox115", "safari16"],
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]-[hash]",
  legalComments: "linked",
  logLevel: "warning",
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await mkdir(scratch, { recursive: true });

const tokens = tokensToCss(JSON.parse(await readFile(`${here}/tokens.json`, "utf8")));
const sheets = [
  ["doorzicht", await staffFonts(root, scratch)],
  ["publiek", await publicFonts(root, scratch)],
];
for (const [name, fonts] of sheets) {
  const plugins = [made({ tokens, fonts })];
  await esbuild.build({ ...common, entryPoints: [`${here}/css/${name}.css`], plugins });
  const path = `${out}/${name}.css`;
  await writeFile(path, dropUnusedProperties(await readFile(path, "utf8")));
}
await esbuild.build({
  ...common,
  entryPoints: [`${here}/js/doorzicht.js`, `${here}/js/publiek.js`, `${here}/js/sleutel.js`],
  format: "iife",
});


// WhiteNoise serves the packed file that stands beside a file: a phone on a bad line loads a fifth.
for (const name of ["doorzicht.css", "publiek.css", "doorzicht.js", "publiek.js", "sleutel.js"]) {
  await writeFile(`${out}/${name}.gz`, gzipSync(await readFile(`${out}/${name}`), { level: 9 }));
}

const names = JSON.parse(await readFile(`${here}/icons.json`, "utf8"));
await writeFile(`${out}/icons.json`, `${JSON.stringify(await readIcons(root, names), null, 1)}\n`);

await rm(target, { recursive: true, force: true });
await rename(out, target);
