// node build.mjs OUT: checks the types, bundles the pages and writes them into OUT with a content hash in every name,
// a gzip copy beside each file, and assets.txt ("url path<TAB>file<TAB>content type", one a line) for whoever serves them.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const most = 40 * 1024; // script and style before any chart, gzip
if (!out) {
  console.error("usage: node build.mjs OUT");
  process.exit(2);
}

const types = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".html": "text/html; charset=utf-8",
};
const shared = {
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target: ["chrome80", "firefox78"],
  absWorkingDir: here,
  jsx: "automatic",
  jsxImportSource: "preact",
};
const zip = (bytes) => gzipSync(bytes, { level: 9 });
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

function checkTypes() {
  const checked = spawnSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", here], {
    stdio: "inherit",
  });
  if (checked.status !== 0) process.exit(1);
}

const files = []; // { url, file, bytes }
function keep(file, bytes, url = `/assets/${file}`) {
  files.push({ url, file, bytes: Buffer.from(bytes) });
  return url;
}

async function worker() {
  const made = await build({ ...shared, format: "iife", entryPoints: ["src/live/worker.ts"] });
  const bytes = made.outputFiles[0].contents;
  return keep(`live-${hash(bytes)}.js`, bytes);
}

async function pages(liveWorker) {
  const made = await build({
    ...shared,
    entryPoints: { app: "src/main.tsx" },
    outdir: "assets",
    splitting: true,
    publicPath: "/assets",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    define: { LIVE_WORKER: JSON.stringify(liveWorker) },
    metafile: true,
  });
  for (const one of made.outputFiles) keep(one.path.split("/").pop(), one.contents);
  return made.metafile;
}

// Everything that the first page waits for: the entry, what it imports at once, and the style.
function firstFiles(metafile) {
  const wanted = new Set();
  const take = (name) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    const made = metafile.outputs[name];
    if (made.cssBundle) take(made.cssBundle);
    for (const one of made.imports) if (one.kind === "import-statement") take(one.path);
  };
  take(Object.keys(metafile.outputs).find((name) => metafile.outputs[name].entryPoint === "src/main.tsx"));
  return [...wanted].map((name) => name.split("/").pop());
}

function checkSize(first) {
  const size = files.filter((one) => first.includes(one.file)).reduce((sum, one) => sum + zip(one.bytes).length, 0);
  console.log(`page: script and style before charts ${(size / 1024).toFixed(1)} KiB gzip, at most ${most / 1024}`);
  if (size <= most) return;
  console.error(`the first page is too heavy: ${size} bytes gzip, at most ${most}`);
  process.exit(1);
}

function index(first, icon) {
  const named = (end) => `/assets/${first.find((file) => file.startsWith("app-") && file.endsWith(end))}`;
  const chunks = first.filter((file) => file.startsWith("chunk-"));
  const ahead = chunks.map((file) => `<link rel="modulepreload" href="/assets/${file}">`).join("\n");
  const text = readFileSync(join(here, "src/index.html"), "utf8")
    .replace("{icon}", icon)
    .replace("{style}", named(".css"))
    .replace("{script}", named(".js"))
    .replace("{ahead}", ahead);
  keep("index.html", text, "/");
}

function write() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const { file, bytes } of files) {
    writeFileSync(join(out, file), bytes);
    writeFileSync(join(out, `${file}.gz`), zip(bytes));
  }
  const lines = files.map(({ url, file }) => `${url}\t${file}\t${types[extname(file)]}`).sort();
  writeFileSync(join(out, "assets.txt"), `${lines.join("\n")}\n`);
}

checkTypes();
const picture = readFileSync(join(here, "src/icon.svg"));
const icon = keep(`icon-${hash(picture)}.svg`, picture);
const first = firstFiles(await pages(await worker()));
checkSize(first);
index(first, icon);
write();
