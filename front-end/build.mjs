// Builds the style sheet and the script that every page of Footprint loads, and refreshes the
// vendored axe used by browser tests. The output is committed: see README.md.
import { copyFileSync, writeFileSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/footprint/design/static/design");

const { css } = compile(join(here, "src/footprint.scss"), {
  style: "compressed",
  loadPaths: [here, join(here, "node_modules")],
  quietDeps: true,
});
// A crest, a typeface or a picture of somebody else's would be a mistake: stop rather than ship it.
for (const forbidden of ["GDS Transport", "crest", "url("]) {
  if (css.includes(forbidden)) throw new Error(`The style sheet holds "${forbidden}"`);
}
writeFileSync(join(out, "footprint.css"), css.replace(/\/\*#.*?\*\//g, ""));

await build({
  entryPoints: [join(here, "src/footprint.js")],
  outfile: join(out, "footprint.js"),
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2020",
  legalComments: "none",
  banner: { js: "/* Footprint, AGPL-3.0-or-later. Holds parts of govuk-frontend (MIT, Crown copyright). */" },
});
// The cases of govuk-frontend's own fixtures that our markup is compared with.
const CASES = {
  input: ["default", "with hint text", "with error message", "with error and hint", "custom type"],
  textarea: ["default", "with hint and error message"],
  select: ["default", "with hint text and error message"],
  radios: ["with hint", "with hints on parent and items", "with fieldset and error message", "inline"],
  checkboxes: ["with hint", "with error message and hint"],
  "date-input": ["default", "with error message and hint"],
  "file-upload": ["default", "with error, describedBy and hint"],
  "character-count": ["with hint and error"],
  "password-input": ["default"],
  "error-summary": ["mixed with and without links"],
  "notification-banner": ["default", "with type as success"],
  "summary-list": ["single action with anchor"],
  "warning-text": ["default"],
  "inset-text": ["default"],
  "skip-link": ["default"],
  "service-navigation": ["with navigation with a current item"],
  details: ["default"],
  tag: ["default", "green"],
  pagination: ["with prev and next only"],
};
const fixtures = {};
for (const [component, wanted] of Object.entries(CASES)) {
  const file = join(here, `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const all = JSON.parse(readFileSync(file, "utf8")).fixtures;
  fixtures[component] = Object.fromEntries(
    wanted.map((name) => [name, all.find((fixture) => fixture.name === name).html]),
  );
}
const tests = join(here, "../src/footprint/design/tests");
writeFileSync(join(tests, "govuk_fixtures.json"), JSON.stringify(fixtures, null, 1) + "\n");

copyFileSync(join(here, "node_modules/axe-core/axe.min.js"), join(here, "../tests/browser/axe.min.js"));

for (const name of ["footprint.css", "footprint.js"]) {
  const bytes = readFileSync(join(out, name));
  console.log(name, bytes.length, "bytes,", gzipSync(bytes, { level: 9 }).length, "gzipped");
}
