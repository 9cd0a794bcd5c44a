import {createReadStream} from "node:fs";
import {open} from "node:fs/promises";
import {SaxesParser} from "saxes";
import {appleHealth} from "../../src/connectors/health/apple-health.ts";
import type {ByteSource} from "../../src/model/bytes.ts";

/** One run over one file, for the case `apple-health`: prints milliseconds, the most memory in use, and rows. */
const [mode, file = ""] = process.argv.slice(2);
const start = performance.now();
const rows = mode === "ours" ? await readRows(file) : await parseOnly(file);
const ms = performance.now() - start;
process.stdout.write(JSON.stringify({ms, rows, rssMb: process.resourceUsage().maxRSS / 1024}));

async function readRows(path: string): Promise<number> {
  const handle = await open(path);
  const {size} = await handle.stat();
  await handle.close();
  const source: ByteSource = {
    path,
    size,
    slice: () => Promise.reject(new Error("not asked for")),
    stream: () => createReadStream(path)
  };
  let count = 0;
  await appleHealth.stream!(
    source,
    {
      write({columns}) {
        count += columns[0]!.values.length;
        return Promise.resolve();
      }
    },
    {path}
  );
  return count;
}

async function parseOnly(path: string): Promise<number> {
  let count = 0;
  const parser = new SaxesParser();
  parser.on("opentag", () => void ++count);
  const decoder = new TextDecoder();
  for await (const piece of createReadStream(path) as AsyncIterable<Uint8Array>)
    parser.write(decoder.decode(piece, {stream: true}));
  parser.close();
  return count;
}
