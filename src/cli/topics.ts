import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import {readModelId} from "../embed/models.ts";
import {openNodeEmbedder} from "../embed/node-embedder.ts";
import {InputError} from "../lib/errors.ts";
import {findTopics} from "../topics/find-topics.ts";
import type {Command} from "./command.ts";
import {readTextLines} from "./text-lines.ts";
import type {LineText} from "./text-lines.ts";
import {readTopicsFile, writeTopicsFile} from "./topics/topics-file.ts";
import {toTableLines} from "./topics/write-table.ts";

const DEFAULT_OPTIONS = {detail: 0.5, seed: 1};

/** `topics`: what texts are about. */
export const topicsCommand: Command = {
  name: "topics",
  summary: "what texts are about: topics with labels and keywords, and which text is in which",
  usage: `
usage: lakebook topics --corpus FILE.jsonl [--previous FILE.json] [--json] [--model NAME] [--detail N] [--seed N]

Reads texts, {"id","text"} a line, and finds what they are about. The same input gives the same output, to the byte.

  --corpus FILE    the texts
  --previous FILE  what this command wrote before with --json: topics keep their ids and names, new texts join them or
                   make topics of their own. In that file a topic may be given a "name", be "pinned" (never given up)
                   or "ignored", and "rules" may say what belongs where:
                     {"do": "merge", "topics": ["t1", "t4"], "into": "t1"}   {"do": "split", "topic": "t2"}
                     {"do": "together", "ends": [ID, ID]}   {"do": "move", "end": ID, "topic": "t3" or null}
  --json           one JSON object: {"topics": [{"id", "label", "keywords", "size", "parent", ...}],
                   "documents": [{"id", "topic", "strength"}], ...}; the topic of a text like nothing else is null
  --model NAME     folder of the model in $LAKEBOOK_MODELS (data/models if unset); $LAKEBOOK_MODEL, or builtin, if left out
  --detail N       from 0 (few broad topics) to 1 (many fine ones); 0.5, or as in the previous run, if left out
  --seed N         another number gives another of several topics as good; 1, or as before, if left out

  lakebook topics --corpus notes.jsonl --json > topics.json
  lakebook topics --corpus more-notes.jsonl --previous topics.json --json > more-topics.json`,

  async run(args) {
    const {values} = parseArgs({
      args: [...args],
      options: {
        corpus: {type: "string"},
        previous: {type: "string"},
        json: {type: "boolean", default: false},
        model: {type: "string"},
        detail: {type: "string"},
        seed: {type: "string"}
      }
    });
    const {corpus, previous: file} = values;
    const detail = toNumber(values.detail, (number) => number >= 0 && number <= 1);
    const seed = toNumber(values.seed, (number) => Number.isSafeInteger(number) && number >= 0);
    if (corpus === undefined || Number.isNaN(detail) || Number.isNaN(seed)) {
      const problem =
        corpus === undefined
          ? "option missing: --corpus FILE"
          : Number.isNaN(detail)
            ? `detail is no number from 0 to 1: ${values.detail}`
            : `seed is no whole number: ${values.seed}`;
      process.stderr.write(`${problem}\n\n${this.usage.trim()}\n`);
      return 2;
    }
    const former = file === undefined ? undefined : readTopicsFile(await readText(file), file);
    const lines: LineText[] = [];
    for await (const line of readTextLines(corpus)) lines.push(line);
    const texts = lines.map(({title, text}) => (title === "" ? text : `${title}\n${text}`));
    const {model, dimensions, vectors} = await embed(texts, values.model);
    const options = {...DEFAULT_OPTIONS, ...former?.options};
    if (detail !== undefined) options.detail = detail;
    if (seed !== undefined) options.seed = seed;
    const start = performance.now();
    const result = await findTopics({
      set: "",
      keys: lines.map(({id}) => String(id)),
      texts,
      vectors,
      dimensions,
      options,
      ...(former && {
        previous: {...former, centroids: former.model === model ? former.centroids : null}
      })
    });
    tell(`found ${result.topics.length} topics in ${toSeconds(start)}`);
    const ids = lines.map(({id}) => id);
    const rules = former?.rules ?? [];
    const output = values.json
      ? [`${writeTopicsFile(result, {ids, model, options, rules})}\n`]
      : toTableLines(result);
    await pipeline(Readable.from(output), process.stdout, {end: false});
    return 0;
  }
};

/** NaN where a text is no number that is allowed; undefined where there is none. */
function toNumber(
  text: string | undefined,
  isAllowed: (number: number) => boolean
): number | undefined {
  if (text === undefined) return undefined;
  const number = text.trim() === "" ? NaN : Number(text);
  return isAllowed(number) ? number : NaN;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new InputError(`file not found: ${file}`);
    if (code === "EISDIR") throw new InputError(`file is a folder: ${file}`);
    throw error;
  }
}

async function embed(texts: readonly string[], name: string | undefined) {
  const {LAKEBOOK_MODEL, LAKEBOOK_MODELS} = process.env;
  const folder = join(LAKEBOOK_MODELS || "data/models", name ?? (LAKEBOOK_MODEL || "builtin"));
  const start = performance.now();
  const embedder = await openNodeEmbedder(folder);
  try {
    const vectors = await embedder.embed(texts);
    tell(`embedded ${texts.length} texts with ${embedder.model} in ${toSeconds(start)}`);
    return {model: await readModelId(folder), dimensions: embedder.dimensions, vectors};
  } finally {
    await embedder.close();
  }
}

function tell(event: string): void {
  process.stderr.write(`${event}\n`);
}

function toSeconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
