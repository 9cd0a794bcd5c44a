import {join} from "node:path";
import {pipeline} from "node:stream/promises";
import {parseArgs} from "node:util";
import type {Embedder} from "../embed/embedder.ts";
import {openNodeEmbedder} from "../embed/node-embedder.ts";
import {hasVector, vectorAt} from "../embed/vectors.ts";
import {toMessage} from "../lib/errors.ts";
import type {Command} from "./command.ts";
import {readLineBlocks} from "./line-blocks.ts";

/** Lines embedded at a time at most: enough to fill batches, few enough that answers flow while input still comes. */
const BLOCK_LINES = 1024;

const usage = `lakebook embed [--model NAME]

Reads lines from standard input and writes one JSON array of numbers for each to standard output, in order;
null for a blank line, which has no vector. Lines are answered as they come. Progress goes to standard error.

  --model NAME   folder of the model in $LAKEBOOK_MODELS (data/models if unset);
                 $LAKEBOOK_MODEL, or builtin, if left out
  --help         this text

  example: printf 'hello\\n\\nworld\\n' | npm run -s lakebook -- embed > vectors.jsonl
           three lines: an array of 512 numbers, null, an array of 512 numbers
`;

export const embedCommand: Command = {
  name: "embed",
  summary: "lines on standard input to vectors, one JSON array a line",
  usage,
  async run(args) {
    let options;
    try {
      options = parseArgs({
        args: [...args],
        options: {model: {type: "string"}, help: {type: "boolean"}}
      }).values;
    } catch (error) {
      process.stderr.write(`${toMessage(error)}\n\n${usage}`);
      return 2;
    }
    if (options.help) {
      process.stdout.write(usage);
      return 0;
    }
    const {LAKEBOOK_MODEL, LAKEBOOK_MODELS} = process.env;
    const model = options.model ?? (LAKEBOOK_MODEL || "builtin");
    try {
      const embedder = await openNodeEmbedder(join(LAKEBOOK_MODELS || "data/models", model));
      const lines = await embedLines(embedder);
      process.stderr.write(
        `embedded ${lines} lines with ${embedder.model} (${embedder.dimensions} dimensions)\n`
      );
      await embedder.close();
      return 0;
    } catch (error) {
      if (isReaderGone(error)) return 0;
      process.stderr.write(`${toMessage(error)}\n`);
      return 1;
    }
  }
};

async function embedLines(embedder: Embedder): Promise<number> {
  let done = 0;
  async function* toOutput(blocks: AsyncIterable<string[]>): AsyncGenerator<string> {
    for await (const block of blocks) {
      const vectors = await embedder.embed(block);
      yield block.map((_, row) => toLine(vectors, embedder.dimensions, row)).join("");
      done += block.length;
      if (process.stderr.isTTY) process.stderr.write(`embedded ${done} lines\r`);
    }
  }
  await pipeline(readLineBlocks(process.stdin, BLOCK_LINES), toOutput, process.stdout, {
    end: false
  });
  return done;
}

function toLine(vectors: Float32Array, dimensions: number, row: number): string {
  if (!hasVector(vectors, dimensions, row)) return "null\n";
  return `${JSON.stringify([...vectorAt(vectors, dimensions, row)])}\n`;
}

/** `embed | head` has what it wants. */
function isReaderGone(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "EPIPE";
}
