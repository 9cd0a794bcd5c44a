import {join} from "node:path";
import {parseArgs} from "node:util";
import type {OnMissing} from "../../src/cli/model/eval/find-path.ts";
import {InputError, toMessage} from "../../src/lib/errors.ts";
import {findAllLeaks, toReport} from "./leaks.ts";
import {OVERLAP, cutModels, openModels} from "./open-models.ts";
import {toSpreadGroups, toSpreadLines} from "./spread.ts";
import {toTable} from "./table.ts";
import type {TaskFigure} from "./task.ts";
import {TASKS} from "./tasks.ts";
import {usage} from "./usage.ts";

type Options = ReturnType<typeof readOptions>;

function readOptions() {
  return parseArgs({
    options: {
      data: {type: "string", default: "../shared/data"},
      model: {type: "string", multiple: true, default: ["builtin", OVERLAP]},
      only: {type: "string", multiple: true, default: Object.keys(TASKS)},
      dimensions: {type: "string", default: ""},
      spread: {type: "boolean", default: false},
      leaks: {type: "boolean", default: false},
      corpus: {type: "string"},
      json: {type: "boolean", default: false},
      help: {type: "boolean", default: false}
    }
  }).values;
}

/** Exits with 0 where all tasks ran, 1 where one failed, 2 on wrong usage. */
async function main(): Promise<number> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  const problem = toProblem(options);
  if (problem !== undefined) {
    process.stderr.write(`${problem}\n\n${usage}`);
    return 2;
  }
  const missing = new Set<string>();
  const onMissing: OnMissing = (expected) => void missing.add(expected);
  const isWhole = await (options.leaks ? printLeaks : printFigures)(options, onMissing);
  if (missing.size > 0)
    process.stderr.write(`left out, as not in ${options.data}: ${[...missing].join(", ")}\n`);
  return isWhole ? 0 : 1;
}

function toProblem({only, leaks, corpus}: Options): string | undefined {
  const unknown = only.find((name) => !Object.hasOwn(TASKS, name));
  if (unknown !== undefined) return `task not known: ${unknown}`;
  if (leaks && corpus === undefined) return "corpus missing: give --corpus DIR";
  return undefined;
}

async function printFigures(options: Options, onMissing: OnMissing): Promise<boolean> {
  const {data, json} = options;
  const whole = await openModels(options.model, [join("data", "models"), join(data, "models")]);
  const models = cutModels(whole, toLengths(options.dimensions));
  const figures: TaskFigure[] = [];
  let isWhole = true;
  for (const name of options.only) {
    const task = await TASKS[name]!();
    try {
      for await (const figure of task.run({models, data, onMissing})) {
        figures.push({task: name, ...figure});
        if (json) printLine(figures.at(-1));
      }
    } catch (error) {
      isWhole = false;
      const message = error instanceof Error && !(error instanceof InputError) && error.stack;
      process.stderr.write(`${name}: ${message || toMessage(error)}\n`);
    }
  }
  for (const {embedder} of whole) await embedder?.close();
  const groups = options.spread ? toSpreadGroups(models) : new Map<string, ReadonlySet<string>>();
  if (json) toSpreadLines(figures, groups).forEach(printLine);
  else process.stdout.write(toTable(figures, models, groups));
  return isWhole;
}

async function printLeaks({data, corpus, json}: Options, onMissing: OnMissing): Promise<boolean> {
  const onFile = (path: string): void => void process.stderr.write(`${path}\n`);
  for (const report of await findAllLeaks(data, corpus!, {onMissing, onFile}))
    if (json) printLine(report);
    else process.stdout.write(toReport(report));
  return true;
}

function toLengths(text: string): number[] {
  const parts = text.split(",").filter((part) => part.trim() !== "");
  return parts.map((part) => {
    const length = Number(part);
    if (Number.isInteger(length) && length > 0) return length;
    throw new InputError(`option invalid: --dimensions ${text}; give whole numbers, as 64,128`);
  });
}

function printLine(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`eval: ${toMessage(error)}\n`);
  process.exitCode = 1;
}
