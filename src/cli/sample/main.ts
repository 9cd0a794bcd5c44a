import {parseArgs} from "node:util";
import {toMessage} from "../../lib/errors.ts";
import type {SampleFile} from "./file.ts";
import {generateSample, SEED} from "./generate.ts";
import {storeSample} from "./store.ts";

const USAGE = `Usage: npm run sample -- [--out DIR] [--seed TEXT]

Makes the sample lake: the files of a made-up household and laboratory, the same bytes for the same seed.

  --out DIR     where to write, data/raw/sample if left out; what else stands there from an earlier run goes
  --seed TEXT   another seed makes another sample, "${SEED}" if left out
  --help        this text`;

const DEFAULT_FOLDER = "data/raw/sample";
const WRONG_USAGE = 2;

/** Runs the command; gives the exit code: 0 done, 1 failed, 2 wrong usage. */
async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) return WRONG_USAGE;
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  try {
    const files = await generateSample(options.seed);
    const {written, unchanged, removed} = await storeSample(files, options.out);
    console.log(toTable(files));
    console.error(
      `${options.out}: ${written.length} written, ${unchanged.length} unchanged, ${removed.length} removed`
    );
    return 0;
  } catch (error) {
    console.error(`sample lake not written: ${toMessage(error)}`);
    return 1;
  }
}

function readOptions(args: readonly string[]) {
  try {
    const {values} = parseArgs({
      args: [...args],
      options: {
        out: {type: "string", default: DEFAULT_FOLDER},
        seed: {type: "string", default: SEED},
        help: {type: "boolean", default: false}
      }
    });
    return values;
  } catch (error) {
    console.error(`${toMessage(error)}\n\n${USAGE}`);
    return undefined;
  }
}

/** Files and sizes, the notes of one folder as one line, the sum below. */
function toTable(files: readonly SampleFile[]): string {
  const groups = new Map<string, {count: number; bytes: number}>();
  for (const {path, bytes} of files) {
    const name = path.endsWith(".md") ? `${path.slice(0, path.lastIndexOf("/"))}/*.md` : path;
    const group = groups.get(name) ?? {count: 0, bytes: 0};
    groups.set(name, {count: group.count + 1, bytes: group.bytes + bytes.length});
  }
  const total = files.reduce((sum, {bytes}) => sum + bytes.length, 0);
  const rows = [...groups, [`${files.length} files`, {count: files.length, bytes: total}] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, {bytes}]) => `${name.padEnd(width)}  ${toKilobytes(bytes).padStart(9)}`)
    .join("\n");
}

function toKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

process.exitCode = await main(process.argv.slice(2));
