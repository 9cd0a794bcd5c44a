import {parseArgs} from "node:util";
import type {BenchCase} from "./case.ts";

/** The cases, loaded when they run: some bring a browser with them. */
const CASES: Readonly<Record<string, () => Promise<BenchCase>>> = {
  "apple-health": async () => (await import("./apple-health.ts")).appleHealthBench,
  "compile-csv": async () => (await import("./compile-csv.ts")).compileCsv,
  "compile-notes": async () => (await import("./compile-notes.ts")).compileNotes,
  "cold-start": async () => (await import("./cold-start.ts")).coldStart,
  "embed-queue": async () => (await import("./embed-queue.ts")).embedQueue,
  dedupe: async () => (await import("./dedupe.ts")).dedupeBench,
  fit: async () => (await import("./fit.ts")).fitBench,
  "find-clusters": async () => (await import("./find-clusters.ts")).findClustersBench,
  "inspect-small": async () => (await import("./inspect-small.ts")).inspectSmall,
  layout: async () => (await import("./layout.ts")).layoutBench,
  "full-text": async () => (await import("./full-text.ts")).fullTextBench,
  mirror: async () => (await import("./mirror.ts")).mirrorBench,
  "point-query": async () => (await import("./point-query.ts")).pointQuery,
  "static-embed": async () => (await import("./static-embed.ts")).staticEmbed,
  store: async () => (await import("./store.ts")).storeBenchCase,
  tcx: async () => (await import("./tcx.ts")).tcxBench,
  typeahead: async () => (await import("./typeahead.ts")).typeaheadBench,
  "vector-search": async () => (await import("./vector-search.ts")).vectorSearchBench
};

const usage = `usage: npm run bench -- [--only NAME]... [--json]

Runs cases, ours and a peer's in turn, and prints a line for each figure.

  --only NAME   this case only (there are: ${Object.keys(CASES).join(", ")})
  --json        one JSON object a line: {"case", "what", "ours", "peer", "unit", "ratio", "goal", "isMet"}
`;

/** Exits with 0 where all cases ran, met or not, 1 where one failed, 2 on wrong usage. */
async function main(): Promise<number> {
  const {values} = parseArgs({
    options: {
      only: {type: "string", multiple: true, default: Object.keys(CASES)},
      json: {type: "boolean", default: false},
      help: {type: "boolean", default: false}
    }
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const unknown = values.only.find((name) => !Object.hasOwn(CASES, name));
  if (unknown !== undefined) {
    process.stderr.write(`case not known: ${unknown}\n\n${usage}`);
    return 2;
  }
  let failed = 0;
  for (const name of values.only) {
    try {
      const bench = await CASES[name]!();
      for (const {what, ours, peer, unit, goal} of await bench.run()) {
        const ratio = ours / peer;
        const result = {case: name, what, ours, peer, unit, ratio, goal, isMet: ratio <= goal};
        process.stdout.write(`${values.json ? JSON.stringify(result) : toLine(result)}\n`);
      }
    } catch (error) {
      ++failed;
      process.stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`);
    }
  }
  return failed === 0 ? 0 : 1;
}

interface Result {
  readonly case: string;
  readonly what: string;
  readonly ours: number;
  readonly peer: number;
  readonly unit: string;
  readonly ratio: number;
  readonly goal: number;
  readonly isMet: boolean;
}

function toLine({case: name, what, ours, peer, unit, ratio, goal, isMet}: Result): string {
  const [a, b] = [ours, peer].map((figure) => Math.round(figure).toLocaleString("en-US"));
  return `${isMet ? "ok  " : "MISS"} ${name}: ${what}: ${a} against ${b} ${unit}, ratio ${ratio.toFixed(3)} (goal ${goal})`;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 2;
}
