// Builds the styles and scripts of the pages into the resources of cx-app and records from which sources they were made.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { compile } from "sass";

const here = fileURLToPath(new URL(".", import.meta.url));
const target = join(here, "../src/main/resources/assets");

const css = compile(join(here, "src/pages.scss"), {
  style: "compressed",
  loadPaths: [join(here, "src"), here, join(here, "node_modules")],
  quietDeps: true,
}).css;

function script(name, format) {
  const { outputFiles } = buildSync({
    entryPoints: [join(here, "src", name)],
    bundle: true,
    minify: true,
    format,
    target: "es2020",
    legalComments: "none",
    write: false,
  });
  return outputFiles[0].text;
}

const built = {
  "pages.css": css,
  "pages.js": script("pages.js", "esm"),
  "start.js": script("start.js", "iife"),
  "favicon.svg": readFileSync(join(here, "src/favicon.svg"), "utf8"),
};

const sha256 = (content) => createHash("sha256").update(content).digest("hex");

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

// A test computes the same: path, line feed, content, line feed for each source in the order of the paths.
const files = [join(here, "package.json"), join(here, "package-lock.json"), join(here, "build.mjs"), ...sources(join(here, "src"))]
  .map((file) => [relative(here, file).split(sep).join("/"), readFileSync(file, "utf8")])
  .sort(([a], [b]) => (a < b ? -1 : 1));
const sourceHash = sha256(files.map(([path, text]) => `${path}\n${text}\n`).join(""));

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const lines = ["# Made by cx-app/frontend/build.mjs: do not edit.", `sources=${sourceHash}`];
for (const [name, content] of Object.entries(built)) {
  const dot = name.lastIndexOf(".");
  const hashed = `${name.slice(0, dot)}-${sha256(content).slice(0, 16)}${name.slice(dot)}`;
  writeFileSync(join(target, hashed), content);
  lines.push(`${name}=${hashed}`);
  console.log(`${hashed} ${content.length} bytes`);
}
writeFileSync(join(target, "assets.properties"), lines.join("\n") + "\n");
