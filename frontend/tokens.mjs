// Turns tokens.json into CSS custom properties: the path joined by "-" is the name, a reference
// {dz.color.wit} becomes var(--dz-color-wit), so that a municipality that overrides a dz colour on the
// root element changes everything that refers to it.

/** All tokens below `node` as [name, value] pairs. */
function* flatten(node, path = []) {
  if (node && typeof node === "object" && "$value" in node) {
    yield [`--${path.join("-")}`, cssValue(node.$value)];
  }
  for (const [key, child] of Object.entries(node)) {
    if (!key.startsWith("$") && child && typeof child === "object") yield* flatten(child, [...path, key]);
  }
}

function cssValue(value) {
  if (Array.isArray(value)) return value.map((v) => (/^[a-z-]+$/.test(v) ? v : `"${v}"`)).join(", ");
  return String(value).replace(/\{([^}]+)\}/g, (_, ref) => `var(--${ref.replaceAll(".", "-")})`);
}

/** The `:root` rule of every token; refuses a reference to a token that does not exist. */
export function tokensToCss(tokens) {
  const pairs = [...flatten(tokens)];
  const names = new Set(pairs.map(([name]) => name));
  for (const [name, value] of pairs) {
    for (const [, ref] of value.matchAll(/var\((--[\w-]+)\)/g)) {
      if (!names.has(ref)) throw new Error(`${name} refers to ${ref}, which is not in tokens.json`);
    }
  }
  return `:root {\n${pairs.map(([name, value]) => `  ${name}: ${value};`).join("\n")}\n}\n`;
}

/** Drops custom properties that nothing reads: a public page should not carry the staff's tokens. */
export function dropUnusedProperties(css) {
  for (;;) {
    const used = new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((m) => m[1]));
    const next = css.replace(
      /(?<=[{;])(--[\w-]+):((?:"[^"]*"|url\((?:"[^"]*"|[^)]*)\)|[^;{}"])*)(;|(?=}))/g,
      (whole, name) => (used.has(name) ? whole : ""),
    );
    if (next === css) return css;
    css = next;
  }
}
