import {readdirSync} from "node:fs";
import {join} from "node:path";
import {parseArgs} from "node:util";
import {toMessage} from "../../src/lib/errors.ts";
import {inspectFiles} from "../../src/workspace/inspect.ts";

/**
 * By hand: `npx tsx test/fuzz/real-files.ts [FOLDER…]` inspects every file below `../shared/data/nasty` and `personal`, and
 * prints those that took longer than 2 s, were thrown out of, or took 200 MB more than the process had. The file that is being
 * read stands on standard error, so that a hang has a name.
 */
const SLOW_MS = 2000;
const MAX_GROWTH_BYTES = 200 * 2 ** 20;

const {positionals} = parseArgs({allowPositionals: true});
const folders =
  positionals.length > 0 ? positionals : ["../shared/data/nasty", "../shared/data/personal"];
const files = folders.flatMap((folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
);

let refused = 0;
let most = 0;
let start = performance.now();
const began = start;
const done: string[] = [];
process.stderr.write(`${files[0]}\n`);
try {
  for await (const {file, tables} of inspectFiles(files)) {
    const ms = performance.now() - start;
    const {rss} = process.memoryUsage();
    if (ms > SLOW_MS) console.log(`slow: ${file} (${Math.round(ms)} ms)`);
    if (most > 0 && rss - most > MAX_GROWTH_BYTES)
      console.log(`memory: ${file} (${Math.round((rss - most) / 1e6)} MB more)`);
    if (tables.length === 0) ++refused;
    most = Math.max(most, rss);
    done.push(file);
    process.stderr.write(`${files[done.length]}\n`);
    start = performance.now();
  }
} catch (error) {
  console.log(`thrown: ${files[done.length]} (${toMessage(error)})`);
  process.exitCode = 1;
}
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${done.length} of ${files.length} files in ${seconds} s, ${refused} without a table, ${Math.round(most / 1e6)} MB at most`
);
