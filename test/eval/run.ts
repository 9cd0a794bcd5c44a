import {basename, dirname, join} from "node:path";
import {parseArgs} from "node:util";
import {openNodeEmbedder} from "../../src/embed/node-embedder.ts";
import type {EvalTask} from "./task.ts";

/** The tasks, loaded when they run. */
const TASKS: Readonly<Record<string, () => Promise<EvalTask>>> = {
  dedupe: async () => (await import("./dedupe.ts")).dedupeTask,
  search: async () => (await import("./search.ts")).searchTask,
  sts: async () => (await import("./sts.ts")).stsTask,
  topics: async () => (await import("./topics.ts")).topicsTask
};

const usage = `usage: npm run eval -- [--data DIR] [--model NAME]... [--only TASK]... [--json]

Prints quality figures of embedding models and of what is built on them.

  --data DIR     the collections (../shared/data if left out)
  --model NAME   a folder in data/models, or a path; several for several columns (builtin if left out)
  --only TASK    this task only (there are: ${Object.keys(TASKS).join(", ")})
  --json         one JSON object a line: {"task", "model", "collection", "measure", "value", "count"}
`;

/** Exits with 0 where all tasks ran, 1 where one failed, 2 on wrong usage. */
async function main(): Promise<number> {
  const {values} = parseArgs({
    options: {
      data: {type: "string", default: "../shared/data"},
      model: {type: "string", multiple: true, default: ["builtin"]},
      only: {type: "string", multiple: true, default: Object.keys(TASKS)},
      json: {type: "boolean", default: false},
      help: {type: "boolean", default: false}
    }
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const unknown = values.only.find((name) => !Object.hasOwn(TASKS, name));
  if (unknown !== undefined) {
    process.stderr.write(`task not known: ${unknown}\n\n${usage}`);
    return 2;
  }
  let failed = 0;
  for (const model of values.model) {
    const embedder = await openNodeEmbedder(toFolder(model));
    for (const name of values.only) {
      const task = await TASKS[name]!();
      try {
        for await (const figure of task.run({embedder, data: values.data})) {
          const result = {task: name, model: basename(model), ...figure};
          process.stdout.write(`${values.json ? JSON.stringify(result) : toLine(result)}\n`);
        }
      } catch (error) {
        ++failed;
        process.stderr.write(`${name}: ${error instanceof Error ? error.stack : String(error)}\n`);
      }
    }
    await embedder.close();
  }
  return failed === 0 ? 0 : 1;
}

function toFolder(model: string): string {
  return dirname(model) === "." ? join("data", "models", model) : model;
}

interface Result {
  readonly task: string;
  readonly model: string;
  readonly collection: string;
  readonly measure: string;
  readonly value: number;
  readonly count: number;
}

function toLine({task, model, collection, measure, value, count}: Result): string {
  return `${task.padEnd(8)} ${model.padEnd(28)} ${collection.padEnd(24)} ${measure.padEnd(20)} ${value.toFixed(4)} (${count.toLocaleString("en-US")})`;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`eval: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
