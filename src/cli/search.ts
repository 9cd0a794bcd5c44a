import {join} from "node:path";
import {Readable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import type {Embedder} from "../embed/embedder.ts";
import {openNodeEmbedder} from "../embed/node-embedder.ts";
import type {RankedDocument, RankMode} from "../search/text/collection-ranker.ts";
import {CollectionRanker, RANK_MODES} from "../search/text/collection-ranker.ts";
import type {Command} from "./command.ts";
import type {LineText} from "./text-lines.ts";
import {readTextLines} from "./text-lines.ts";

const DEFAULT_TOP = 10;
/** Texts embedded at a time: enough to fill batches. */
const BLOCK_TEXTS = 1024;
const SCORE_DIGITS = 6;

/** `search`: ranks a collection of texts for each of many queries. */
export const searchCommand: Command = {
  name: "search",
  summary: "ranks texts for queries: by words, by meaning, or by both",
  usage: `
usage: lakebook search --corpus FILE.jsonl --queries FILE.jsonl [--mode lexical|semantic|hybrid] [--top 10] [--model NAME]

Reads a collection of texts and queries, {"id","text"} a line (a text may have a "title" too), and writes the best texts
for each query, {"query","id","rank","score","why"} a line, in the order of the queries, as they are found. "why" has the
words of the text that answered ("words") and the cosine of meaning ("meaning"). Scores compare within one query only.
The same input gives the same output.

  --corpus FILE    the texts
  --queries FILE   the queries
  --mode MODE      lexical: BM25 with forms of words and typos; semantic: nearest vectors; hybrid: both (default)
  --top N          texts for each query at most (default: ${DEFAULT_TOP})
  --model NAME     folder of the model in $LAKEBOOK_MODELS (data/models if unset); $LAKEBOOK_MODEL, or builtin, if left out

  lakebook search --corpus abstracts.jsonl --queries questions.jsonl --top 3 > answers.jsonl`,

  async run(args) {
    const {values} = parseArgs({
      args: [...args],
      options: {
        corpus: {type: "string"},
        queries: {type: "string"},
        mode: {type: "string", default: "hybrid"},
        top: {type: "string", default: String(DEFAULT_TOP)},
        model: {type: "string"}
      }
    });
    const {corpus, queries} = values;
    const mode = RANK_MODES.find((name) => name === values.mode);
    const top = /^[1-9]\d{0,6}$/.test(values.top) ? Number(values.top) : undefined;
    if (corpus === undefined || queries === undefined || !mode || top === undefined) {
      process.stderr.write(`${toUsageProblem(values, mode)}\n\n${this.usage.trim()}\n`);
      return 2;
    }
    const embedder = mode === "lexical" ? undefined : await openEmbedder(values.model);
    try {
      const lines = search({corpus, queries, mode, top, embedder});
      await pipeline(Readable.from(lines), process.stdout, {end: false});
    } finally {
      await embedder?.close();
    }
    return 0;
  }
};

function toUsageProblem(
  {corpus, queries, mode, top}: Readonly<Record<string, unknown>>,
  known: RankMode | undefined
): string {
  if (corpus === undefined) return "option missing: --corpus FILE";
  if (queries === undefined) return "option missing: --queries FILE";
  if (!known) return `mode not known: ${String(mode)} (there are: ${RANK_MODES.join(", ")})`;
  return `top is no count: ${String(top)}`;
}

function openEmbedder(name: string | undefined): Promise<Embedder> {
  const {LAKEBOOK_MODEL, LAKEBOOK_MODELS} = process.env;
  const model = name ?? (LAKEBOOK_MODEL || "builtin");
  return openNodeEmbedder(join(LAKEBOOK_MODELS || "data/models", model));
}

interface SearchJob {
  readonly corpus: string;
  readonly queries: string;
  readonly mode: RankMode;
  readonly top: number;
  /** Undefined where only words count. */
  readonly embedder: Embedder | undefined;
}

async function* search({corpus, queries, mode, top, embedder}: SearchJob): AsyncGenerator<string> {
  const start = performance.now();
  const ids = new Map<string, LineText["id"]>();
  const ranker = new CollectionRanker(embedder?.dimensions ?? 0);
  for await (const block of toBlocks(readTextLines(corpus))) {
    const vectors = await embedder?.embed(block.map(toWholeText));
    ranker.add(
      block.map(({id, title, text}) => ({id: String(id), title, text})),
      vectors
    );
    for (const {id} of block) ids.set(String(id), id);
  }
  tell(`indexed ${ids.size} texts in ${toSeconds(start)}`);
  let count = 0;
  for await (const block of toBlocks(readTextLines(queries))) {
    const vectors = await embedder?.embed(block.map(toWholeText));
    for (const [i, {id, title, text}] of block.entries()) {
      const vector = vectors?.subarray(i * embedder!.dimensions, (i + 1) * embedder!.dimensions);
      const found = ranker.rank(toWholeText({id, title, text}), vector, {mode, top});
      yield found.map((one, rank) => toLine(id, ids.get(one.id)!, rank + 1, one)).join("");
      ++count;
    }
  }
  tell(`answered ${count} queries in ${toSeconds(start)} (${mode})`);
}

function toLine(
  query: LineText["id"],
  id: LineText["id"],
  rank: number,
  {score, words, meaning}: RankedDocument
): string {
  const why = {words, ...(meaning !== undefined && {meaning: toDigits(meaning)})};
  return `${JSON.stringify({query, id, rank, score: toDigits(score), why})}\n`;
}

function toWholeText({title, text}: LineText): string {
  return title === "" ? text : `${title}\n${text}`;
}

async function* toBlocks(lines: AsyncIterable<LineText>): AsyncGenerator<LineText[]> {
  let block: LineText[] = [];
  for await (const line of lines) {
    if (block.push(line) < BLOCK_TEXTS) continue;
    yield block;
    block = [];
  }
  if (block.length > 0) yield block;
}

function toDigits(value: number): number {
  return Number(value.toFixed(SCORE_DIGITS));
}

function toSeconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}
